/**
 * The folder of a workspace's files: `ab/abcdef…`, each named by the SHA-256 of its content. A file stands under its name
 * only when it is whole, checked and on the disk; until then it has another name, in `unfinished/`. The same content
 * is there once, however often it was attached.
 */
import { createHash, randomUUID } from 'node:crypto'
import fs, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { isBlobId, type BlobId } from '#shared/base/blob-id.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { errorCode } from '../store/errors.ts'

export interface TakeOptions {
  readonly maxBytes: number
  readonly signal: AbortSignal
  /** Called after each piece with all bytes so far. */
  readonly onProgress?: (bytes: number) => void
}

export interface BlobFiles {
  pathOf(id: BlobId): string
  /** Bytes on the disk; null where it is not there. */
  sizeOf(id: BlobId): Promise<number | null>
  /** Stores what comes and tells its id. Throws what the disk says. */
  take(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options: TakeOptions,
  ): Promise<Result<{ readonly id: BlobId; readonly size: number }, 'too-large' | 'cancelled'>>
  /** How much of it was fetched before; its beginning can be gone on with. */
  partialSize(id: BlobId): Promise<number>
  /** Adds to what was fetched. @param from what comes before; anything beyond is cut off */
  append(
    id: BlobId,
    source: AsyncIterable<Uint8Array>,
    from: number,
    options: TakeOptions,
  ): Promise<Result<number, 'too-large' | 'cancelled'>>
  /** Makes what was fetched the file, if it is that content; otherwise throws it away. */
  finish(id: BlobId): Promise<boolean>
  discardPartial(id: BlobId): Promise<void>
  /** The first bytes, to see what it is. */
  head(id: BlobId, bytes: number): Promise<Uint8Array>
  /** A piece of it. */
  read(id: BlobId, from: number, bytes: number): Promise<Uint8Array>
  /** Whether the file still is what its name says. */
  verify(id: BlobId): Promise<boolean>
  remove(id: BlobId): Promise<void>
  /** All files under their names, with the time of their last change. */
  list(): AsyncIterable<{ readonly id: BlobId; readonly size: number; readonly changedAt: number }>
  /** Takes away unfinished files that nobody has written to since. */
  sweepUnfinished(before: number): Promise<void>
}

export function createBlobFiles(root: string): BlobFiles {
  const unfinished = path.join(root, 'unfinished')
  const pathOf = (id: BlobId): string => path.join(root, id.slice(0, 2), id)
  const partialOf = (id: BlobId): string => path.join(unfinished, `${id}.part`)

  /** From its unfinished name to its own. */
  const settle = async (file: string, id: BlobId): Promise<void> => {
    const target = pathOf(id)
    await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    await fs.rename(file, target)
    await syncFolder(path.dirname(target))
  }

  return {
    pathOf,
    sizeOf: (id) => sizeOfFile(pathOf(id)),
    async take(source, { maxBytes, signal, onProgress }) {
      await fs.mkdir(unfinished, { recursive: true, mode: 0o700 })
      const file = path.join(unfinished, `${randomUUID()}.new`)
      const hash = createHash('sha256')
      let size = 0
      try {
        const handle = await fs.open(file, 'wx', 0o600)
        try {
          for await (const piece of source) {
            if (signal.aborted) return err('cancelled')
            size += piece.byteLength
            if (size > maxBytes) return err('too-large')
            hash.update(piece)
            await handle.writeFile(piece)
            onProgress?.(size)
          }
          await handle.sync()
        } finally {
          await handle.close()
        }
        if (signal.aborted) return err('cancelled')
        const id = hash.digest('hex') as BlobId
        // What is there already was checked when it came, and may be open somewhere: it stays.
        if ((await sizeOfFile(pathOf(id))) !== size) await settle(file, id)
        return ok({ id, size })
      } finally {
        await fs.rm(file, { force: true })
      }
    },
    async partialSize(id) {
      return (await sizeOfFile(partialOf(id))) ?? 0
    },
    async append(id, source, from, { maxBytes, signal, onProgress }) {
      await fs.mkdir(unfinished, { recursive: true, mode: 0o700 })
      const handle = await openForAppending(partialOf(id))
      let size = from
      try {
        await handle.truncate(from)
        for await (const piece of source) {
          if (signal.aborted) return err('cancelled')
          if (size + piece.byteLength > maxBytes) return err('too-large')
          await writeAll(handle, piece, size)
          size += piece.byteLength
          onProgress?.(size)
        }
        await handle.sync()
        return ok(size)
      } finally {
        await handle.close()
      }
    },
    async finish(id) {
      if ((await hashOfFile(partialOf(id))) !== id) {
        await fs.rm(partialOf(id), { force: true })
        return false
      }
      await settle(partialOf(id), id)
      return true
    },
    discardPartial: (id) => fs.rm(partialOf(id), { force: true }),
    async head(id, bytes) {
      return readPiece(pathOf(id), 0, bytes)
    },
    read: (id, from, bytes) => readPiece(pathOf(id), from, bytes),
    async verify(id) {
      return (await hashOfFile(pathOf(id))) === id
    },
    remove: (id) => fs.rm(pathOf(id), { force: true }),
    async *list() {
      for (const folder of await entriesOf(root)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue
        for (const name of await entriesOf(path.join(root, folder))) {
          if (!isBlobId(name) || !name.startsWith(folder)) continue
          const found = await statOf(path.join(root, folder, name))
          if (found) yield { id: name, size: found.size, changedAt: found.mtimeMs }
        }
      }
    },
    async sweepUnfinished(before) {
      for (const name of await entriesOf(unfinished)) {
        const file = path.join(unfinished, name)
        const found = await statOf(file)
        if (found && found.mtimeMs < before) await fs.rm(file, { force: true })
      }
    },
  }
}

async function hashOfFile(file: string): Promise<string | null> {
  try {
    const handle = await fs.open(file, 'r')
    const hash = createHash('sha256')
    for await (const piece of handle.createReadStream({ highWaterMark: 256 * 1024 })) {
      hash.update(piece as Uint8Array)
    }
    return hash.digest('hex')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function readPiece(file: string, from: number, bytes: number): Promise<Uint8Array> {
  const handle = await fs.open(file, 'r')
  try {
    const buffer = new Uint8Array(bytes)
    const { bytesRead } = await handle.read(buffer, 0, bytes, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** For reading and writing, made where it is missing, with its content where it is there. */
async function openForAppending(file: string): Promise<FileHandle> {
  try {
    return await fs.open(file, 'r+', 0o600)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return fs.open(file, 'w+', 0o600)
  }
}

async function writeAll(handle: FileHandle, piece: Uint8Array, at: number): Promise<void> {
  let written = 0
  while (written < piece.byteLength) {
    const { bytesWritten } = await handle.write(piece, written, piece.byteLength - written, at + written)
    written += bytesWritten
  }
}

/** A rename is on the disk when its folder is. Windows has no such thing, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function statOf(file: string) {
  try {
    const found = await fs.stat(file)
    return found.isFile() ? found : null
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function sizeOfFile(file: string): Promise<number | null> {
  return (await statOf(file))?.size ?? null
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
