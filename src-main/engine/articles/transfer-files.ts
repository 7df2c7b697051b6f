/** The folder side of exporting and importing articles: which files there are, what is in them, what they are called. */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { cleanFileName } from '#shared/base/file-name.ts'
import { readUlidBytes, type Ulid, ulidByteLength } from '#shared/base/ulid.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { TransferSkip } from '#shared/contract/article-transfer.ts'

export const transferLimits = {
  /** Of one file; a long article is a hundredth of it. */
  fileBytes: 512 * 1024,
  files: 20_000,
  depth: 20,
} as const

/** Where files that belong to articles lie in the folder. */
export const filesFolder = 'files'

export interface FoundFile {
  /** Below the folder, with `/`. */
  readonly name: string
  readonly path: string
}

/** Markdown files below the folder, by name. Links are not followed, hidden folders are left alone. */
export async function findMarkdown(folder: string): Promise<{ files: FoundFile[]; hasMore: boolean }> {
  const files: FoundFile[] = []
  let hasMore = false
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await fs
      .readdir(path.join(folder, below), { withFileTypes: true })
      .catch((error: unknown) => {
        // The folder itself has to be readable; one inside of it that is not has nothing for us.
        if (below === '') throw error
        return []
      })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) {
        if (depth < transferLimits.depth) await visit(name, depth + 1)
      } else if (entry.isFile() && /\.(md|markdown)$/i.test(entry.name)) {
        if (files.length < transferLimits.files) files.push({ name, path: path.join(folder, name) })
        else hasMore = true
      }
    }
  }
  await visit('', 0)
  return { files, hasMore }
}

export async function readText(file: string): Promise<Result<string, TransferSkip>> {
  try {
    const { size } = await fs.stat(file)
    if (size > transferLimits.fileBytes) return err('too-large')
    const bytes = await fs.readFile(file)
    if (bytes.byteLength > transferLimits.fileBytes) return err('too-large')
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? err('not-text') : ok(text)
  } catch (error) {
    // What the decoder throws; the system's errors have a code.
    return err(error instanceof TypeError ? 'not-text' : 'unreadable')
  }
}

/** Written beside and put in place: a file is never half there, and a link in its place is not followed. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true })
  const unfinished = `${file}.part`
  await fs.rm(unfinished, { force: true })
  await fs.writeFile(unfinished, text, { flag: 'wx' })
  await fs.rename(unfinished, file)
}

/** A file of the folder that an article names; null where it is not there, or leads out of the folder. */
export async function findInside(folder: string, name: string): Promise<string | null> {
  try {
    const root = await fs.realpath(folder)
    const file = await fs.realpath(path.resolve(root, name))
    const isInside = file.startsWith(root + path.sep)
    return isInside && (await fs.stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

export async function hashFile(file: string): Promise<string> {
  const handle = await fs.open(file)
  try {
    const hash = createHash('sha256')
    for await (const piece of handle.createReadStream({ autoClose: false })) hash.update(piece as Buffer)
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}

/** A part of a path out of what people call things; the same for the same article, whatever stands beside it. */
export function nameOf(text: string, id = ''): string {
  const name = cleanFileName(text.replaceAll(/[/\\]/g, '-')).slice(0, 80).trim()
  return id === '' ? name : `${name} ${id.slice(-6).toLowerCase()}`
}

/** Files without an id get one from where they lie and what they are called, so that importing again finds the article. */
export function idFor(workspaceId: string, name: string, title: string): Ulid {
  const bytes = createHash('sha256')
    .update(JSON.stringify([workspaceId, name, title]))
    .digest()
    .subarray(0, ulidByteLength)
  // A time that is not in the future.
  bytes[0] = 0
  return readUlidBytes(bytes, 0)
}
