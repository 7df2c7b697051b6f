/** What the window's page may not do, tried from the page itself, in the program as it is built. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { networkAttempts } from '../support/net-log.ts'
import { foreignConnections, processTree } from '../support/process-tree.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let folder: string
let outpost: OutpostApp
let window: WindowDriver
const netLog = () => path.join(folder, 'net.json')

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-hard-'))
  outpost = await launchOutpost({
    dataDir: path.join(folder, 'data'),
    args: [`--log-net-log=${netLog()}`, '--net-log-capture-mode=Everything'],
    env: { LANGUAGE: 'en' },
  })
  window = createWindowDriver(outpost.page, 'en')
  await outpost.app.evaluate(({ shell }) => {
    const opened: string[] = []
    shell.openExternal = async (url) => void opened.push(url)
    ;(globalThis as { opened?: string[] }).opened = opened
  })
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.openChannel('general')
  await window
    .composer('general')
    .fill('Siehe https://example.org/anleitung ![Bild](https://example.org/bild.png)')
  await window.composer('general').press('Enter')
  await window.messageLog('general').getByRole('link').first().waitFor()
  await window.createTicket({ title: 'Ein Fall' })
  await window.goTo('knowledge')
  await window.search('nichts')
})

afterAll(async () => {
  await outpost.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const openedOutside = () => outpost.app.evaluate(() => (globalThis as { opened?: string[] }).opened ?? [])
const windowCount = () => outpost.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

test('the page runs in a sandbox, apart from the preload script, without Node', async () => {
  const preferences = await outpost.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
  expect(preferences['nodeIntegrationInWorker']).not.toBe(true)
  expect(preferences['allowRunningInsecureContent']).not.toBe(true)
  expect(preferences['experimentalFeatures']).not.toBe(true)
})

test('nothing is exposed to the page but the bridge', async () => {
  const bare = await outpost.app.evaluate(async ({ BrowserWindow }, url) => {
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await other.loadURL(url)
    const names = (await other.webContents.executeJavaScript(
      'Object.getOwnPropertyNames(window)',
    )) as string[]
    other.destroy()
    return names
  }, outpost.page.url())
  const own = await outpost.page.evaluate(() => Object.getOwnPropertyNames(globalThis))
  const added = own.filter(
    (name) => !bare.includes(name) && !name.startsWith('__playwright') && !/^\d+$/.test(name),
  )
  expect(added).toEqual(['bridge'])
  const members = await outpost.page.evaluate(() =>
    Object.keys((globalThis as unknown as { bridge: object }).bridge).sort(),
  )
  expect(members).toEqual([
    'addLibrary',
    'addModel',
    'addWorkspace',
    'attachFiles',
    'call',
    'cancel',
    'chooseFiles',
    'desktop',
    'dropLibrary',
    'forgetWorkspace',
    'info',
    'onEngineState',
    'onLive',
    'onMenuAction',
    'onPreferences',
    'onServerLink',
    'onWorkspaces',
    'openFile',
    'openLibraryFile',
    'openWorkspace',
    'printPage',
    'recover',
    'saveFile',
    'secretStorage',
    'sendLive',
    'showLibraryFile',
    'showLogs',
    'shows',
    'testNotification',
    'transferArticles',
    'updatePreferences',
    'wake',
  ])
})

test('the page comes with a policy that allows its own files and nothing unsafe', async () => {
  const policy = await outpost.page.evaluate(
    async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe-')
  expect(policy).not.toMatch(/https?:|\*/u)
})

test('scripts in the page, eval, foreign images and foreign addresses are refused', async () => {
  const result = await outpost.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.wasInjected = true'
    document.body.append(script)
    script.remove()
    const tries: Record<string, string> = {}
    const failure = (error: unknown): string => (error instanceof Error ? error.name : 'failed')
    for (const address of [
      'https://example.org/',
      'http://127.0.0.1:1/',
      'file:///etc/passwd',
      'wss://example.org/',
    ]) {
      tries[address] = await (address.startsWith('ws')
        ? new Promise<string>((resolve) => {
            try {
              const socket = new WebSocket(address)
              socket.addEventListener('error', () => resolve('failed'))
              socket.addEventListener('open', () => resolve('open'))
            } catch (error) {
              resolve(failure(error))
            }
          })
        : fetch(address).then(() => 'open', failure))
    }
    const image = new Image()
    tries['image'] = await new Promise<string>((resolve) => {
      image.addEventListener('error', () => resolve('failed'))
      image.addEventListener('load', () => resolve('open'))
      image.src = 'https://example.org/pixel.png'
    })
    return { tries: Object.values(tries), wasInjected: 'wasInjected' in globalThis }
  })
  expect(result.wasInjected).toBe(false)
  expect(result.tries).not.toContain('open')
})

test('camera, microphone, place, notifications, devices and downloads are refused', async () => {
  const answers = await outpost.page.evaluate(async () => {
    const refused = async (what: Promise<unknown>): Promise<boolean> =>
      what.then(
        () => false,
        () => true,
      )
    const place = new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.exe'
    link.click()
    const query = (name: string) => navigator.permissions.query({ name: name as PermissionName })
    return {
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      place: await refused(place),
      notification: (await Notification.requestPermission()) !== 'granted',
      clipboardRead: await refused(navigator.clipboard.readText()),
      midi: (await query('midi')).state !== 'granted',
      screen: await refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
    }
  })
  expect(Object.entries(answers).filter(([, isRefused]) => !isRefused)).toEqual([])
  await expect
    .poll(() => outpost.readLog())
    .toContainEqual(expect.objectContaining({ event: 'download.refused' }))
})

test('the bridge refuses calls that are unknown, of another version, too large or malformed, and goes on', async () => {
  const { page } = outpost
  const types = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    const good = { version: 1, id: 'a', kind: 'query', name: 'chat.channels', input: {} } as const
    const ask = async (request: unknown): Promise<string> => {
      try {
        const response = await bridge.call(request as typeof good)
        return response.ok ? 'ok' : response.error.type
      } catch {
        return 'thrown'
      }
    }
    const deep: { inner?: unknown } = {}
    let at = deep
    for (let depth = 0; depth < 200; depth += 1) at = at.inner = {}
    const answers = {
      unknown: await ask({ ...good, name: 'constructor' }),
      proto: await ask({ ...good, name: '__proto__' }),
      kind: await ask({ ...good, kind: 'sql' }),
      asCommand: await ask({ ...good, kind: 'command' }),
      version: await ask({ ...good, version: 99 }),
      extra: await ask({ ...good, extra: true }),
      nothing: await ask(null),
      text: await ask('DROP TABLE messages'),
      large: await ask({ ...good, input: { text: 'x'.repeat(5_000_000) } }),
      many: await ask({ ...good, input: Array.from({ length: 100_000 }, () => 0) }),
      deep: await ask({ ...good, input: deep }),
      wrong: await ask({
        ...good,
        name: 'chat.messages',
        input: { channelId: "'; DROP TABLE messages; --" },
      }),
      good: await ask(good),
    }
    bridge.sendLive({ type: 'subscribe', subscription: 900, name: '__proto__', input: {} })
    bridge.sendLive({ type: 'burn' } as never)
    bridge.sendLive(null as never)
    bridge.cancel('../../x')
    await bridge.recover('format-disk' as never)
    for (const id of ['../../x', 'ffffffffffff', '__proto__', '', {} as never]) {
      bridge.openWorkspace(id)
      bridge.forgetWorkspace(id)
    }
    // Neither names a place: the first is refused as a whole, the second as no direction.
    const printed = await bridge.printPage({ what: 'pdf', name: 'a', path: '/etc/passwd' } as never)
    const transferred = await bridge.transferArticles('/etc' as never)
    const kept = await bridge.updatePreferences({ theme: 'pink' } as never)
    return { answers, printed, transferred, theme: kept.theme }
  })
  expect(types.answers).toEqual({
    unknown: 'unknown-call',
    proto: 'unknown-call',
    kind: 'invalid-input',
    asCommand: 'unknown-call',
    version: 'unsupported-version',
    extra: 'invalid-input',
    nothing: 'invalid-input',
    text: 'invalid-input',
    large: 'invalid-input',
    many: 'invalid-input',
    deep: 'invalid-input',
    wrong: 'invalid-input',
    good: 'ok',
  })
  expect([types.printed, types.transferred]).toEqual(['failed', { type: 'cancelled' }])
  expect(types.theme).toBe('system')
  await window.sendMessage('general', 'Geht noch')
})

// After this one Playwright waits for the navigations that were refused, so it comes near the end.
test('the page opens no window, goes nowhere and embeds nothing; web links go to the system', async () => {
  const { page } = outpost
  const home = page.url()
  const count = await windowCount()
  const opened = await page.evaluate(() => [
    globalThis.open('https://example.org/handbook'),
    globalThis.open('file:///etc/passwd'),
    globalThis.open('javascript:alert(1)'),
    globalThis.open('about:blank'),
  ])
  expect(opened).toEqual([null, null, null, null])
  for (const address of ['https://example.org/away', 'file:///etc/passwd', 'data:text/html,<h1>x</h1>']) {
    await page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
  }
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/frame'
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.org/view')
    document.body.append(frame, view)
  })
  const isAlive = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    const answer = await bridge.call({ version: 1, id: 'z', kind: 'query', name: 'chat.channels', input: {} })
    return answer.ok && document.querySelector('nav') !== null
  })
  expect(isAlive).toBe(true)
  expect(page.url()).toBe(home)
  expect(await windowCount()).toBe(count)
  expect(page.frames().every((frame) => !frame.url().includes('example.org'))).toBe(true)
  await page.evaluate(() =>
    document.querySelectorAll('iframe, webview').forEach((element) => element.remove()),
  )
  expect(await openedOutside()).toEqual(['https://example.org/handbook', 'https://example.org/away'])
})

test('from start to end the program makes no network connection', async () => {
  expect(foreignConnections(processTree(outpost.process.pid ?? 0))).toEqual([])
  await outpost.close()
  expect(networkAttempts(netLog())).toEqual([])
})
