/** The rows of what entries carry, for every projector whose entries may have attachments. */
import type { ArticleId, EntryId, MessageId } from '#shared/base/ids.ts'
import type { Attachment } from '#shared/model/attachment.ts'
import { attachmentsChanged } from '../queries/changed-keys.ts'
import type { WritableDb } from '../store/db.ts'
import type { ProjectionContext } from './projector.ts'

type Subject = MessageId | EntryId | ArticleId

/** @param shownIn the changed key of the list that shows the entry */
export function putAttachments(
  { db, row, changed }: ProjectionContext,
  subject: Subject,
  shownIn: string,
  attachments: readonly Attachment[],
): void {
  const before = db.all<{ blobId: string; spaceId: string; name: string }>(
    'SELECT blob_id AS blobId, space_id AS spaceId, name FROM attachments WHERE subject = ? ORDER BY position',
    [subject],
  )
  const isSame =
    before.length === attachments.length &&
    before.every(({ blobId, spaceId, name }, index) => {
      const now = attachments[index]
      return blobId === now?.id && name === now.name && spaceId === row.spaceId
    })
  if (isSame) return
  if (before.length > 0) db.run('DELETE FROM attachments WHERE subject = ?', [subject])
  for (const [position, { id, name, type, size }] of attachments.entries()) {
    db.run(
      `INSERT INTO attachments (subject, position, blob_id, space_id, shown_in, name, type, size)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [subject, position, id, row.spaceId, shownIn, name, type, size],
    )
  }
  for (const { blobId, spaceId } of before) {
    if (spaceId !== row.spaceId) bringAlong(db, blobId, spaceId, row.spaceId)
    // An entry loses what it carries only by being erased.
    if (attachments.length === 0) letGo(db, blobId)
  }
  changed.add(attachmentsChanged)
}

/** The entry is gone: deleted, taken back, or of a space that may not be read any more. */
export function removeAttachments({ db, changed }: ProjectionContext, subject: Subject): void {
  const gone = db.all<{ blobId: string }>(
    'DELETE FROM attachments WHERE subject = ? RETURNING blob_id AS blobId',
    [subject],
  )
  for (const { blobId } of gone) letGo(db, blobId)
  if (gone.length > 0) changed.add(attachmentsChanged)
}

/** What others sent and nothing carries any more leaves this device without a time of grace. */
function letGo(db: WritableDb, blobId: string): void {
  db.run(
    `UPDATE blobs SET last_used_at = 0 WHERE blob_id = :blobId
       AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.blob_id = :blobId)
       AND NOT EXISTS (SELECT 1 FROM blob_places p WHERE p.blob_id = :blobId AND p.mine = 1)`,
    { blobId },
  )
}

/** Somebody moved the document before this device had brought the file: it is to be brought where the document is. */
function bringAlong(db: WritableDb, blobId: string, from: string, to: string): void {
  db.run(
    `INSERT INTO blob_places (blob_id, space_id, state, mine)
     SELECT blob_id, ?, 'sending', 1 FROM blob_places WHERE blob_id = ? AND space_id = ? AND mine = 1 AND state <> 'there'
     ON CONFLICT (blob_id, space_id) DO NOTHING`,
    [to, blobId, from],
  )
}
