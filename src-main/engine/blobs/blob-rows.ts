/** Small changes of rows about blobs that several parts make. Inside the caller's transaction. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { ChangedKeys } from '../queries/changed-keys.ts'
import { attachmentsChanged } from '../queries/changed-keys.ts'
import type { WritableDb } from '../store/db.ts'

export interface BlobContext {
  readonly db: WritableDb
  readonly changed: ChangedKeys
}

/** The lists that show the blob have to be drawn again. */
export function touchShown({ db, changed }: BlobContext, id: BlobId): void {
  const lists = db.all<{ key: string }>(
    'SELECT DISTINCT shown_in AS key FROM attachments WHERE blob_id = ?',
    [id],
  )
  changed.add(...lists.map(({ key }) => key))
}

/** The file lies in its place: says so, also to drafts and lists. */
export function putHere(
  context: BlobContext,
  blob: { readonly id: BlobId; readonly size: number; readonly type: string },
  now: number,
): void {
  context.db.run(
    `INSERT INTO blobs (blob_id, size, type, state, done_bytes, last_used_at) VALUES (:id, :size, :type, 'here', :size, :now)
     ON CONFLICT (blob_id) DO UPDATE SET size = :size, type = :type, state = 'here', done_bytes = :size, reason = NULL,
       last_used_at = :now`,
    { id: blob.id, size: blob.size, type: blob.type, now },
  )
  context.changed.add(attachmentsChanged)
  touchShown(context, blob.id)
}
