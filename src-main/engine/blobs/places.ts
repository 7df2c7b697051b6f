/** What is due with files: read from the rows, which are the queue. Inside the caller's transaction where it writes. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { SpaceId } from '#shared/base/ids.ts'
import type { FileFailure } from '#shared/contract/attachments.ts'
import { attachmentsChanged } from '../queries/changed-keys.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'
import { touchShown, type BlobContext } from './blob-rows.ts'
import type { DownloadJob } from './download.ts'
import type { UploadJob } from './upload.ts'

/** As many as `findBlobs` takes. */
const maxAsked = 200

export interface DueUpload extends UploadJob {
  readonly fromSpaceId: SpaceId | null
  readonly mine: 0 | 1
}

/** What this device has to bring to the server, of entries that still are there. */
export function dueUploads(db: ReadableDb): DueUpload[] {
  return db.all<DueUpload>(
    `SELECT p.blob_id AS id, p.space_id AS spaceId, coalesce(b.size, 0) AS size, p.tus_url AS url,
       p.from_space_id AS fromSpaceId, p.mine
     FROM blob_places p LEFT JOIN blobs b ON b.blob_id = p.blob_id AND b.state = 'here'
     WHERE (p.state = 'sending' OR (p.state = 'failed' AND p.reason = 'server-full')) AND (b.blob_id IS NOT NULL OR p.from_space_id IS NOT NULL)
       AND EXISTS (SELECT 1 FROM attachments a WHERE a.blob_id = p.blob_id AND a.space_id = p.space_id)
       AND NOT EXISTS (SELECT 1 FROM records WHERE type = 'space' AND id = p.space_id AND server_seq IS NULL)
     ORDER BY b.size LIMIT 50`,
  )
}

/** What somebody wants to have here and a space of the server has. */
export function dueDownloads(db: ReadableDb): DownloadJob[] {
  return db.all<DownloadJob>(
    `SELECT b.blob_id AS id, min(p.space_id) AS spaceId, b.size FROM blobs b
       JOIN blob_places p ON p.blob_id = b.blob_id AND p.state = 'there'
     WHERE b.state = 'wanted' GROUP BY b.blob_id ORDER BY b.last_used_at DESC LIMIT 50`,
  )
}

export function isWanted(db: ReadableDb, id: BlobId): boolean {
  return db.value("SELECT 1 FROM blobs WHERE blob_id = ? AND state = 'wanted'", [id]) !== undefined
}

/** Files that the server has to be asked for, by space, in portions that one call takes. */
export function questions(
  db: ReadableDb,
  state: 'unknown' | 'missing',
): { readonly spaceId: SpaceId; readonly blobs: readonly BlobId[] }[] {
  const rows = db.all<{ id: BlobId; spaceId: SpaceId }>(
    'SELECT blob_id AS id, space_id AS spaceId FROM blob_places WHERE state = ? ORDER BY space_id',
    [state],
  )
  const portions: { spaceId: SpaceId; blobs: BlobId[] }[] = []
  for (const { id, spaceId } of rows) {
    const last = portions.at(-1)
    if (last?.spaceId === spaceId && last.blobs.length < maxAsked) last.blobs.push(id)
    else portions.push({ spaceId, blobs: [id] })
  }
  return portions
}

export const hasMissing = (db: ReadableDb): boolean =>
  db.value("SELECT 1 FROM blob_places WHERE state = 'missing' LIMIT 1") !== undefined

export function nextErasure(db: ReadableDb): { readonly id: BlobId; readonly spaceId: SpaceId } | null {
  return (
    db.get<{ id: BlobId; spaceId: SpaceId }>(
      "SELECT blob_id AS id, space_id AS spaceId FROM blob_places WHERE state = 'erase' LIMIT 1",
    ) ?? null
  )
}

/**
 * Rows for files of which nothing is known yet; wishes for those of spaces that are kept here.
 * @returns how many places are new
 */
export function noteNew(db: WritableDb, now: number): number {
  const count = db.run(
    `INSERT INTO blob_places (blob_id, space_id, state)
     SELECT DISTINCT blob_id, space_id, 'unknown' FROM attachments a
     WHERE NOT EXISTS (SELECT 1 FROM blob_places p WHERE p.blob_id = a.blob_id AND p.space_id = a.space_id)`,
  )
  db.run(
    `INSERT INTO blobs (blob_id, size, type, state, last_used_at)
     SELECT a.blob_id, max(a.size), '', 'wanted', ? FROM kept_spaces JOIN attachments a USING (space_id)
     WHERE NOT EXISTS (SELECT 1 FROM blobs b WHERE b.blob_id = a.blob_id) GROUP BY a.blob_id`,
    [now],
  )
  return count
}

/** The server's data is another than before: what it said it had it may not have any more. */
export function askAllAgain(db: WritableDb): void {
  db.run(
    `UPDATE blob_places SET state = CASE WHEN mine = 1 THEN 'sending' ELSE 'unknown' END, tus_url = NULL, done_bytes = 0
     WHERE state = 'there'`,
  )
}

type PlaceState = 'there' | 'missing' | 'sending' | 'failed'

export function setPlace(
  context: BlobContext,
  id: BlobId,
  spaceId: SpaceId,
  state: PlaceState,
  reason: FileFailure | null = null,
): void {
  const before = context.db.value<string>(
    'SELECT state FROM blob_places WHERE blob_id = ? AND space_id = ?',
    [id, spaceId],
  )
  // Erased meanwhile, and so it stays.
  if (before === undefined || before === 'erase') return
  // A full server will have room again, and goes on where it was.
  const upload = reason === 'server-full' ? '' : ', tus_url = NULL, done_bytes = 0'
  context.db.run(`UPDATE blob_places SET state = ?, reason = ?${upload} WHERE blob_id = ? AND space_id = ?`, [
    state,
    reason,
    id,
    spaceId,
  ])
  if (before === state) return
  context.changed.add(attachmentsChanged)
  touchShown(context, id)
}

export function dropPlace({ db }: BlobContext, id: BlobId, spaceId: SpaceId): void {
  db.run('DELETE FROM blob_places WHERE blob_id = ? AND space_id = ?', [id, spaceId])
}

export function setUploadProgress(
  context: BlobContext,
  id: BlobId,
  spaceId: SpaceId,
  url: string,
  done: number,
): void {
  context.db.run(
    `UPDATE blob_places SET state = 'sending', reason = NULL, tus_url = ?, done_bytes = ?
     WHERE blob_id = ? AND space_id = ? AND state IN ('sending', 'failed')`,
    [url, done, id, spaceId],
  )
  touchShown(context, id)
}

export function setDownloadProgress(context: BlobContext, id: BlobId, done: number): void {
  context.db.run("UPDATE blobs SET done_bytes = ? WHERE blob_id = ? AND state = 'wanted'", [done, id])
  touchShown(context, id)
}

export function setDownloadFailed(context: BlobContext, id: BlobId, reason: FileFailure): void {
  context.db.run(
    "UPDATE blobs SET state = 'failed', reason = ?, done_bytes = 0 WHERE blob_id = ? AND state = 'wanted'",
    [reason, id],
  )
  touchShown(context, id)
}
