/**
 * The delay of the shell's event loop while its engine catches up with a server and makes the index: what a person's
 * clicks wait for in the process that owns the windows.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type * as perfHooks from 'node:perf_hooks'
import { launchOutpost, type OutpostApp } from '../../../tests/support/electron-app.ts'
import { startServerProcess } from '../../../tests/support/server-process.ts'
import { joinTeam, untilSynced } from '../../../tests/support/server-steps.ts'
import { createWindowDriver } from '../../../tests/support/window-driver.ts'
import { fillWithDemo } from '../../../src-main/demo/fill-with-demo.ts'
import { benchNow } from '../../sets.ts'
import { atMost, format, type Figure } from '../../report.ts'
import { beginServer, createColleague } from '../colleague.ts'
import { untilIdle } from './process-memory.ts'

const targetMs = 20
/** Node counts the delay of a timer of this length with it. */
const resolutionMs = 1

export async function measureShellDelay(): Promise<Figure> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-bench-'))
  const server = await startServerProcess(path.join(folder, 'server'))
  const ada = createColleague(path.join(folder, 'ada'))
  try {
    await fillWithDemo(ada, benchNow, () => undefined)
    const link = await beginServer(ada, server.setupLink)
    await ada.settled()
    return await measure(path.join(folder, 'ben'), link)
  } finally {
    await ada.dispose()
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(dataDir: string, link: string): Promise<Figure> {
  const outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  try {
    const window = createWindowDriver(outpost.page, 'en')
    await watch(outpost)
    const start = performance.now()
    await joinTeam(window, { link, person: 'Ben', email: 'ben@example.org' })
    await untilSynced(window)
    const syncedMs = performance.now() - start
    await untilIdle(outpost.process.pid ?? 0)
    const { p50, p95, p99, max, count } = await read(outpost)
    return atMost(
      "delay of the shell's event loop while syncing and indexing, p99",
      p99,
      targetMs,
      'ms',
      `the sample workspace, synced in ${format(syncedMs / 1_000)} s, then indexed; median ${format(p50)}, p95 ${format(p95)}, longest ${format(max)} ms, ${count.toLocaleString('en')} looks`,
    )
  } finally {
    await outpost.close()
  }
}

interface Delays {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  readonly count: number
}

type PerfHooks = typeof perfHooks

function watch({ app }: OutpostApp): Promise<void> {
  return app.evaluate((_electron, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delays = monitorEventLoopDelay({ resolution })
    delays.enable()
    Object.assign(globalThis, { delays })
  }, resolutionMs)
}

function read({ app }: OutpostApp): Promise<Delays> {
  return app.evaluate((_electron, resolution) => {
    const { delays } = globalThis as unknown as { delays: ReturnType<PerfHooks['monitorEventLoopDelay']> }
    delays.disable()
    const at = (percent: number): number => Math.max(0, delays.percentile(percent) / 1e6 - resolution)
    return { p50: at(50), p95: at(95), p99: at(99), max: at(100), count: delays.count }
  }, resolutionMs)
}
