/**
 * Who is there to show tray icons and notifications? Windows and macOS always have somebody. A Linux desktop may have
 * nobody, and Electron does not tell: a tray icon is then nowhere, and the first notification waits for an answer of the
 * bus, with the whole program. So the session bus is asked before, by a program of its own. Where nobody can be
 * asked, nobody is there: better to end with the last window than to be somewhere that cannot be reached.
 */
import { execFile } from 'node:child_process'

const timeoutMs = 2_000
const bus = 'org.freedesktop.DBus'
const busPath = '/org/freedesktop/DBus'

type Method = 'NameHasOwner' | 'ListActivatableNames'

/** One of them comes with every desktop that has a bus. */
const askers: readonly ((method: Method, name: string | null) => readonly [string, readonly string[]])[] = [
  (method, name) => [
    'gdbus',
    [
      ...['call', '--session', `--dest=${bus}`, `--object-path=${busPath}`, `--method=${bus}.${method}`],
      ...(name === null ? [] : [name]),
    ],
  ],
  (method, name) => [
    'dbus-send',
    [
      ...['--session', '--print-reply', `--dest=${bus}`, busPath, `${bus}.${method}`],
      ...(name === null ? [] : [`string:${name}`]),
    ],
  ],
]

/** @param busAddress DBUS_SESSION_BUS_ADDRESS */
export async function hasTrayHost(
  platform: NodeJS.Platform,
  busAddress: string | undefined,
): Promise<boolean> {
  if (platform !== 'linux') return true
  return /\btrue\b/.test(await ask(busAddress, 'NameHasOwner', 'org.kde.StatusNotifierWatcher'))
}

/** One that runs, or that the bus starts when it is spoken to. */
export async function hasNotificationServer(
  platform: NodeJS.Platform,
  busAddress: string | undefined,
): Promise<boolean> {
  if (platform !== 'linux') return true
  const server = 'org.freedesktop.Notifications'
  if (/\btrue\b/.test(await ask(busAddress, 'NameHasOwner', server))) return true
  return (await ask(busAddress, 'ListActivatableNames', null)).includes(server)
}

/** The bus's answer as text; empty where there is none. */
async function ask(busAddress: string | undefined, method: Method, name: string | null): Promise<string> {
  if (busAddress === undefined || busAddress === '') return ''
  for (const asker of askers) {
    const answer = await run(...asker(method, name))
    if (answer !== null) return answer
  }
  return ''
}

/** What it printed; null where it could not be run or failed. */
function run(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: timeoutMs }, (error, stdout) => resolve(error ? null : stdout))
  })
}
