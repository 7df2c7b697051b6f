/** What the feed has to know of payloads without decoding any. `content/` answers. */
import type { Result } from '#shared/base/result.ts'

export type MergeError = 'too-large' | 'unreadable'

export interface Merged {
  readonly payload: Uint8Array
  /** False where updates wait for others that never came. They are in the payload too. */
  readonly isWhole: boolean
}

export interface FeedContent {
  /** Why the payload is no update that can be stored; null where it is one. Never throws, whatever the bytes. */
  problemOf(payload: Uint8Array): string | null
  /** All of a document in one payload, without what it no longer shows. */
  merge(payloads: readonly Uint8Array[]): Result<Merged, MergeError>
  /** True where nothing that `payload` builds on is missing in `payloads`. */
  standsOn(payloads: readonly Uint8Array[], payload: Uint8Array): boolean
}
