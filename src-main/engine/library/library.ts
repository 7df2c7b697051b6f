/**
 * Files and folders that a person added: looked through, watched, read and stored as text. Two loops beside each other:
 * one looks roots through, the other reads what is due, so that a slow file holds up no folder. What is to be done stands
 * in the tables, so that both go on after a stop where they were.
 */
import fs from 'node:fs/promises'
import path from 'node:path'
import { asId, type LibraryFileId, type LibraryRootId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import { forgetAnswersFrom } from '../ask/question-rows.ts'
import type { CommandContext } from '../commands/context.ts'
import { errorCode } from '../store/errors.ts'
import { markErased } from '../store/meta.ts'
import { createFileReader } from './file-reader.ts'
import {
  allRoots,
  filePath,
  libraryChanged,
  notePastCrash,
  noteReading,
  removeFile,
  type DueFile,
  type RootRow,
} from './library-rows.ts'
import { libraryLimits, type LibraryLimits } from './limits.ts'
import { nextDue, readDue } from './reading.ts'
import { scanRoot } from './scanning.ts'
import { createWatching } from './watching.ts'
import { createWorkLoop } from './work-loop.ts'

export interface LibraryOptions {
  /** The parser thread's entry point; null reads in this thread, without its limits on time and memory. */
  readonly parserEntry: URL | null
  /** Whether changes on the disk are noticed while the program runs. */
  readonly isWatching: boolean
  readonly limits?: Partial<LibraryLimits>
  /** The process before this one died by itself: what it read then is not read again. */
  readonly isAfterCrash?: boolean
}

export interface Library {
  /** Adds files and folders; not for windows: the paths are the shell's word. Resolves when they are on the list. */
  add(paths: readonly string[]): Promise<void>
  /** Where a file lies, for the shell to open or show it; null where it is not in the library. */
  find(fileId: LibraryFileId): string | null
  /** Told after each commit what it changed. */
  changed(keys: ReadonlySet<string>): void
  /** Resolves when nothing is left to look through or to read. */
  idle(): Promise<void>
  dispose(): Promise<void>
}

export interface LibraryDeps {
  readonly context: Pick<CommandContext, 'db' | 'changed' | 'nextId' | 'now'>
  readonly transact: <T>(work: () => T, durability?: 'relaxed') => T
  /** Left out: files are read in this thread, and nothing is watched. */
  readonly options?: LibraryOptions | undefined
  /** Nothing is read meanwhile; folders are looked through all the same. */
  readonly isPaused: () => boolean
  readonly log: Log
}

/** The start of the program comes first. */
const startMs = 2_000
/** Should one file after the other bring the process down, then so seldom that it is started again each time. */
const startAfterCrashMs = 20_000
const quietMs = 700
const lookMs = 5 * 60_000
const awaitMs = 10_000
const removeAtOnce = 200
const blocksAtOnce = 2_000

export function createLibrary({ context, transact, options, isPaused, log }: LibraryDeps): Library {
  const { db, changed } = context
  const {
    parserEntry,
    isWatching,
    isAfterCrash = false,
  } = options ?? { parserEntry: null, isWatching: false }
  const limits: LibraryLimits = { ...libraryLimits, ...options?.limits }
  const relaxed = (work: () => void): void => transact(work, 'relaxed')
  const reader = createFileReader({ entry: parserEntry, memoryMiB: limits.memoryMiB, log })
  const watching = createWatching({
    quietMs,
    lookMs,
    awaitMs,
    log,
    onChange(rootId) {
      toLookAt.add(rootId)
      scanning.kick()
    },
  })
  /** Beside those whose state says so. All of them, at a start: much may have happened meanwhile. */
  const toLookAt = new Set<LibraryRootId>()

  const scanning = createWorkLoop('library-scan', log, async (signal) => {
    const roots = allRoots(db)
    for (const rootId of watching.ids()) {
      if (!roots.some((root) => root.rootId === rootId)) watching.forget(rootId)
    }
    if (removeOrphans()) return true
    const root = roots.find(({ rootId, state }) => state === 'reading' || toLookAt.has(rootId))
    if (!root) return false
    toLookAt.delete(root.rootId)
    const { state, folders } = await scanRoot(
      root,
      { context, transact: relaxed, limits, onFound: () => reading.kick() },
      signal,
    )
    if (isWatching) {
      const isThere = state === 'ready' || state === 'too-many'
      const isWatchable = (folders ?? 0) <= limits.watchedFolders
      watching.watch(root, isThere ? (isWatchable ? 'listen' : 'look') : 'await')
    }
    reading.kick()
    return true
  })
  const reading = createWorkLoop('library-read', log, async (signal) => {
    const file = isPaused() ? undefined : nextDue({ context })
    if (!file) return false
    await readDue(file, { context, transact: relaxed, reader, limits, log }, signal)
    return true
  })

  /** Files of roots that were removed, a few at a time; false where there are none. */
  const removeOrphans = (): boolean => {
    const orphans = db.all<{ fileId: LibraryFileId }>(
      `SELECT file_id AS fileId FROM library_files
       WHERE root_id NOT IN (SELECT root_id FROM library_roots) LIMIT ?`,
      [removeAtOnce],
    )
    if (orphans.length === 0) return false
    relaxed(() => {
      let isRoomLeft = true
      for (const { fileId } of orphans) isRoomLeft &&= removeFile(db, fileId, blocksAtOnce)
      // Their text is to leave the file on the disk too, as anything that is erased.
      markErased(db, context.nextId())
      for (const { fileId } of orphans) forgetAnswersFrom(db, fileId)
      changed.add(libraryChanged)
    })
    return true
  }
  const inOrder = (root: Omit<RootRow, 'rootId' | 'state'>): void => {
    const known = allRoots(db)
    const outer = known.find((other) => other.path === root.path || isInside(other, root.path))
    if (outer) {
      db.run("UPDATE library_roots SET state = 'reading' WHERE root_id = ?", [outer.rootId])
      return
    }
    db.run(
      "INSERT INTO library_roots (root_id, kind, path, added_at, state) VALUES (?, ?, ?, ?, 'reading')",
      [asId<LibraryRootId>(context.nextId()), root.kind, root.path, context.now()],
    )
    // What was added inside it is now part of it.
    for (const inner of known.filter((other) => isInside(root, other.path))) {
      db.run('DELETE FROM library_roots WHERE root_id = ?', [inner.rootId])
    }
  }

  db.transaction(() => notePastCrash(db, isAfterCrash))
  for (const { rootId } of allRoots(db)) toLookAt.add(rootId)
  const begin = (): void => {
    clearTimeout(timer)
    scanning.kick()
    reading.kick()
  }
  const timer = setTimeout(begin, isAfterCrash ? startAfterCrashMs : startMs)
  timer.unref()

  return {
    async add(paths) {
      const roots: Omit<RootRow, 'rootId' | 'state'>[] = []
      for (const place of paths) {
        const stats = await fs.stat(place).catch((error: unknown) => {
          log.warn('library-add-failed', { code: errorCode(error) })
          return null
        })
        const kind = stats?.isDirectory() ? 'folder' : stats?.isFile() ? 'file' : null
        if (kind) roots.push({ kind, path: path.resolve(place) })
      }
      if (roots.length === 0) return
      transact(() => {
        for (const root of roots) inOrder(root)
        changed.add(libraryChanged)
      })
      begin()
    },
    find(fileId) {
      const row = db.get<Pick<DueFile, 'folder' | 'name'> & RootRow>(
        `SELECT f.folder, f.name, r.kind, r.path FROM library_files f JOIN library_roots r USING (root_id)
         WHERE file_id = ?`,
        [fileId],
      )
      return row ? filePath(path.join, { ...row, root: row }) : null
    },
    changed(keys) {
      // A pause that ended is told as `index`.
      if (keys.has(libraryChanged) || keys.has('index')) begin()
    },
    async idle() {
      begin()
      await scanning.idle()
      await reading.idle()
    },
    async dispose() {
      clearTimeout(timer)
      watching.dispose()
      await Promise.all([scanning.dispose(), reading.dispose()])
      await reader.dispose()
      // A file that is read at a stop is none that brought the program down.
      noteReading(db, null)
    },
  }
}

function isInside(root: Pick<RootRow, 'kind' | 'path'>, place: string): boolean {
  if (root.kind !== 'folder') return false
  const from = path.relative(root.path, place)
  return from !== '' && !from.startsWith('..') && !path.isAbsolute(from)
}
