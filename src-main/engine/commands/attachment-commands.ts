import type { SpaceId, TicketId } from '#shared/base/ids.ts'
import { err, ok } from '#shared/base/result.ts'
import type { attachmentCommands, NewAttachments } from '#shared/contract/attachments.ts'
import type { Attachment } from '#shared/model/attachment.ts'
import { touchShown } from '../blobs/blob-rows.ts'
import { attachmentsChanged } from '../queries/changed-keys.ts'
import { setMeta } from '../store/meta.ts'
import {
  requireMe,
  requireSpace,
  type CommandContext,
  type CommandHandlers,
  type Handled,
} from './context.ts'

/** These only write down what is wanted; transfers.ts reads it there and does it. */
export const attachmentHandlers: CommandHandlers<keyof typeof attachmentCommands> = {
  'draftFile.discard'(context, { draftKey, key }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, changed } = context
    db.run('DELETE FROM draft_files WHERE draft_key = ? AND file_key = ?', [draftKey, key])
    changed.add(`draftFiles:${draftKey}`)
    return ok()
  },
  'attachment.fetch'(context, { id, on }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, changed } = context
    if (on) {
      const size = db.value<number>('SELECT max(size) FROM attachments WHERE blob_id = ?', [id]) ?? null
      if (size === null) return err({ type: 'not-found', what: 'file' })
      db.run(
        `INSERT INTO blobs (blob_id, size, type, state, last_used_at) VALUES (?, ?, '', 'wanted', ?)
         ON CONFLICT (blob_id) DO UPDATE SET state = 'wanted', reason = NULL WHERE state = 'failed'`,
        [id, size, context.now()],
      )
    } else {
      db.run("DELETE FROM blobs WHERE blob_id = ? AND state <> 'here'", [id])
    }
    changed.add(attachmentsChanged)
    touchShown(context, id)
    return ok()
  },
  'attachment.retry'(context, { id }) {
    const me = requireMe(context)
    if (!me.ok) return me
    context.db.run(
      `UPDATE blob_places SET state = 'sending', reason = NULL, tus_url = NULL, done_bytes = 0
       WHERE blob_id = ? AND state = 'failed'`,
      [id],
    )
    context.changed.add(attachmentsChanged)
    touchShown(context, id)
    return ok()
  },
  'attachment.keep'(context, { id, on }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db } = context
    if (on) {
      const wanted = attachmentHandlers['attachment.fetch'](context, { id, on })
      if (!wanted.ok) return wanted
    }
    db.run('UPDATE blobs SET keep = ? WHERE blob_id = ?', [on ? 1 : 0, id])
    context.changed.add(attachmentsChanged)
    touchShown(context, id)
    return ok()
  },
  'space.keepFiles'(context, { spaceId, on }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const space = requireSpace(context, me.value, spaceId, ['channel', 'direct', 'queue'])
    if (!space.ok) return space
    // A queue's files are those of its internal notes too.
    const below = context.db.all<{ id: SpaceId }>('SELECT space_id AS id FROM spaces WHERE parent_id = ?', [
      spaceId,
    ])
    for (const id of [spaceId, ...below.map((row) => row.id)]) {
      if (on) context.db.run('INSERT OR IGNORE INTO kept_spaces (space_id) VALUES (?)', [id])
      else context.db.run('DELETE FROM kept_spaces WHERE space_id = ?', [id])
    }
    context.changed.add(attachmentsChanged)
    return ok()
  },
  'files.setLimit'(context, { bytes }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, changed } = context
    setMeta(db, 'fileLimitBytes', String(bytes))
    changed.add(attachmentsChanged)
    return ok()
  },
}

/** What is sent along has to be here: size and type are the store's, and nobody refers to what they do not have. */
export function requireFiles({ db }: CommandContext, files: NewAttachments): Handled<readonly Attachment[]> {
  const attachments = new Map<string, Attachment>()
  for (const { id, name } of files) {
    const blob = db.get<{ type: string; size: number }>(
      "SELECT type, size FROM blobs WHERE blob_id = ? AND state = 'here'",
      [id],
    )
    if (!blob) return err({ type: 'not-found', what: 'file' })
    attachments.set(id, { id, name, ...blob })
  }
  return ok([...attachments.values()])
}

/** What was sent hangs on no draft any more and is this device's to bring to the server; part of the same transaction. */
export function sendFiles(
  { db, changed }: CommandContext,
  draftKey: string,
  spaceId: SpaceId,
  sent: readonly Attachment[],
): void {
  for (const { id } of sent) {
    db.run('DELETE FROM draft_files WHERE draft_key = ? AND blob_id = ?', [draftKey, id])
    db.run(
      `INSERT INTO blob_places (blob_id, space_id, state, mine) VALUES (?, ?, 'sending', 1)
       ON CONFLICT (blob_id, space_id) DO UPDATE SET state = 'sending', mine = 1, reason = NULL WHERE state <> 'there'`,
      [id, spaceId],
    )
  }
  if (sent.length > 0) changed.add(`draftFiles:${draftKey}`, attachmentsChanged)
}

/** A ticket goes to another queue, and its files with it. Call before the documents are moved. */
export function moveFiles({ db }: CommandContext, ticketId: TicketId, from: SpaceId, to: SpaceId): void {
  const carried = db.all<{ id: string }>(
    'SELECT DISTINCT blob_id AS id FROM attachments WHERE shown_in = ? AND space_id = ?',
    [`ticket:${ticketId}`, from],
  )
  for (const { id } of carried) {
    const isMine = db.value('SELECT 1 FROM blob_places WHERE blob_id = ? AND space_id = ? AND mine = 1', [
      id,
      from,
    ])
    db.run(
      `INSERT INTO blob_places (blob_id, space_id, state, mine, from_space_id) VALUES (?, ?, 'sending', ?, ?)
       ON CONFLICT (blob_id, space_id) DO UPDATE SET state = 'sending', from_space_id = excluded.from_space_id,
         reason = NULL WHERE state <> 'there'`,
      [id, to, isMine === undefined ? 0 : 1, from],
    )
  }
}

/** Before an entry is erased: its files go too, here and on the server, unless something else carries them. */
export function eraseFiles(context: CommandContext, subject: string): () => void {
  const { db } = context
  const carried = db.all<{ blobId: string; spaceId: string }>(
    'SELECT blob_id AS blobId, space_id AS spaceId FROM attachments WHERE subject = ?',
    [subject],
  )
  return () => {
    for (const { blobId, spaceId } of carried) {
      const isStillIn = db.value('SELECT 1 FROM attachments WHERE blob_id = ? AND space_id = ?', [
        blobId,
        spaceId,
      ])
      if (isStillIn !== undefined) continue
      db.run(
        `INSERT INTO blob_places (blob_id, space_id, state) VALUES (?, ?, 'erase')
         ON CONFLICT (blob_id, space_id) DO UPDATE SET state = 'erase', tus_url = NULL`,
        [blobId, spaceId],
      )
      // No time of grace, as others that nothing refers to have.
      db.run('UPDATE blobs SET last_used_at = 0 WHERE blob_id = ?', [blobId])
    }
    if (carried.length > 0) context.changed.add(attachmentsChanged)
  }
}
