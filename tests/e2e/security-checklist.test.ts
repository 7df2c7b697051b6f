/**
 * Electron's security checklist on the running program: one test for each point, with its number and wording as its
 * name. What is true of one window is asked of every one, whatever kind it is.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { infoArgument } from '#shared/contract/channels.ts'
import { bridgeMembers } from '../support/bridge-members.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { checklistPoint } from '../support/electron-checklist.ts'
import { grantedPermissions, tryCode, tryPermissions } from '../support/page-attempts.ts'
import { configuredFuses, wantedFuses } from '../support/packaged-fuses.ts'
import { silenceSystem, type SilencedSystem } from '../support/silenced-system.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

const projectRoot = path.resolve(import.meta.dirname, '..', '..')
const preload = path.join(projectRoot, 'out', 'preload', 'preload.cjs')

let outpost: OutpostApp
let window: WindowDriver
let system: SilencedSystem

beforeAll(async () => {
  outpost = await launchOutpost({ env: { LANGUAGE: 'en' } })
  system = await silenceSystem(outpost)
  window = createWindowDriver(outpost.page, 'en')
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.openChannel('general')
  await window.sendMessage('general', 'Guten Morgen')
})

afterAll(() => outpost.close())

const point = (number: number, check: () => Promise<void> | void): void => {
  test(checklistPoint(number), check)
}

interface Preferences {
  readonly type: string
  readonly [name: string]: unknown
}

/** Of every page that there is, whoever made it. */
const allPreferences = (): Promise<Preferences[]> =>
  outpost.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .filter((contents) => contents.getType() !== 'remote' && !contents.getURL().startsWith('devtools:'))
      .map((contents) => ({
        ...(
          contents as unknown as { getLastWebPreferences(): Record<string, unknown> | null }
        ).getLastWebPreferences(),
        type: contents.getType(),
      })),
  )

async function expectEverywhere(wanted: Readonly<Record<string, unknown>>): Promise<void> {
  const all = await allPreferences()
  expect(all.length).toBeGreaterThan(0)
  for (const preferences of all) {
    for (const [name, value] of Object.entries(wanted))
      expect(preferences[name] ?? false, `${preferences.type}: ${name}`).toBe(value)
  }
}

point(1, async () => {
  const { page } = outpost
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  const loaded = await page.evaluate(() =>
    [
      ...['navigation', 'resource']
        .flatMap((type) => performance.getEntriesByType(type))
        .map(({ name }) => name),
      ...[...document.querySelectorAll('script, img, link')].map(
        (element) => (element as HTMLLinkElement).href || (element as HTMLScriptElement).src,
      ),
    ].filter((url) => url !== ''),
  )
  expect(loaded.length).toBeGreaterThan(2)
  expect(loaded.filter((url) => !/^(outpost-app:\/\/app\/|blob:|data:)/u.test(url))).toEqual([])
})

point(2, async () => {
  await expectEverywhere({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
  })
  const found = await outpost.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'setImmediate'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(found).toEqual([])
})

point(3, async () => {
  await expectEverywhere({ contextIsolation: true })
  // What the page does to its own objects is not done to the preload script's, and no way leads from one to the other.
  const result = await outpost.page.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    const { then } = Promise.prototype
    const push = Array.prototype.push
    let caught = 0
    Array.prototype.push = function (...items: unknown[]) {
      caught += items.filter((item) => typeof item === 'function').length
      return push.apply(this, items)
    }
    const answer = await bridge.call({ version: 1, id: 'a', kind: 'query', name: 'chat.channels', input: {} })
    Array.prototype.push = push
    const tries: string[] = []
    for (const value of [bridge.call, bridge.onLive, bridge.info.preferences]) {
      try {
        const { constructor } = value.constructor as unknown as {
          constructor: (code: string) => () => string
        }
        tries.push(constructor('return typeof process + typeof require')())
      } catch (error) {
        tries.push((error as Error).name)
      }
    }
    return { ok: answer.ok, caught, tries, isSame: Promise.prototype.then === then }
  })
  expect(result).toEqual({ ok: true, caught: 0, tries: Array(3).fill('EvalError'), isSame: true })
})

point(4, async () => {
  await expectEverywhere({ sandbox: true })
  // Only where Chromium itself cannot, as root, it is off.
  const isOff = await outpost.app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))
  expect(isOff).toBe(process.getuid?.() === 0)
})

point(5, async () => {
  await outpost.app.evaluate(({ clipboard }) => clipboard.writeText('from the clipboard'))
  const { oldClipboardRead, ...answers } = await tryPermissions(outpost.page)
  expect(Object.entries(answers).filter(([, isRefused]) => !isRefused)).toEqual([])
  // Electron 33, on which tests may run, has no switch for it yet.
  const major = await outpost.app.evaluate(() => Number.parseInt(process.versions['electron'], 10))
  if (major >= 34) expect(oldClipboardRead).toBe(true)
  expect(await grantedPermissions(outpost.page)).toEqual([])
})

point(6, async () => {
  await expectEverywhere({ webSecurity: true })
})

point(7, async () => {
  const { page } = outpost
  const policy = await page.evaluate(
    async () => (await fetch(location.href)).headers.get('content-security-policy') ?? '',
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("style-src 'self';")
  expect(policy).not.toContain('unsafe-')
  expect(policy).not.toMatch(/https?:|\*/u)
  const result = await tryCode(page)
  expect(result.tries.filter((line) => line.endsWith(': ran'))).toEqual([])
  expect(result.ran).toEqual([])
  expect(result.outline).not.toBe('9px')
  expect(result.violations).toEqual(
    expect.arrayContaining([
      'connect-src',
      'require-trusted-types-for',
      'style-src-attr',
      'style-src-elem',
      'trusted-types',
    ]),
  )
})

point(8, async () => {
  await expectEverywhere({ allowRunningInsecureContent: false })
})

point(9, async () => {
  await expectEverywhere({ experimentalFeatures: false })
  const isOn = await outpost.app.evaluate(({ app }) =>
    app.commandLine.hasSwitch('enable-experimental-web-platform-features'),
  )
  expect(isOn).toBe(false)
})

point(10, async () => {
  const all = await allPreferences()
  expect(all.filter((preferences) => (preferences['enableBlinkFeatures'] ?? '') !== '')).toEqual([])
  expect(await outpost.app.evaluate(({ app }) => app.commandLine.hasSwitch('enable-blink-features'))).toBe(
    false,
  )
})

point(11, async () => {
  await expectEverywhere({ webviewTag: false })
  const isPlain = await outpost.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('allowpopups', '')
    document.body.append(view)
    const { constructor } = Object.getPrototypeOf(view) as object
    view.remove()
    return constructor === HTMLElement || constructor.name === 'HTMLUnknownElement'
  })
  expect(isPlain).toBe(true)
})

point(12, async () => {
  // Also in a window that somebody would make with the tag switched on.
  const attached = await outpost.app.evaluate(async ({ BrowserWindow, webContents }, url) => {
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, webviewTag: true } })
    await other.loadURL(url)
    const before = webContents.getAllWebContents().length
    await other.webContents.executeJavaScript(`
      const view = document.createElement('webview')
      view.setAttribute('src', 'outpost-app://app/')
      view.setAttribute('preload', 'file:///etc/passwd')
      document.body.append(view)
      new Promise((resolve) => setTimeout(resolve, 500))`)
    const after = webContents.getAllWebContents().filter((each) => each.getType() === 'webview').length
    other.destroy()
    return { before, after }
  }, outpost.page.url())
  expect(attached.after).toBe(0)
  await expect
    .poll(() => outpost.readLog())
    .toContainEqual(expect.objectContaining({ event: 'webview.refused' }))
})

point(15, async () => {
  const follow = (href: string) =>
    outpost.page.evaluate((address) => {
      globalThis.open(address)
    }, href)
  await system.answer(0)
  await follow('https://example.org/no')
  await expect.poll(() => system.asked()).toContainEqual(expect.stringContaining('https://example.org/no'))
  expect(await system.opened()).toEqual([])
  await system.answer(1)
  for (const refused of [
    'file:///etc/passwd',
    'smb://host/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'data:text/html,x',
    'outpost://ticket/x',
    'https://bank.example@evil.example/',
    'mailto:a@example.org?attach=/etc/passwd',
  ])
    await follow(refused)
  await follow('https://example.org/yes')
  await expect.poll(() => system.opened()).toEqual(['https://example.org/yes'])
  expect(await system.asked()).toHaveLength(2)
  // Once a person said so, a site is not asked about again, and another one is.
  await system.answer(1, true)
  await follow('https://example.org/always')
  await expect.poll(() => system.opened()).toHaveLength(2)
  await system.answer(0)
  await follow('https://example.org/again')
  await expect.poll(() => system.opened()).toHaveLength(3)
  await follow('https://sub.example.org/other')
  await expect.poll(() => system.asked()).toHaveLength(4)
  expect(await system.opened()).toHaveLength(3)
})

point(16, () => {
  const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const lock = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>
  }
  const pinned = manifest.devDependencies['electron'] ?? ''
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/u)
  expect(lock.packages['node_modules/electron']?.version).toBe(pinned)
})

point(17, async () => {
  // Our preload script in a window that is not ours, and in one of ours that shows something else.
  const answers = await outpost.app.evaluate(
    async ({ BrowserWindow, app }, [preloadPath, argument, own]) => {
      const ask = `bridge.call({ version: 1, id: 'x', kind: 'query', name: 'chat.channels', input: {} })
        .then((answer) => (answer.ok ? 'ok' : answer.error.type), () => 'thrown')`
      const results: unknown[] = []
      for (const url of [own, 'about:blank']) {
        const other = new BrowserWindow({
          show: false,
          webPreferences: { sandbox: true, preload: preloadPath, additionalArguments: [argument] },
        })
        await other.loadURL(url)
        results.push(await other.webContents.executeJavaScript(ask))
        other.destroy()
      }
      return { results, name: app.getName() }
    },
    [preload, `${infoArgument}${encodeURIComponent('{}')}`, outpost.page.url()] as const,
  )
  expect(answers.results).toEqual(['no-access', 'no-access'])
  const inFrame = await outpost.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const has = 'bridge' in (frame.contentWindow ?? {})
    frame.remove()
    return has
  })
  expect(inFrame).toBe(false)
  await expect
    .poll(() => outpost.readLog())
    .toContainEqual(expect.objectContaining({ event: 'bridge.refused', channel: 'call', reason: 'sender' }))
})

point(18, async () => {
  const urls = await outpost.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  )
  expect(urls.filter((url) => !url.startsWith('outpost-app://app/'))).toEqual([])
  const tries = await outpost.page.evaluate(async () => {
    const load = (src: string) =>
      new Promise<string>((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve('open'))
        image.addEventListener('error', () => resolve('failed'))
        image.src = src
      })
    const read = (address: string) =>
      fetch(address).then(
        () => 'open',
        () => 'failed',
      )
    return [
      await read('file:///etc/passwd'),
      await load('file:///usr/share/pixmaps/debian-logo.png'),
      await read('outpost-app://other/'),
      await read('outpost-app://app/..%2f..%2fpackage.json').then(() =>
        fetch('outpost-app://app/..%2f..%2fpackage.json').then(({ ok }) => (ok ? 'open' : 'failed')),
      ),
      await read(`outpost-blob://blob/${'a'.repeat(64)}`),
    ]
  })
  expect(tries).not.toContain('open')
})

point(19, () => {
  // What the packages are made with. That a package has it: tests/e2e/package.test.ts, by expectFuses.
  expect(configuredFuses()).toEqual(wantedFuses)
})

point(20, async () => {
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
  const added = own.filter((name) => !bare.includes(name) && !/^(__playwright|ran$|\d+$)/u.test(name))
  expect(added).toEqual(['bridge'])
  const members = await outpost.page.evaluate(() =>
    Object.entries((globalThis as unknown as { bridge: object }).bridge).map(([name, value]) => [
      name,
      typeof value,
    ]),
  )
  expect(members.map(([name]) => name).sort()).toEqual(bridgeMembers)
  expect(members.filter(([, type]) => type !== 'function')).toEqual([['info', 'object']])
  // What the page hears carries no event, by which one could answer.
  await outpost.page.evaluate(() => {
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    bridge.onMenuAction((...args: unknown[]) => Object.assign(globalThis, { heard: args }))
  })
  await outpost.clickMenu('shortcuts')
  await expect
    .poll(() => outpost.page.evaluate(() => (globalThis as { heard?: unknown[] }).heard))
    .toEqual(['shortcuts'])
  await outpost.page.keyboard.press('Escape')
})

// Playwright waits for navigations that were refused, so these come last.
point(14, async () => {
  const { page } = outpost
  const count = await outpost.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  const opened = await page.evaluate(() =>
    [
      ...['https://example.org/handbook', 'file:///etc/passwd', 'javascript:alert(1)', 'about:blank', ''],
      ...['data:text/html,x', 'view-source:outpost-app://app/', 'chrome://gpu', 'outpost-app://app/'],
      ...[`blob:${location.origin}/x`, 'devtools://devtools/bundled/inspector.html'],
    ].map((address) => globalThis.open(address)),
  )
  expect(opened.every((handle) => handle === null)).toBe(true)
  expect(await outpost.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(count)
})

point(13, async () => {
  const { page } = outpost
  const home = page.url()
  await system.answer(0)
  for (const address of [
    ...['https://example.net/away', 'file:///etc/passwd', 'data:text/html,<h1>x</h1>', 'javascript:1'],
    ...['view-source:outpost-app://app/', 'chrome://gpu', 'about:blank', 'outpost-app://other/'],
    ...['outpost-app://app/assets/x.js', 'devtools://devtools/bundled/inspector.html', 'outpost://ticket/x'],
    ...['outpost-blob://blob/x', 'ftp://example.net/', 'ws://example.net/', 'vbscript:x', 'intent://x'],
  ]) {
    await page
      .evaluate((url) => {
        const link = document.createElement('a')
        link.href = url
        document.body.append(link)
        link.click()
        link.remove()
        if (!url.startsWith('javascript')) location.assign(url)
      }, address)
      .catch(() => undefined)
  }
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.action = 'https://example.net/form'
    document.body.append(form)
    form.submit()
    form.remove()
    const frame = document.createElement('iframe')
    frame.src = 'https://example.net/frame'
    document.body.append(frame)
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = '0; url=https://example.net/refresh'
    document.head.append(meta)
    history.back()
    history.go(-5)
    setTimeout(() => {
      frame.remove()
      meta.remove()
    }, 300)
  })
  // Not by the test's driver: it waits for the navigations that were refused. One that Chromium asks nobody about is undone.
  await expect
    .poll(() =>
      page
        .evaluate(async () => {
          const { bridge } = globalThis as unknown as { bridge?: Bridge }
          const call = { version: 1, id: 'z', kind: 'query', name: 'chat.channels', input: {} } as const
          const answer = await bridge?.call(call)
          return { ok: answer?.ok, hasRail: document.querySelector('nav') !== null, url: location.href }
        })
        .catch((error: unknown) => String(error)),
    )
    .toEqual({ ok: true, hasRail: true, url: home })
  // The frame that went nowhere takes itself away.
  await expect.poll(() => page.frames().map((frame) => frame.url())).toEqual([home])
  expect((await system.opened()).filter((url) => url.includes('/away'))).toEqual([])
})
