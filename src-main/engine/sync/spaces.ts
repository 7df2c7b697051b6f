/** What becomes of spaces: lost, found again, or not known to a server that was restored. */
import type { DocId, SpaceId } from '#shared/base/ids.ts'
import type { SpaceHead } from '#shared/protocol/frames.ts'
import type { CommandContext } from '../commands/context.ts'
import { getMeta, markErased } from '../store/meta.ts'
import { listCursors, putCursor } from './cursors.ts'
import type { Welcome } from './connection.ts'
import { describeDocument, keepRefused, keepTakenBack } from './refusals.ts'

/** Brings the spaces here in line with those that the server says this person may read (rules [A2], [E1], [E2]). */
export function alignSpaces(context: CommandContext, { spaces, epoch }: Welcome): void {
  const { db } = context
  const cursors = new Map(listCursors(db).map((cursor) => [cursor.spaceId, cursor]))
  const isRestored = [...cursors.values()].some((cursor) => cursor.epoch !== epoch)
  const readable = new Set(spaces.map(({ spaceId }) => spaceId))

  for (const { spaceId, head } of spaces) {
    stopProposing(context, spaceId)
    const cursor = cursors.get(spaceId)
    if (!cursor) {
      putCursor(db, spaceId, epoch, 0)
    } else if (cursor.epoch !== epoch || cursor.seq > head) {
      putCursor(db, spaceId, epoch, 0)
      compareAll(context, spaceId)
    }
  }
  for (const spaceId of knownSpaces(context)) {
    if (readable.has(spaceId)) continue
    // An older copy of the server may not know spaces made since: they are proposed again, and dropped only if refused.
    if (isRestored) proposeAgain(context, spaceId)
    else dropSpace(context, spaceId)
  }
}

/** Spaces that the server has had; those that are only proposed yet are not among them. */
function knownSpaces({ db }: CommandContext): SpaceId[] {
  return db
    .all<{ id: SpaceId }>(
      "SELECT id FROM records WHERE type = 'space' AND server_seq IS NOT NULL UNION SELECT space_id FROM cursors",
    )
    .map(({ id }) => id)
}

function compareAll({ db }: CommandContext, spaceId: SpaceId): void {
  db.run('UPDATE documents SET reconcile = 1 WHERE space_id = ?', [spaceId])
}

function proposeAgain(context: CommandContext, spaceId: SpaceId): void {
  const { db } = context
  db.run(
    "UPDATE records SET server_seq = NULL, server_body = NULL, item_id = ? WHERE type = 'space' AND id = ?",
    [context.nextId(), spaceId],
  )
  db.run('DELETE FROM cursors WHERE space_id = ?', [spaceId])
  compareAll(context, spaceId)
}

/** The server has the space: by a proposal whose answer was lost, or somebody else's. */
function stopProposing({ db }: CommandContext, spaceId: SpaceId): void {
  db.run(
    "UPDATE records SET server_seq = 0, item_id = NULL WHERE type = 'space' AND id = ? AND server_seq IS NULL",
    [spaceId],
  )
}

/** A space that may be read from now on. */
export function grantSpace(context: CommandContext, { spaceId }: SpaceHead, epoch: Welcome['epoch']): void {
  stopProposing(context, spaceId)
  context.db.run('INSERT INTO cursors (space_id, epoch, seq) VALUES (?, ?, 0) ON CONFLICT DO NOTHING', [
    spaceId,
    epoch,
  ])
}

/**
 * Takes everything of a space off this device: documents, rows, indexes. What had not reached the server is kept as
 * refused, with its text.
 */
export function dropSpace(context: CommandContext, spaceId: SpaceId): void {
  const { db, documents, changed } = context
  // One's own drafts and read marks are never somebody else's to take away.
  if (spaceId === getMeta(db, 'personalSpaceId')) return
  // Also what was moved out of it here, which the server will not hear of any more.
  const docs = db.all<{ docId: DocId; reconcile: 0 | 1; waits: 0 | 1 }>(
    `SELECT doc_id AS docId, reconcile, EXISTS (SELECT 1 FROM updates
       WHERE updates.doc_key = documents.doc_key AND origin = 'local' AND server_seq IS NULL) AS waits FROM documents
     WHERE space_id = :spaceId OR doc_id IN (SELECT doc_id FROM orders WHERE space_id = :spaceId)`,
    { spaceId },
  )
  // Titles and names go with the documents that hold them: all are read before the first one goes.
  const subjects = new Map(
    docs
      .filter(({ reconcile, waits }) => reconcile === 1 || waits === 1)
      .map(({ docId }) => [docId, describeDocument(db, docId, spaceId)]),
  )
  const orders = db
    .all<{ docId: DocId }>('SELECT doc_id AS docId FROM orders WHERE space_id = ?', [spaceId])
    .map(({ docId }) => describeDocument(db, docId, spaceId))
  for (const { docId, reconcile } of docs) {
    const subject = subjects.get(docId)
    if (!subject) {
      documents.remove(docId)
      continue
    }
    if (reconcile === 1) {
      // The server may have lost it when it was restored: this may be the only copy there is.
      const lost = { key: context.nextId(), reason: 'server-lost', at: context.now() } as const
      keepRefused(db, subject, { ...lost, text: documents.textOf(docId) })
    }
    const refusal = { key: context.nextId(), reason: 'revoked', at: context.now() } as const
    keepTakenBack(db, subject, documents.remove(docId), refusal)
  }
  db.run('DELETE FROM orders WHERE space_id = ?', [spaceId])
  for (const subject of orders) {
    const refusal = { key: context.nextId(), reason: 'revoked', at: context.now(), text: '' } as const
    keepRefused(db, subject, refusal)
  }
  db.run('DELETE FROM cursors WHERE space_id = ?', [spaceId])
  db.run("DELETE FROM records WHERE type = 'space' AND id = ?", [spaceId])
  db.run('DELETE FROM spaces WHERE space_id = ?', [spaceId])
  // What may not be read any more must not be found in the file either.
  markErased(db, context.nextId())
  changed.add('channels', 'queues', 'tickets', 'articles', 'inbox', `channel:${spaceId}`, 'sync')
}
