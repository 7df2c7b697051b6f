/**
 * Which documents have a log worth merging. Kept in memory, so that a push need not write an index for it; read from
 * the file once after a start. A candidate that a rollback made one is dropped when it is looked at.
 */
import type { DocId, SpaceId } from '#shared/base/ids.ts'
import type { ServerDatabase } from './database.ts'

export interface CompactionCandidates {
  consider(docKey: number, logCount: number, logBytes: number, snapshotBytes: number): void
  next(limit: number): readonly { readonly spaceId: SpaceId; readonly docId: DocId }[]
}

/**
 * Every device that follows the space gets the snapshot once more: merging only when the log is as large as the last
 * snapshot keeps that below the bytes of the updates themselves.
 */
const minimumCount = 32

export function createCompactionCandidates(db: ServerDatabase): CompactionCandidates {
  const worthIt = `is_deleted = 0 AND log_count >= ${String(minimumCount)} AND log_bytes >= snapshot_bytes`
  const selectAll = db.prepare<[], number>(`SELECT doc_key FROM documents WHERE ${worthIt}`).pluck()
  const selectOne = db.prepare<[number], { spaceId: SpaceId; docId: DocId }>(
    `SELECT s.space_id AS spaceId, d.doc_id AS docId FROM documents d JOIN spaces s USING (space_key)
     WHERE d.doc_key = ? AND ${worthIt}`,
  )
  const docKeys = new Set<number>()
  let isRead = false
  return {
    consider(docKey, logCount, logBytes, snapshotBytes) {
      if (logCount >= minimumCount && logBytes >= snapshotBytes) docKeys.add(docKey)
    },
    next(limit) {
      if (!isRead) for (const docKey of selectAll.all()) docKeys.add(docKey)
      isRead = true
      const found: { spaceId: SpaceId; docId: DocId }[] = []
      for (const docKey of [...docKeys.values()]) {
        if (found.length >= limit) break
        const row = selectOne.get(docKey)
        docKeys.delete(docKey)
        if (!row) continue
        // To the end of the line: whoever cannot be merged now keeps nobody waiting.
        docKeys.add(docKey)
        found.push(row)
      }
      return found
    },
  }
}
