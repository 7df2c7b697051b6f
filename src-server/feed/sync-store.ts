/**
 * Where feeds are kept. An interface with one contract suite (tests/contract/sync-store.ts), so that another database
 * can take SQLite's place. Payloads are opaque bytes here.
 */
import type { DocId, PersonId, SpaceId, TicketId, UpdateId, WorkspaceId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { FeedEntry } from '#shared/protocol/frames.ts'

/** What is to be written; the store gives it the next sequence number of its space. */
export type NewEntry = FeedEntry extends infer Entry
  ? Entry extends FeedEntry
    ? Omit<Entry, 'seq'>
    : never
  : never

export interface Appended {
  readonly seq: number
  /** False where the entry's id was known already: `spaceId` and `seq` are then those of the first time [P4]. */
  readonly isNew: boolean
  readonly spaceId: SpaceId
}

export interface DocumentPlace {
  readonly spaceId: SpaceId
  /** Deleted for good. */
  readonly isDeleted: boolean
}

export interface FeedPage {
  readonly entries: readonly FeedEntry[]
  readonly upTo: number
  readonly head: number
}

export interface FeedSpace {
  readonly spaceId: SpaceId
  readonly workspaceId: WorkspaceId
  readonly kind: string
  readonly parentId: SpaceId | null
}

export type LogEntry = Extract<FeedEntry, { type: 'update' | 'snapshot' }>

/** Writes; only inside `transaction`. */
export interface FeedWriter {
  /** A document that the workspace does not have yet is placed in the space. The space must be there. */
  append(spaceId: SpaceId, entry: NewEntry, author: PersonId | null): Appended
  /** Deletes the document's updates and snapshots below `seq` from this space. Their ids stay remembered. */
  dropEntriesBelow(spaceId: SpaceId, docId: DocId, seq: number): void
  /** What this transaction drops was erased: `purge` has to follow. */
  requirePurge(): void
  placeDocument(workspaceId: WorkspaceId, docId: DocId, place: DocumentPlace): void
  /** The number that the ticket has; if it has none yet, the workspace's next free one, which it then has. */
  giveTicketNumber(
    workspaceId: WorkspaceId,
    ticketId: TicketId,
  ): { readonly number: number; readonly isNew: boolean }
}

export interface SyncStore {
  /**
   * All or nothing, durable when it returns. Inside another transaction: all or nothing within that one.
   * @throws StoreFull where the disk has no room
   */
  transaction<T>(work: (writer: FeedWriter) => T): T
  epoch(): Ulid
  /** 0 for a space that is empty or unknown. */
  head(spaceId: SpaceId): number
  findSpace(spaceId: SpaceId): FeedSpace | null
  /** Entries after `after`, oldest first, up to both limits but at least one where there is one. */
  page(
    spaceId: SpaceId,
    after: number,
    limits: { readonly entries: number; readonly bytes: number },
  ): FeedPage
  /** Where the document is; null where the workspace has none of that id. */
  findDocument(workspaceId: WorkspaceId, docId: DocId): DocumentPlace | null
  findItem(itemId: UpdateId): { readonly spaceId: SpaceId; readonly seq: number } | null
  /** The document's snapshot and updates after `after`, oldest first: from 0, what has to be applied to have it. */
  documentLog(spaceId: SpaceId, docId: DocId, after?: number): readonly LogEntry[]
  /** Who wrote all that there is of the document; null where several did, or none. */
  soleAuthor(spaceId: SpaceId, docId: DocId): PersonId | null
  /** Documents whose log is worth merging; others in turn, so that none waits behind one that cannot be merged. */
  documentsToCompact(limit: number): readonly { readonly spaceId: SpaceId; readonly docId: DocId }[]
  /** True where something was erased since the last `purge`, in this process or an earlier one. */
  needsPurge(): boolean
  /**
   * When it returns, what was dropped is in no file any more. May take time in proportion to all that is stored; never
   * inside a transaction. @throws StoreFull where the disk has no room to do it
   */
  purge(): void
}

/** The disk has no room: nothing of the transaction was kept. Reading goes on. */
export class StoreFull extends Error {}
