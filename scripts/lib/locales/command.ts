/** The command line of `npm run locales`: what each command reads, prints and answers with. */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readCatalogues, sourceLanguage, type Catalogue } from './catalogues.ts'
import { checkCatalogues, type Problem } from './check.ts'
import { readExceptions, readGlossary } from './exceptions.ts'
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
  report [--json] [--locales FOLDER]           how far each language is`

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

export function localesFolder({ root }: Surroundings, given: string | undefined): string {
  const folder = given ?? path.join(root, 'src-shared', 'locales')
  if (!fs.existsSync(folder)) throw new Error(`There is no folder ${folder}.`)
  return folder
}

export function usesIn(root: string, english: Catalogue): Uses {
  return findUses(root, (namespace, key) => english.namespaces.get(namespace)?.sentences.has(key) ?? false)
}

function formatProblem({ rule, language, key, say, sentence }: Problem): string {
  const quoted = sentence === undefined ? '' : `\n    ${sentence.slice(0, 200)}`
  return `${language.padEnd(3)} ${key}  ${say}  (${rule})${quoted}`
}
