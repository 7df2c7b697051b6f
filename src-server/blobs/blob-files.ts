/** The files themselves: under the name of their content only when they are whole, checked and on the disk. */
import { createHash } from 'node:crypto'
import fs, { type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { BlobId } from '#shared/base/blob-id.ts'

export interface BlobFiles {
  /** Takes a file of this content over from where it is. */
  settle(from: string, blobId: BlobId): Promise<void>
  has(blobId: BlobId, size: number): Promise<boolean>
  /** @param range first and last byte; the whole file where null */
  read(blobId: BlobId, range: { readonly first: number; readonly last: number } | null): ReadStream
  remove(blobId: BlobId): Promise<void>
  /** Bytes that the disk has left for this server. */
  freeBytes(): Promise<number>
}

export function createBlobFiles(folder: string): BlobFiles {
  const pathOf = (blobId: BlobId): string => path.join(folder, blobId.slice(0, 2), blobId)
  return {
    async settle(from, blobId) {
      const target = pathOf(blobId)
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      await sync(from)
      await rename(from, target)
      if (process.platform !== 'win32') await sync(path.dirname(target))
    },
    async has(blobId, size) {
      try {
        return (await stat(pathOf(blobId))).size === size
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    read: (blobId, range) =>
      fs.createReadStream(pathOf(blobId), range ? { start: range.first, end: range.last } : {}),
    remove: (blobId) => rm(pathOf(blobId), { force: true }),
    async freeBytes() {
      const { bavail, bsize } = await statfs(path.dirname(folder))
      return bavail * bsize
    },
  }
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of fs.createReadStream(file, { highWaterMark: 256 * 1024 })) {
    hash.update(piece as Uint8Array)
  }
  return hash.digest('hex')
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
