/**
 * A small desktop of its own for looking at what the system draws of Outpost: an X server, a session bus, and of Xfce the
 * window manager, the panel with a place for tray icons, and the notifications. It reads and writes nothing of the
 * person's own desktop.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { startVirtualDisplay } from '../display.mjs'
import { SetupError } from '../log.mjs'
import { until } from './until.ts'
import { openScreen, type Area, type XScreen } from '../../../tests/support/x-screen.ts'

export type PanelLook = 'light' | 'dark'

export interface DesktopSession {
  /** For the program's environment. */
  readonly env: Readonly<Record<string, string>>
  readonly screen: XScreen
  /** Where the panel shows tray icons, and nothing else that may change but the clock. */
  readonly trayArea: Area
  /** Panel, menus, frames and notifications. What was notified before is gone. */
  setLook(look: PanelLook): Promise<void>
  /** Until nothing moves any more. */
  untilStill(area?: Area): Promise<void>
  stop(): Promise<void>
}

const notifyService = '/usr/share/dbus-1/services/org.xfce.xfce4-notifyd.Notifications.service'
/** What has to be there, by what shows that it is. */
const needed: readonly (readonly [debian: string, isThere: () => boolean])[] = [
  ['xvfb', () => isProgram('Xvfb')],
  ['dbus', () => isProgram('dbus-daemon')],
  ['libglib2.0-bin', () => isProgram('gdbus')],
  ['xfwm4', () => isProgram('xfwm4')],
  ['xfconf', () => isProgram('xfconf-query')],
  ['xfce4-panel', () => isProgram('xfce4-panel')],
  ['xfce4-notifyd', () => fs.existsSync(notifyService)],
  ['adwaita-icon-theme', () => fs.existsSync('/usr/share/icons/Adwaita')],
  ['fonts-inter', () => fs.existsSync('/usr/share/fonts/opentype/inter')],
]

const panelHeight = 32
/** So often the screen has to look the same. */
const stillLooks = 8
const grounds: Readonly<Record<PanelLook, number>> = { light: 0xa9b8c9, dark: 0x27313f }
const run = promisify(execFile)

/** @param folder for its settings; the caller's to delete */
export async function startDesktopSession(folder: string): Promise<DesktopSession> {
  const missing = needed.filter(([, isThere]) => !isThere()).map(([name]) => name)
  if (process.platform !== 'linux' || missing.length > 0)
    throw new SetupError(
      'these pictures are taken on a small Xfce desktop, and not all of it is here.',
      process.platform === 'linux'
        ? `apt-get install -y --no-install-recommends ${missing.join(' ')}`
        : 'It needs Linux.',
    )
  writeSettings(folder)
  const display = await startVirtualDisplay()
  const bus = await startBus({ ...personalFolders(folder), ...display.env })
  const env = { ...bus.env, GDK_BACKEND: 'x11' }
  const screen = await openScreen(display.env.DISPLAY)
  const { width } = screen.size
  let parts: readonly ChildProcess[] = []
  let windowManager: ChildProcess | null = null

  const start = (program: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    spawn(program, args, { env: { ...cleanEnvironment(), ...env, ...more }, stdio: 'ignore' })
  const untilStill = async (area?: Area): Promise<void> => {
    let last = await screen.pixels(area)
    let same = 0
    await until('rest on the screen', async () => {
      const next = await screen.pixels(area)
      same = next.equals(last) ? same + 1 : 0
      last = next
      return same < stillLooks ? null : true
    })
  }
  const ask = (program: string, args: readonly string[]) =>
    run(program, [...args], { env: { ...cleanEnvironment(), ...env } })
  const untilOwned = (name: string) =>
    until(name, async () => {
      const question = ['--session', '--dest=org.freedesktop.DBus', '--object-path=/org/freedesktop/DBus']
      const method = ['--method=org.freedesktop.DBus.NameHasOwner', name]
      const { stdout } = await ask('gdbus', ['call', ...question, ...method])
      return stdout.includes('true') ? true : null
    })

  return {
    env,
    screen,
    trayArea: { x: width / 2, y: 0, width: width / 2, height: panelHeight },
    untilStill,
    async setLook(look) {
      await endAll(parts)
      const isDark = String(look === 'dark')
      await ask('xfconf-query', ['-c', 'xfce4-panel', '-p', '/panels/dark-mode', '-s', isDark])
      // One for all the time: windows that are hidden come back when it ends.
      windowManager ??= start('xfwm4', ['--compositor=on', '--vblank=off'])
      await until('the window manager', async () => ((await screen.titles()).includes('Xfwm4') ? true : null))
      await screen.paintGround(grounds[look])
      const theme = { GTK_THEME: look === 'dark' ? 'Adwaita:dark' : 'Adwaita' }
      parts = [
        start('xfce4-panel', ['--disable-wm-check'], theme),
        start(programOf(notifyService), [], theme),
      ]
      await untilOwned('org.kde.StatusNotifierWatcher')
      await untilOwned('org.freedesktop.Notifications')
      await untilStill()
    },
    async stop() {
      screen.close()
      await endAll([...parts, ...(windowManager ? [windowManager] : [])])
      await endAll([bus.daemon])
      display.dispose()
    },
  }
}

function isProgram(name: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((each) => fs.existsSync(path.join(each, name)))
}

/** The desktop's own parts see nothing of the one that this was started from. */
function cleanEnvironment(): Record<string, string | undefined> {
  const { PATH, LANG, LC_ALL, TZ } = process.env
  return { PATH, LANG, LC_ALL, TZ }
}

function personalFolders(folder: string): Record<string, string> {
  return {
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    XDG_DATA_HOME: path.join(folder, 'data'),
    XDG_RUNTIME_DIR: path.join(folder, 'run'),
    XDG_CURRENT_DESKTOP: 'XFCE',
    XDG_SESSION_TYPE: 'x11',
  }
}

async function startBus(env: Record<string, string>) {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1', '--nopidfile'], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  process.once('exit', () => daemon.kill())
  const [line] = (await once(daemon.stdout, 'data')) as [Buffer]
  return { daemon, env: { ...env, DBUS_SESSION_BUS_ADDRESS: line.toString('utf8').trim() } }
}

/** What the bus would start. */
function programOf(service: string): string {
  return /^Exec=(.+)$/mu.exec(fs.readFileSync(service, 'utf8'))?.[1] ?? ''
}

async function endAll(processes: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    processes.map(async (each) => {
      if (each.exitCode !== null || each.signalCode !== null) return
      const ended = once(each, 'exit')
      each.kill('SIGKILL')
      await ended
    }),
  )
}

function writeSettings(folder: string): void {
  const write = (name: string, text: string): void => {
    const file = path.join(folder, 'config', name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }
  for (const name of ['cache', 'data', 'run'])
    fs.mkdirSync(path.join(folder, name), { recursive: true, mode: 0o700 })
  write('gtk-3.0/settings.ini', '[Settings]\ngtk-font-name=Inter 10\ngtk-enable-animations=0\n')
  const channel = (name: string, properties: string): void =>
    write(
      `xfce4/xfconf/xfce-perchannel-xml/${name}.xml`,
      `<?xml version="1.0" encoding="UTF-8"?>\n<channel name="${name}" version="1.0">\n${properties}\n</channel>\n`,
    )
  channel('xfce4-panel', panelSettings)
  channel(
    'xfce4-notifyd',
    ['do-fadeout', 'do-slideout']
      .map((name) => `<property name="${name}" type="bool" value="false"/>`)
      .concat('<property name="initial-opacity" type="double" value="1.0"/>')
      .concat('<property name="expire-timeout" type="int" value="-1"/>')
      .concat('<property name="notify-location" type="uint" value="2"/>')
      .join('\n'),
  )
  channel(
    'xfwm4',
    `<property name="general" type="empty">
<property name="theme" type="string" value="Default"/>
<property name="title_font" type="string" value="Inter Bold 9"/>
<property name="workspace_count" type="int" value="1"/>
</property>`,
  )
}

/** Programs that run on the left, tray icons and the clock on the right, along the top of the screen. */
const panelSettings = `<property name="configver" type="int" value="2"/>
<property name="panels" type="array">
<value type="int" value="1"/>
<property name="dark-mode" type="bool" value="false"/>
<property name="panel-1" type="empty">
<property name="position" type="string" value="p=6;x=0;y=0"/>
<property name="length" type="uint" value="100"/>
<property name="position-locked" type="bool" value="true"/>
<property name="size" type="uint" value="${String(panelHeight)}"/>
<property name="icon-size" type="uint" value="0"/>
<property name="plugin-ids" type="array">
<value type="int" value="1"/><value type="int" value="2"/><value type="int" value="3"/><value type="int" value="4"/>
</property>
</property>
</property>
<property name="plugins" type="empty">
<property name="plugin-1" type="string" value="tasklist"/>
<property name="plugin-2" type="string" value="separator">
<property name="expand" type="bool" value="true"/>
<property name="style" type="uint" value="0"/>
</property>
<property name="plugin-3" type="string" value="systray">
<property name="square-icons" type="bool" value="true"/>
</property>
<property name="plugin-4" type="string" value="clock">
<property name="digital-layout" type="uint" value="3"/>
<property name="digital-time-format" type="string" value="%H:%M"/>
<property name="digital-time-font" type="string" value="Inter 10"/>
</property>
</property>`
