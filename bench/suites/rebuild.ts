/** Documents projected a second when every row is made again from the logs, and where the time goes. */
import { Session } from 'node:inspector/promises'
import { openBenchEngine } from '../engine.ts'
import { reported, type Figure } from '../report.ts'
import { copySet } from '../sets.ts'

/** Long enough to be steady; the whole large set would take minutes. */
const measureMs = 20_000

export async function measureRebuild(): Promise<Figure[]> {
  const copy = await copySet('large')
  const engine = openBenchEngine(copy.folder)
  const session = new Session()
  session.connect()
  try {
    await engine.settled()
    const before = await countDone(engine)
    await session.post('Profiler.enable')
    // Emptying the tables is no projecting: it is done when this returns.
    engine.rebuild()
    await session.post('Profiler.start')
    const start = performance.now()
    await new Promise((resolve) => setTimeout(resolve, measureMs))
    const after = await countDone(engine)
    const seconds = (performance.now() - start) / 1000
    const { profile } = await session.post('Profiler.stop')
    const perSecond = Math.round((after - before) / seconds)
    return [
      reported(
        'documents projected a second, rebuild',
        perSecond.toLocaleString('en'),
        'one core, in the order of the log',
      ),
      reported('where a rebuild spends its time', hottest(profile)),
    ]
  } finally {
    session.disconnect()
    await engine.dispose()
    copy.remove()
  }
}

async function countDone(engine: ReturnType<typeof openBenchEngine>): Promise<number> {
  const status = await engine.query('engine.status', {})
  const meta = status.ok ? (status.value.meta as { indexing: { done: number } | null }) : null
  return meta?.indexing?.done ?? 0
}

interface Profile {
  readonly nodes: readonly {
    readonly callFrame: { readonly functionName: string }
    readonly hitCount?: number | undefined
  }[]
}

/** The five functions with the most samples of their own. */
function hottest({ nodes }: Profile): string {
  const byName = new Map<string, number>()
  let total = 0
  for (const { callFrame, hitCount = 0 } of nodes) {
    const name = callFrame.functionName || '(anonymous)'
    if (name === '(idle)' || name === '(program)') continue
    byName.set(name, (byName.get(name) ?? 0) + hitCount)
    total += hitCount
  }
  return [...byName]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([name, hits]) => `${name} ${String(Math.round((hits / total) * 100))} %`)
    .join(', ')
}
