/** Compares what the program says with what the catalogues hold: keys that are missing, and keys that nobody uses. */
import { sourceLanguage, type Catalogue } from './catalogues.ts'
import { allSentences, type Problem } from './check.ts'
import type { Exceptions } from './exceptions.ts'
import { splitPlural } from './plurals.ts'
import type { Use, Uses } from './program-uses.ts'

export function checkUse(english: Catalogue, uses: Uses, { rules }: Exceptions): readonly Problem[] {
  const keys = [...allSentences(english.namespaces)]
  const isThere = new Set(keys.flatMap(([key]) => [key, splitPlural(key)?.stem ?? key]))
  const problems: Problem[] = []
  for (const [key, places] of uses.keys) {
    if (!isThere.has(key)) problems.push(problem('unknown', key, `the program says it, ${at(places)}`))
  }
  for (const place of uses.unknown)
    problems.push(
      problem('unknown', `${place.file}:${place.line}`, 'it cannot be told which sentence this is'),
    )
  const excepted = rules.filter(({ rule }) => rule === 'unused')
  const needed = new Set<string>()
  for (const [key, sentence] of keys) {
    if (usesOf(key, uses).length > 0) continue
    const exception = excepted.find((each) => each.key === key)
    if (exception) needed.add(key)
    else problems.push({ ...problem('unused', key, 'nothing in the program says it'), sentence })
  }
  for (const { key } of excepted)
    if (!needed.has(key))
      problems.push(problem('exception', key, 'nothing needs the exception from "unused"'))
  return problems
}

/** Where a sentence is used. @param key with its namespace */
export function usesOf(key: string, { keys, patterns }: Uses): readonly Use[] {
  const exact = keys.get(key) ?? keys.get(splitPlural(key)?.stem ?? key)
  if (exact) return exact
  return [...patterns].flatMap(([pattern, places]) => (matches(pattern, key) ? places : []))
}

function matches(pattern: string, key: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^.:]+')
  return new RegExp(`^${escaped}$`).test(key)
}

const problem = (rule: string, key: string, say: string): Problem => ({
  rule,
  language: sourceLanguage,
  key,
  say,
})

function at(places: readonly Use[]): string {
  return places
    .slice(0, 3)
    .map(({ file, line }) => `${file}:${line}`)
    .join(', ')
}
