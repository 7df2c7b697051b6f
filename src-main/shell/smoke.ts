/**
 * `--smoke`: is this build whole? The program starts as always, waits for its first screen with an open workspace, has
 * its foreign parts checked (workers/check-parts.ts) and says in one line of JSON how that went. For packaged builds,
 * which no test driver can look into.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { nativeImage, utilityProcess, type BrowserWindow } from 'electron'
import type { EngineState } from '#shared/contract/bridge.ts'
import { codeCacheState, type CodeCacheState } from '../process/code-cache.ts'
import type { ProgramFiles } from './program-files.ts'
import type { Workspaces } from './workspaces.ts'

interface SmokeReport {
  readonly ok: boolean
  readonly engine: EngineState['type']
  /** When the first frame was painted with something to work on (a row, a form or an empty state), in ms since the epoch. */
  readonly firstScreenAt: number | null
  /** When the engine had opened the workspace. */
  readonly engineReadyAt: number | null
  readonly title: string
  readonly codeCache: CodeCacheState
  /** What was checked -> `ok`, or what is wrong with it. */
  readonly parts: Readonly<Record<string, string>>
}

interface SmokeDeps {
  readonly window: BrowserWindow
  /** Not asked for its engine before that is there: to ask would start it before its time. */
  readonly workspaces: Pick<Workspaces, 'current' | 'onEngineState'>
  readonly files: Pick<ProgramFiles, 'checkParts' | 'model' | 'trayIcons'>
  /** A native binding for SQLite; null for better-sqlite3's own. */
  readonly sqliteBinding: string | null
  /** Beside what is found out here. */
  readonly about: Readonly<Record<string, string | boolean>>
  readonly timeoutMs?: number
}

/** Prints the report; resolves with the program's exit code, at the latest after `timeoutMs`. */
export async function printSmoke(deps: SmokeDeps): Promise<number> {
  const report = await runSmoke(deps)
  process.stdout.write(`${JSON.stringify({ ...report, ...deps.about })}\n`)
  return report.ok ? 0 : 1
}

async function runSmoke({
  window,
  workspaces,
  files,
  sqliteBinding,
  timeoutMs = 60_000,
}: SmokeDeps): Promise<SmokeReport> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs)
  })
  let engineReadyAt: number | null = null
  let firstScreenAt: number | null = null
  const drawn = firstScreen(window).then(() => (firstScreenAt = Date.now()))
  const opened = engineSettled(workspaces).then(() => (engineReadyAt = Date.now()))
  const shown = Promise.all([opened, drawn]).then(
    () => true,
    () => false,
  )
  const done = await Promise.race([shown, timeout])
  const state = workspaces.current().state().type
  const parts = {
    trayIcons: checkIcons(files.trayIcons),
    ...((await Promise.race([checkForeignParts(files, sqliteBinding), timeout])) || { foreign: 'no answer' }),
  }
  clearTimeout(timer)
  return {
    ok: done && state === 'ready' && Object.values(parts).every((answer) => answer === 'ok'),
    engine: state,
    firstScreenAt,
    engineReadyAt,
    codeCache: codeCacheState(),
    title: window.isDestroyed() ? '' : window.getTitle(),
    parts,
  }
}

function checkForeignParts(
  { checkParts, model }: SmokeDeps['files'],
  sqliteBinding: string | null,
): Promise<Readonly<Record<string, string>>> {
  const child = utilityProcess.fork(checkParts, [model, sqliteBinding ?? ''], {
    serviceName: 'Outpost check',
    stdio: 'ignore',
  })
  return new Promise((resolve) => {
    // Ours, and built together with this: typed, not parsed.
    child.once('message', (answers: Readonly<Record<string, string>>) => {
      resolve(answers)
      child.kill()
    })
    child.once('exit', (code) => resolve({ foreign: `ended with ${String(code)}` }))
  })
}

/** A picture that cannot be read is an empty one. */
function checkIcons(folder: string): string {
  try {
    const names = readdirSync(folder)
    const broken = names.filter((name) => nativeImage.createFromPath(path.join(folder, name)).isEmpty())
    return names.length > 0 && broken.length === 0 ? 'ok' : `broken: ${broken.join(', ')}`
  } catch {
    return 'missing'
  }
}

function engineSettled(workspaces: Pick<Workspaces, 'onEngineState'>): Promise<void> {
  return new Promise((resolve) => {
    workspaces.onEngineState(({ type }) => {
      if (type === 'ready' || type === 'failed') resolve()
    })
  })
}

async function firstScreen(window: BrowserWindow): Promise<void> {
  if (window.webContents.isLoading()) {
    await new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()))
  }
  await window.webContents.executeJavaScript(`new Promise((resolve) => {
    const shown = () => document.querySelector('.ui-virtual-row, [role="option"], [role="row"], form, .ui-empty, .library-card, .app-failed')
    const look = () => requestAnimationFrame(() =>
      shown() ? requestAnimationFrame(() => resolve(true)) : look())
    look()
  })`)
}
