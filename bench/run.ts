/**
 * `npm run bench [-- SUITE ...] [--json FILE]`: measures and prints one table. Suites: see `suites` below; without
 * a name all of them run.
 */
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { machine, toTable, type Figure, type Suite } from './report.ts'
import { desktopSuite } from './suites/desktop.ts'
import { engineSuite } from './suites/engine.ts'

const suites: readonly Suite[] = [engineSuite, desktopSuite]

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' } },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name))
if (unknown.length > 0) {
  console.error(
    `No such suite: ${unknown.join(', ')}. There are: ${suites.map((suite) => suite.name).join(', ')}`,
  )
  process.exit(2)
}

const results: { suite: string; figures: Figure[] }[] = []
console.log(`Machine: ${machine()}\n`)
for (const suite of suites) {
  if (positionals.length > 0 && !positionals.includes(suite.name)) continue
  const figures = await suite.run()
  results.push({ suite: suite.name, figures })
  console.log(`### ${suite.title}\n\n${toTable(figures)}\n`)
}
if (values.json !== undefined) {
  fs.writeFileSync(values.json, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`)
}
