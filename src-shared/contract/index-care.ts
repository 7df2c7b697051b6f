/** The index by meaning: what it holds, how far it is, and what a person can do about it. */
import { z } from 'zod'
import { command, query } from './define.ts'

export const indexedKinds = ['articles', 'tickets', 'messages', 'files'] as const
export type IndexedKind = (typeof indexedKinds)[number]

export interface ModelName {
  readonly id: string
  readonly version: string
  readonly dimensions: number
}

export interface IndexMeta {
  readonly state: 'idle' | 'working' | 'paused' | 'failed'
  readonly pausedBy: 'person' | 'battery' | null
  /** Of the work under way; null while there is none. */
  readonly progress: {
    readonly done: number
    readonly total: number
    /** Null until it can be told. */
    readonly secondsLeft: number | null
  } | null
  readonly chunks: number
  readonly bytes: number
  /** The model that answers searches; null before the first. */
  readonly serving: ModelName | null
  /** The model that the index is being made anew with, while the old one serves. */
  readonly next: (ModelName & { readonly done: number; readonly total: number }) | null
  /** Why the chosen model cannot be used; searches then go by words alone, or by the model before. */
  readonly modelError: 'missing' | 'broken' | 'out-of-memory' | null
}

export interface IndexRow {
  readonly key: IndexedKind
  readonly included: boolean
  readonly sources: number
  readonly chunks: number
  /** Sources that could not be read. */
  readonly failed: number
}

export const indexCommands = {
  /** Makes all chunks and vectors anew, in the background. */
  'index.rebuild': command(z.strictObject({})),
  'index.pause': command(z.strictObject({ on: z.boolean() })),
  /** Leaving a kind out takes its chunks and vectors away. */
  'index.include': command(z.strictObject({ kind: z.enum(indexedKinds), on: z.boolean() })),
}

export const indexQueries = {
  'index.status': query<IndexMeta, IndexRow>()(z.strictObject({})),
}
