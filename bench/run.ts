/**
 * `npm run bench [-- SUITE ...] [--json FILE]`: measures and prints one table. Suites: see `suites` below; without
 * a name all of them run but `sync`, which takes half an hour. For trials of the sync suite: `--runs N`, `--scale 0.01`, `--only MEASURE,...`,
 * `--subjects NAME,...`.
 */
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { machine, toTable, type Figure, type Suite, type SuiteOptions } from './report.ts'
import { desktopSuite } from './suites/desktop.ts'
import { embeddingSuite } from './suites/embedding.ts'
import { engineSuite } from './suites/engine.ts'
import { indexingSuite } from './suites/indexing.ts'
import { searchSuite } from './suites/search.ts'
import { notifySuite } from './suites/notify.ts'
import { syncSuite } from './suites/sync/suite.ts'

const suites: readonly Suite[] = [
  engineSuite,
  embeddingSuite,
  desktopSuite,
  notifySuite,
  indexingSuite,
  searchSuite,
  syncSuite,
]

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    runs: { type: 'string' },
    scale: { type: 'string' },
    only: { type: 'string' },
    subjects: { type: 'string' },
  },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name))
if (unknown.length > 0) {
  console.error(
    `No such suite: ${unknown.join(', ')}. There are: ${suites.map((suite) => suite.name).join(', ')}`,
  )
  process.exit(2)
}

const options: SuiteOptions = {
  ...(values.runs === undefined ? {} : { runs: positive('runs', values.runs) }),
  ...(values.scale === undefined ? {} : { scale: positive('scale', values.scale) }),
  only: values.only?.split(',') ?? null,
  subjects: values.subjects?.split(',') ?? null,
}

const results: { suite: string; figures: Figure[] }[] = []
console.log(`Machine: ${machine()}\n`)
for (const suite of suites) {
  if (!isChosen(suite)) continue
  const figures = await suite.run(options)
  results.push({ suite: suite.name, figures })
  console.log(`### ${suite.title}\n\n${toTable(figures)}\n`)
  const notes = suite.notes?.(options) ?? []
  if (notes.length > 0) console.log(`${notes.join('\n')}\n`)
}
if (values.json !== undefined) {
  fs.writeFileSync(values.json, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`)
}

function isChosen({ name, onlyWhenNamed = false }: Suite): boolean {
  return positionals.length > 0 ? positionals.includes(name) : !onlyWhenNamed
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (value > 0) return value
  console.error(`--${name} takes a number above 0, not "${text}"`)
  process.exit(2)
}
