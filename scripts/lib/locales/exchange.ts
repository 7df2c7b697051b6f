/** What goes to translators and comes back: one row a sentence, as CSV for spreadsheets or as JSON for tools. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { sourceLanguage, type Catalogue } from './catalogues.ts'
import { expectedKeys } from './plurals.ts'
import type { Uses } from './program-uses.ts'
import { hasNoWords } from './sentences.ts'
import { usesOf } from './use.ts'

const columns = ['namespace', 'key', 'plural', 'english', 'translation', 'state', 'context'] as const

export interface Row {
  readonly namespace: string
  readonly key: string
  /** Which plural form this is; empty for none. */
  readonly plural: string
  readonly english: string
  /** Empty where there is none. */
  readonly translation: string
  /** For people only: it is worked out anew when the rows come back. */
  readonly state: 'missing' | 'same' | 'translated'
  /** Where the program says it. */
  readonly context: string
}

export type Returned = Pick<Row, 'namespace' | 'key' | 'english' | 'translation'>

export function rowsFor(english: Catalogue, own: Catalogue, uses: Uses): readonly Row[] {
  return [...english.namespaces].flatMap(([namespace, { sentences }]) =>
    expectedKeys(sentences, own.language).map(({ key, english: original, form }) => {
      const translation = own.namespaces.get(namespace)?.sentences.get(key) ?? ''
      const places = usesOf(`${namespace}:${key}`, uses).slice(0, 3)
      return {
        namespace,
        key,
        plural: form,
        english: original,
        translation,
        state: stateOf(original, translation, own.language),
        context: places.map(({ file, line }) => `${file}:${line}`).join(' '),
      }
    }),
  )
}

function stateOf(english: string, translation: string, language: string): Row['state'] {
  if (translation === '') return 'missing'
  return translation === english && language !== sourceLanguage && !hasNoWords(english)
    ? 'same'
    : 'translated'
}

/** RFC 4180 with a byte order mark, by which spreadsheets know that it is UTF-8. */
export function toCsv(rows: readonly Row[], separator: ',' | ';' = ','): string {
  const line = (cells: readonly string[]): string => cells.map((cell) => quote(guard(cell))).join(separator)
  return `\ufeff${[line(columns), ...rows.map((row) => line(columns.map((name) => row[name])))].join('\r\n')}\r\n`
}

export function toJson(language: string, rows: readonly Row[]): string {
  return `${JSON.stringify({ language, sentences: rows }, null, 2)}\n`
}

/** A spreadsheet would work out what begins so; an apostrophe before it says that it is text. */
const formula = /^'*[=+\-@\t\r]/

const guard = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)
const unguard = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)
const quote = (cell: string): string => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const returnedSchema = z.object({
  namespace: z.string().max(100),
  key: z.string().max(200),
  english: z.string().max(20_000),
  translation: z.string().max(20_000),
})
const jsonSchema = z.object({
  language: z.string().optional(),
  sentences: z.array(returnedSchema).max(100_000),
})

/** @throws with a sentence where it cannot be read at all */
export function readReturned(text: string, format: 'csv' | 'json'): readonly Returned[] {
  return format === 'json' ? readJson(text) : readCsv(text)
}

function readJson(text: string): readonly Returned[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Error('This is no JSON.')
  }
  const result = jsonSchema.safeParse(parsed)
  if (result.success) return result.data.sentences
  const [issue] = result.error.issues
  throw new Error(`This JSON does not hold sentences: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

function readCsv(text: string): readonly Returned[] {
  let cells: string[][]
  try {
    // Spreadsheets write the sign that their system is set to.
    const first = text.split(/\r?\n/, 1)[0] ?? ''
    const delimiter =
      [',', ';', '\t'].find((sign) => first.replace(/^\ufeff/, '').startsWith(`namespace${sign}`)) ?? ','
    cells = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: false,
      max_record_size: 100_000,
      skip_empty_lines: true,
    })
  } catch (error) {
    throw new Error(`This CSV cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  const [head = [], ...body] = cells
  const at = (name: (typeof columns)[number]): number => head.indexOf(name)
  const wanted = ['namespace', 'key', 'english', 'translation'] as const
  const lacking = wanted.filter((name) => at(name) < 0)
  if (lacking.length > 0) throw new Error(`The first line has no column ${lacking.join(', ')}.`)
  return body.map((row) => {
    const [namespace = '', key = '', english = '', translation = ''] = wanted.map((name) =>
      unguard(row[at(name)] ?? ''),
    )
    return { namespace, key, english, translation }
  })
}
