/** The BlobStore in the server's SQLite file. */
import type { BlobRow, BlobStore } from '../../blobs/blob-store.ts'
import { StoreFull } from '../../feed/sync-store.ts'
import type { ServerDatabase } from './database.ts'
import { createStatements } from './statements.ts'

export function createSqliteBlobStore(db: ServerDatabase): BlobStore {
  const statements = createStatements(db)
  return {
    maxBytes: (workspaceId) =>
      statements.get<{ bytes: number }>(
        'SELECT max_blob_bytes AS bytes FROM workspaces WHERE workspace_id = ?',
        workspaceId,
      )?.bytes ?? 0,
    find: (spaceId, blobId) =>
      statements.get<BlobRow>(
        `SELECT blob_id AS blobId, size, type, added_by AS addedBy FROM blob_spaces JOIN spaces USING (space_key)
         WHERE space_id = ? AND blob_id = ?`,
        spaceId,
        blobId,
      ),
    put(spaceId, { blobId, size, type, addedBy }, at) {
      try {
        statements.run(
          `INSERT INTO blob_spaces (space_key, blob_id, size, type, added_by, added_at)
           SELECT space_key, ?, ?, ?, ?, ? FROM spaces WHERE space_id = ? ON CONFLICT DO NOTHING`,
          blobId,
          size,
          type,
          addedBy,
          at,
          spaceId,
        )
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : ''
        if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
          throw new StoreFull('the disk is full', { cause: error })
        }
        throw error
      }
    },
    remove: (spaceId, blobId) =>
      void statements.run(
        'DELETE FROM blob_spaces WHERE blob_id = ? AND space_key = (SELECT space_key FROM spaces WHERE space_id = ?)',
        blobId,
        spaceId,
      ),
    isUsed: (blobId) =>
      statements.get('SELECT 1 FROM blob_spaces WHERE blob_id = ? LIMIT 1', blobId) !== null,
  }
}
