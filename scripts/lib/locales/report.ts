/** How far each language is: how many sentences, how many of them translated, and how many words that is. */
import { sourceLanguage, type Catalogue } from './catalogues.ts'
import type { Problem } from './check.ts'
import { expectedKeys } from './plurals.ts'
import { countWords } from './sentences.ts'

export interface Coverage {
  readonly language: string
  /** "all" is the sum. */
  readonly namespace: string
  readonly sentences: number
  readonly translated: number
  /** Words of the translated sentences, without variables. */
  readonly words: number
  /** Words that are left, in English. */
  readonly wordsLeft: number
  /** From 0 to 1. */
  readonly ratio: number
}

/** @param problems those of the rule "untranslated" count as not translated */
export function coverageOf(
  catalogues: ReadonlyMap<string, Catalogue>,
  problems: readonly Problem[],
): readonly Coverage[] {
  const english = catalogues.get(sourceLanguage)
  if (!english) return []
  const untranslated = new Set(
    problems.filter(({ rule }) => rule === 'untranslated').map(({ language, key }) => `${language} ${key}`),
  )
  return [...catalogues.values()].flatMap((catalogue) => {
    const rows = [...english.namespaces].map(([namespace, { sentences }]) =>
      coverNamespace(catalogue, namespace, sentences, untranslated),
    )
    return [...rows, sumOf(catalogue.language, rows)]
  })
}

function coverNamespace(
  { language, namespaces }: Catalogue,
  namespace: string,
  english: ReadonlyMap<string, string>,
  untranslated: ReadonlySet<string>,
): Coverage {
  const own = namespaces.get(namespace)?.sentences ?? new Map<string, string>()
  const expected = expectedKeys(english, language)
  let translated = 0
  let words = 0
  let wordsLeft = 0
  for (const { key, english: original } of expected) {
    const sentence = own.get(key)
    if (sentence !== undefined && sentence !== '' && !untranslated.has(`${language} ${namespace}:${key}`)) {
      translated += 1
      words += countWords(sentence)
    } else wordsLeft += countWords(original)
  }
  return finish({ language, namespace, sentences: expected.length, translated, words, wordsLeft })
}

function sumOf(language: string, rows: readonly Coverage[]): Coverage {
  const total = (value: (row: Coverage) => number): number => rows.reduce((sum, row) => sum + value(row), 0)
  return finish({
    language,
    namespace: 'all',
    sentences: total((row) => row.sentences),
    translated: total((row) => row.translated),
    words: total((row) => row.words),
    wordsLeft: total((row) => row.wordsLeft),
  })
}

const finish = (row: Omit<Coverage, 'ratio'>): Coverage => ({
  ...row,
  ratio: row.sentences === 0 ? 1 : row.translated / row.sentences,
})

export function formatCoverage(rows: readonly Coverage[]): string {
  const width = Math.max(...rows.map(({ namespace }) => namespace.length))
  const lines = rows.map((row) =>
    [
      row.language.padEnd(7),
      row.namespace.padEnd(width),
      `${row.translated} of ${row.sentences}`.padStart(13),
      `${(Math.floor(row.ratio * 1000) / 10).toFixed(1)} %`.padStart(8),
      `${row.words} words`.padStart(12),
      row.wordsLeft === 0 ? '' : `  ${row.wordsLeft} English words left`,
    ].join('  '),
  )
  return lines.map((line) => line.trimEnd()).join('\n')
}
