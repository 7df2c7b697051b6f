/** Documents' rows by id. The last ones are remembered, as people write in few at a time; see `space-keys.ts`. */
import type { DocId, SpaceId } from '#shared/base/ids.ts'
import type { ServerDatabase } from './database.ts'

export interface DocumentPlaceRow {
  readonly docKey: number
  readonly spaceId: SpaceId
  readonly isDeleted: number
}

export interface DocumentKeys {
  find(workspaceKey: number, docId: DocId): DocumentPlaceRow | null
  /** The row was changed. */
  drop(workspaceKey: number, docId: DocId): void
  /** A transaction was undone. */
  forget(): void
}

const remembered = 10_000

export function createDocumentKeys(db: ServerDatabase): DocumentKeys {
  const select = db.prepare<[number, string], DocumentPlaceRow>(
    `SELECT d.doc_key AS docKey, s.space_id AS spaceId, d.is_deleted AS isDeleted
     FROM documents d JOIN spaces s USING (space_key) WHERE d.workspace_key = ? AND d.doc_id = ?`,
  )
  const known = new Map<string, DocumentPlaceRow>()
  const keyOf = (workspaceKey: number, docId: DocId) => `${workspaceKey} ${docId}`
  return {
    find(workspaceKey, docId) {
      const key = keyOf(workspaceKey, docId)
      const row = known.get(key) ?? select.get(workspaceKey, docId)
      if (!row) return null
      const [oldest] = known.size >= remembered ? known.keys() : []
      if (oldest !== undefined) known.delete(oldest)
      known.set(key, row)
      return row
    },
    drop: (workspaceKey, docId) => void known.delete(keyOf(workspaceKey, docId)),
    forget: () => known.clear(),
  }
}
