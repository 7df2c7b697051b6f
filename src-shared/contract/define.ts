/**
 * How a call over the bridge is declared: one schema for its input, types for what comes back. Input is parsed
 * at every boundary; what the engine returns is its own and is not parsed again.
 */
import type { z } from 'zod'

declare const output: unique symbol

export interface CommandSpec<Input extends z.ZodType, Output> {
  readonly input: Input
  readonly [output]?: Output
}

/** A query answers with `meta`, one value, and `rows`, an ordered list; each row has a key that is stable and unique. */
export interface QuerySpec<Input extends z.ZodType, Meta, Row extends Keyed> {
  readonly input: Input
  readonly [output]?: QueryResult<Meta, Row>
}

export interface Keyed {
  readonly key: string
}

export interface QueryResult<Meta = unknown, Row extends Keyed = Keyed> {
  readonly meta: Meta
  readonly rows: readonly Row[]
}

export function command<Input extends z.ZodType>(input: Input): CommandSpec<Input, void>
export function command<Output, Input extends z.ZodType = z.ZodType>(input: Input): CommandSpec<Input, Output>
export function command(input: z.ZodType): CommandSpec<z.ZodType, unknown> {
  return { input }
}

/** Curried, so that the result's types are given and the input's is inferred. */
export function query<Meta, Row extends Keyed>() {
  return <Input extends z.ZodType>(input: Input): QuerySpec<Input, Meta, Row> => ({ input })
}

export type InputOf<Spec> = Spec extends { readonly input: infer Input extends z.ZodType }
  ? z.input<Input>
  : never
export type ParsedOf<Spec> = Spec extends { readonly input: infer Input extends z.ZodType }
  ? z.output<Input>
  : never
export type OutputOf<Spec> =
  Spec extends CommandSpec<z.ZodType, infer Output>
    ? Output
    : Spec extends QuerySpec<z.ZodType, infer Meta, infer Row>
      ? QueryResult<Meta, Row>
      : never
