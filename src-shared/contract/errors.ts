import type { UpdateFault } from '../model/article/article-update.ts'
import type { ServerErrorType } from './server-api.ts'

/**
 * Everything that can be expected to go wrong with a call. The renderer turns each into a sentence that says
 * what happened, what was kept and what to do (catalogue `errors`).
 */
export type CallError =
  | { readonly type: 'invalid-input'; readonly issues: readonly InputIssue[] }
  | { readonly type: 'unknown-call'; readonly name: string }
  | { readonly type: 'unsupported-version'; readonly version: number }
  | { readonly type: 'no-workspace' }
  | { readonly type: 'workspace-exists' }
  | {
      readonly type: 'not-found'
      readonly what:
        | 'channel'
        | 'queue'
        | 'ticket'
        | 'message'
        | 'article'
        | 'version'
        | 'person'
        | 'file'
        | 'provider'
        | 'question'
        | 'model'
    }
  | {
      readonly type: 'already-exists'
      readonly what:
        'channel' | 'queue' | 'ticket' | 'message' | 'entry' | 'person' | 'provider' | 'article' | 'version'
    }
  | { readonly type: 'no-access' }
  | { readonly type: 'not-author' }
  /** What an editor sent does not fit what is stored; the editor has to begin again from that. */
  | { readonly type: 'edit-refused'; readonly reason: UpdateFault }
  | { readonly type: 'disk-full' }
  | { readonly type: 'read-only' }
  | { readonly type: 'store-failed'; readonly code: string }
  | { readonly type: 'engine-unavailable' }
  | { readonly type: 'timeout' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'internal' }
  /** The workspace has no server. */
  | { readonly type: 'no-server' }
  | { readonly type: 'invalid-address' }
  /** A provider's address that is not encrypted and leads out of the private network. */
  | { readonly type: 'insecure-address' }
  /** Nobody answers at the server's address. */
  | { readonly type: 'unreachable' }
  /** Somebody answers there, but it is no sync server. */
  | { readonly type: 'not-a-server' }
  | { readonly type: 'upgrade'; readonly which: 'program' | 'server' }
  /** The folder belongs to another workspace than the one signed in to. */
  | { readonly type: 'other-workspace' }
  /** What the server said. */
  | { readonly type: 'server'; readonly error: ServerErrorType }

export interface InputIssue {
  /** Where in the input, as `a.b.0`. */
  readonly path: string
  readonly code: string
}

/** Why a workspace's file could not be opened. `kept` is where the old file lies untouched, if it was set aside. */
export type OpenError =
  | { readonly type: 'newer-version'; readonly fileVersion: number; readonly programVersion: number }
  | { readonly type: 'corrupt'; readonly file: string; readonly backup: string | null }
  | { readonly type: 'read-only'; readonly folder: string }
  | { readonly type: 'disk-full'; readonly folder: string }
  | { readonly type: 'in-use'; readonly folder: string }
  | { readonly type: 'failed'; readonly code: string }
