/** What waits for the server, out of the store: proposed records first, then updates in the order they were made. */
import type { SpaceId, UpdateId, DocId } from '#shared/base/ids.ts'
import { entryOverheadBytes } from '#shared/protocol/codec.ts'
import type { PushItem } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { ReadableDb } from '../store/db.ts'
import { getMeta } from '../store/meta.ts'

const batchBytes = 512 * 1024

/** Records that are proposed and not among `inFlight`: people first, as spaces name them. */
export function waitingRecords(db: ReadableDb, inFlight: ReadonlySet<UpdateId>): PushItem[] {
  const directoryId = getMeta(db, 'directoryId')
  if (directoryId === null) return []
  return db
    .all<{ itemId: UpdateId; type: string; id: string; body: string }>(
      `SELECT item_id AS itemId, type, id, body FROM records INDEXED BY records_outbox
       WHERE item_id IS NOT NULL AND server_seq IS NULL
       ORDER BY CASE type WHEN 'person' THEN 0 WHEN 'space' THEN 1 ELSE 2 END, item_id LIMIT ?`,
      [protocolLimits.pushItems + inFlight.size],
    )
    .filter(({ itemId }) => !inFlight.has(itemId))
    .slice(0, protocolLimits.pushItems)
    .map(({ itemId, type, id, body }) => ({
      type: 'record',
      itemId,
      spaceId: type === 'space' ? (id as SpaceId) : directoryId,
      recordType: type,
      recordId: id,
      body,
    }))
}

/** The oldest updates that are not among `inFlight`, as many as one push takes. */
export function waitingUpdates(db: ReadableDb, inFlight: ReadonlySet<UpdateId>): PushItem[] {
  const rows = db.all<{
    updateId: UpdateId
    docId: DocId
    spaceId: SpaceId
    payload: Uint8Array
  }>(
    `SELECT update_id AS updateId, doc_id AS docId, payload,
       coalesce((SELECT orders.space_id FROM orders WHERE orders.doc_id = documents.doc_id LIMIT 1), space_id) AS spaceId
     FROM updates INDEXED BY updates_outbox JOIN documents USING (doc_key)
     WHERE server_seq IS NULL AND origin = 'local' ORDER BY update_key LIMIT ?`,
    [protocolLimits.pushItems + inFlight.size],
  )
  const items: PushItem[] = []
  let bytes = 0
  for (const { updateId, docId, spaceId, payload } of rows) {
    if (inFlight.has(updateId) || items.length === protocolLimits.pushItems) continue
    bytes += payload.byteLength + entryOverheadBytes
    if (items.length > 0 && bytes > batchBytes) break
    items.push({ type: 'update', itemId: updateId, spaceId, docId, payload })
  }
  return items
}

/** What the server shall do with documents, once it has all that was written in them before. */
export function waitingOrders(db: ReadableDb): PushItem[] {
  return db
    .all<{
      itemId: UpdateId
      type: 'move' | 'erase'
      docId: DocId
      spaceId: SpaceId
      toSpaceId: SpaceId | null
    }>(
      `SELECT item_id AS itemId, type, doc_id AS docId, space_id AS spaceId, to_space_id AS toSpaceId FROM orders
       WHERE NOT EXISTS (SELECT 1 FROM documents JOIN updates USING (doc_key)
         WHERE documents.doc_id = orders.doc_id AND origin = 'local' AND server_seq IS NULL)
       ORDER BY item_id LIMIT ?`,
      [protocolLimits.pushItems],
    )
    .map(({ type, toSpaceId, ...place }) =>
      type === 'move' && toSpaceId !== null ? { type, ...place, toSpaceId } : { type: 'erase', ...place },
    )
}

/**
 * How many changes wait, as a person would count them: drafts and read marks are not among them. Asked after each commit,
 * so it counts in indexes alone; only one's own document is looked up to be left out.
 */
export function countWaiting(db: ReadableDb): number {
  return (
    db.value<number>(
      `WITH own AS (SELECT doc_key, reconcile FROM documents
                    WHERE doc_id = 'personal/' || (SELECT value FROM meta WHERE key = 'me'))
       SELECT (SELECT count(*) FROM updates INDEXED BY updates_outbox WHERE server_seq IS NULL AND origin = 'local')
            - (SELECT count(*) FROM updates WHERE doc_key = (SELECT doc_key FROM own)
                 AND server_seq IS NULL AND origin = 'local')
            + (SELECT count(*) FROM records INDEXED BY records_outbox
               WHERE item_id IS NOT NULL AND server_seq IS NULL)
            + (SELECT count(*) FROM orders)
            + (SELECT count(*) FROM documents INDEXED BY documents_to_reconcile WHERE reconcile = 1)
            - coalesce((SELECT reconcile FROM own), 0)`,
    ) ?? 0
  )
}

/** Whether nothing at all waits, drafts included. */
export function isOutboxEmpty(db: ReadableDb): boolean {
  return (
    db.value(
      "SELECT 1 FROM updates INDEXED BY updates_outbox WHERE server_seq IS NULL AND origin = 'local' LIMIT 1",
    ) === undefined &&
    db.value(
      'SELECT 1 FROM records INDEXED BY records_outbox WHERE item_id IS NOT NULL AND server_seq IS NULL LIMIT 1',
    ) === undefined &&
    db.value('SELECT 1 FROM orders LIMIT 1') === undefined &&
    db.value('SELECT 1 FROM documents INDEXED BY documents_to_reconcile WHERE reconcile = 1 LIMIT 1') ===
      undefined
  )
}
