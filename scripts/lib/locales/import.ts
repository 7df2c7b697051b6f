/** Takes translated sentences in: looks at every one before anything is written, and writes all files or none. */
import fs from 'node:fs'
import path from 'node:path'
import { formatTree, unflatten, type Catalogue } from './catalogues.ts'
import { compare, type Problem } from './check.ts'
import type { Returned } from './exchange.ts'
import { expectedKeys, type Expected } from './plurals.ts'
import {
  controlCharacters,
  directionMarks,
  directionOverrides,
  hasBrokenBraces,
  isRightToLeft,
} from './sentences.ts'

export interface Merged {
  /** namespace -> its sentences, in English's order. Only those that change. */
  readonly changed: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly problems: readonly Problem[]
  readonly taken: number
  readonly unchanged: number
  readonly empty: number
}

/** Rows with a problem are left out; whether the others are written is for the caller to say. */
export function mergeReturned(
  rows: readonly Returned[],
  own: Catalogue,
  english: Catalogue,
  same: Readonly<Record<string, string>>,
): Merged {
  const expected = new Map<string, Expected>(
    [...english.namespaces].flatMap(([namespace, { sentences }]) =>
      expectedKeys(sentences, own.language).map((each) => [`${namespace}:${each.key}`, each] as const),
    ),
  )
  const problems: Problem[] = []
  const fresh = new Map<string, string>()
  const seen = new Set<string>()
  let unchanged = 0
  let empty = 0
  for (const row of rows) {
    const name = `${row.namespace}:${row.key}`
    const original = expected.get(name)
    const wrong = seen.has(name)
      ? [{ rule: 'twice', say: 'it is there twice' }]
      : faultsOf(row, original, own.language, same)
    seen.add(name)
    const translation = row.translation.trim().normalize('NFC')
    if (wrong.length > 0)
      problems.push(
        ...wrong.map((each) => ({
          ...each,
          language: own.language,
          key: name.slice(0, 200),
          sentence: row.translation.slice(0, 200),
        })),
      )
    else if (translation === '') empty += 1
    else if (own.namespaces.get(row.namespace)?.sentences.get(row.key) === translation) unchanged += 1
    else fresh.set(name, translation)
  }
  return { changed: filesOf(fresh, own, english), problems, taken: fresh.size, unchanged, empty }
}

function faultsOf(
  { english, translation }: Returned,
  original: Expected | undefined,
  language: string,
  same: Readonly<Record<string, string>>,
): readonly { readonly rule: string; readonly say: string }[] {
  if (!original)
    return [{ rule: 'unknown', say: 'there is no such sentence, or the language has no such plural form' }]
  if (english !== original.english)
    return [{ rule: 'outdated', say: `English says something else now: ${original.english}` }]
  const text = translation.trim()
  if (text === '') return []
  const found: { rule: string; say: string }[] = []
  if (controlCharacters.test(text))
    found.push({ rule: 'control', say: 'a control character or a line break' })
  if (directionOverrides.test(text) || (directionMarks.test(text) && !isRightToLeft(language)))
    found.push({ rule: 'direction', say: 'a character that turns the direction' })
  if (/^[=+@]/.test(text) && !/^[=+@]/.test(english))
    found.push({ rule: 'formula', say: 'it begins as a formula does' })
  if (text.length > 3 * english.length + 200) found.push({ rule: 'long', say: 'much longer than in English' })
  if (hasBrokenBraces(text)) found.push({ rule: 'braces', say: 'braces that are no variable' })
  // The same as in English is what a translator may send back for a sentence that is not done; the check will say it.
  return [...found, ...compare(original, text, { ...same, [text]: 'asked elsewhere' })]
}

/** The new contents of the files, each key where English has it. */
function filesOf(
  fresh: ReadonlyMap<string, string>,
  own: Catalogue,
  english: Catalogue,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const files = new Map<string, ReadonlyMap<string, string>>()
  for (const [namespace, { sentences }] of english.namespaces) {
    const before = own.namespaces.get(namespace)?.sentences ?? new Map<string, string>()
    const after = new Map<string, string>()
    let isChanged = false
    for (const { key } of expectedKeys(sentences, own.language)) {
      const changed = fresh.get(`${namespace}:${key}`)
      const text = changed ?? before.get(key)
      if (changed !== undefined) isChanged = true
      if (text !== undefined) after.set(key, text)
    }
    // What English has not is for the check to speak of, not for an import to throw away.
    for (const [key, text] of before) if (!after.has(key)) after.set(key, text)
    if (isChanged) files.set(namespace, after)
  }
  return files
}

/** All files are written beside their places first, and moved there only when every one of them is whole. */
export function writeFiles(folder: string, changed: Merged['changed']): void {
  fs.mkdirSync(folder, { recursive: true })
  const moves = [...changed].map(([namespace, sentences]) => {
    const to = path.join(folder, `${namespace}.json`)
    const from = `${to}.new`
    fs.writeFileSync(from, formatTree(unflatten(sentences)))
    return { from, to }
  })
  for (const { from, to } of moves) fs.renameSync(from, to)
}
