/** Questions over a large index, in a process of its own, so that its memory is its own too. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { atMost, format, reported, type Figure } from '../../report.ts'
import { ensureChunks } from '../../retrieval/many-chunks.ts'

export interface SpeedReport {
  readonly firstMs: number
  readonly median: number
  readonly p95: number
  readonly max: number
  readonly cpuMs: number
  readonly mib: number
  readonly slowest: string
}

const entry = new URL('./speed-process.ts', import.meta.url)

/** @param maxMib null: memory is only reported */
export async function measureSpeed(count: number, maxMs: number, maxMib: number | null): Promise<Figure[]> {
  const { file, bytes, seconds } = ensureChunks(count)
  const child = fork(entry, [file], { execArgv: ['--disable-warning=ExperimentalWarning'] })
  const [report] = (await once(child, 'message')) as [SpeedReport]
  await once(child, 'exit')
  const chunks = `${count.toLocaleString('en')} chunks`
  const { firstMs, median, p95, max, cpuMs, mib, slowest } = report
  const detail = `median ${format(median)} ms, longest ${format(max)} ms ("${slowest}"), processor ${format(cpuMs)} ms a query`
  const memory = `resident, with the model, the vectors and SQLite's cache`
  return [
    reported(
      `index of ${chunks}`,
      `${format(bytes / 2 ** 20)} MiB`,
      `made in ${String(seconds)} s by one thread`,
    ),
    atMost(`hybrid query, ${chunks}, warm, p95`, p95, maxMs, 'ms', detail),
    reported(`first query, ${chunks}, which loads the vectors`, `${format(firstMs)} ms`),
    maxMib === null
      ? reported(`memory, ${chunks}`, `${format(mib)} MiB`, memory)
      : atMost(`memory, ${chunks}`, mib, maxMib, 'MiB', memory),
  ]
}
