/**
 * Feeds in SQLite. One connection writes, in one thread; a space's counter is raised in the transaction that inserts,
 * so the order of sequence numbers is the order of commit. Payloads go in and out as they are.
 */
import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import type { PersonId } from '#shared/base/ids.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import { entryOverheadBytes } from '#shared/protocol/codec.ts'
import type { FeedEntry } from '#shared/protocol/frames.ts'
import {
  StoreFull,
  type FeedPage,
  type FeedWriter,
  type LogEntry,
  type SyncStore,
} from '../../feed/sync-store.ts'
import { createCompactionCandidates } from './compaction-candidates.ts'
import type { ServerDatabase } from './database.ts'
import { createDocumentKeys } from './document-keys.ts'
import { entryColumns, rowToEntry, rowTypes, ulidToBytes, type EntryRow } from './entry-rows.ts'
import { createFeedWriter, createItemFinder } from './feed-writer.ts'
import { createPurge } from './purge.ts'
import { createSpaceKeys } from './space-keys.ts'

const logTypes = `(${rowTypes.update}, ${rowTypes.snapshot}, ${rowTypes.erasingSnapshot})`

/** @param newEpoch makes the epoch of data that has none: new data, or restored data whose epoch was taken out [E1] */
export function createSqliteSyncStore(db: ServerDatabase, newEpoch: () => Ulid = randomUlid): SyncStore {
  const keys = createSpaceKeys(db)
  const documents = createDocumentKeys(db)
  const candidates = createCompactionCandidates(db)
  const purge = createPurge(db)
  const writer = createFeedWriter(db, keys, documents, candidates, purge)
  const findItem = createItemFinder(db)
  const epoch = readEpoch(db, newEpoch)
  const run = db.transaction((work: (writer: FeedWriter) => unknown) => work(writer))

  const selectHead = db.prepare<[number], number>('SELECT head FROM spaces WHERE space_key = ?').pluck()
  const selectPage = db
    .prepare<[number, number, number], EntryRow>(
      `SELECT ${entryColumns} FROM entries e LEFT JOIN documents d USING (doc_key)
       WHERE e.space_key = ? AND e.seq > ? ORDER BY e.seq LIMIT ?`,
    )
    .raw()
  const selectLog = db
    .prepare<[number, string, number, number], EntryRow>(
      `SELECT ${entryColumns} FROM documents d CROSS JOIN entries e ON e.doc_key = d.doc_key
       WHERE d.workspace_key = ? AND d.doc_id = ? AND e.seq > ? AND e.space_key = ? AND e.type IN ${logTypes}
       ORDER BY e.seq`,
    )
    .raw()
  const selectAuthors = db.prepare<
    [number, string, number],
    { entries: number; named: number; first: PersonId | null; last: PersonId | null }
  >(
    `SELECT count(*) AS entries, count(e.author_id) AS named, min(e.author_id) AS first, max(e.author_id) AS last
     FROM documents d CROSS JOIN entries e ON e.doc_key = d.doc_key
     WHERE d.workspace_key = ? AND d.doc_id = ? AND e.space_key = ? AND e.type IN ${logTypes}`,
  )

  return {
    transaction<T>(work: (writer: FeedWriter) => T): T {
      return orStoreFull(() => {
        try {
          return run.immediate(work) as T
        } catch (error) {
          keys.forget()
          documents.forget()
          throw error
        }
      })
    },
    epoch: () => epoch,
    head(spaceId) {
      const space = keys.find(spaceId)
      return (space && selectHead.get(space.spaceKey)) ?? 0
    },
    findSpace: (spaceId) => keys.find(spaceId),
    page(spaceId, after, limits) {
      const space = keys.find(spaceId)
      if (!space) return { entries: [], upTo: after, head: 0 }
      const head = selectHead.get(space.spaceKey) ?? 0
      return readPage(selectPage.iterate(space.spaceKey, after, limits.entries), head, limits)
    },
    findDocument(workspaceId, docId) {
      const row = documents.find(keys.workspaceKey(workspaceId), docId)
      return row ? { spaceId: row.spaceId, isDeleted: row.isDeleted === 1 } : null
    },
    findItem: (itemId) => findItem(ulidToBytes(itemId)),
    documentLog(spaceId, docId, after = 0) {
      const space = keys.find(spaceId)
      if (!space) return []
      const rows = selectLog.all(space.workspaceKey, docId, after, space.spaceKey)
      return rows.map((row) => rowToEntry(row) as LogEntry)
    },
    soleAuthor(spaceId, docId) {
      const space = keys.find(spaceId)
      const authors = space && selectAuthors.get(space.workspaceKey, docId, space.spaceKey)
      if (!authors || authors.named < authors.entries || authors.first !== authors.last) return null
      return authors.first
    },
    documentsToCompact: (limit) => candidates.next(limit),
    needsPurge: () => purge.isDue(),
    purge: () => orStoreFull(() => purge.run()),
  }
}

function readPage(
  rows: IterableIterator<EntryRow>,
  head: number,
  limits: { readonly entries: number; readonly bytes: number },
): FeedPage {
  const entries: FeedEntry[] = []
  let bytes = 0
  for (const row of rows) {
    bytes += row[4].byteLength + entryOverheadBytes
    if (bytes > limits.bytes && entries.length > 0) return { entries, upTo: lastSeq(entries), head }
    entries.push(rowToEntry(row))
  }
  return { entries, upTo: entries.length < limits.entries ? head : lastSeq(entries), head }
}

const lastSeq = (entries: readonly FeedEntry[]): number => entries.at(-1)?.seq ?? 0

function readEpoch(db: ServerDatabase, newEpoch: () => Ulid): Ulid {
  const select = db.prepare<[], Ulid>("SELECT value FROM meta WHERE key = 'epoch'").pluck()
  const known = select.get()
  if (known) return known
  const epoch = newEpoch()
  db.prepare<[string]>("INSERT INTO meta (key, value) VALUES ('epoch', ?)").run(epoch)
  return epoch
}

const randomUlid = (): Ulid => createUlidFactory(Date.now, () => randomBytes(1)[0] ?? 0).next()

function orStoreFull<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isFull(error) ? new StoreFull('the disk is full', { cause: error }) : error
  }
}

function isFull(error: unknown): boolean {
  const codes = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE']
  return error instanceof Database.SqliteError && codes.includes(error.code)
}
