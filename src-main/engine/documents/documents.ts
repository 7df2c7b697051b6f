/**
 * Documents: live Y.Docs over a durable update log. Keeps the invariant of one transaction: the update, the
 * rows projected from it and the revision they stand for are committed together or not at all. The caller opens
 * the transaction; when it fails, `dropTouched` lets go of the Y.Docs that are ahead of the store.
 */
import * as Y from 'yjs'
import { parseDocId, type DocId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { forgetAnswersAbout } from '../ask/question-rows.ts'
import type { ProjectionRunner } from '../projections/runner.ts'
import type { WritableDb } from '../store/db.ts'
import { markErased } from '../store/meta.ts'
import { recordChanges } from './doc-changes.ts'
import { createLiveDocs, type LiveDoc } from './live-docs.ts'
import { createReceivedDocuments, type ReceivedDocuments } from './received.ts'
import { subjectsOf } from './subjects.ts'
import {
  appendUpdate,
  findDocument,
  insertDocument,
  loadDoc,
  putSnapshot,
  type DocumentRef,
  type DocumentRow,
} from './update-log.ts'

export interface Documents extends ReceivedDocuments {
  /**
   * Runs `edit` in one Yjs transaction and stores the update with its rows. Nothing is stored where nothing
   * changed. Must run inside a write transaction of the store.
   */
  transact<T>(ref: DocumentRef, edit: (doc: Y.Doc) => T): T
  /** Reads a document as it is now; null where there is none. */
  read<T>(docId: DocId, look: (doc: Y.Doc) => T): T | null
  /**
   * Stores a document made elsewhere as its first snapshot, with its rows. For imports: no update is logged.
   * Must run inside a write transaction; the document must not exist.
   */
  importDoc(ref: DocumentRef, doc: Y.Doc): void
  /** Merges the log into the snapshot; or says why not now: parts are missing, or the server has not got all yet. */
  compact(row: DocumentRow): 'done' | 'parts-missing' | 'unacknowledged'
  /** What the document no longer shows leaves its log here, and everywhere once the server has heard of it. */
  erasePast(docId: DocId): void
  /** Takes the document to another space, here at once. */
  relocate(docId: DocId, spaceId: SpaceId): void
  /** After a rollback: forgets every Y.Doc that was touched since the last `settle`. */
  dropTouched(): void
  /** Lets go of every Y.Doc: the stored rows have been marked for another projection beneath them. */
  forgetAll(): void
  /** After a commit: what was touched is now as stored. */
  settle(): void
  dispose(): void
}

export interface DocumentsDeps {
  readonly db: WritableDb
  readonly projections: ProjectionRunner
  readonly nextUpdateId: () => UpdateId
  readonly budgetBytes: number
  /** True while a server exists that has to acknowledge updates: only acknowledged ones may leave the log. */
  readonly hasServer: () => boolean
}

export function createDocuments({
  db,
  projections,
  nextUpdateId,
  budgetBytes,
  hasServer,
}: DocumentsDeps): Documents {
  const lives = createLiveDocs(budgetBytes)
  const touched = new Set<DocId>()

  const open = (ref: DocumentRef): LiveDoc => {
    const known = lives.get(ref.docId)
    if (known) return known
    const row = findDocument(db, ref.docId) ?? insertDocument(db, ref.docId, ref.spaceId)
    const live = { doc: loadDoc(db, row.docKey), row }
    lives.put(live)
    return live
  }

  const openExisting = (docId: DocId): LiveDoc | null => {
    const known = lives.get(docId)
    if (known) return known
    const row = findDocument(db, docId)
    return row && open({ docId, spaceId: row.spaceId })
  }

  /** An edit that changed nothing makes no document. */
  const forgetEmpty = ({ docId, docKey }: DocumentRow) => {
    lives.drop(docId)
    db.run('DELETE FROM documents WHERE doc_key = ?', [docKey])
  }
  const hasUnacknowledged = ({ docKey }: DocumentRow): boolean =>
    db.value("SELECT 1 FROM updates WHERE doc_key = ? AND origin = 'local' AND server_seq IS NULL LIMIT 1", [
      docKey,
    ]) !== undefined
  const markPending = (updateKey: number, subjects: ReadonlySet<string>) => {
    for (const subject of subjects) {
      db.run('INSERT INTO pending (subject, update_key) VALUES (?, ?)', [subject, updateKey])
    }
  }
  const received = createReceivedDocuments({
    db,
    projections,
    nextUpdateId,
    lives,
    touched,
    open,
    openExisting,
  })
  /** For the server; it has the document where an earlier order says that it was. */
  const order = (type: 'move' | 'erase', { docId, spaceId }: DocumentRow, to: SpaceId | null) => {
    const known = db.value<SpaceId>('SELECT space_id FROM orders WHERE doc_id = ? LIMIT 1', [docId])
    db.run('INSERT INTO orders (item_id, type, doc_id, space_id, to_space_id) VALUES (?, ?, ?, ?, ?)', [
      nextUpdateId(),
      type,
      docId,
      known ?? spaceId,
      to,
    ])
  }

  const compact: Documents['compact'] = (row) => {
    // What this version does not know it does not rewrite.
    if (parseDocId(row.docId)?.kind == null) return 'parts-missing'
    // Only what the server has may leave the log: it is what would be taken back if it were refused.
    if (hasServer() && hasUnacknowledged(row)) return 'unacknowledged'
    const live = lives.get(row.docId)
    const doc = live?.doc ?? loadDoc(db, row.docKey)
    try {
      if (doc.store.pendingStructs || doc.store.pendingDs) return 'parts-missing'
      const state = Y.encodeStateAsUpdate(doc)
      putSnapshot(db, row.docKey, row.rev, state)
      db.run('DELETE FROM updates WHERE doc_key = ? AND rev <= ?', [row.docKey, row.rev])
      db.run('UPDATE documents SET update_bytes = 0, update_count = 0 WHERE doc_key = ?', [row.docKey])
      if (live) live.row = { ...live.row, snapshotBytes: state.byteLength, updateBytes: 0 }
      return 'done'
    } finally {
      if (!live) doc.destroy()
    }
  }

  return {
    ...received,
    transact(ref, edit) {
      touched.add(ref.docId)
      const live = open(ref)
      const changes = recordChanges(live.doc)
      const updates: Uint8Array[] = []
      const collect = (update: Uint8Array) => updates.push(update)
      live.doc.on('update', collect)
      try {
        const result = live.doc.transact(() => edit(live.doc), 'local')
        const from = live.row.rev
        for (const payload of updates) {
          const rev = live.row.rev + 1
          const update = { updateId: nextUpdateId(), origin: 'local', serverSeq: null, payload } as const
          const updateKey = appendUpdate(db, live.row.docKey, rev, update)
          if (updateKey === null) throw new Error('the id of a new update is taken')
          if (hasServer()) markPending(updateKey, subjectsOf(ref.docId, changes))
          live.row = { ...live.row, rev, updateBytes: live.row.updateBytes + payload.byteLength }
        }
        if (updates.length > 0) live.row = projections.project(live.row, live.doc, changes, from)
        else if (live.row.rev === 0) forgetEmpty(live.row)
        return result
      } finally {
        live.doc.off('update', collect)
        changes.stop()
      }
    },
    read(docId, look) {
      const live = openExisting(docId)
      return live && look(live.doc)
    },
    importDoc(ref, doc) {
      const row = insertDocument(db, ref.docId, ref.spaceId)
      const rev = 1
      putSnapshot(db, row.docKey, rev, Y.encodeStateAsUpdate(doc))
      projections.project({ ...row, rev }, doc, null)
    },
    compact,
    erasePast(docId) {
      const row = findDocument(db, docId)
      if (!row) return
      markErased(db, nextUpdateId())
      forgetAnswersAbout(db, docId)
      if (hasServer()) order('erase', row, null)
      else compact(row)
    },
    relocate(docId, spaceId) {
      const row = findDocument(db, docId)
      if (!row) return
      if (hasServer()) order('move', row, spaceId)
      received.moveTo(docId, spaceId)
    },
    dropTouched() {
      for (const docId of touched) lives.drop(docId)
      touched.clear()
    },
    forgetAll: () => lives.clear(),
    settle() {
      touched.clear()
      lives.trim()
    },
    dispose: () => lives.clear(),
  }
}
