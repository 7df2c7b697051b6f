/**
 * Where feeds are kept. An interface with one contract suite (tests/contract/sync-store.ts), so that another database
 * can take SQLite's place. Payloads are opaque bytes here.
 */
import type { DocId, PersonId, SpaceId, UpdateId, WorkspaceId } from '#shared/base/ids.ts'
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

/** Writes; only inside `transaction`. */
export interface FeedWriter {
  append(spaceId: SpaceId, entry: NewEntry, author: PersonId | null): Appended
  /** Deletes the document's entries below `seq`: they are in the snapshot at `seq`. Ids stay remembered. */
  dropEntriesBelow(docId: DocId, workspaceId: WorkspaceId, seq: number): void
  placeDocument(workspaceId: WorkspaceId, docId: DocId, place: DocumentPlace): void
  nextTicketNumber(workspaceId: WorkspaceId): number
}

export interface SyncStore {
  /** All or nothing, durable when it returns. @throws StoreFull where the disk has no room */
  transaction<T>(work: (writer: FeedWriter) => T): T
  epoch(): Ulid
  head(spaceId: SpaceId): number
  /** Entries after `after`, oldest first, up to both limits but at least one where there is one. */
  page(
    spaceId: SpaceId,
    after: number,
    limits: { readonly entries: number; readonly bytes: number },
  ): FeedPage
  /** Where the document is; null where the workspace has none of that id. */
  findDocument(workspaceId: WorkspaceId, docId: DocId): DocumentPlace | null
  findItem(itemId: UpdateId): { readonly spaceId: SpaceId; readonly seq: number } | null
  /** The document's snapshot and updates, oldest first: what has to be applied to have it. */
  documentLog(spaceId: SpaceId, docId: DocId): readonly FeedEntry[]
  /** Documents whose log is worth merging. */
  documentsToCompact(limit: number): readonly { readonly spaceId: SpaceId; readonly docId: DocId }[]
}
