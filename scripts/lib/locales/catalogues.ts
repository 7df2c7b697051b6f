/**
 * The catalogues as files: a folder a language, a JSON file a namespace. Read from any folder, so that a copy with
 * another language in it can be checked before it is a part of the program.
 */
import fs from 'node:fs'
import path from 'node:path'

export type Tree = { [key: string]: string | Tree }

export interface Catalogue {
  /** BCP 47, the name of the folder. */
  readonly language: string
  readonly namespaces: ReadonlyMap<string, Namespace>
}

export interface Namespace {
  /** As it stands in the file, to see what parsing hides: keys that are there twice. */
  readonly source: string
  readonly tree: Tree
  /** Key such as `field.owner` -> sentence, in the order of the file. */
  readonly sentences: ReadonlyMap<string, string>
}

/** The language that all others are translated from. */
export const sourceLanguage = 'en'

/** @throws where a file is no JSON object of sentences: with that nothing else can be said */
export function readCatalogues(folder: string): ReadonlyMap<string, Catalogue> {
  const languages = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => Number(b === sourceLanguage) - Number(a === sourceLanguage) || (a < b ? -1 : 1))
  return new Map(languages.map((language) => [language, readCatalogue(folder, language)]))
}

export function readCatalogue(folder: string, language: string): Catalogue {
  const inside = path.join(folder, language)
  const files = fs.existsSync(inside) ? fs.readdirSync(inside).filter((name) => name.endsWith('.json')) : []
  const namespaces = files.sort().map((file): [string, Namespace] => {
    const source = fs.readFileSync(path.join(inside, file), 'utf8')
    const tree = parseTree(source, `${language}/${file}`)
    return [file.replace(/\.json$/, ''), { source, tree, sentences: flatten(tree) }]
  })
  return { language, namespaces: new Map(namespaces) }
}

/** How a file of the catalogue is written. */
export function formatTree(tree: Tree): string {
  return `${JSON.stringify(tree, null, 2)}\n`
}

export function flatten(tree: Tree, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const full = prefix === '' ? key : `${prefix}.${key}`
    if (typeof value === 'string') flat.set(full, value)
    else for (const [inner, sentence] of flatten(value, full)) flat.set(inner, sentence)
  }
  return flat
}

/**
 * The tree that holds these sentences. Keys stand where they stood in `model` (plural forms together), others after.
 */
export function unflatten(sentences: ReadonlyMap<string, string>): Tree {
  const root: Tree = {}
  for (const [key, sentence] of sentences) {
    const parts = key.split('.')
    const last = parts.pop() ?? key
    let at = root
    for (const part of parts) {
      const next = at[part]
      if (typeof next === 'object') at = next
      else at = at[part] = {}
    }
    at[last] = sentence
  }
  return root
}

function parseTree(source: string, name: string): Tree {
  let parsed: unknown
  try {
    parsed = JSON.parse(source)
  } catch (error) {
    throw new Error(`${name} is no JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  if (!isTree(parsed)) throw new Error(`${name} holds something else than sentences by key`)
  return parsed
}

function isTree(value: unknown): value is Tree {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((inner) => typeof inner === 'string' || isTree(inner))
}
