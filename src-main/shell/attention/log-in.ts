/** Starting at log-in: the system's own list on Windows and macOS, a file in the autostart folder on Linux. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { errorCode } from '../json-file.ts'
import type { PreferencesStore } from '../preferences.ts'

interface LogInDeps {
  readonly app: Pick<App, 'setLoginItemSettings' | 'getAppPath' | 'isPackaged'>
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly execPath: string
  /** What this start was given and the next one needs: profile, data folder. */
  readonly args: readonly string[]
  readonly log: Log
}

/** Comes up without a window, where the tray can bring one. */
const hiddenArgument = '--hidden'

export function setStartAtLogIn(isOn: boolean, deps: LogInDeps): void {
  const args = [...deps.args, hiddenArgument]
  if (deps.platform !== 'linux') {
    deps.app.setLoginItemSettings({ openAtLogin: isOn, args })
    return
  }
  const file = autostartFile(deps.env, deps.home)
  try {
    if (!isOn) {
      rmSync(file, { force: true })
      return
    }
    const entry = autostartEntry(deps, args)
    if (entry === null) {
      deps.log.warn('log-in.refused')
      return
    }
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, entry)
  } catch (error) {
    deps.log.warn('log-in.failed', { code: errorCode(error) })
  }
}

/** Tells the system whenever the person chose otherwise. */
export function followStartAtLogIn(
  preferences: PreferencesStore,
  { app, args, log }: Pick<LogInDeps, 'args' | 'log'> & { readonly app: App },
): void {
  let isOn = preferences.get().startAtLogIn
  preferences.onChange(({ startAtLogIn }) => {
    if (startAtLogIn === isOn) return
    isOn = startAtLogIn
    const { platform, env, execPath } = process
    setStartAtLogIn(isOn, { app, platform, env, home: app.getPath('home'), execPath, args, log })
  })
}

function autostartFile(env: LogInDeps['env'], home: string): string {
  const config = env['XDG_CONFIG_HOME']
  return path.join(
    config === undefined || config === '' ? path.join(home, '.config') : config,
    'autostart',
    'outpost.desktop',
  )
}

/** Null where a path breaks the line: what follows would be an entry of its own. */
function autostartEntry({ app, env, execPath }: LogInDeps, args: readonly string[]): string | null {
  // An AppImage runs from a folder that is another one each time.
  const program = env['APPIMAGE'] ?? execPath
  const command = [program, ...(app.isPackaged ? [] : [app.getAppPath()]), ...args]
  if (command.some((part) => /\p{Cc}/u.test(part))) return null
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Outpost',
    `Exec=${command.map(quote).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** As the desktop entry specification wants it: quotes around, backslashes before what a shell would take, "%" doubled. */
function quote(text: string): string {
  const escaped = text.replace(/[\\"`$]/g, (sign) => (sign === '\\' ? '\\'.repeat(4) : `\\\\${sign}`))
  return `"${escaped.replaceAll('%', '%%')}"`
}
