/** What entries carry, with where the bytes are: the document's word, this device's files and the server's answers. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { AttachmentRow, AttachmentState, FileFailure } from '#shared/contract/attachments.ts'
import { isPictureType } from '../blobs/picture-types.ts'
import type { ReadableDb } from '../store/db.ts'
import { getMeta } from '../store/meta.ts'

interface StoredAttachment {
  readonly subject: string
  readonly id: BlobId
  readonly name: string
  readonly type: string
  readonly size: number
  readonly blobState: 'here' | 'wanted' | 'failed' | null
  readonly blobType: string | null
  readonly blobSize: number | null
  readonly blobDone: number | null
  readonly blobReason: FileFailure | null
  readonly keep: 0 | 1 | null
  readonly placeState: 'unknown' | 'there' | 'missing' | 'sending' | 'failed' | 'erase' | null
  readonly placeDone: number | null
  readonly placeReason: FileFailure | null
  readonly hasUpload: 0 | 1
}

const none: readonly AttachmentRow[] = []

/** The attachments of each of the entries that has any, in order. */
export function listAttachments(
  db: ReadableDb,
  subjects: readonly string[],
): (subject: string) => readonly AttachmentRow[] {
  const stored = db.all<StoredAttachment>(
    `SELECT a.subject, a.blob_id AS id, a.name, a.type, a.size, b.state AS blobState, b.type AS blobType,
       b.size AS blobSize, b.done_bytes AS blobDone, b.reason AS blobReason, b.keep, p.state AS placeState,
       p.done_bytes AS placeDone, p.reason AS placeReason, p.tus_url IS NOT NULL AS hasUpload
     FROM attachments a LEFT JOIN blobs b USING (blob_id)
       LEFT JOIN blob_places p ON p.blob_id = a.blob_id AND p.space_id = a.space_id
     WHERE a.subject IN (SELECT value FROM json_each(?)) ORDER BY a.subject, a.position`,
    [JSON.stringify(subjects)],
  )
  if (stored.length === 0) return () => none
  const hasServer = getMeta(db, 'serverAddress') !== null
  const bySubject = new Map<string, AttachmentRow[]>()
  for (const row of stored) {
    const rows = bySubject.get(row.subject)
    const made = toAttachmentRow(row, hasServer)
    if (rows) rows.push(made)
    else bySubject.set(row.subject, [made])
  }
  return (subject) => bySubject.get(subject) ?? none
}

function toAttachmentRow(row: StoredAttachment, hasServer: boolean): AttachmentRow {
  const isHere = row.blobState === 'here'
  const type = isHere && row.blobType !== null ? row.blobType : row.type
  return {
    id: row.id,
    name: row.name,
    type,
    size: isHere && row.blobSize !== null ? row.blobSize : row.size,
    state: stateOf(row, hasServer),
    kept: row.keep === 1,
    isPicture: isHere && isPictureType(type),
  }
}

const notThere: readonly string[] = ['missing', 'sending', 'failed']

function stateOf(row: StoredAttachment, hasServer: boolean): AttachmentState {
  if (row.blobState === 'here') return hereState(row, hasServer)
  if (!hasServer) return { type: 'gone' }
  if (row.blobState === 'failed') return { type: 'download-failed', reason: row.blobReason ?? 'lost' }
  if (row.placeState !== null && notThere.includes(row.placeState)) return { type: 'awaited' }
  if (row.blobState === 'wanted') return { type: 'downloading', done: row.blobDone ?? 0 }
  return { type: 'on-server' }
}

function hereState(row: StoredAttachment, hasServer: boolean): AttachmentState {
  if (!hasServer) return { type: 'here' }
  if (row.placeState === 'failed') return { type: 'upload-failed', reason: row.placeReason ?? 'no-access' }
  if (row.placeState !== 'sending') return { type: 'here' }
  return row.hasUpload === 1 ? { type: 'uploading', done: row.placeDone ?? 0 } : { type: 'queued' }
}
