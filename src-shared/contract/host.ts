/**
 * What the shell and the engine host say to each other. Both are ours and start together, so this is typed and
 * not versioned; what comes from a window is parsed on both sides all the same.
 */
import type { BlobId } from '../base/blob-id.ts'
import type { LibraryFileId } from '../base/ids.ts'
import type { LogFields, LogLevel } from '../base/log.ts'
import type { TransferKind, TransferOutcome } from './article-transfer.ts'
import type { AttentionCounts, AttentionEvent } from './attention.ts'
import type { CallRequest, CallResponse, RecoveryAction } from './bridge.ts'
import type { OpenError } from './errors.ts'

export interface HostOptions {
  /** The workspace's folder; made where it is missing. */
  readonly folder: string
  /** The native SQLite binding to load; null for the one that better-sqlite3 ships. */
  readonly sqliteBinding: string | null
  /** Fill a new workspace with sample work. */
  readonly demo: boolean
  /** Of a server to move the sample work to, once it is made: a set-up link's address and code. Only with `demo`. */
  readonly demoServer?: { readonly address: string; readonly code: string; readonly password: string } | null
  /** The built-in model's folder; left out where nothing is to be searched by meaning. */
  readonly modelFolder?: string
  /** How long after the opening the index begins; left out for a few seconds. */
  readonly indexAfterMs?: number
  /** The machine runs on its battery. */
  readonly onBattery?: boolean
  /** Where models lie that a person fetched or brought along; left out where none can be. */
  readonly userModelFolder?: string
  /** A file that describes models beside those of the program. Only in development. */
  readonly modelCatalogue?: string
  /** The host before this one died by itself. */
  readonly isAfterCrash?: boolean
  /** The device's token at the workspace's server, out of the system's keychain; null where there is none. */
  readonly token: string | null
  /** The keys of answer providers, out of the keychain: what `provider-keys` said last, as it was. */
  readonly providerKeys?: string | null
}

/** A file to attach. Paths come from the shell's dialog or the preload script, which asks the system for them; never from a page. */
export type AttachSource =
  | { readonly name: string; readonly path: string }
  /** What was pasted and lies in no file. */
  | { readonly name: string; readonly bytes: Uint8Array }

/** Where a blob lies, for the shell to show, save or open it. */
export interface BlobFile {
  readonly path: string
  /** By its content. */
  readonly type: string
  readonly size: number
  readonly isPicture: boolean
}

export type HostRequest =
  | { readonly type: 'open'; readonly options: HostOptions }
  /**
   * Sets a broken file aside (`start-empty`), puts the backup in place (`restore-backup`), or just tries again; then
   * opens. Takes the place of `open` for a host that was started for it, so it brings the options too.
   */
  | {
      readonly type: 'recover'
      readonly action: Exclude<RecoveryAction, 'quit' | 'show-folder'>
      readonly options: HostOptions
    }
  | { readonly type: 'call'; readonly request: CallRequest }
  | { readonly type: 'cancel'; readonly id: string }
  /** Comes with one MessagePort: a window's live queries. The port's end ends its subscriptions. */
  | { readonly type: 'port' }
  /** Copies files into the store, onto a draft. */
  | { readonly type: 'attach'; readonly draftKey: string; readonly sources: readonly AttachSource[] }
  /** Answered by `articles-transferred` with the same `request`. */
  | {
      readonly type: 'transfer-articles'
      readonly request: number
      readonly kind: TransferKind
      readonly folder: string
    }
  /** Asks for a blob's file; answered by `blob` with the same `request`. */
  | { readonly type: 'find-blob'; readonly request: number; readonly id: BlobId }
  /** Adds files and folders of this device to the library. */
  | { readonly type: 'add-library'; readonly paths: readonly string[] }
  /** Asks where a file of the library lies; answered by `library-file` with the same `request`. */
  | { readonly type: 'find-library-file'; readonly request: number; readonly id: LibraryFileId }
  /** Adds a language model's file that the person chose in the system's dialog. */
  | { readonly type: 'add-model-file'; readonly path: string }
  /** Answers `want-local-model`, with one MessagePort: the line to the process. */
  | { readonly type: 'local-model'; readonly process: number }
  | { readonly type: 'local-model-ended'; readonly process: number }
  /** Copies a model from a folder that the person chose in the system's dialog. */
  | { readonly type: 'add-model'; readonly modelId: string; readonly folder: string }
  /** Say from now on what concerns the person (`attention`, `attention-counts`). */
  | { readonly type: 'watch-attention' }
  /** The machine runs on its battery from now on, or no longer. */
  | { readonly type: 'power'; readonly onBattery: boolean }
  /** The machine woke up or its network changed: a good moment to try the server again. */
  | { readonly type: 'wake' }
  /** Commit what is under way, close the store, answer `closed`, exit. */
  | { readonly type: 'close' }

export type HostResponse =
  | { readonly type: 'opened' }
  | { readonly type: 'open-failed'; readonly error: OpenError }
  /** Sample work is being made. */
  | { readonly type: 'preparing'; readonly done: number; readonly total: number }
  | { readonly type: 'result'; readonly id: string; readonly response: CallResponse }
  | { readonly type: 'log'; readonly level: LogLevel; readonly event: string; readonly fields: LogFields }
  /** The token to keep in the keychain from now on; null for none. */
  | { readonly type: 'token'; readonly token: string | null }
  /** What to keep in the keychain beside the token, as one text; null for nothing. */
  | { readonly type: 'provider-keys'; readonly keys: string | null }
  | {
      readonly type: 'articles-transferred'
      readonly request: number
      readonly outcome: TransferOutcome
    }
  | { readonly type: 'blob'; readonly request: number; readonly file: BlobFile | null }
  | { readonly type: 'library-file'; readonly request: number; readonly path: string | null }
  | { readonly type: 'attention'; readonly event: AttentionEvent }
  | { readonly type: 'attention-counts'; readonly counts: AttentionCounts; readonly isOffline: boolean }
  /** A process that runs language model files is wanted. */
  | { readonly type: 'want-local-model' }
  | { readonly type: 'closed' }
