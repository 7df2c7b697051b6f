/**
 * Looks through a folder and tells its files, a few at a time, so that a folder of any size holds nobody up. Follows
 * links out of the folder, each place once; links that lead into it again lead nowhere new.
 */
import type { Dirent } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { LibraryLimits } from './limits.ts'

export interface FoundFile {
  /** From the root, with `/`; empty for the root itself. */
  readonly folder: string
  readonly name: string
  readonly bytes: number
  readonly modifiedAt: number
  /** Its name is no valid text, so that it cannot be asked for by it. */
  readonly isUnreachable: boolean
}

export interface ScanEnd {
  /** Something was left out, as there is too much of it. */
  readonly isTooMuch: boolean
  /** Folders, from the root, that could not be looked into: what was known of them may still be there. */
  readonly unreadable: readonly string[]
  readonly folders: number
}

export type ScanLimits = Pick<LibraryLimits, 'filesARoot' | 'entriesARoot' | 'folderDepth'>

const pieceLength = 200
const statsAtOnce = 8

const leftOut: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  '__pycache__',
  '__macosx',
  '$recycle.bin',
  'system volume information',
  'thumbs.db',
  'desktop.ini',
])

/** Hidden files and folders, those that programs keep for themselves, and what office programs write while a file is open. */
export function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || leftOut.has(name.toLowerCase())
}

/** Codes of a place that is not there, as a drive that was pulled out is. */
export const isGone = (code: string): boolean =>
  ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EIO'].includes(code)

interface Folder {
  readonly from: string
  readonly depth: number
}

/**
 * @param root must be a folder that is there; throws the file system's error where it cannot be looked into
 * @returns how it ended
 */
export async function* scanFolder(
  root: string,
  limits: ScanLimits,
  signal: AbortSignal,
): AsyncGenerator<readonly FoundFile[], ScanEnd> {
  const realRoot = await fs.realpath(root)
  const seen = new Set([realRoot])
  const queue: Folder[] = [{ from: '', depth: 0 }]
  const unreadable: string[] = []
  let isTooMuch = false
  let entries = 0
  let files = 0
  let folders = 0

  /** A link's target counts where it lies elsewhere and was not come across before. */
  const isNewPlace = async (place: string): Promise<boolean> => {
    const real = await fs.realpath(place).catch(() => null)
    if (real === null || seen.has(real) || isInside(realRoot, real)) return false
    seen.add(real)
    return true
  }
  const look = async (entry: Dirent, { from, depth }: Folder): Promise<FoundFile | null> => {
    const place = path.join(root, from, entry.name)
    const isLink = entry.isSymbolicLink()
    if (entry.isDirectory() || isLink) {
      const stats = isLink ? await fs.stat(place).catch(() => null) : null
      if (isLink && (stats === null || !(await isNewPlace(place)))) return null
      if (entry.isDirectory() || stats?.isDirectory()) {
        if (!entry.name.isWellFormed()) return null
        if (depth >= limits.folderDepth) isTooMuch = true
        else queue.push({ from: from === '' ? entry.name : `${from}/${entry.name}`, depth: depth + 1 })
        return null
      }
    }
    const stats = await fs.stat(place).catch(() => null)
    if (stats && !stats.isFile()) return null
    // Listed a moment ago and not to be found by its name: either it went, or the name did not survive being read.
    const isReachable = stats !== null && entry.name.isWellFormed()
    if (!isReachable && !/[\uFFFD\p{Cs}]/u.test(entry.name)) return null
    return {
      folder: from,
      name: entry.name.toWellFormed(),
      bytes: stats?.size ?? 0,
      modifiedAt: Math.floor(stats?.mtimeMs ?? 0),
      isUnreachable: !isReachable,
    }
  }

  for (let folder = queue.shift(); folder && !isTooMuch; folder = queue.shift()) {
    signal.throwIfAborted()
    folders++
    try {
      const listing = await fs.opendir(path.join(root, folder.from), { bufferSize: 256 })
      let pending: Promise<FoundFile | null>[] = []
      let piece: FoundFile[] = []
      for await (const entry of listing) {
        signal.throwIfAborted()
        if (++entries > limits.entriesARoot) {
          isTooMuch = true
          break
        }
        if (isLeftOut(entry.name)) continue
        pending.push(look(entry, folder))
        if (pending.length < statsAtOnce) continue
        piece.push(...(await settle(pending)))
        pending = []
        if (files + piece.length > limits.filesARoot) break
        if (piece.length < pieceLength) continue
        files += piece.length
        yield piece
        piece = []
      }
      piece.push(...(await settle(pending)))
      if (files + piece.length > limits.filesARoot) {
        isTooMuch = true
        piece.length = limits.filesARoot - files
      }
      files += piece.length
      if (piece.length > 0) yield piece
    } catch (error) {
      if (signal.aborted || folder.from === '') throw error
      unreadable.push(folder.from)
    }
  }
  return { isTooMuch: isTooMuch || queue.length > 0, unreadable, folders }
}

async function settle(pending: readonly Promise<FoundFile | null>[]): Promise<FoundFile[]> {
  return (await Promise.all(pending)).filter((file) => file !== null)
}

function isInside(root: string, place: string): boolean {
  const from = path.relative(root, place)
  return from === '' || (!from.startsWith('..') && !path.isAbsolute(from))
}
