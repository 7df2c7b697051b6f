/** Embedding models: the one that is built in, and others that a person may fetch or bring along. */
import { z } from 'zod'
import { command, query } from './define.ts'

/** The one that comes with the program. */
export const builtInModelId = 'static-de-en'

/** What came of choosing a language model's file in the system's dialog. */
export type AddModelFileOutcome =
  | 'added'
  | 'cancelled'
  /** Another kind of file. */
  | 'no-model'
  | 'unreadable'

export interface ModelList {
  /** Where models are fetched from, as `https://huggingface.co`. */
  readonly address: string
  /** False where this machine can run the built-in model only. */
  readonly runsOthers: boolean
}

export interface ModelRow {
  /** The model's id, such as `static-de-en`. */
  readonly key: string
  readonly name: string
  /** BCP 47; `mul` stands for many more. */
  readonly languages: readonly string[]
  readonly dimensions: number
  /** To fetch. */
  readonly bytes: number
  /** As SPDX. */
  readonly licence: string
  /** Where it is, below the address; null for the built-in one. */
  readonly repository: string | null
  readonly isRecommended: boolean
  readonly isChosen: boolean
  readonly state: ModelState
}

export type ModelState =
  | { readonly type: 'built-in' }
  | { readonly type: 'available' }
  | { readonly type: 'fetching'; readonly doneBytes: number; readonly totalBytes: number }
  | {
      readonly type: 'stopped'
      /** What is kept, to go on from. */
      readonly doneBytes: number
      readonly reason: ModelFetchError | 'cancelled'
      /** The file that it is about, where it is about one. */
      readonly file: string | null
    }
  /** All is here; the check-sums are being computed. */
  | { readonly type: 'checking' }
  | { readonly type: 'ready' }

export const modelFetchErrors = [
  /** Nobody answers at the address. */
  'unreachable',
  /** The address says no, or leads to one that is not encrypted. */
  'refused',
  /** The line broke, or nothing came any more. What came is kept. */
  'cut-off',
  /** Another file than the one that was expected; it was thrown away. */
  'wrong-checksum',
  /** A web page instead of the file, as networks with a sign-in page send. */
  'not-a-file',
  'disk-full',
  /** The folder for models cannot be written. */
  'not-writable',
  'missing-file',
  /** Another workspace is fetching it. */
  'busy',
] as const
export type ModelFetchError = (typeof modelFetchErrors)[number]

export const modelId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)

/** Encrypted, or on this machine; with a path, where the mirror has one, and nothing else. */
const modelAddress = z
  .string()
  .trim()
  .max(500)
  .regex(
    /^(https:\/\/[^\s/?#@\\]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?)(\/[^\s?#\\]*)?$/i,
    'not an encrypted address',
  )
  .transform((address) => address.replace(/\/+$/, ''))

export const modelCommands = {
  /** Fetches the model, or goes on where it stopped. The person was told size, licence and address. */
  'model.fetch': command(z.strictObject({ modelId })),
  'model.cancelFetch': command(z.strictObject({ modelId })),
  /** Throws away what was fetched of a model that is not complete. */
  'model.discard': command(z.strictObject({ modelId })),
  /** Searches by meaning with this model from now on; the index is made anew in the background. */
  'model.choose': command(z.strictObject({ modelId })),
  /** Deletes its files; the built-in one stays. */
  'model.remove': command(z.strictObject({ modelId })),
  /** Fetches from a mirror from now on; null: from where the program fetches by itself. */
  'model.setAddress': command(z.strictObject({ address: modelAddress.nullable() })),
}

export const modelQueries = {
  /** The built-in one first, then those that can be had. */
  'model.list': query<ModelList, ModelRow>()(z.strictObject({})),
}
