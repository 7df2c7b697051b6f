/** Starting at log-in, and whether there is a tray: what is said to the system. */
import { existsSync, readFileSync, writeFileSync, chmodSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { silentLog } from '../../src-shared/base/log.ts'
import { setStartAtLogIn } from '../../src-main/shell/attention/log-in.ts'
import { hasNotificationServer, hasTrayHost } from '../../src-main/shell/attention/session-bus.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

afterEach(() => vi.unstubAllEnvs())

describe('starting at log-in', () => {
  const deps = (folder: string, platform: NodeJS.Platform) => {
    const told: unknown[] = []
    return {
      told,
      app: {
        isPackaged: true,
        getAppPath: () => '/app',
        setLoginItemSettings: (settings: unknown) => void told.push(settings),
      },
      platform,
      env: { XDG_CONFIG_HOME: folder },
      home: '/nowhere',
      execPath: '/opt/My "50 %" Out$post\\outpost',
      args: ['--profile=north'],
      log: silentLog,
    }
  }

  test('writes nothing for a folder whose name would begin another line', () => {
    const folder = temporaryFolder()
    setStartAtLogIn(true, { ...deps(folder, 'linux'), args: ['--data-dir=/tmp/x\nExec=evil'] })
    expect(existsSync(path.join(folder, 'autostart', 'outpost.desktop'))).toBe(false)
  })

  test('writes a file on Linux, quoted as desktops read it, and takes it away', () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'autostart', 'outpost.desktop')
    setStartAtLogIn(true, deps(folder, 'linux'))
    expect(readFileSync(file, 'utf8')).toContain(
      String.raw`Exec="/opt/My \\"50 %%\\" Out\\$post\\\\outpost" "--profile=north" "--hidden"`,
    )
    setStartAtLogIn(false, deps(folder, 'linux'))
    expect(existsSync(file)).toBe(false)
    setStartAtLogIn(false, deps(folder, 'linux'))
  })

  test('goes on where the folder cannot be written', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'autostart'), 'a file')
    expect(() => setStartAtLogIn(true, deps(folder, 'linux'))).not.toThrow()
  })

  test('asks the system elsewhere', () => {
    const windows = deps('', 'win32')
    setStartAtLogIn(true, windows)
    expect(windows.told).toEqual([{ openAtLogin: true, args: ['--profile=north', '--hidden'] }])
  })
})

describe('a place for the tray icon', () => {
  /** A folder with a program of this name, as the only one on the path. */
  const onlyProgram = (name: string, script: string) => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(path.join(folder, name), 0o755)
    vi.stubEnv('PATH', folder)
  }

  test('is there where the system has one by itself, and nowhere without a bus', async () => {
    expect(await hasTrayHost('win32', undefined)).toBe(true)
    expect(await hasTrayHost('darwin', undefined)).toBe(true)
    expect(await hasTrayHost('linux', undefined)).toBe(false)
    expect(await hasNotificationServer('win32', undefined)).toBe(true)
    expect(await hasNotificationServer('linux', undefined)).toBe(false)
  })

  test.each([
    ['gdbus', 'echo "(true,)"', true],
    ['gdbus', 'echo "(false,)"', false],
    ['dbus-send', 'echo "   boolean true"', true],
    ['dbus-send', 'echo "   boolean false"', false],
    ['gdbus', 'exit 1', false],
    ['something-else', 'echo true', false],
  ])('by %s, %s: %s', async (name, script, expected) => {
    onlyProgram(name, script)
    expect(await hasTrayHost('linux', 'unix:path=/nowhere')).toBe(expected)
  })
})
