/** The stored side of documents: their rows, snapshots and update logs. Knows no live Y.Doc. */
import * as Y from 'yjs'
import { parseDocId, type DocId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { createDoc } from '#shared/model/doc.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'

export interface DocumentRef {
  readonly docId: DocId
  /** Where the document is made if it is not there yet. */
  readonly spaceId: SpaceId
}

export interface DocumentRow {
  readonly docKey: number
  readonly docId: DocId
  readonly spaceId: SpaceId
  /** A DocKind, or what a newer version calls it. */
  readonly kind: string
  readonly rev: number
  readonly projectedRev: number
  readonly projectorVersion: number
  readonly snapshotBytes: number
  readonly updateBytes: number
  /** 1 where the server has to be asked what it has of the document. */
  readonly reconcile: 0 | 1
}

const columns = `doc_key AS docKey, doc_id AS docId, space_id AS spaceId, kind, rev, projected_rev AS projectedRev,
  projector_version AS projectorVersion,  snapshot_bytes AS snapshotBytes, update_bytes AS updateBytes, reconcile`

export function findDocument(db: ReadableDb, docId: DocId): DocumentRow | null {
  return db.get<DocumentRow>(`SELECT ${columns} FROM documents WHERE doc_id = ?`, [docId]) ?? null
}

export function findDocumentByKey(db: ReadableDb, docKey: number): DocumentRow | null {
  return db.get<DocumentRow>(`SELECT ${columns} FROM documents WHERE doc_key = ?`, [docKey]) ?? null
}

export function insertDocument(db: WritableDb, docId: DocId, spaceId: SpaceId): DocumentRow {
  const kind = parseDocId(docId)?.kind ?? docId.split('/')[0] ?? ''
  const docKey = db.insert('INSERT INTO documents (doc_id, space_id, kind) VALUES (?, ?, ?)', [
    docId,
    spaceId,
    kind,
  ])
  return {
    docKey,
    docId,
    spaceId,
    kind,
    rev: 0,
    projectedRev: 0,
    projectorVersion: 0,
    snapshotBytes: 0,
    updateBytes: 0,
    reconcile: 0,
  }
}

export interface StoredUpdate {
  readonly updateId: UpdateId
  readonly origin: 'local' | 'remote'
  readonly serverSeq: number | null
  readonly payload: Uint8Array
}

/**
 * Appends to the log; the document's revision becomes `rev`. Returns the new row's key, null where the update is
 * there already.
 */
export function appendUpdate(
  db: WritableDb,
  docKey: number,
  rev: number,
  update: StoredUpdate,
): number | null {
  const updateKey = insertUpdate(db, docKey, rev, update)
  if (updateKey !== null) noteAppended(db, docKey, rev, 1, update.payload.byteLength)
  return updateKey
}

/** Only the row of the log; `noteAppended` has to follow. */
export function insertUpdate(
  db: WritableDb,
  docKey: number,
  rev: number,
  { updateId, origin, serverSeq, payload }: StoredUpdate,
): number | null {
  return (
    db.value<number>(
      `INSERT INTO updates (update_id, doc_key, rev, origin, server_seq, payload) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (update_id) DO NOTHING RETURNING update_key`,
      [updateId, docKey, rev, origin, serverSeq, payload],
    ) ?? null
  )
}

export function noteAppended(
  db: WritableDb,
  docKey: number,
  rev: number,
  count: number,
  bytes: number,
): void {
  db.run(
    `UPDATE documents SET rev = ?, update_bytes = update_bytes + ?, update_count = update_count + ?
     WHERE doc_key = ?`,
    [rev, bytes, count, docKey],
  )
}

/** Replaces the snapshot with the whole state as it is at `rev`. */
export function putSnapshot(db: WritableDb, docKey: number, rev: number, state: Uint8Array): void {
  db.run(
    `INSERT INTO snapshots (doc_key, rev, state) VALUES (?, ?, ?)
     ON CONFLICT (doc_key) DO UPDATE SET rev = excluded.rev, state = excluded.state`,
    [docKey, rev, state],
  )
  db.run('UPDATE documents SET rev = max(rev, ?), snapshot_bytes = ? WHERE doc_key = ?', [
    rev,
    state.byteLength,
    docKey,
  ])
}

/**
 * A fresh Y.Doc with everything stored of the document.
 * @param which `acknowledged` leaves out what waits for the server
 */
export function loadDoc(db: ReadableDb, docKey: number, which: 'all' | 'acknowledged' = 'all'): Y.Doc {
  const doc = createDoc()
  const snapshot = db.get<{ rev: number; state: Uint8Array }>(
    'SELECT rev, state FROM snapshots WHERE doc_key = ?',
    [docKey],
  )
  const updates = db.all<{ payload: Uint8Array }>(
    which === 'all'
      ? 'SELECT payload FROM updates WHERE doc_key = ? AND rev > ? ORDER BY rev'
      : `SELECT payload FROM updates WHERE doc_key = ? AND rev > ?
           AND NOT (origin = 'local' AND server_seq IS NULL) ORDER BY rev`,
    [docKey, snapshot?.rev ?? 0],
  )
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.state)
    for (const update of updates) applyOrSkip(doc, update.payload)
  })
  return doc
}

/** One update that cannot be read must not take the rest of the document away. False where it was skipped. */
export function applyOrSkip(doc: Y.Doc, payload: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, payload, 'remote')
    return true
  } catch {
    return false
  }
}
