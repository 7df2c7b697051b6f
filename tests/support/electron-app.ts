/**
 * Starts the built program in real Electron, on a data folder of its own, for end-to-end tests. The set-up
 * (scripts/with-runtime.mjs) says by ELECTRON_OVERRIDE_DIST_PATH which Electron, by OUTPOST_SQLITE_BINDING which native
 * module, and brings a screen.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { processTree } from './process-tree.ts'

export interface LaunchOptions {
  readonly profile?: string
  readonly demo?: boolean
  /** The data folder to use and to keep; without it a new one, deleted by `close`. */
  readonly dataDir?: string
  readonly args?: readonly string[]
  /** Beyond this process's own environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The folder with the program's package.json and `out`. */
  readonly appDir?: string
}

export interface OutpostApp {
  readonly app: ElectronApplication
  /** The shell's own process. */
  readonly process: ChildProcess
  /** The first window's page, loaded. */
  readonly page: Page
  readonly dataDir: string
  /** The engine's process; null while there is none. */
  engineHostPid(): Promise<number | null>
  /** Clicks a native menu's item by its id: a MenuAction, or `zoom-in`, `zoom-out`, `zoom-reset`. */
  clickMenu(id: string): Promise<void>
  /** The log's lines so far, of the present file, oldest first. */
  readLog(): Promise<Record<string, unknown>[]>
  /** Quits as a person would, waits for the end, and deletes the data folder unless it was given. */
  close(): Promise<void>
  /** Ends the shell's process at once, as a power cut would; keeps the data folder. */
  kill(): Promise<void>
  /** Ends the shell and all that it started in the same moment. */
  killAll(): Promise<void>
}

const projectRoot = path.resolve(import.meta.dirname, '..', '..')
const timeoutMs = 60_000

export async function launchOutpost(options: LaunchOptions = {}): Promise<OutpostApp> {
  const { profile, demo = false, args = [], env = {}, appDir = projectRoot } = options
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'outpost-e2e-')))
  const executablePath = electronExecutable()
  const app = await _electron.launch({
    args: [
      appDir,
      // Set-ups in containers run as root, where Chromium's sandbox cannot.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--data-dir=${dataDir}`,
      ...(profile === undefined ? [] : [`--profile=${profile}`]),
      ...(demo ? ['--demo'] : []),
      ...args,
    ],
    env: definedOnly({ ...process.env, ...env }),
    // Playwright would emulate a light system otherwise, whatever theme the person chose.
    colorScheme: null,
    timeout: timeoutMs,
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  const page = await app.firstWindow({ timeout: timeoutMs })
  await page.waitForLoadState('load')
  const forget = () =>
    options.dataDir === undefined ? rm(dataDir, { recursive: true, force: true, maxRetries: 5 }) : undefined

  const shell = app.process()
  const isRunning = () => shell.exitCode === null && shell.signalCode === null
  const host = () =>
    app.evaluate(
      (electron) => electron.app.getAppMetrics().find(({ name }) => name === 'Outpost engine')?.pid ?? null,
    )

  return {
    app,
    process: shell,
    page,
    dataDir,
    engineHostPid: host,
    clickMenu: (id) =>
      app.evaluate(({ Menu, BrowserWindow }, wanted) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
        if (!item) throw new Error(`there is no menu item ${wanted}`)
        const [window] = BrowserWindow.getAllWindows()
        const click = item.click as (event: object, window?: object, contents?: object) => void
        click({}, window, window?.webContents)
      }, id),
    readLog: async () => {
      const text = await readFile(path.join(dataDir, 'logs', 'outpost.log'), 'utf8')
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    },
    async close() {
      if (isRunning()) await app.close()
      await forget()
    },
    async kill() {
      if (!isRunning()) return
      const ended = once(shell, 'exit')
      shell.kill('SIGKILL')
      await ended
    },
    async killAll() {
      if (!isRunning() || shell.pid === undefined) return
      const ended = once(shell, 'exit')
      // Elsewhere than on Linux only the shell and the engine are known; the rest ends with them.
      const engine = await host()
      const all = new Set([...(engine === null ? [] : [engine]), ...processTree(shell.pid)])
      for (const pid of all) endAtOnce(pid)
      await ended
    },
  }
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended with another of them.
  }
}

/**
 * Starts the program as a person does at a terminal, with nothing watching it, and waits for its end.
 * @returns its exit code and what it printed
 */
export async function runOutpost(
  args: readonly string[],
  env: LaunchOptions['env'] = {},
): Promise<{ readonly code: number | null; readonly stdout: string }> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // The package's main export is the path of its program.
  const electron = electronExecutable() ?? (createRequire(import.meta.url)('electron') as string)
  const child = spawn(electron, [projectRoot, ...sandbox, ...args], {
    env: definedOnly({ ...process.env, ...env }),
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: timeoutMs,
  })
  let stdout = ''
  child.stdout.on('data', (data) => (stdout += String(data)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout }
}

/**
 * Undefined: the `electron` package's own, which Playwright finds. Only then does it hold the program back until it
 * watches for windows; otherwise a start now and then is one that it never sees the end of. On Linux the package goes
 * by ELECTRON_OVERRIDE_DIST_PATH too.
 */
function electronExecutable(): string | undefined {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist === undefined || dist === '' || process.platform === 'linux') return undefined
  if (process.platform === 'darwin') return path.join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return path.join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
