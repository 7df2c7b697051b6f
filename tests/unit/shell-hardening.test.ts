/** What is refused, asked of the very handlers that the program installs, for every name that this Electron has. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from 'electron'
import { describe, expect, test } from 'vitest'
import { silentLog } from '#shared/base/log.ts'
import { createAppOrigin } from '../../src-main/shell/app-origin.ts'
import { hardenApp } from '../../src-main/shell/hardening.ts'
import { dropUnsafeSwitches } from '../../src-main/shell/unsafe-switches.ts'
import { sourceFiles } from '../support/source-files.ts'

type Handler = (...args: unknown[]) => unknown

/** Keeps what it is given, and answers nothing. */
function createDouble(known: Record<string, unknown> = {}) {
  const handlers = new Map<string, Handler>()
  const target = new Proxy(known, {
    get(own, name) {
      if (typeof name === 'string' && name in own) return own[name]
      if (name === 'on') return (event: string, handler: Handler) => void handlers.set(event, handler)
      return (handler: Handler) => void handlers.set(String(name), handler)
    },
  })
  const run = (name: string, ...args: unknown[]): unknown => {
    const handler = handlers.get(name)
    if (!handler) throw new Error(`nobody handles ${name}`)
    return handler(...args)
  }
  return { target, run, has: (name: string) => handlers.has(name) }
}

function createEvent(url = '', isMainFrame = true) {
  const event = {
    url,
    isMainFrame,
    isPrevented: false,
    preventDefault: () => void (event.isPrevented = true),
  }
  return event
}

function hardenedApp({ isPackaged = false } = {}) {
  const switches = new Set<string>()
  const commandLine = {
    hasSwitch: (name: string) => switches.has(name),
    appendSwitch: (name: string) => void switches.add(name),
    removeSwitch: (name: string) => void switches.delete(name),
  }
  const app = createDouble({ commandLine, isPackaged, getPath: () => '/home/mara/.config' })
  const opened: string[] = []
  hardenApp(app.target as unknown as App, {
    origin: createAppOrigin(undefined),
    links: { open: (url) => void opened.push(url) },
    dataDir: null,
    log: silentLog,
  })
  const session = createDouble({
    webRequest: { onBeforeRequest: (_filter: unknown, handler: Handler) => void (filter = handler) },
  })
  let filter: Handler = () => undefined
  app.run('session-created', session.target)
  const contents = createDouble({ closeDevTools: () => void (closed += 1) })
  let closed = 0
  app.run('web-contents-created', {}, contents.target)
  const cancels = (url: string): boolean => {
    let isCancelled = false
    filter({ url, resourceType: 'other' }, ({ cancel }: { cancel: boolean }) => void (isCancelled = cancel))
    return isCancelled
  }
  return { app, session, contents, switches, opened, cancels, closedDevTools: () => closed }
}

/** As Electron's own types name them. */
function permissionNames(method: string): string[] {
  const types = readFileSync('node_modules/electron/electron.d.ts', 'utf8')
  const line = types.split('\n').find((each) => each.trim().startsWith(`${method}(handler`)) ?? ''
  const [, union = ''] = /permission: ([^,]+), /u.exec(line) ?? []
  const names = [...union.matchAll(/'([^']+)'/gu)].map(([, name = '']) => name)
  if (names.length < 10) throw new Error(`the permissions of ${method} were not found`)
  return names
}

const home = 'outpost-app://app/'

describe('permissions', () => {
  test('of every name are refused, but copying from our own page', () => {
    const { session } = hardenedApp()
    const granted = permissionNames('setPermissionRequestHandler').filter((permission) => {
      let isGranted: unknown
      const answer = (value: unknown) => void (isGranted = value)
      const details = { requestingUrl: home, isMainFrame: true }
      session.run('setPermissionRequestHandler', {}, permission, answer, details)
      return isGranted !== false
    })
    expect(granted).toEqual(['clipboard-sanitized-write'])
  })

  test('are not there when one looks, but that of copying', () => {
    const { session } = hardenedApp()
    const granted = permissionNames('setPermissionCheckHandler').filter(
      (permission) =>
        session.run('setPermissionCheckHandler', {}, permission, home, { isMainFrame: true }) !== false,
    )
    expect(granted).toEqual(['clipboard-sanitized-write'])
  })

  test.each([
    ['https://example.org/', true],
    ['file:///', true],
    ['', true],
    [home, false],
  ])('to copy are refused to %j, top frame: %j', (url, isMainFrame) => {
    const { session } = hardenedApp()
    const permission = 'clipboard-sanitized-write'
    let isGranted: unknown
    const answer = (value: unknown) => void (isGranted = value)
    session.run('setPermissionRequestHandler', {}, permission, answer, { requestingUrl: url, isMainFrame })
    expect(isGranted).toBe(false)
    expect(session.run('setPermissionCheckHandler', {}, permission, url, { isMainFrame })).toBe(false)
  })

  test('for devices choose none', () => {
    const { session, contents } = hardenedApp()
    expect(session.run('setDevicePermissionHandler', {})).toBe(false)
    const chosen: unknown[] = []
    const choose = (device?: string) => void chosen.push(device ?? '')
    const events = [createEvent(), createEvent(), createEvent(), createEvent()] as const
    session.run('select-hid-device', events[0], {}, choose)
    session.run('select-usb-device', events[1], {}, choose)
    session.run('select-serial-port', events[2], [{ portId: 'a' }], {}, choose)
    contents.run('select-bluetooth-device', events[3], [{ deviceId: 'a' }], choose)
    expect(chosen).toEqual(['', '', '', ''])
    expect(events.every(({ isPrevented }) => isPrevented)).toBe(true)
  })
})

describe('a page', () => {
  test.each([
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:outpost-app://app/1',
    'javascript:alert(1)',
    'about:blank',
    'about:srcdoc',
    'view-source:outpost-app://app/',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
    'outpost-app://other/',
    'outpost-app://app/assets/index.js',
    'outpost-app://user@app/',
    'outpost-blob://blob/x',
    'outpost://ticket/x',
    'nonsense',
  ])('does not go to %s, and is not sent there', (url) => {
    const { contents } = hardenedApp()
    for (const name of ['will-navigate', 'will-redirect']) {
      const event = createEvent(url)
      contents.run(name, event)
      expect(event.isPrevented, name).toBe(true)
    }
    expect(contents.run('setWindowOpenHandler', { url })).toEqual({ action: 'deny' })
  })

  test('goes to our own pages, opens no window with one, and no frame of it goes anywhere', () => {
    const { contents } = hardenedApp()
    const event = createEvent(`${home}index.html#/tickets`)
    contents.run('will-navigate', event)
    expect(event.isPrevented).toBe(false)
    expect(contents.run('setWindowOpenHandler', { url: home })).toEqual({ action: 'deny' })
    const inFrame = createEvent(home, false)
    contents.run('will-frame-navigate', inFrame)
    expect(inFrame.isPrevented).toBe(true)
    const view = createEvent()
    contents.run('will-attach-webview', view)
    expect(view.isPrevented).toBe(true)
  })

  test.each([
    'http://127.0.0.1:1/',
    'https://example.org/',
    'wss://example.org/',
    'ftp://x/',
    'file:///etc/passwd',
    'x',
  ])('fetches nothing from %s', (url) => expect(hardenedApp().cancels(url)).toBe(true))

  test('downloads nothing', () => {
    const { session } = hardenedApp()
    const event = createEvent()
    session.run('will-download', event)
    expect(event.isPrevented).toBe(true)
  })

  test('is looked into by nobody in an installed program', () => {
    const { contents, closedDevTools } = hardenedApp({ isPackaged: true })
    contents.run('devtools-opened')
    expect(closedDevTools()).toBe(1)
    expect(hardenedApp().contents.has('devtools-opened')).toBe(false)
  })
})

test('a certificate that is not valid is not accepted, and none is shown to anybody', () => {
  const { app } = hardenedApp()
  const event = createEvent()
  let isAccepted: unknown
  app.run('certificate-error', event, {}, '', '', {}, (value: unknown) => void (isAccepted = value))
  expect([event.isPrevented, isAccepted]).toEqual([true, false])
  const choice = createEvent()
  app.run('select-client-certificate', choice)
  expect(choice.isPrevented).toBe(true)
})

describe('a switch that weakens an installed program', () => {
  const all = ['disable-web-security', 'remote-debugging-port', 'renderer-cmd-prefix', 'lang']
  const drop = (deps: { isPackaged: boolean; dataDir: string | null }) => {
    const left = new Set(all)
    const list = {
      hasSwitch: (name: string) => left.has(name),
      removeSwitch: (name: string) => void left.delete(name),
    }
    const dropped = dropUnsafeSwitches(list, { usualPlace: '/home/mara/.config/Outpost', ...deps })
    return { dropped: [...dropped].sort(), left: [...left] }
  }
  test.each([
    null,
    '/home/mara/.config/Outpost',
    '/home/mara/.config/Outpost/profiles/x',
    '/home/mara/.config/x/../Outpost',
  ])('is taken away with the data folder %j', (dataDir) => {
    expect(drop({ isPackaged: true, dataDir })).toEqual({ dropped: all.slice(0, 3), left: ['lang'] })
  })

  test('stays where a data folder elsewhere is named, and for those who build Outpost', () => {
    expect(drop({ isPackaged: true, dataDir: '/tmp/test' }).left).toEqual(all)
    expect(drop({ isPackaged: true, dataDir: '/home/mara/.config/Outpost2' }).left).toEqual(all)
    expect(drop({ isPackaged: false, dataDir: null }).left).toEqual(all)
  })
})

describe('in the sources', () => {
  const shell = sourceFiles('src-main', /\.ts$/u)

  test('every window is made with the safe preferences, and shows nothing that is embedded', () => {
    const making = shell.filter(({ text }) =>
      /new (?:BrowserWindow|BrowserView|WebContentsView)\(/u.test(text),
    )
    expect(making.length).toBeGreaterThan(0)
    for (const { name, text } of making) {
      const windows = text.match(/new (?:BrowserWindow|BrowserView|WebContentsView)\(/gu)?.length
      expect(text.match(/\.\.\.safePreferences/gu)?.length, name).toBe(windows)
    }
    for (const { name, text } of [...shell, ...sourceFiles('src-renderer', /\.tsx?$/u)])
      expect(
        /<webview|allowpopups|webviewTag: true|sandbox: false|contextIsolation: false/u.test(text),
        name,
      ).toBe(false)
  })

  test('every message of a page is checked for its sender first', () => {
    const doors = shell.filter(({ text }) => /ipcMain\.(?:on|handle)\(/u.test(text))
    expect(doors.length).toBeGreaterThan(2)
    for (const { name, text } of doors) {
      for (const [index, part] of text
        .split(/ipcMain\.(?:on|handle)\(/u)
        .slice(1)
        .entries())
        expect(part.slice(0, 260), `${path.basename(name)}, ${index + 1}.`).toContain('senderWindow(event')
    }
  })

  test('the system gets addresses only after a question, and paths only from where they are checked', () => {
    const naming = (pattern: RegExp) =>
      shell.filter(({ text }) => pattern.test(text)).map(({ name }) => path.basename(name))
    expect(naming(/shell\.openExternal/u)).toEqual(['ask-before-link.ts'])
    expect(naming(/shell\.openPath/u)).toEqual(['file-actions.ts', 'library-ipc.ts', 'show-folder.ts'])
    expect(naming(/executeJavaScript|insertCSS/u)).toEqual(['smoke.ts'])
    expect(naming(/child_process/u)).toEqual(['session-bus.ts', 'read-only-place.ts'])
    // Itself, with other arguments.
    expect(naming(/\bspawn\(/u)).toEqual(['read-only-place.ts'])
    expect(naming(/shell: true|\bexecSync/u)).toEqual([])
  })

  test('no text becomes markup or code in the window', () => {
    for (const { name, text } of sourceFiles('src-renderer', /\.tsx?$/u))
      expect(
        /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\(|new Function\(|\beval\(|srcdoc/iu.test(
          text,
        ),
        name,
      ).toBe(false)
  })
})
