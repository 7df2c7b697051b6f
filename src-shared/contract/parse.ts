/** Parses the input of a call by the contract's own schema. */
import type { z } from 'zod'
import { err, ok, type Result } from '../base/result.ts'
import {
  commands,
  isCommandName,
  isQueryName,
  isRequestName,
  queries,
  requests,
  type CommandName,
  type CommandParsed,
  type QueryName,
  type QueryParsed,
  type RequestName,
  type RequestParsed,
} from './contract.ts'
import type { CallError } from './errors.ts'

/** More issues than this are not worth telling. */
const maxIssues = 20

export type ParsedCommand = {
  [Name in CommandName]: { readonly name: Name; readonly input: CommandParsed<Name> }
}[CommandName]
export type ParsedQuery = {
  [Name in QueryName]: { readonly name: Name; readonly input: QueryParsed<Name> }
}[QueryName]

export type ParsedRequest = {
  [Name in RequestName]: { readonly name: Name; readonly input: RequestParsed<Name> }
}[RequestName]

export function parseCommand(name: string, input: unknown): Result<ParsedCommand, CallError> {
  if (!isCommandName(name)) return err({ type: 'unknown-call', name: name.slice(0, 100) })
  const parsed = parseInput(commands[name].input, input)
  return parsed.ok ? ok({ name, input: parsed.value } as ParsedCommand) : parsed
}

export function parseQuery(name: string, input: unknown): Result<ParsedQuery, CallError> {
  if (!isQueryName(name)) return err({ type: 'unknown-call', name: name.slice(0, 100) })
  const parsed = parseInput(queries[name].input, input)
  return parsed.ok ? ok({ name, input: parsed.value } as ParsedQuery) : parsed
}

export function parseRequest(name: string, input: unknown): Result<ParsedRequest, CallError> {
  if (!isRequestName(name)) return err({ type: 'unknown-call', name: name.slice(0, 100) })
  const parsed = parseInput(requests[name].input, input)
  return parsed.ok ? ok({ name, input: parsed.value } as ParsedRequest) : parsed
}

function parseInput(schema: z.ZodType, input: unknown): Result<unknown, CallError> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return ok(parsed.data)
  const issues = parsed.error.issues
    .slice(0, maxIssues)
    .map((issue) => ({ path: issue.path.map(String).join('.').slice(0, 200), code: issue.code }))
  return err({ type: 'invalid-input', issues })
}
