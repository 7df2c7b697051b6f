/** The command line of `npm run locales`: what each command reads, prints and answers with. */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readCatalogue, readCatalogues, sourceLanguage, type Catalogue } from './catalogues.ts'
import { checkCatalogues, type Problem } from './check.ts'
import { readExceptions, readGlossary } from './exceptions.ts'
import { readReturned, rowsFor, toCsv, toJson } from './exchange.ts'
import { mergeReturned, writeFiles } from './import.ts'
import { findUses, type Uses } from './program-uses.ts'
import { coverageOf, formatCoverage } from './report.ts'
import { checkUse } from './use.ts'

export interface Surroundings {
  /** The project's folder: where the sources are. */
  readonly root: string
  print(text: string): void
  complain(text: string): void
}

const usage = `Usage: npm run locales -- COMMAND
  check [--locales FOLDER] [--no-sources]      what is missing, unused, untranslated or badly set
  report [--json] [--locales FOLDER]           how far each language is
  export LANGUAGE FILE.csv|FILE.json [--locales FOLDER] [--separator ';'] [--only-missing]
  import LANGUAGE FILE.csv|FILE.json [--locales FOLDER] [--partial]
                                               writes nothing where anything is wrong, unless --partial`

/** @returns the exit code: 0 where all is well, 1 where something is wrong, 2 where it was called wrongly */
export function runLocales(args: readonly string[], around: Surroundings): number {
  const [command, ...rest] = args
  const run = command === undefined ? undefined : commands.get(command)
  if (!run) {
    around.complain(usage)
    return 2
  }
  try {
    return run(rest, around)
  } catch (error) {
    around.complain(error instanceof Error ? error.message : String(error))
    return 2
  }
}

const commands = new Map<string, (args: string[], around: Surroundings) => number>([
  ['check', check],
  ['report', report],
  ['export', exportRows],
  ['import', importRows],
])

function check(args: string[], around: Surroundings): number {
  const { values } = parseArgs({
    args,
    options: { locales: { type: 'string' }, 'no-sources': { type: 'boolean' } },
  })
  const catalogues = readCatalogues(localesFolder(around, values.locales))
  const exceptions = readExceptions()
  const problems = [...checkCatalogues(catalogues, exceptions, readGlossary())]
  const english = catalogues.get(sourceLanguage)
  if (english && values['no-sources'] !== true)
    problems.push(...checkUse(english, usesIn(around.root, english), exceptions))
  for (const problem of problems) around.complain(formatProblem(problem))
  const sum = [...catalogues.values()].map(({ language, namespaces }) => {
    const count = [...namespaces.values()].reduce((total, { sentences }) => total + sentences.size, 0)
    return `${language} ${count}`
  })
  around.print(
    `Sentences: ${sum.join(', ')}. ${problems.length === 0 ? 'No problem.' : `${problems.length} problems.`}`,
  )
  return problems.length === 0 ? 0 : 1
}

function report(args: string[], around: Surroundings): number {
  const { values } = parseArgs({ args, options: { locales: { type: 'string' }, json: { type: 'boolean' } } })
  const catalogues = readCatalogues(localesFolder(around, values.locales))
  const rows = coverageOf(catalogues, checkCatalogues(catalogues, readExceptions(), readGlossary()))
  around.print(values.json === true ? JSON.stringify(rows, null, 2) : formatCoverage(rows))
  return 0
}

function exportRows(args: string[], around: Surroundings): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      locales: { type: 'string' },
      separator: { type: 'string', default: ',' },
      'only-missing': { type: 'boolean' },
    },
  })
  const { language, file, format } = readTarget(positionals)
  const folder = localesFolder(around, values.locales)
  const english = readCatalogue(folder, sourceLanguage)
  const { separator } = values
  if (separator !== ',' && separator !== ';') throw new Error('The separator is "," or ";".')
  const all = rowsFor(english, readCatalogue(folder, language), usesIn(around.root, english))
  const rows = values['only-missing'] === true ? all.filter(({ state }) => state !== 'translated') : all
  fs.writeFileSync(file, format === 'csv' ? toCsv(rows, separator) : toJson(language, rows))
  around.print(`${rows.length} sentences written to ${file}.`)
  return 0
}

function importRows(args: string[], around: Surroundings): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { locales: { type: 'string' }, partial: { type: 'boolean' } },
  })
  const { language, file, format } = readTarget(positionals)
  if (language === sourceLanguage) throw new Error('English is the source, and is written in its files.')
  const folder = localesFolder(around, values.locales)
  const rows = readReturned(readText(file), format)
  const english = readCatalogue(folder, sourceLanguage)
  const own = readCatalogue(folder, language)
  const merged = mergeReturned(rows, own, english, readExceptions().same[language] ?? {})
  for (const problem of merged.problems.slice(0, 200)) around.complain(formatProblem(problem))
  const writes = merged.problems.length === 0 || values.partial === true
  if (writes) writeFiles(path.join(folder, language), merged.changed)
  around.print(
    `${writes ? merged.taken : 0} sentences taken, ${merged.unchanged} unchanged, ${merged.empty} empty, ${merged.problems.length} refused. ` +
      (writes ? '' : 'Nothing was written.'),
  )
  return merged.problems.length === 0 ? 0 : 1
}

function readTarget([language, file, ...more]: readonly string[]): {
  readonly language: string
  readonly file: string
  readonly format: 'csv' | 'json'
} {
  const format = /\.(csv|json)$/i.exec(file ?? '')?.[1]?.toLowerCase()
  if (
    language === undefined ||
    file === undefined ||
    more.length > 0 ||
    (format !== 'csv' && format !== 'json')
  )
    throw new Error(usage)
  // It becomes the name of a folder.
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language))
    throw new Error(`"${language}" is no language, such as nl or pt-BR.`)
  return { language, file, format }
}

const maxFileBytes = 20_000_000

function readText(file: string): string {
  const { size } = fs.statSync(file)
  if (size > maxFileBytes) throw new Error(`${file} is larger than any catalogue. Nothing was read.`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(file))
  } catch {
    throw new Error(`${file} is not in UTF-8. Save it as “CSV UTF-8”.`)
  }
}

function localesFolder({ root }: Surroundings, given: string | undefined): string {
  const folder = given ?? path.join(root, 'src-shared', 'locales')
  if (!fs.existsSync(folder)) throw new Error(`There is no folder ${folder}.`)
  return folder
}

function usesIn(root: string, english: Catalogue): Uses {
  return findUses(root, (namespace, key) => english.namespaces.get(namespace)?.sentences.has(key) ?? false)
}

function formatProblem({ rule, language, key, say, sentence }: Problem): string {
  const quoted = sentence === undefined ? '' : `\n    ${sentence.slice(0, 200)}`
  return `${language.padEnd(3)} ${key}  ${say}  (${rule})${quoted}`
}
