/**
 * A portable program on a place that cannot be written: a locked stick, a disc, somebody else's folder. It says so before
 * anything else, and offers to end or to use the system's folder in this run. Nothing beside it is touched.
 *
 * The other folder takes another start: where Chromium keeps its files is settled before a dialog can be shown.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dialog, type App } from 'electron'
import { silentLog } from '#shared/base/log.ts'
import { systemLanguage } from './app-info.ts'
import { systemFolderOption, type CommandLine } from './command-line.ts'
import type { DataPaths } from './data-paths.ts'
import { createPreferencesStore } from './preferences.ts'
import { createTranslate, resolveLanguage } from './translate.ts'

/**
 * Whether nothing can be written there, as it is found out by trying: permissions alone tell neither of a locked medium nor,
 * on Windows, of anything. What else can be wrong with a folder the engine says.
 */
export function isReadOnly(folder: string): boolean {
  const probe = path.join(folder, `.outpost-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
    return false
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    return code === 'EROFS' || code === 'EACCES' || code === 'EPERM'
  }
}

/** One after the other: all at once, Node says of a locked medium that something is missing. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = path.dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(folder, { mode: 0o700 })
}

/** What to start in the place of this program: the one that unpacks it, where there is one. */
export function programToStart(
  platform: NodeJS.Platform,
  execPath: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const outer = { linux: env['APPIMAGE'], win32: env['PORTABLE_EXECUTABLE_FILE'] }
  return (platform === 'linux' || platform === 'win32' ? outer[platform] : undefined) ?? execPath
}

/** Not by `app.relaunch`, which on Linux waits for half a minute; the two have no data in common that one had to wait for. */
export function startBeside(program: string, args: readonly string[]): void {
  spawn(program, args, { detached: true, stdio: 'ignore' }).unref()
}

interface AskDeps {
  readonly app: App
  readonly print: (line: string) => void
  readonly start: (program: string, args: readonly string[]) => void
  readonly commandLine: CommandLine
  readonly paths: DataPaths
  readonly process: Pick<NodeJS.Process, 'argv' | 'execPath' | 'platform' | 'env'>
}

/** Ends the program, one way or the other. */
export async function askAboutReadOnly({
  app,
  print,
  start,
  commandLine,
  paths,
  process,
}: AskDeps): Promise<void> {
  if (commandLine.smoke) {
    print(`${JSON.stringify({ ok: false, engine: 'failed', portable: true, place: 'read-only' })}\n`)
    app.exit(1)
    return
  }
  // Chromium writes somewhere while the question is on the screen.
  const temporary = mkdtempSync(path.join(tmpdir(), 'outpost-'))
  for (const name of ['userData', 'sessionData', 'crashDumps'] as const) app.setPath(name, temporary)
  await app.whenReady()
  const isWanted = await ask(app, commandLine, paths)
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 })
  const { argv, execPath, platform, env } = process
  if (isWanted) start(programToStart(platform, execPath, env), [...argv.slice(1), systemFolderOption])
  app.exit(0)
}

/** To end is what Enter and Esc do: a program that is carried about leaves traces only where somebody says so. */
async function ask(app: App, { pseudoLocale }: CommandLine, paths: DataPaths): Promise<boolean> {
  // What lies there can be read, if not written.
  const { language } = createPreferencesStore({ file: paths.preferences, log: silentLog }).get()
  const { fault } = createTranslate(resolveLanguage(language, systemLanguage(app)), pseudoLocale)
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Outpost',
    message: fault('readOnlyTitle'),
    detail: [fault('readOnlyText'), paths.root, fault('readOnlyHow')].join('\n\n'),
    buttons: [fault('quit'), fault('useSystemFolder')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
