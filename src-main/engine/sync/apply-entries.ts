/** Writes entries of a space's feed into the store, inside the caller's transaction. */
import type { DocId, SpaceId } from '#shared/base/ids.ts'
import type { FeedEntry } from '#shared/protocol/frames.ts'
import type { CommandContext } from '../commands/context.ts'
import type { ReceivedUpdate } from '../documents/received.ts'
import { findDocument } from '../documents/update-log.ts'
import { pendingKeys } from '../documents/subjects.ts'
import { findSpace } from '../projections/spaces.ts'
import { markErased } from '../store/meta.ts'
import { describeDocument, keepTakenBack } from './refusals.ts'

/** @param projecting see `Documents.receive` */
export function applyEntries(
  context: CommandContext,
  spaceId: SpaceId,
  entries: readonly FeedEntry[],
  projecting: 'now' | 'later',
): void {
  const { documents, records } = context
  const byDocument = new Map<DocId, ReceivedUpdate[]>()

  /** A document is where the server has entries of it, unless it was moved here and the server has not heard of it. */
  const follow = (docId: DocId) => {
    const isOrdered =
      context.db.value("SELECT 1 FROM orders WHERE doc_id = ? AND type = 'move' LIMIT 1", [docId]) !==
      undefined
    if (!isOrdered) documents.moveTo(docId, spaceId)
  }
  const flush = (docId: DocId) => {
    const updates = byDocument.get(docId)
    if (!updates) return
    byDocument.delete(docId)
    follow(docId)
    documents.receive({ docId, spaceId }, updates, projecting)
    // Where one of them was our own on its way back, its mark goes.
    context.changed.add(...pendingKeys(docId))
  }
  const collect = (docId: DocId, update: ReceivedUpdate) => {
    const known = byDocument.get(docId)
    if (known) known.push(update)
    else byDocument.set(docId, [update])
  }

  for (const entry of entries) {
    switch (entry.type) {
      case 'record':
        records.receive(entry)
        break
      case 'update':
        collect(entry.docId, toUpdate(entry))
        break
      case 'snapshot':
        flush(entry.docId)
        follow(entry.docId)
        if (entry.erases) {
          documents.replaceErased({ docId: entry.docId, spaceId }, toUpdate(entry))
          // What the files still hold of it goes in the background.
          markErased(context.db, entry.entryId)
        } else {
          collect(entry.docId, toUpdate(entry))
        }
        break
      case 'tombstone':
        flush(entry.docId)
        bury(context, spaceId, entry.docId, entry.movedTo)
        break
    }
  }
  for (const docId of [...byDocument.keys()]) flush(docId)
  context.changed.add('sync')
}

const toUpdate = (entry: { entryId: ReceivedUpdate['updateId']; seq: number; payload: Uint8Array }) => ({
  updateId: entry.entryId,
  seq: entry.seq,
  payload: entry.payload,
})

function bury(context: CommandContext, spaceId: SpaceId, docId: DocId, movedTo: SpaceId | null): void {
  const { db, documents } = context
  // It may have arrived in its new space before its end in the old one did; or it was moved here too, which the
  // server has not heard of yet: then that has to begin where the document is now.
  if (findDocument(db, docId)?.spaceId !== spaceId) {
    const isOrdered =
      db.value('SELECT 1 FROM orders WHERE doc_id = ? AND space_id = ?', [docId, spaceId]) !== undefined
    if (!isOrdered) return
    if (movedTo !== null && findSpace(db, movedTo)) {
      db.run('UPDATE orders SET space_id = ? WHERE doc_id = ?', [movedTo, docId])
      return
    }
  }
  if (movedTo !== null && findSpace(db, movedTo)) {
    documents.moveTo(docId, movedTo)
    return
  }
  const subject = describeDocument(db, docId, spaceId)
  const refusal = { key: context.nextId(), reason: 'deleted', at: context.now() } as const
  keepTakenBack(db, subject, documents.remove(docId), refusal)
  db.run('DELETE FROM orders WHERE doc_id = ?', [docId])
  markErased(db, context.nextId())
}
