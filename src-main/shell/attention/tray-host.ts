/**
 * Is there a place for a tray icon? Windows and macOS always have one. On Linux a desktop may have none, and nothing in
 * Electron tells: the session bus is asked whether somebody shows such icons. Where nobody can be asked, there is none:
 * better to end with the last window than to be somewhere that cannot be reached.
 */
import { execFile } from 'node:child_process'

const watcher = 'org.kde.StatusNotifierWatcher'
const timeoutMs = 2_000

/** One of them comes with every desktop that has a bus. */
const askers: readonly (readonly [program: string, args: readonly string[]])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest=org.freedesktop.DBus',
      '--object-path=/org/freedesktop/DBus',
      '--method=org.freedesktop.DBus.NameHasOwner',
      watcher,
    ],
  ],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      `string:${watcher}`,
    ],
  ],
]

export async function hasTrayHost(
  platform: NodeJS.Platform,
  busAddress: string | undefined,
): Promise<boolean> {
  if (platform !== 'linux') return true
  if (busAddress === undefined || busAddress === '') return false
  for (const [program, args] of askers) {
    const answer = await run(program, args)
    if (answer !== null) return /\btrue\b/.test(answer)
  }
  return false
}

/** What it printed; null where it could not be run or failed. */
function run(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: timeoutMs }, (error, stdout) => resolve(error ? null : stdout))
  })
}
