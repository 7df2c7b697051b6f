/** The writing half of the store: prepared once, as every push runs through here. */
import type { DocId, SpaceId } from '#shared/base/ids.ts'
import type { Appended, FeedWriter, NewEntry } from '../../feed/sync-store.ts'
import type { CompactionCandidates } from './compaction-candidates.ts'
import type { ServerDatabase } from './database.ts'
import type { DocumentKeys } from './document-keys.ts'
import { entryRowPayload, entryRowType, rowTypes, ulidToBytes } from './entry-rows.ts'
import type { Purge } from './purge.ts'
import type { SpaceKeys, SpaceRow } from './space-keys.ts'

type Bytes = Uint8Array

export function createFeedWriter(
  db: ServerDatabase,
  keys: SpaceKeys,
  documents: DocumentKeys,
  candidates: CompactionCandidates,
  purge: Pick<Purge, 'note'>,
): FeedWriter {
  const findItem = createItemFinder(db)
  const raiseHead = db
    .prepare<[number], number>('UPDATE spaces SET head = head + 1 WHERE space_key = ? RETURNING head')
    .pluck()
  // Nothing is inserted where the item is known: one statement asks and remembers.
  const insertItem = db.prepare<[Bytes, number, number]>(
    `INSERT INTO items (item_id, space_key, seq)
     VALUES (?, ?, 1 + (SELECT head FROM spaces WHERE space_key = ?)) ON CONFLICT DO NOTHING`,
  )
  const insertEntry = db.prepare<[number, number, number, Bytes, number | null, string | null, Bytes]>(
    `INSERT INTO entries (space_key, seq, type, entry_id, doc_key, author_id, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertDocument = db.prepare<[number, string, number]>(
    'INSERT INTO documents (workspace_key, doc_id, space_key) VALUES (?, ?, ?)',
  )
  const countUpdate = db.prepare<[number, number], [number, number, number]>(
    `UPDATE documents SET log_count = log_count + 1, log_bytes = log_bytes + ? WHERE doc_key = ?
     RETURNING log_count, log_bytes, snapshot_bytes`,
  )
  countUpdate.raw()
  const countSnapshot = db.prepare<[number, number]>(
    'UPDATE documents SET log_count = 0, log_bytes = 0, snapshot_bytes = ? WHERE doc_key = ?',
  )
  const dropBelow = db.prepare<[number, number, number]>(
    `DELETE FROM entries WHERE doc_key = ? AND seq < ? AND space_key = ? AND type <> ${rowTypes.tombstone}`,
  )
  const place = db.prepare<[number, string, number, number]>(
    `INSERT INTO documents (workspace_key, doc_id, space_key, is_deleted) VALUES (?, ?, ?, ?)
     ON CONFLICT (workspace_key, doc_id) DO UPDATE SET space_key = excluded.space_key, is_deleted = excluded.is_deleted`,
  )
  const ticketNumbers = createTicketNumbers(db)

  const docKeyOf = (space: SpaceRow, docId: DocId): number =>
    documents.find(space.workspaceKey, docId)?.docKey ??
    Number(insertDocument.run(space.workspaceKey, docId, space.spaceKey).lastInsertRowid)

  const count = (docKey: number, entry: NewEntry): void => {
    if (entry.type === 'update') {
      const counted = countUpdate.get(entry.payload.byteLength, docKey)
      if (counted) candidates.consider(docKey, ...counted)
    } else {
      countSnapshot.run(entry.type === 'snapshot' ? entry.payload.byteLength : 0, docKey)
    }
  }

  return {
    append(spaceId, entry, author): Appended {
      const idBytes = ulidToBytes(entry.entryId)
      const space = keys.get(spaceId)
      if (insertItem.run(idBytes, space.spaceKey, space.spaceKey).changes === 0) {
        const known = findItem(idBytes)
        if (!known) throw new Error('an item is known and is not')
        return { ...known, isNew: false }
      }
      const seq = raiseHead.get(space.spaceKey)
      if (seq === undefined) throw new Error('no such space')
      const docKey = entry.type === 'record' ? null : docKeyOf(space, entry.docId)
      insertEntry.run(
        space.spaceKey,
        seq,
        entryRowType(entry),
        idBytes,
        docKey,
        author,
        entryRowPayload(entry),
      )
      if (docKey !== null) count(docKey, entry)
      return { seq, isNew: true, spaceId }
    },
    dropEntriesBelow(spaceId, docId, seq) {
      const space = keys.get(spaceId)
      const document = documents.find(space.workspaceKey, docId)
      if (document) dropBelow.run(document.docKey, seq, space.spaceKey)
    },
    requirePurge: () => purge.note(),
    placeDocument(workspaceId, docId, { spaceId, isDeleted }) {
      const workspaceKey = keys.workspaceKey(workspaceId)
      place.run(workspaceKey, docId, keys.get(spaceId).spaceKey, isDeleted ? 1 : 0)
      documents.drop(workspaceKey, docId)
    },
    giveTicketNumber: (workspaceId, ticketId) => ticketNumbers(keys.workspaceKey(workspaceId), ticketId),
  }
}

export function createItemFinder(
  db: ServerDatabase,
): (itemId: Bytes) => { spaceId: SpaceId; seq: number } | null {
  const select = db.prepare<[Bytes], { spaceId: SpaceId; seq: number }>(
    'SELECT s.space_id AS spaceId, i.seq FROM items i JOIN spaces s USING (space_key) WHERE i.item_id = ?',
  )
  return (itemId) => select.get(itemId) ?? null
}

function createTicketNumbers(db: ServerDatabase) {
  const find = db
    .prepare<[number, string], number>(
      'SELECT number FROM ticket_numbers WHERE workspace_key = ? AND ticket_id = ?',
    )
    .pluck()
  // Owners may bring numbers along that are ahead of the counter.
  const next = db
    .prepare<[number], number>(
      `UPDATE workspaces SET last_ticket_number = 1 + max(last_ticket_number, coalesce(
         (SELECT max(number) FROM ticket_numbers t WHERE t.workspace_key = workspaces.workspace_key), 0))
       WHERE workspace_key = ? RETURNING last_ticket_number`,
    )
    .pluck()
  const insert = db.prepare<[number, string, number]>(
    'INSERT INTO ticket_numbers (workspace_key, ticket_id, number) VALUES (?, ?, ?)',
  )
  return (workspaceKey: number, ticketId: string) => {
    const known = find.get(workspaceKey, ticketId)
    if (known !== undefined) return { number: known, isNew: false }
    const number = next.get(workspaceKey)
    if (number === undefined) throw new Error('no such workspace')
    insert.run(workspaceKey, ticketId, number)
    return { number, isNew: true }
  }
}
