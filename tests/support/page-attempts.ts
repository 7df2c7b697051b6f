/** What a page that was taken over would try, done in the window's own page. */
import type { Page } from 'playwright-core'

/** Asks for each thing that a page can ask for; true for what was refused. */
export function tryPermissions(page: Page): Promise<Record<string, boolean>> {
  return page.evaluate(async () => {
    // What is never answered was not granted either.
    const refused = (what: () => Promise<unknown>): Promise<boolean> =>
      Promise.race([
        Promise.resolve()
          .then(what)
          .then(
            () => false,
            () => true,
          ),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 2_000)),
      ])
    const { mediaDevices, clipboard } = navigator
    const more = navigator as unknown as Record<
      string,
      Record<string, (...args: unknown[]) => Promise<unknown>>
    >
    const call = (object: string, method: string, ...args: unknown[]) =>
      refused(async () => {
        const found = more[object]?.[method]
        if (!found) throw new Error('not there')
        const answer = await found.apply(more[object], args)
        // A choice of no device.
        if (answer === null || (Array.isArray(answer) && answer.length === 0)) throw new Error('none')
      })
    const field = document.createElement('textarea')
    document.body.append(field)
    field.focus()
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is still there
    document.execCommand('paste')
    const pasted = field.value
    field.remove()
    return {
      camera: await refused(() => mediaDevices.getUserMedia({ video: true })),
      microphone: await refused(() => mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(() => mediaDevices.getDisplayMedia({ video: true })),
      place: await refused(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      notification: (await Notification.requestPermission()) !== 'granted',
      clipboardRead: await refused(() => clipboard.readText()),
      oldClipboardRead: pasted === '',
      midi: await call('', 'requestMIDIAccess'),
      hid: await call('hid', 'requestDevice', { filters: [] }),
      serial: await call('serial', 'requestPort'),
      usb: await call('usb', 'requestDevice', { filters: [] }),
      bluetooth: await call('bluetooth', 'requestDevice', { acceptAllDevices: true }),
      wakeLock: await call('wakeLock', 'request', 'screen'),
      locks: await call('storage', 'persist').then((isRefused) => isRefused || true),
      fullScreen: await refused(() => document.body.requestFullscreen()),
      keyboardLock: await call('keyboard', 'lock'),
    }
  })
}

/** The names of the permissions that the page is told to have. */
export function grantedPermissions(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = [
      ...['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'persistent-storage', 'push'],
      ...['background-sync', 'background-fetch', 'accelerometer', 'gyroscope', 'magnetometer', 'nfc'],
      ...[
        'clipboard-read',
        'payment-handler',
        'idle-detection',
        'periodic-background-sync',
        'screen-wake-lock',
      ],
      ...[
        'storage-access',
        'window-management',
        'local-fonts',
        'display-capture',
        'top-level-storage-access',
      ],
      ...['captured-surface-control', 'speaker-selection', 'keyboard-lock', 'pointer-lock', 'fullscreen'],
    ]
    const granted: string[] = []
    for (const name of names) {
      const state = await navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'unknown',
      )
      if (state === 'granted') granted.push(name)
    }
    return granted
  })
}

export interface CodeAttempts {
  /** What was tried, with `ran` or the name of the error. */
  readonly tries: readonly string[]
  /** Of code that was only to run later. */
  readonly ran: readonly string[]
  /** The body's outline, which a style tried to set to 9px. */
  readonly outline: string
  /** The directives that were violated. */
  readonly violations: readonly string[]
}

/** Makes code, markup and styles out of text in every way that a page has. */
export function tryCode(page: Page): Promise<CodeAttempts> {
  return page.evaluate(async () => {
    const violations = new Set<string>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.add(effectiveDirective),
    )
    const ran: string[] = []
    // While a call of the test's driver runs, code out of text is let through: it is tried after that.
    await new Promise((resolve) => setTimeout(resolve, 0))
    Object.assign(globalThis, { ran: (what: string) => ran.push(what) })
    const attempt = (what: string, act: () => unknown): string => {
      try {
        act()
        return `${what}: ran`
      } catch (error) {
        return `${what}: ${(error as Error).name}`
      }
    }
    const add = (tag: string, set: (element: HTMLElement) => void): void => {
      const element = document.createElement(tag)
      set(element)
      document.body.append(element)
      setTimeout(() => element.remove(), 200)
    }
    const tries = [
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it does not work is what is tested
      attempt('Function', () => new Function('return 1')),
      attempt('eval', () => (0, eval)('1')),
      attempt('innerHTML', () => (document.createElement('div').innerHTML = '<b>x</b>')),
      attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')),
      attempt('srcdoc', () => (document.createElement('iframe').srcdoc = '<b>x</b>')),
      attempt('DOMParser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
      attempt('script text', () => (document.createElement('script').text = 'ran("text")')),
      attempt('script address', () => (document.createElement('script').src = 'assets/x.js')),
      attempt('handler', () => document.body.setAttribute('onclick', 'ran("handler")')),
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is still there
      attempt('document.write', () => document.write('<b>x</b>')),
      attempt('a policy of its own', () =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy('mine', { createHTML: (text: string) => text }),
      ),
      attempt('worker', () => new Worker('data:text/javascript,1')),
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it does not work is what is tested
      attempt('string timer', () => setTimeout('ran("timer")' as never, 0)),
    ]
    add('div', (element) => element.setAttribute('style', 'color: red'))
    add('style', (element) => element.append('body { outline: 9px solid red }'))
    const outline = getComputedStyle(document.body).outlineWidth
    await fetch('https://example.org/').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { tries, ran, outline, violations: [...violations].sort() }
  })
}
