/** Asks every question of the evaluation set, twice, and measures the second time. Argument: the index's file. */
import { createStaticModel } from '../../../src-main/engine/search/embedding/static-model.ts'
import { createRetriever } from '../../../src-main/engine/search/retrieval/retriever.ts'
import { openReader } from '../../../tests/support/chunk-index.ts'
import { evalQuestions } from '../../retrieval/data.ts'
import { modelFolder } from '../../retrieval/systems.ts'
import { statsOf } from '../../stats.ts'
import type { SpeedReport } from './speed.ts'

const file = process.argv[2]
if (file === undefined) throw new Error('no file')
const reader = openReader(file)
const retriever = createRetriever({ db: reader.db, model: createStaticModel(modelFolder) })
const ask = (text: string): number => {
  const start = performance.now()
  retriever.retrieve({ text, limit: 20 })
  return performance.now() - start
}
const firstMs = ask('Drucker offline')
for (const { text } of evalQuestions) ask(text)
const before = process.cpuUsage()
const times = evalQuestions.map(({ text }) => ({ text, ms: ask(text) }))
const { user, system } = process.cpuUsage(before)
const { median, p95, max } = statsOf(times.map(({ ms }) => ms))
const report: SpeedReport = {
  firstMs,
  median,
  p95,
  max,
  cpuMs: (user + system) / 1_000 / times.length,
  mib: process.memoryUsage.rss() / 2 ** 20,
  slowest: times.find(({ ms }) => ms === max)?.text ?? '',
}
reader.close()
process.send?.(report)
process.disconnect()
