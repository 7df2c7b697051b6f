import path from 'node:path'
import type { FileBlock, LibraryFile, libraryQueries, LibraryRoot } from '#shared/contract/library.ts'
import { filePath, isDue, libraryChanged, libraryFileChanged } from '../library/library-rows.ts'
import { foldWord } from '../search/fold.ts'
import type { QueryHandlers } from './query.ts'

const fileColumns = `f.file_id AS key, f.root_id AS rootId, f.name, f.folder, f.bytes, f.modified_at AS modifiedAt,
  f.state, f.reason, f.partly`

export const libraryQueryHandlers: QueryHandlers<keyof typeof libraryQueries> = {
  'library.roots': {
    dependsOn: () => [libraryChanged],
    run: (db) => ({
      meta: null,
      rows: db.all<LibraryRoot>(
        `SELECT r.root_id AS key, r.kind, r.path, r.state,
           (SELECT count(*) FROM library_files f WHERE f.root_id = r.root_id) AS files,
           (SELECT count(*) FROM library_files f WHERE f.root_id = r.root_id AND state = 'indexed') AS indexed,
           (SELECT count(*) FROM library_files f INDEXED BY library_files_due
            WHERE f.root_id = r.root_id AND ${isDue}) AS waiting,
           (SELECT count(*) FROM library_files f WHERE f.root_id = r.root_id AND state = 'skipped') AS skipped
         FROM library_roots r ORDER BY r.added_at, r.root_id`,
      ),
    }),
  },
  'library.files': {
    dependsOn: () => [libraryChanged],
    run(db, { rootId, state, text, limit }) {
      const from = `FROM library_files f JOIN library_roots r USING (root_id)
         WHERE (:rootId IS NULL OR f.root_id = :rootId) AND (:state IS NULL OR f.state = :state)`
      const wanted = foldWord(text)
      const rows = db.all<LibraryFile>(
        `SELECT ${fileColumns} ${from} ORDER BY r.added_at, r.root_id, f.folder, f.name LIMIT :limit`,
        { rootId, state, limit: wanted === '' ? limit : -1 },
      )
      if (wanted === '') {
        const total = db.value<number>(`SELECT count(*) ${from}`, { rootId, state }) ?? 0
        return { meta: { total }, rows }
      }
      const fitting = rows.filter((row) => foldWord(`${row.folder}/${row.name}`).includes(wanted))
      return { meta: { total: fitting.length }, rows: fitting.slice(0, limit) }
    },
  },
  'library.file': {
    dependsOn: ({ fileId }) => [libraryFileChanged(fileId), libraryChanged],
    run(db, { fileId }) {
      const row = db.get<LibraryFile & { kind: 'file' | 'folder'; path: string; pages: number | null }>(
        `SELECT ${fileColumns}, f.pages, r.kind, r.path FROM library_files f JOIN library_roots r USING (root_id)
         WHERE f.file_id = ?`,
        [fileId],
      )
      if (!row) return { meta: null, rows: [] }
      const { kind, path: rootPath, pages, ...file } = row
      const place = filePath(path.join, { ...file, root: { kind, path: rootPath } })
      return {
        meta: { file, path: place, pages },
        rows: db.all<FileBlock>(
          `SELECT CAST(position AS TEXT) AS key, kind, level, page, text FROM library_blocks
           WHERE file_id = ? ORDER BY position`,
          [fileId],
        ),
      }
    },
  },
}
