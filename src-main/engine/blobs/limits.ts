/** How large one file may be, and how much room all of them may take. */
import type { ReadableDb } from '../store/db.ts'
import { getMeta } from '../store/meta.ts'

const mebibyte = 1024 ** 2
/** What servers take unless they were told otherwise; a local workspace keeps to it, as it may move to one. */
const usualMaxFileBytes = 100 * mebibyte
const usualFileLimitBytes = 1024 * mebibyte

export function maxFileBytesOf(db: ReadableDb): number {
  return Number(getMeta(db, 'maxBlobBytes') ?? usualMaxFileBytes)
}

/** Files that can be fetched again go beyond this. */
export function fileLimitOf(db: ReadableDb): number {
  return Number(getMeta(db, 'fileLimitBytes') ?? usualFileLimitBytes)
}
