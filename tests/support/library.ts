/** Folders of files for the library, and what tests look at of it. */
import fs from 'node:fs'
import path from 'node:path'
import type { LibraryFile, LibraryRoot } from '#shared/contract/library.ts'
import type { LibraryOptions } from '../../src-main/engine/library/library.ts'
import { libraryLimits, type ParseLimits } from '../../src-main/engine/library/limits.ts'
import type { ParsedBlock, ParseOutcome } from '../../src-main/engine/library/parsed-file.ts'
import { parseFile } from '../../src-main/engine/library/parsers/parse-file.ts'
import type { World } from './engine-world.ts'
import { temporaryFolder } from './temp-folder.ts'

export const parserEntry = new URL('../../src-main/workers/file-parser.ts', import.meta.url)

/** As the program does it: in a thread of its own. */
export const threaded = (limits: LibraryOptions['limits'] = {}): LibraryOptions => ({
  parserEntry,
  isWatching: false,
  limits,
})

/** Writes the files, by their path from a fresh folder; gives the folder. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, content)
  }
  return folder
}

export async function addAndRead(world: World, ...paths: string[]): Promise<void> {
  await world.engine.library.add(paths)
  await world.engine.settled()
}

export async function rootsOf(world: World): Promise<readonly LibraryRoot[]> {
  return (await world.ask('library.roots', {})).rows
}

/** Every file by its path from its root. */
export async function filesOf(world: World): Promise<Readonly<Record<string, LibraryFile>>> {
  const { rows } = await world.ask('library.files', { limit: 1_000 })
  return Object.fromEntries(
    rows.map((row) => [row.folder === '' ? row.name : `${row.folder}/${row.name}`, row]),
  )
}

/** What every file came to: `indexed`, `indexed but too-large`, `skipped: encrypted`. */
export async function outcomesOf(world: World): Promise<Readonly<Record<string, string>>> {
  const files = await filesOf(world)
  return Object.fromEntries(
    Object.entries(files).map(([name, { state, reason, partly }]) => [
      name,
      state + (reason === null ? '' : `: ${reason}`) + (partly === null ? '' : ` but ${partly}`),
    ]),
  )
}

/** A file's text as it was read, a line a block. */
export async function textOf(world: World, name: string): Promise<string[]> {
  const file = (await filesOf(world))[name]
  if (!file) throw new Error(`no ${name}`)
  return (await world.ask('library.file', { fileId: file.key })).rows.map(({ text }) => text)
}

export interface Read {
  readonly outcome: ParseOutcome
  readonly blocks: readonly ParsedBlock[]
}

/** Parses one file of these bytes in this thread. */
export async function parseBytes(
  name: string,
  content: string | Uint8Array,
  limits: Partial<ParseLimits> = {},
): Promise<Read> {
  const file = path.join(temporaryFolder(), name)
  fs.writeFileSync(file, content)
  return parseAt(file, limits)
}

export async function parseAt(file: string, limits: Partial<ParseLimits> = {}): Promise<Read> {
  const blocks: ParsedBlock[] = []
  const job = { path: file, name: path.basename(file), limits: { ...libraryLimits, ...limits } }
  const outcome = await parseFile(job, (piece) => void blocks.push(...piece))
  return { outcome, blocks: outcome.type === 'read' ? blocks : [] }
}

/** Blocks as short lines: `h1 Title`, `item2 Text`, `row p3 A: b`. */
export function outline({ blocks }: Read): string[] {
  return blocks.map(({ kind, level, page, text }) => {
    const name = kind === 'heading' ? 'h' : kind
    return `${name}${level === null ? '' : String(level)}${page === null ? '' : ` p${String(page)}`} ${text}`
  })
}
