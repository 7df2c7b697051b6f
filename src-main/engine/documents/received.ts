/**
 * The side of documents that the server writes: updates of others, acknowledgements, what it refuses, deletes or has
 * erased. All of it runs inside the caller's write transaction, like local edits.
 */
import * as Y from 'yjs'
import type { DocId, SpaceId, UpdateId } from '#shared/base/ids.ts'
import { chatRoots } from '#shared/model/chat/chat.ts'
import { forgetAnswersAbout } from '../ask/question-rows.ts'
import type { ProjectionRunner } from '../projections/runner.ts'
import type { WritableDb } from '../store/db.ts'
import { digestOf } from './digest.ts'
import { recordChanges } from './doc-changes.ts'
import type { LiveDoc, LiveDocs } from './live-docs.ts'
import {
  appendUpdate,
  applyOrSkip,
  findDocument,
  insertDocument,
  insertUpdate,
  loadDoc,
  noteAppended,
  putSnapshot,
  type DocumentRef,
  type DocumentRow,
} from './update-log.ts'
import { writtenText } from './written-text.ts'

export interface ReceivedUpdate {
  readonly updateId: UpdateId
  readonly seq: number
  readonly payload: Uint8Array
}

/** Local changes that leave the log without ever having reached the server. */
export interface TakenBack {
  readonly docId: DocId
  readonly spaceId: SpaceId
  /** What the person had written in them. */
  readonly text: string
  readonly updateIds: readonly UpdateId[]
}

export interface ReceivedDocuments {
  /**
   * Appends what others wrote. `now` also brings the rows up to date, for the few updates of live work; `later` leaves
   * that to the background, for thousands of them.
   */
  receive(ref: DocumentRef, updates: readonly ReceivedUpdate[], projecting: 'now' | 'later'): void
  /** The server has it. Returns the document that it belongs to; null where nothing waited under this id. */
  acknowledge(updateId: UpdateId, seq: number): DocId | null
  /** Takes a refused update and the later local ones of its document out again; null where nothing waits under this id. */
  takeBack(updateId: UpdateId): TakenBack | null
  /** What the snapshot no longer shows goes, from the log and the rows; what waits for the server stays on top. */
  replaceErased(ref: DocumentRef, snapshot: ReceivedUpdate): void
  /** Takes the document away with its rows. What waited in it is returned. */
  remove(docId: DocId): TakenBack | null
  /** Everything that people wrote in it. */
  textOf(docId: DocId): string
  /** The document goes on in another space. */
  moveTo(docId: DocId, spaceId: SpaceId): void
  /** What the server has to know for a comparison; null where there is no such document. */
  stateOf(docId: DocId): { readonly stateVector: Uint8Array; readonly digest: Uint8Array } | null
  /** Puts what the other side lacks into the log as a new local update; false where it lacks nothing. */
  appendMissing(docId: DocId, theirStateVector: Uint8Array): boolean
}

export interface DocumentsCore {
  readonly db: WritableDb
  readonly projections: ProjectionRunner
  readonly nextUpdateId: () => UpdateId
  readonly lives: LiveDocs
  readonly touched: Set<DocId>
  open(ref: DocumentRef): LiveDoc
  openExisting(docId: DocId): LiveDoc | null
}

export function createReceivedDocuments(core: DocumentsCore): ReceivedDocuments {
  const { db, projections, lives, touched } = core

  const acknowledge = (updateId: UpdateId, seq: number): DocId | null => {
    const row = db.get<{ updateKey: number; docKey: number }>(
      `UPDATE updates SET server_seq = ? WHERE update_id = ? AND server_seq IS NULL
       RETURNING update_key AS updateKey, doc_key AS docKey`,
      [seq, updateId],
    )
    if (!row) return null
    db.run('DELETE FROM pending WHERE update_key = ?', [row.updateKey])
    return db.value<DocId>('SELECT doc_id FROM documents WHERE doc_key = ?', [row.docKey]) ?? null
  }

  const receiveNow = (ref: DocumentRef, updates: readonly ReceivedUpdate[]) => {
    touched.add(ref.docId)
    const live = core.open(ref)
    const changes = recordChanges(live.doc)
    const from = live.row.rev
    try {
      for (const { updateId, seq, payload } of updates) {
        const rev = live.row.rev + 1
        if (appendUpdate(db, live.row.docKey, rev, toRow(updateId, seq, payload)) === null) {
          acknowledge(updateId, seq)
          continue
        }
        applyOrSkip(live.doc, payload)
        live.row = { ...live.row, rev, updateBytes: live.row.updateBytes + payload.byteLength }
      }
      if (live.row.rev > from) live.row = projections.project(live.row, live.doc, changes, from)
    } finally {
      changes.stop()
    }
  }

  const receiveLater = (ref: DocumentRef, updates: readonly ReceivedUpdate[]) => {
    lives.drop(ref.docId)
    const row = findDocument(db, ref.docId) ?? insertDocument(db, ref.docId, ref.spaceId)
    let { rev } = row
    let bytes = 0
    for (const { updateId, seq, payload } of updates) {
      if (insertUpdate(db, row.docKey, rev + 1, toRow(updateId, seq, payload)) === null) {
        acknowledge(updateId, seq)
        continue
      }
      rev++
      bytes += payload.byteLength
    }
    if (rev > row.rev) noteAppended(db, row.docKey, rev, rev - row.rev, bytes)
  }

  const waiting = (docKey: number, fromKey = 0) =>
    db.all<{ updateKey: number; updateId: UpdateId; payload: Uint8Array }>(
      `SELECT update_key AS updateKey, update_id AS updateId, payload FROM updates
       WHERE doc_key = ? AND update_key >= ? AND origin = 'local' AND server_seq IS NULL ORDER BY update_key`,
      [docKey, fromKey],
    )
  const takenBack = (row: DocumentRow, updates: ReturnType<typeof waiting>): TakenBack => ({
    docId: row.docId,
    spaceId: row.spaceId,
    text: writtenText(
      updates.map(({ payload }) => payload),
      notErased(row.docId),
    ),
    updateIds: updates.map(({ updateId }) => updateId),
  })
  /** Of a document that somebody has asked to erase something in, only what it still says. */
  const notErased = (docId: DocId): ((piece: string) => boolean) => {
    const isErasing = db.value("SELECT 1 FROM orders WHERE doc_id = ? AND type = 'erase' LIMIT 1", [docId])
    if (isErasing === undefined) return () => true
    const live = core.openExisting(docId)
    const content = live ? JSON.stringify(chatRoots.map((root) => live.doc.getMap(root).toJSON())) : ''
    return (piece) => content.includes(JSON.stringify(piece).slice(1, -1))
  }
  /** The rows again, from the log as it is now. */
  const projectAnew = (row: DocumentRow) => {
    lives.drop(row.docId)
    projections.remove(row)
    const doc = loadDoc(db, row.docKey)
    try {
      projections.project(row, doc, null)
    } finally {
      doc.destroy()
    }
  }
  const deleteDocument = (row: DocumentRow) => {
    lives.drop(row.docId)
    projections.remove(row)
    db.run('DELETE FROM documents WHERE doc_key = ?', [row.docKey])
  }

  return {
    receive: (ref, updates, projecting) =>
      projecting === 'now' ? receiveNow(ref, updates) : receiveLater(ref, updates),
    acknowledge,
    takeBack(updateId) {
      const first = db.get<{ docKey: number; updateKey: number; docId: DocId }>(
        `SELECT doc_key AS docKey, update_key AS updateKey, doc_id AS docId FROM updates JOIN documents USING (doc_key)
         WHERE update_id = ? AND server_seq IS NULL`,
        [updateId],
      )
      const row = first && findDocument(db, first.docId)
      if (!row) return null
      const updates = waiting(row.docKey, first.updateKey)
      const result = takenBack(row, updates)
      for (const { updateKey } of updates) db.run('DELETE FROM updates WHERE update_key = ?', [updateKey])
      const hasMore =
        db.value('SELECT 1 FROM snapshots WHERE doc_key = ?', [row.docKey]) ??
        db.value('SELECT 1 FROM updates WHERE doc_key = ? LIMIT 1', [row.docKey])
      if (hasMore === undefined) {
        deleteDocument(row)
      } else {
        const rev = row.rev + 1
        db.run('UPDATE documents SET rev = ? WHERE doc_key = ?', [rev, row.docKey])
        projectAnew({ ...row, rev })
      }
      return result
    },
    replaceErased(ref, { updateId, seq, payload }) {
      forgetAnswersAbout(db, ref.docId)
      const row = findDocument(db, ref.docId) ?? insertDocument(db, ref.docId, ref.spaceId)
      const kept = waiting(row.docKey)
      // Merged, not replaced: a restored server may lack what it has acknowledged. What was erased is deleted in the
      // merged document, and deleted content does not outlive the merging.
      const doc = loadDoc(db, row.docKey, 'acknowledged')
      applyOrSkip(doc, payload)
      const state = Y.encodeStateAsUpdate(doc)
      doc.destroy()
      db.run('DELETE FROM updates WHERE doc_key = ? AND NOT (origin = ? AND server_seq IS NULL)', [
        row.docKey,
        'local',
      ])
      let rev = row.rev + 1
      putSnapshot(db, row.docKey, rev, state)
      for (const { updateKey } of kept) {
        rev++
        db.run('UPDATE updates SET rev = ? WHERE update_key = ?', [rev, updateKey])
      }
      acknowledge(updateId, seq)
      const bytes = kept.reduce((sum, { payload: { byteLength } }) => sum + byteLength, 0)
      db.run('UPDATE documents SET rev = ?, update_bytes = ?, update_count = ? WHERE doc_key = ?', [
        rev,
        bytes,
        kept.length,
        row.docKey,
      ])
      projectAnew({ ...row, rev })
    },
    remove(docId) {
      const row = findDocument(db, docId)
      if (!row) return null
      forgetAnswersAbout(db, docId)
      const updates = waiting(row.docKey)
      const result = updates.length > 0 ? takenBack(row, updates) : null
      deleteDocument(row)
      return result
    },
    textOf(docId) {
      const live = core.openExisting(docId)
      return live ? writtenText([Y.encodeStateAsUpdate(live.doc)]) : ''
    },
    moveTo(docId, spaceId) {
      const row = findDocument(db, docId)
      if (!row || row.spaceId === spaceId) return
      const rev = row.rev + 1
      db.run('UPDATE documents SET space_id = ?, rev = ? WHERE doc_key = ?', [spaceId, rev, row.docKey])
      projectAnew({ ...row, spaceId, rev })
    },
    stateOf(docId) {
      const live = core.openExisting(docId)
      return live && { stateVector: Y.encodeStateVector(live.doc), digest: digestOf(live.doc) }
    },
    appendMissing(docId, theirStateVector) {
      const live = core.openExisting(docId)
      if (!live) return false
      const known = theirStateVector.byteLength > 0 ? theirStateVector : undefined
      const payload = Y.encodeStateAsUpdate(live.doc, known)
      const rev = live.row.rev + 1
      const update = { updateId: core.nextUpdateId(), origin: 'local', serverSeq: null, payload } as const
      appendUpdate(db, live.row.docKey, rev, update)
      // The document says what it said before: its rows stand for the new revision too.
      const wasUpToDate = live.row.projectedRev === live.row.rev
      live.row = { ...live.row, rev, projectedRev: wasUpToDate ? rev : live.row.projectedRev }
      db.run('UPDATE documents SET projected_rev = ? WHERE doc_key = ?', [
        live.row.projectedRev,
        live.row.docKey,
      ])
      touched.add(docId)
      return true
    },
  }
}

const toRow = (updateId: UpdateId, seq: number, payload: Uint8Array) =>
  ({ updateId, origin: 'remote', serverSeq: seq, payload }) as const
