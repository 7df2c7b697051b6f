/** Embedding models: the one that is built in, and others that a person may fetch or bring along. */
import { z } from 'zod'
import { command, query } from './define.ts'

export interface ModelRow {
  /** The model's id, such as `static-de-en`. */
  readonly key: string
  readonly name: string
  readonly languages: readonly string[]
  readonly dimensions: number
  /** To fetch. */
  readonly bytes: number
  /** As SPDX. */
  readonly licence: string
  readonly isChosen: boolean
  readonly state:
    | { readonly type: 'built-in' }
    | { readonly type: 'available' }
    | { readonly type: 'fetching'; readonly doneBytes: number; readonly totalBytes: number }
    | { readonly type: 'stopped'; readonly doneBytes: number; readonly reason: ModelFetchError | 'cancelled' }
    | { readonly type: 'checking' }
    | { readonly type: 'ready' }
}

export type ModelFetchError =
  'unreachable' | 'refused' | 'cut-off' | 'wrong-checksum' | 'disk-full' | 'missing-file'

const modelId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)

export const modelCommands = {
  /** Fetches the model, or goes on where it stopped. The person was told size, licence and address. */
  'model.fetch': command(z.strictObject({ modelId })),
  'model.cancelFetch': command(z.strictObject({ modelId })),
  /** Searches by meaning with this model from now on; the index is made anew in the background. */
  'model.choose': command(z.strictObject({ modelId })),
  /** Deletes its files; the built-in one stays. */
  'model.remove': command(z.strictObject({ modelId })),
}

export const modelQueries = {
  'model.list': query<{ readonly address: string }, ModelRow>()(z.strictObject({})),
}
