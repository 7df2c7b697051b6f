/** The library's tables. Everything here runs inside the caller's transaction. */
import type { LibraryFileId, LibraryRootId } from '#shared/base/ids.ts'
import type { LibraryRoot, SkipReason } from '#shared/contract/library.ts'
import type { ChangedKey } from '../queries/changed-keys.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import type { ParsedBlock, ParseOutcome } from './parsed-file.ts'
import type { FoundFile } from './scan-folder.ts'

/** Roots, files or what is known of them have changed. */
export const libraryChanged: ChangedKey = 'library'
export const libraryFileChanged = (fileId: LibraryFileId): ChangedKey => `libraryFile:${fileId}`

export interface RootRow {
  readonly rootId: LibraryRootId
  readonly kind: LibraryRoot['kind']
  readonly path: string
  readonly state: LibraryRoot['state']
}

export interface DueFile {
  readonly fileId: LibraryFileId
  readonly root: Pick<RootRow, 'kind' | 'path'>
  readonly folder: string
  readonly name: string
  readonly bytes: number
  readonly modifiedAt: number
}

/** A file as the last look at its folder left it. */
export interface KnownFile {
  readonly fileId: LibraryFileId
  readonly bytes: number
  readonly modifiedAt: number
}

export const stampOf = ({ bytes, modifiedAt }: { bytes: number; modifiedAt: number }): string =>
  `${String(bytes)}:${String(modifiedAt)}`

/** Of a file whose stamp is another one than it lies there with: to be read. Written out so that an index serves it. */
export const isDue = "stamp <> bytes || ':' || modified_at"

const rootColumns = 'root_id AS rootId, kind, path, state'

export const allRoots = (db: ReadableDb): RootRow[] =>
  db.all<RootRow>(`SELECT ${rootColumns} FROM library_roots ORDER BY added_at, root_id`)

export const findRoot = (db: ReadableDb, rootId: LibraryRootId): RootRow | undefined =>
  db.get<RootRow>(`SELECT ${rootColumns} FROM library_roots WHERE root_id = ?`, [rootId])

export function knownFiles(db: ReadableDb, rootId: LibraryRootId): Map<string, KnownFile> {
  const rows = db.all<KnownFile & { folder: string; name: string }>(
    'SELECT file_id AS fileId, folder, name, bytes, modified_at AS modifiedAt FROM library_files WHERE root_id = ?',
    [rootId],
  )
  return new Map(rows.map((row) => [placeOf(row), row]))
}

export const placeOf = ({ folder, name }: { readonly folder: string; readonly name: string }): string =>
  `${folder}/${name}`

export function addFile(
  db: WritableDb,
  rootId: LibraryRootId,
  fileId: LibraryFileId,
  { folder, name, bytes, modifiedAt, isUnreachable }: FoundFile,
): void {
  const skipped = isUnreachable ? stampOf({ bytes, modifiedAt }) : ''
  db.run(
    `INSERT INTO library_files (file_id, root_id, folder, name, bytes, modified_at, stamp, state, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [
      fileId,
      rootId,
      folder,
      name,
      bytes,
      modifiedAt,
      skipped,
      isUnreachable ? 'skipped' : 'waiting',
      isUnreachable ? 'no-access' : null,
    ],
  )
}

/** It lies there in another size or from another time: what was read of it stays until it is read again. */
export function noteChange(db: WritableDb, fileId: LibraryFileId, bytes: number, modifiedAt: number): void {
  db.run(
    `UPDATE library_files SET bytes = ?, modified_at = ?, state = iif(state = 'skipped', 'waiting', state),
       reason = NULL WHERE file_id = ?`,
    [bytes, modifiedAt, fileId],
  )
}

/** @returns false where some of its text is left, for the next call */
export function removeFile(db: WritableDb, fileId: LibraryFileId, maxBlocks: number): boolean {
  if (!removeBlocks(db, fileId, maxBlocks)) return false
  db.run('DELETE FROM library_files WHERE file_id = ?', [fileId])
  return true
}

export function removeBlocks(db: WritableDb, fileId: LibraryFileId, maxBlocks: number): boolean {
  const removed = db.run(
    `DELETE FROM library_blocks WHERE file_id = ? AND position IN
       (SELECT position FROM library_blocks WHERE file_id = ? LIMIT ?)`,
    [fileId, fileId, maxBlocks],
  )
  return removed < maxBlocks
}

export function addBlocks(
  db: WritableDb,
  fileId: LibraryFileId,
  from: number,
  blocks: readonly ParsedBlock[],
): void {
  for (const [index, { kind, level, page, text }] of blocks.entries()) {
    db.run(
      'INSERT INTO library_blocks (file_id, position, kind, level, page, text) VALUES (?, ?, ?, ?, ?, ?)',
      [fileId, from + index, kind, level, page, text],
    )
  }
}

/** What came of reading it as it was with `stamp`. */
export function noteOutcome(
  db: WritableDb,
  fileId: LibraryFileId,
  stamp: string,
  outcome: ParseOutcome,
): void {
  if (outcome.type === 'skipped') {
    db.run(
      `UPDATE library_files SET stamp = ?, state = 'skipped', reason = ?, partly = NULL, pages = NULL, title = ''
       WHERE file_id = ?`,
      [stamp, outcome.reason, fileId],
    )
    return
  }
  db.run(
    `UPDATE library_files SET stamp = ?, state = 'indexed', reason = NULL, partly = ?, pages = ?, title = ?
     WHERE file_id = ?`,
    [stamp, outcome.partly, outcome.pages, outcome.title, fileId],
  )
}

/** Where a file lies, with the system's separators. */
export function filePath(
  join: (...parts: string[]) => string,
  { root, folder, name }: Pick<DueFile, 'root' | 'folder' | 'name'>,
): string {
  return root.kind === 'file' ? root.path : join(root.path, ...folder.split('/'), name)
}

/**
 * What is being read now, so that a file that takes the whole process down is known at the next start, and left alone.
 * Where all of the program ended at once, it may have been a power cut: it is then tried once more, after all others.
 */
export function noteReading(db: WritableDb, fileId: LibraryFileId | null): void {
  if (fileId === null) db.run("DELETE FROM meta WHERE key = 'libraryReading'")
  else setMeta(db, 'libraryReading', fileId)
}

/** Files that were being read when the program ended without saying good-bye, and will be tried once more. */
export function suspects(db: ReadableDb): ReadonlySet<string> {
  return new Set(JSON.parse(getMeta(db, 'librarySuspects') ?? '[]') as string[])
}

export function clearSuspect(db: WritableDb, fileId: LibraryFileId): void {
  const known = suspects(db)
  if (!known.has(fileId)) return
  setMeta(db, 'librarySuspects', JSON.stringify([...known].filter((other) => other !== fileId)))
}

/**
 * At a start: what the stop before cut off.
 * @param isAfterCrash the process died by itself, while the rest of the program lived on: what it read is to blame
 */
export function notePastCrash(db: WritableDb, isAfterCrash: boolean): void {
  const reading = getMeta(db, 'libraryReading')
  if (reading === null) return
  const known = suspects(db)
  if (isAfterCrash || known.has(reading)) {
    skipAsItLies(db, reading, 'broken')
    clearSuspect(db, reading)
  } else {
    setMeta(db, 'librarySuspects', JSON.stringify([...known, reading]))
  }
  noteReading(db, null)
}

function skipAsItLies(db: WritableDb, fileId: LibraryFileId, reason: SkipReason): void {
  const file = db.get<{ bytes: number; modifiedAt: number }>(
    'SELECT bytes, modified_at AS modifiedAt FROM library_files WHERE file_id = ?',
    [fileId],
  )
  if (file) noteOutcome(db, fileId, stampOf(file), { type: 'skipped', reason })
}
