/** Reads what is due, one file after the other, and stores its text. The rows are the queue: it outlives every stop. */
import type { Stats } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '#shared/base/log.ts'
import type { SkipReason } from '#shared/contract/library.ts'
import type { CommandContext } from '../commands/context.ts'
import { errorCode } from '../store/errors.ts'
import { isGone } from './scan-folder.ts'
import type { FileReader, ReadFile } from './file-reader.ts'
import {
  addBlocks,
  clearSuspect,
  filePath,
  isDue,
  libraryChanged,
  libraryFileChanged,
  noteChange,
  noteOutcome,
  noteReading,
  removeBlocks,
  stampOf,
  suspects,
  type DueFile,
} from './library-rows.ts'
import type { LibraryLimits } from './limits.ts'

export interface ReadingDeps {
  readonly context: Pick<CommandContext, 'db' | 'changed'>
  readonly transact: (work: () => void) => void
  readonly reader: FileReader
  readonly limits: LibraryLimits
  readonly log: Log
}

const blocksAtOnce = 1_000
const pictureNames = /\.(png|jpe?g|bmp|webp)$/i

interface StoredDueFile extends Omit<DueFile, 'root'> {
  readonly kind: 'file' | 'folder'
  readonly path: string
}

/**
 * The next file to read; undefined where none is due. Pictures come after what is read faster, and what was being read
 * when the program last ended comes last of all. Files of a root that is not there wait for it.
 */
export function nextDue({ context: { db } }: Pick<ReadingDeps, 'context'>): DueFile | undefined {
  const doubtful = suspects(db)
  const rows = db.all<StoredDueFile>(
    `SELECT f.file_id AS fileId, f.folder, f.name, f.bytes, f.modified_at AS modifiedAt, r.kind, r.path
     FROM library_roots r JOIN library_files f INDEXED BY library_files_due USING (root_id)
     WHERE r.state NOT IN ('missing', 'no-access') AND f.${isDue} ORDER BY r.added_at, f.file_id LIMIT ?`,
    [lookAhead + doubtful.size],
  )
  const trusted = rows.filter(({ fileId }) => !doubtful.has(fileId))
  const row = trusted.find(({ name }) => !pictureNames.test(name)) ?? trusted[0] ?? rows[0]
  if (!row) return undefined
  const { kind, path: rootPath, ...file } = row
  return { ...file, root: { kind, path: rootPath } }
}
const lookAhead = 200

/** Reads one file and stores what came of it. Throws the signal's reason where it is stopped meanwhile. */
export async function readDue(file: DueFile, deps: ReadingDeps, signal: AbortSignal): Promise<void> {
  const { context, transact, reader, limits } = deps
  const { db, changed } = context
  const place = filePath(path.join, file)
  const before = await statFile(place)
  if (!before.ok && (await isRootGone(file, deps))) return
  if (!before.ok) {
    transact(() => {
      noteOutcome(db, file.fileId, stampOf(file), { type: 'skipped', reason: before.reason })
      changed.add(libraryChanged)
    })
    return
  }
  const stamp = stampOf(before)
  transact(() => {
    noteReading(db, file.fileId)
    noteChange(db, file.fileId, before.bytes, before.modifiedAt)
  })
  const read = await reader.read({ path: place, name: file.name, limits }, signal)
  const after = await statFile(place)
  if (!after.ok && (await isRootGone(file, deps))) return
  const kept: ReadFile =
    read.outcome.type === 'read' || after.ok
      ? read
      : { outcome: { type: 'skipped', reason: after.reason }, blocks: [] }
  await store(file, stamp, kept, deps, signal)
  // Written to while it was read: what was read may be half of each. Its new stamp makes it due again.
  if (after.ok && stampOf(after) !== stamp) {
    transact(() => {
      noteChange(db, file.fileId, after.bytes, after.modifiedAt)
      changed.add(libraryChanged)
    })
  }
}

/** A drive that was pulled out takes no text away: its files are due again when it is back. */
async function isRootGone({ root }: DueFile, { context, transact }: ReadingDeps): Promise<boolean> {
  if ((await statPlace(root.path)) !== 'missing') return false
  transact(() => {
    context.db.run("UPDATE library_roots SET state = 'missing' WHERE path = ?", [root.path])
    noteReading(context.db, null)
    context.changed.add(libraryChanged)
  })
  return true
}

async function store(
  { fileId }: DueFile,
  stamp: string,
  { outcome, blocks }: ReadFile,
  { context: { db, changed }, transact }: ReadingDeps,
  signal: AbortSignal,
): Promise<void> {
  const isThere = () => db.value('SELECT 1 FROM library_files WHERE file_id = ?', [fileId]) !== undefined
  /** One bounded transaction, and then whoever else has something to do. */
  const slice = async (work: () => void): Promise<void> => {
    signal.throwIfAborted()
    transact(work)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const left = { old: true }
  while (left.old) await slice(() => (left.old = !removeBlocks(db, fileId, blocksAtOnce)))
  for (let at = 0; at < blocks.length; at += blocksAtOnce) {
    await slice(() => {
      if (isThere()) addBlocks(db, fileId, at, blocks.slice(at, at + blocksAtOnce))
    })
  }
  transact(() => {
    noteOutcome(db, fileId, stamp, outcome)
    clearSuspect(db, fileId)
    noteReading(db, null)
    // Its root was removed while it was read.
    if (!isThere()) db.run('DELETE FROM library_blocks WHERE file_id = ?', [fileId])
    changed.add(libraryChanged, libraryFileChanged(fileId))
  })
}

type FileNow =
  | { readonly ok: true; readonly bytes: number; readonly modifiedAt: number }
  | { readonly ok: false; readonly reason: SkipReason }

async function statFile(place: string): Promise<FileNow> {
  const stats = await statPlace(place)
  if (stats === 'missing' || stats === 'no-access') return { ok: false, reason: stats }
  if (!stats.isFile()) return { ok: false, reason: 'missing' }
  return { ok: true, bytes: stats.size, modifiedAt: Math.floor(stats.mtimeMs) }
}

async function statPlace(place: string): Promise<Stats | 'missing' | 'no-access'> {
  try {
    return await fs.stat(place)
  } catch (error) {
    return isGone(errorCode(error)) ? 'missing' : 'no-access'
  }
}
