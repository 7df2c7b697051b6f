/**
 * The folder of fetched models. `{id}/` is a model that is whole and was checked; `{id}.part/` is one on its way: in it a
 * file under its own name was checked, one that ends in `.partial` can be gone on with. A model gets its name by one
 * rename, so a kill at any moment leaves one or the other.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from '../../store/errors.ts'
import type { CatalogueModel, ModelFile } from './catalogue.ts'

export interface ModelFolder {
  /** Where the model is, or would be. */
  pathOf(model: CatalogueModel): string
  isReady(model: CatalogueModel): boolean
  /** Bytes that need not be fetched again. */
  doneBytes(model: CatalogueModel): number
  /** Whether this file is whole and checked, on its way or in its place. */
  hasFile(model: CatalogueModel, file: ModelFile): boolean
  /** Where its beginning is written to; the folder is made. */
  partialOf(model: CatalogueModel, file: ModelFile): Promise<string>
  /** Takes the beginning as the file if it is what the catalogue says; throws it away otherwise. */
  settleFile(model: CatalogueModel, file: ModelFile): Promise<boolean>
  /** All its files are there: from now on it is ready. */
  settleModel(model: CatalogueModel): Promise<void>
  discardPartial(model: CatalogueModel): Promise<void>
  remove(model: CatalogueModel): Promise<void>
  /** Takes what `remove` could not delete while it was in use. */
  sweep(): Promise<void>
  /** So that two workspaces do not fetch the same. Null where another process holds it; what is returned lets go. */
  lock(model: CatalogueModel): (() => void) | null
  freeBytes(): Promise<number>
}

export function createModelFolder(root: string): ModelFolder {
  const pathOf = ({ id }: CatalogueModel): string => path.join(root, id)
  const partOf = ({ id }: CatalogueModel): string => path.join(root, `${id}.part`)
  const inPart = (model: CatalogueModel, file: ModelFile): string => path.join(partOf(model), file.path)
  const partial = (model: CatalogueModel, file: ModelFile): string => `${inPart(model, file)}.partial`

  return {
    pathOf,
    isReady: (model) =>
      model.files.every((file) => sizeOf(path.join(pathOf(model), file.path)) === file.bytes),
    doneBytes: (model) =>
      model.files.reduce((sum, file) => {
        if (sizeOf(inPart(model, file)) === file.bytes) return sum + file.bytes
        return sum + Math.min(sizeOf(partial(model, file)) ?? 0, file.bytes)
      }, 0),
    hasFile: (model, file) => sizeOf(inPart(model, file)) === file.bytes,
    async partialOf(model, file) {
      const target = partial(model, file)
      await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      return target
    },
    async settleFile(model, file) {
      const from = partial(model, file)
      const isIt = (await sha256OfFile(from)) === file.sha256
      if (isIt) await fs.rename(from, inPart(model, file))
      await dropPartial(from)
      return isIt
    },
    async settleModel(model) {
      const part = partOf(model)
      // A folder that is there all the same is of another revision, or not whole.
      await fs.rm(pathOf(model), { recursive: true, force: true })
      await fs.rm(path.join(part, lockName), { force: true })
      await fs.rename(part, pathOf(model))
    },
    discardPartial: (model) => fs.rm(partOf(model), { recursive: true, force: true }),
    async remove(model) {
      await fs.rm(partOf(model), { recursive: true, force: true })
      const gone = path.join(root, `${model.id}.gone`)
      await fs.rm(gone, { recursive: true, force: true }).catch(() => undefined)
      try {
        // First out of the way, so that half of a model never passes for one.
        await fs.rename(pathOf(model), gone)
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return
        throw error
      }
      // Where the indexer still has it open on Windows, the next start takes it away.
      await fs.rm(gone, { recursive: true, force: true }).catch(() => undefined)
    },
    async sweep() {
      const entries = await fs.readdir(root).catch(() => [])
      for (const name of entries.filter((entry) => entry.endsWith('.gone')))
        await fs.rm(path.join(root, name), { recursive: true, force: true }).catch(() => undefined)
    },
    lock(model) {
      const file = path.join(partOf(model), lockName)
      const holder = readPid(file)
      if (holder !== null && holder !== process.pid && isAlive(holder)) return null
      mkdirSync(partOf(model), { recursive: true, mode: 0o700 })
      writeFileSync(file, String(process.pid))
      return () => rmSync(file, { force: true })
    },
    async freeBytes() {
      const { bavail, bsize } = await fs.statfs(root)
      return bavail * bsize
    },
  }
}

const lockName = 'lock'

/** What the server called the version that the beginning is of. */
export const etagOf = (partial: string): string => `${partial}.etag`

/** Throws a beginning away, and what is known of it. */
export async function dropPartial(partial: string): Promise<void> {
  await fs.rm(partial, { force: true })
  await fs.rm(etagOf(partial), { force: true })
}

export async function sha256OfFile(file: string): Promise<string | null> {
  try {
    const handle = await fs.open(file, 'r')
    const hash = createHash('sha256')
    for await (const piece of handle.createReadStream({ highWaterMark: 256 * 1024 }))
      hash.update(piece as Uint8Array)
    return hash.digest('hex')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function sizeOf(file: string): number | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : null
}

function readPid(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
