/** `npm run simulate -- --seed N --steps M --clients K [--seeds S]`: sync under everything that can go wrong, from one seed. */
import { parseArgs } from 'node:util'
import { simulate } from '../tests/simulation/sync/simulate.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '300' },
    clients: { type: 'string', default: '4' },
    trace: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    endless: { type: 'boolean', default: false },
  },
})
// A run without an end takes other seeds each day.
const first =
  values.endless && values.seed === '1'
    ? Math.floor(Date.now() / 86_400_000) * 1_000_000
    : Number(values.seed)
const last = values.endless ? Number.MAX_SAFE_INTEGER : first + Number(values.seeds) - 1
let bad = 0
for (let seed = first; seed <= last && !(values.endless && bad > 0); seed++) {
  const begun = performance.now()
  const report = await simulate({
    seed,
    steps: Number(values.steps),
    clients: Number(values.clients),
    keepFiles: values.keep,
    ...(values.trace ? { trace: (line: string) => console.log(line) } : {}),
  })
  const ms = Math.round(performance.now() - begun)
  if (report.faults.length > 0) bad++
  console.log(
    `seed ${seed}: ${report.faults.length === 0 ? 'holds' : 'FAULTS'}, ${report.documents} documents, ${report.messages} messages, ${report.network.delivered} frames, ${ms} ms`,
  )
  for (const fault of report.faults.slice(0, 12)) console.log(`  ${fault}`)
}
process.exitCode = bad > 0 ? 1 : 0
