/** The rows of what entries carry, for every projector whose entries may have attachments. */
import type { EntryId, MessageId } from '#shared/base/ids.ts'
import type { Attachment } from '#shared/model/attachment.ts'
import { attachmentsChanged } from '../queries/changed-keys.ts'
import type { ProjectionContext } from './projector.ts'

type Subject = MessageId | EntryId

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
  changed.add(attachmentsChanged)
}

/** The entry is gone. */
export function removeAttachments({ db, changed }: ProjectionContext, subject: Subject): void {
  const count = db.run('DELETE FROM attachments WHERE subject = ?', [subject])
  if (count > 0) changed.add(attachmentsChanged)
}
