/** Real faults: a disk that is full, a folder that may not be written to, a file that is broken. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temp-folder.ts'

export const isRoot = process.getuid?.() === 0

/** A disk of its own of that size; null where this machine does not let us mount one. */
export function mountSmallDisk(sizeKiB: number): string | null {
  if (!isRoot || process.platform !== 'linux') return null
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeKiB}k`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

/** Fills a disk to its last byte; what it returns frees it again. */
export function fillDisk(folder: string): () => void {
  const file = path.join(folder, 'filler')
  const handle = fs.openSync(file, 'w')
  for (let size = 1 << 20; size >= 1; size >>= 1) {
    try {
      for (;;) fs.writeSync(handle, Buffer.alloc(size))
    } catch {
      // Full for this size; the next is smaller.
    }
  }
  fs.closeSync(handle)
  return () => fs.rmSync(file)
}

/** Runs `work` as somebody without root's rights to everything. */
export function asOrdinaryUser<T>(work: () => T): T {
  if (!isRoot) return work()
  const nobody = 65_534
  process.seteuid?.(nobody)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

/** Overwrites the pages that a table or an index begins with, as a failing disk does. */
export function breakPages(folder: string, names: readonly string[]): void {
  const file = path.join(folder, 'workspace.db')
  const db = new Database(file)
  db.pragma('wal_checkpoint(TRUNCATE)')
  const pageSize = db.pragma('page_size', { simple: true }) as number
  const pages = names.map(
    (name) => db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(name) as number,
  )
  db.close()
  const handle = fs.openSync(file, 'r+')
  for (const page of pages)
    fs.writeSync(handle, Buffer.alloc(pageSize, 0xab), 0, pageSize, (page - 1) * pageSize)
  fs.closeSync(handle)
}
