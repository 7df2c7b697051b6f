/**
 * `--smoke`: is this build whole? The program starts as always, waits for its first screen with an open workspace and
 * says in one line of JSON how that went. For packaged builds, which no test driver can look into.
 */
import type { BrowserWindow } from 'electron'
import type { EngineState } from '#shared/contract/bridge.ts'
import type { EngineProcess } from './engine-process.ts'

export interface SmokeReport {
  readonly ok: boolean
  readonly engine: EngineState['type']
  /** From the start of the process to the first painted frame with something to work on: a row, a form or an empty state. */
  readonly firstScreenMs: number | null
  readonly title: string
}

interface SmokeDeps {
  readonly window: BrowserWindow
  readonly engine: EngineProcess
  /** Milliseconds since the process began. */
  readonly sinceStartMs: () => number
  readonly timeoutMs?: number
}

/** Resolves once, at the latest after `timeoutMs`. */
export async function runSmoke({
  window,
  engine,
  sinceStartMs,
  timeoutMs = 60_000,
}: SmokeDeps): Promise<SmokeReport> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs)
  })
  const shown = Promise.all([engineSettled(engine), firstScreen(window)]).then(
    () => true,
    () => false,
  )
  const done = await Promise.race([shown, timeout])
  clearTimeout(timer)
  const state = engine.state().type
  return {
    ok: done && state === 'ready',
    engine: state,
    firstScreenMs: done ? Math.round(sinceStartMs()) : null,
    title: window.isDestroyed() ? '' : window.getTitle(),
  }
}

function engineSettled(engine: EngineProcess): Promise<void> {
  const isSettled = (state: EngineState) => state.type === 'ready' || state.type === 'failed'
  return new Promise((resolve) => {
    if (isSettled(engine.state())) resolve()
    else engine.onState((state) => isSettled(state) && resolve())
  })
}

async function firstScreen(window: BrowserWindow): Promise<void> {
  if (window.webContents.isLoading()) {
    await new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()))
  }
  await window.webContents.executeJavaScript(`new Promise((resolve) => {
    const shown = () => document.querySelector('[role="option"], [role="row"], form, .ui-empty, .app-failed')
    const look = () => requestAnimationFrame(() =>
      shown() ? requestAnimationFrame(() => resolve(true)) : look())
    look()
  })`)
}
