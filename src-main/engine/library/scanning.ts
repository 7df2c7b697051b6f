/** Looks a root through and writes down what is there: new files, changed ones, those that went. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { asId, type LibraryFileId, type LibraryRootId } from '#shared/base/ids.ts'
import type { LibraryRoot } from '#shared/contract/library.ts'
import type { CommandContext } from '../commands/context.ts'
import { errorCode } from '../store/errors.ts'
import {
  addFile,
  findRoot,
  knownFiles,
  libraryChanged,
  noteChange,
  placeOf,
  removeFile,
  stampOf,
  type KnownFile,
  type RootRow,
} from './library-rows.ts'
import type { LibraryLimits } from './limits.ts'
import { isGone, scanFolder, type FoundFile, type ScanEnd } from './scan-folder.ts'

export interface Scanned {
  readonly state: Exclude<LibraryRoot['state'], 'reading'>
  /** Null for a root that is a file, or that could not be looked through. */
  readonly folders: number | null
}

export interface ScanDeps {
  readonly context: Pick<CommandContext, 'db' | 'changed' | 'nextId'>
  /** A transaction that need not wait for the disk: what a power cut takes is found again. */
  readonly transact: (work: () => void) => void
  readonly limits: LibraryLimits
  /** Told after each piece that brought something to read. */
  readonly onFound: () => void
}

const removeAtOnce = 100
const blocksAtOnce = 2_000

/** Ends with the root's state written. Throws only what is a bug, or the signal's reason. */
export async function scanRoot(root: RootRow, deps: ScanDeps, signal: AbortSignal): Promise<Scanned> {
  const { context, transact } = deps
  const scanned = await look(root, deps, signal)
  transact(() => {
    context.db.run('UPDATE library_roots SET state = ? WHERE root_id = ?', [scanned.state, root.rootId])
    context.changed.add(libraryChanged)
  })
  return scanned
}

async function look(root: RootRow, deps: ScanDeps, signal: AbortSignal): Promise<Scanned> {
  try {
    const stats = await fs.stat(root.path)
    if (root.kind === 'file') {
      if (!stats.isFile()) return { state: 'missing', folders: null }
      const bytes = stats.size
      const modifiedAt = Math.floor(stats.mtimeMs)
      const files = createReconciler(root.rootId, deps)
      files.take([{ folder: '', name: path.basename(root.path), bytes, modifiedAt, isUnreachable: false }])
      return { state: 'ready', folders: null }
    }
    if (!stats.isDirectory()) return { state: 'missing', folders: null }
    return await lookThrough(root, deps, signal)
  } catch (error) {
    signal.throwIfAborted()
    const code = errorCode(error)
    if (isGone(code)) return { state: 'missing', folders: null }
    if (/^E[A-Z]+$/.test(code)) return { state: 'no-access', folders: null }
    throw error
  }
}

async function lookThrough(root: RootRow, deps: ScanDeps, signal: AbortSignal): Promise<Scanned> {
  const files = createReconciler(root.rootId, deps)
  const scan = scanFolder(root.path, deps.limits, signal)
  let end: ScanEnd
  for (;;) {
    const next = await scan.next()
    if (next.done) {
      end = next.value
      break
    }
    files.take(next.value)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await files.removeUnseen(root, end, signal)
  return { state: end.isTooMuch || files.isFull() ? 'too-many' : 'ready', folders: end.folders }
}

function createReconciler(
  rootId: LibraryRootId,
  { context: { db, changed, nextId }, transact, limits, onFound }: ScanDeps,
) {
  const unseen = knownFiles(db, rootId)
  let count = unseen.size
  let isFull = false

  const note = (file: FoundFile, known: KnownFile | undefined): void => {
    if (known) {
      noteChange(db, known.fileId, file.bytes, file.modifiedAt)
    } else if (count >= limits.filesARoot) {
      isFull = true
    } else {
      addFile(db, rootId, asId<LibraryFileId>(nextId()), file)
      count++
    }
  }
  return {
    take(found: readonly FoundFile[]): void {
      const news = found.flatMap((file) => {
        const known = unseen.get(placeOf(file))
        unseen.delete(placeOf(file))
        return known && stampOf(known) === stampOf(file) ? [] : [{ file, known }]
      })
      if (news.length === 0) return
      transact(() => {
        // It may have been removed meanwhile.
        if (!findRoot(db, rootId)) return
        for (const { file, known } of news) note(file, known)
        changed.add(libraryChanged)
      })
      onFound()
    },
    /** What was not come across is gone, unless it lies where nobody could look. */
    async removeUnseen(root: RootRow, end: ScanEnd, signal: AbortSignal): Promise<void> {
      const gone: LibraryFileId[] = []
      for (const [place, { fileId }] of unseen) {
        if (end.unreadable.some((folder) => place.startsWith(`${folder}/`))) continue
        if (end.isTooMuch) {
          signal.throwIfAborted()
          const isThere = await fs.access(path.join(root.path, ...place.split('/'))).then(
            () => true,
            () => false,
          )
          if (isThere) continue
        }
        gone.push(fileId)
      }
      while (gone.length > 0) {
        signal.throwIfAborted()
        const piece = gone.splice(0, removeAtOnce)
        transact(() => {
          // A file with so much text that it takes several turns goes to the end of the list.
          for (const fileId of piece) if (!removeFile(db, fileId, blocksAtOnce)) gone.push(fileId)
          changed.add(libraryChanged)
        })
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    isFull: () => isFull,
  }
}
