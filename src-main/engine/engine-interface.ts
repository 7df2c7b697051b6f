/** What an engine needs, and what it does. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { Clock } from '#shared/base/clock.ts'
import type { Disposable } from '#shared/base/disposable.ts'
import type { Log } from '#shared/base/log.ts'
import type { Result } from '#shared/base/result.ts'
import type { UlidFactory } from '#shared/base/ulid.ts'
import type { TransferKind, TransferOutcome } from '#shared/contract/article-transfer.ts'
import type { AttentionEvent } from '#shared/contract/attention.ts'
import type { LiveResponse } from '#shared/contract/bridge.ts'
import type { QueryResult } from '#shared/contract/define.ts'
import type { LoopDelay } from '#shared/contract/diagnostics.ts'
import type { CallError, OpenError } from '#shared/contract/errors.ts'
import type { AttachSource, BlobFile } from '#shared/contract/host.ts'
import type { AskOptions } from './ask/ask.ts'
import type { CommandContext } from './commands/context.ts'
import type { Library, LibraryOptions } from './library/library.ts'
import type { LiveConnection } from './queries/live-queries.ts'
import type { IndexOptions } from './search/index/create-index-host.ts'
import type { ModelOptions } from './search/models/models.ts'
import type { SyncOptions } from './sync/sync.ts'

export interface EngineDeps {
  /** The workspace's folder; made where it is missing. */
  readonly folder: string
  /** A native binding for SQLite; null for better-sqlite3's own. */
  readonly sqliteBinding: string | null
  readonly clock: Clock
  readonly ids: UlidFactory
  readonly log: Log
  /** The worker's entry point; null answers queries in this thread. */
  readonly readerEntry: URL | null
  /** Of the thread that reads Markdown for imports; null or left out reads in this thread. */
  readonly markdownEntry?: URL | null
  /** Null for an engine that never talks to a server. */
  readonly sync: SyncOptions | null
  /** Left out: people's files are read in this thread, and not watched. */
  readonly library?: LibraryOptions
  /** Left out: the built-in model is all there is. */
  readonly models?: ModelOptions
  /** Left out or null: no provider can be reached, and answers are made on this device alone. */
  readonly ask?: AskOptions | null
  /** Left out or null: searches go by the words of the store alone. */
  readonly index?: IndexOptions | null
  /** How long the process makes others wait, for diagnostics; left out where nobody watches it. */
  readonly loop?: () => LoopDelay | null
  /** Told when the file turns out to be broken while in use. The engine should then be disposed. */
  readonly onBroken?: (error: OpenError) => void
  /** Told when a part ended that the engine cannot go on without. The store is whole: a new engine should be started. */
  readonly onFault?: () => void
}

export interface Engine {
  /** Runs one command. Answers after the commit, or with an error and nothing changed. */
  execute(name: string, input: unknown): Result<unknown, CallError>
  /** Answers one query. */
  query(name: string, input: unknown, signal?: AbortSignal): Promise<Result<QueryResult, CallError>>
  /** Asks the workspace's server, or a provider of answers. */
  request(name: string, input: unknown, signal?: AbortSignal): Promise<Result<unknown, CallError>>
  /**
   * Copies files onto a draft (`draftFile.list`); ends when all of them are copied or have failed. Not for windows: the
   * paths are the shell's word.
   */
  attach(draftKey: string, sources: readonly AttachSource[]): Promise<void>
  /** Copies a model from a folder. Not for windows: the path is the shell's word. */
  addModel(modelId: string, from: string): void
  /** Adds a language model's file, of which the path came from the system's dialog. */
  addModelFile(file: string): void
  /** Writes all articles into a folder, or reads those of one. Not for windows: the folder is the shell's word. */
  transferArticles(kind: TransferKind, folder: string): Promise<TransferOutcome>
  /** Where a blob lies on this device; null where it does not. */
  findBlob(id: BlobId): BlobFile | null
  /** Files and folders of this device. Not for windows: the paths are the shell's word. */
  readonly library: Pick<Library, 'add' | 'find'>
  /** The machine runs on its battery, or no longer: what can wait does. */
  power(onBattery: boolean): void
  /** The machine woke up, or its network changed. */
  wake(): void
  /** What concerns the person and is new, from now on. */
  watchAttention(listener: (event: AttentionEvent) => void): Disposable
  /** A window's live queries. */
  connect(send: (response: LiveResponse) => void): LiveConnection
  /** In-process work in the same frame as a command: one transaction, notified after commit. Not for the bridge. */
  transact<T>(work: (context: CommandContext) => T): T
  /** Projects every document again from its log, in the background. */
  rebuild(): void
  /** Resolves when what has arrived is stored, no row is behind its document and nothing waits to be compacted. */
  settled(): Promise<void>
  /** Closes everything; the stop counts as clean. */
  dispose(): Promise<void>
}
