/** Gets all files of a model, from the network or from a folder, and makes it ready when the last one was checked. */
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { ModelFetchError } from '#shared/contract/models.ts'
import { fileAddress, totalBytes, type CatalogueModel, type ModelFile } from './catalogue.ts'
import { fetchFile, WriteFailed, writing, type FetchFileOptions } from './fetch-file.ts'
import { dropPartial, type ModelFolder } from './model-folder.ts'

export type ObtainOutcome =
  | { readonly type: 'ready' }
  | {
      readonly type: 'stopped'
      readonly reason: ModelFetchError | 'cancelled'
      readonly file: string | null
    }

export interface ObtainOptions extends Omit<FetchFileOptions, 'onProgress'> {
  readonly folder: ModelFolder
  /** Bytes of the whole model; equal to its total while check-sums are computed. */
  readonly onProgress: (doneBytes: number) => void
}

/** What the machine needs to go on working beside the model. */
const spareBytes = 64 * 1024 * 1024

const stopped = (reason: ModelFetchError | 'cancelled', file: string | null = null): ObtainOutcome => ({
  type: 'stopped',
  reason,
  file,
})

/** @param address where models are fetched from, as `https://huggingface.co` */
export function fetchModel(
  model: CatalogueModel,
  address: string,
  options: ObtainOptions,
): Promise<ObtainOutcome> {
  return eachFile(model, options, (file, partial, onProgress) =>
    fetchFile(fileAddress(address, model, file), partial, file.bytes, { ...options, onProgress }),
  )
}

/** @param from as the person chose it: the model's files, or a folder with the model's name in which they are */
export async function copyModel(
  model: CatalogueModel,
  from: string,
  options: ObtainOptions,
): Promise<ObtainOutcome> {
  const sources = new Map<ModelFile, string>()
  for (const file of model.files) {
    const found = await findIn(from, model, file)
    if (found === null) return stopped('missing-file', file.path)
    sources.set(file, found)
  }
  return eachFile(model, options, async (file, partial, onProgress) => {
    let bytes = 0
    // Begun before from elsewhere, its beginning may be another one.
    await writing(() => dropPartial(partial))
    const handle = await writing(() => fs.open(partial, 'w', 0o600))
    try {
      for await (const piece of createReadStream(sources.get(file) ?? '', { highWaterMark: 1024 * 1024 })) {
        if (options.signal.aborted) return 'cancelled'
        await writing(() => handle.writeFile(piece as Uint8Array))
        bytes += (piece as Uint8Array).byteLength
        if (bytes > file.bytes) return 'wrong-checksum'
        onProgress(bytes)
      }
      await writing(() => handle.sync())
    } catch (error) {
      if (error instanceof WriteFailed) return error.reason
      // A stick that was pulled out.
      return 'cut-off'
    } finally {
      await handle.close()
    }
    return bytes === file.bytes ? 'done' : 'wrong-checksum'
  })
}

type GetFile = (
  file: ModelFile,
  partial: string,
  onProgress: (fileBytes: number) => void,
) => Promise<'done' | 'cancelled' | ModelFetchError>

async function eachFile(
  model: CatalogueModel,
  { folder, signal, onProgress }: ObtainOptions,
  get: GetFile,
): Promise<ObtainOutcome> {
  const unlock = lockFolder(model, folder)
  if (typeof unlock === 'string') return stopped(unlock)
  try {
    const free = await folder.freeBytes()
    if (free < totalBytes(model) - folder.doneBytes(model) + spareBytes) return stopped('disk-full')
    let before = 0
    for (const file of model.files) {
      if (!folder.hasFile(model, file)) {
        const partial = await writing(() => folder.partialOf(model, file))
        const start = before
        const outcome = await get(file, partial, (bytes) => onProgress(start + bytes))
        if (outcome === 'wrong-checksum') await dropPartial(partial)
        if (outcome !== 'done') return stopped(outcome, file.path)
        onProgress(start + file.bytes)
        if (!(await folder.settleFile(model, file))) return stopped('wrong-checksum', file.path)
      }
      before += file.bytes
    }
    if (signal.aborted) return stopped('cancelled')
    await writing(() => folder.settleModel(model))
    return { type: 'ready' }
  } catch (error) {
    if (error instanceof WriteFailed) return stopped(error.reason)
    throw error
  } finally {
    unlock()
  }
}

function lockFolder(model: CatalogueModel, folder: ModelFolder): (() => void) | ModelFetchError {
  try {
    return folder.lock(model) ?? 'busy'
  } catch (error) {
    return new WriteFailed(error).reason
  }
}

/** As the repository has it, or all files in one folder; in the folder itself, or in one with the model's name. */
async function findIn(from: string, model: CatalogueModel, file: ModelFile): Promise<string | null> {
  const names = [model.id, model.repository.split('/')[1] ?? model.id]
  const roots = [from, ...names.map((name) => path.join(from, name))]
  const candidates = roots.flatMap((root) => [
    path.join(root, file.path),
    path.join(root, path.basename(file.path)),
  ])
  for (const candidate of candidates) {
    const found = await fs.stat(candidate).catch(() => null)
    if (found?.isFile() === true) return candidate
  }
  return null
}
