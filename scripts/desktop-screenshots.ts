/**
 * node scripts/with-runtime.mjs scripts/desktop-screenshots.ts: what the system draws of Outpost, on a small Xfce desktop
 * of its own: the tray's icon with its menu, notifications, and notifications that hide their content; on a light and a
 * dark panel, English and German, into docs/screenshots. Where a part of that desktop is missing, it says what to install.
 */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bridge } from '#shared/contract/bridge.ts'
import type { Language } from '#shared/locales/index.ts'
import { snoozeUntil } from '#shared/model/personal/snooze-times.ts'
import { launchOutpost, type OutpostApp } from '../tests/support/electron-app.ts'
import { startServerProcess } from '../tests/support/server-process.ts'
import { invite, untilSynced } from '../tests/support/server-steps.ts'
import { createWindowDriver, type WindowDriver } from '../tests/support/window-driver.ts'
import type { Area } from '../tests/support/x-screen.ts'
import { joinAsColleague, type Colleague } from './lib/desktop/colleague.ts'
import { startDesktopSession, type DesktopSession, type PanelLook } from './lib/desktop/session.ts'
import { findTrayIcon } from './lib/desktop/tray-icon.ts'
import { until } from './lib/desktop/until.ts'
import { SetupError } from './lib/log.mjs'
import { projectRoot } from './lib/project.mjs'

const folder = path.join(projectRoot, 'docs', 'screenshots')
const languages = ['en', 'de'] as const satisfies readonly Language[]
const looks = ['light', 'dark'] as const satisfies readonly PanelLook[]
const colleagueName = 'Ada Holm'

const texts = {
  en: {
    channel: 'field-north',
    direct:
      'Can you come to hall 3? The label printer prints blank pages again, and the truck leaves at four.',
    mention: (me: string) => `@${me} the spare router is with you, isn’t it?`,
    ticket: 'Badge reader at the north gate does not answer',
  },
  de: {
    channel: 'field-süd',
    direct: 'Kommen Sie kurz in Halle 3? Der Etikettendrucker druckt wieder leer, und um vier fährt der Lkw.',
    mention: (me: string) => `@${me} der Ersatzrouter liegt doch bei Ihnen?`,
    ticket: 'Kartenleser am Nordtor antwortet nicht',
  },
} as const satisfies Record<Language, unknown>

interface Stage {
  readonly desktop: DesktopSession
  readonly outpost: OutpostApp
  readonly window: WindowDriver
  readonly colleague: Colleague
  readonly language: Language
}

const scratch = fs.mkdtempSync(path.join(tmpdir(), 'outpost-desktop-'))

try {
  const desktop = await startDesktopSession(path.join(scratch, 'desktop'))
  try {
    for (const language of languages) await inLanguage(desktop, language)
  } finally {
    await desktop.stop()
  }
} catch (error) {
  if (error instanceof SetupError) console.error(`${error.message}\n${error.remedy ?? ''}`)
  else console.error(error)
  process.exitCode = 1
} finally {
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}

async function inLanguage(desktop: DesktopSession, language: Language): Promise<void> {
  const place = (name: string) => path.join(scratch, language, name)
  const server = await startServerProcess(place('server'))
  const [, host = '', code = ''] = /^outpost:\/\/setup\/([^/]+)\/(\S+)$/u.exec(server.setupLink) ?? []
  const address = `http://${decodeURIComponent(host)}`
  try {
    await desktop.setLook('light')
    const demoServer = JSON.stringify({ address, code, password: 'a small desktop of its own' })
    const outpost = await launchOutpost({
      demo: true,
      dataDir: place('outpost'),
      env: { ...desktop.env, LANGUAGE: language, OUTPOST_DEMO_SERVER: demoServer },
      args: [`--lang=${language}`, '--force-device-scale-factor=1'],
    })
    try {
      const window = createWindowDriver(outpost.page, language)
      await window.untilReady()
      await untilSynced(window)
      const link = await invite(outpost, window)
      const guest = link.split('/').at(-1) ?? ''
      fs.mkdirSync(place('colleague'), { recursive: true })
      const colleague = await joinAsColleague({
        ...{ folder: place('colleague'), address, code: guest, name: colleagueName },
      })
      try {
        await takePictures({ desktop, outpost, window, colleague, language })
      } finally {
        await colleague.stop()
      }
    } finally {
      await outpost.close()
    }
  } finally {
    await server.stop()
  }
}

async function takePictures(stage: Stage): Promise<void> {
  const { desktop, outpost, colleague, language } = stage
  const me = await nameOfPerson(outpost)
  const text = texts[language]
  const direct = await colleague.direct(me)
  const channel = await colleague.channel(text.channel)
  await run(outpost, 'notify.setSpace', { spaceId: await colleague.queue(), level: 'all' })
  // Into the tray, as a person would.
  await outpost.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  for (const look of looks) {
    await desktop.setLook(look)
    const take = (name: string, area: Area) => shoot(stage, `${name}-${look}-${language}`, area)
    await untilNotified(desktop, () => colleague.say(direct, text.direct))
    await untilNotified(desktop, () => colleague.createTicket(text.ticket, null))
    await take('notification', corner(desktop, 600, 320))
    await untilNotified(desktop, () => colleague.say(channel, text.mention(me)))
    // Without the notifications.
    await desktop.setLook(look)
    await takeTrayMenus(stage, take)
    await desktop.setLook(look)
    await run(outpost, 'notify.setHidden', { on: true })
    await untilNotified(desktop, () => colleague.say(direct, text.direct))
    await untilNotified(desktop, () => colleague.createTicket(text.ticket, me))
    await take('notification-hidden', corner(desktop, 600, 320))
    await run(outpost, 'notify.setHidden', { on: false })
  }
}

async function takeTrayMenus(
  { desktop, outpost }: Stage,
  take: (name: string, area: Area) => Promise<void>,
): Promise<void> {
  const { screen } = desktop
  const area = corner(desktop, 520, 400)
  await openTrayMenu(desktop)
  const closed = await screen.pixels(area)
  // From below: quit, then the pause, which has a menu of its own.
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowRight']) await screen.press(key)
  await desktop.untilStill()
  await take('tray-menu', area)
  await closeTrayMenu(desktop)
  await run(outpost, 'notify.pause', { until: snoozeUntil('tomorrow', Date.now()) })
  // The menu learns of it a moment later; one that was open then keeps its size, so it is opened once more.
  await until('the pause in the menu', async () => {
    await openTrayMenu(desktop)
    const isSame = (await screen.pixels(area)).equals(closed)
    await closeTrayMenu(desktop)
    return isSame ? null : true
  })
  await openTrayMenu(desktop)
  await take('tray-paused', area)
  await closeTrayMenu(desktop)
  await run(outpost, 'notify.pause', { until: null })
}

async function openTrayMenu(desktop: DesktopSession): Promise<void> {
  const icon = await findTrayIcon(desktop)
  await desktop.screen.point(icon.x, icon.y)
  await desktop.screen.click(3)
  await desktop.untilStill()
}

async function closeTrayMenu({ screen, untilStill }: DesktopSession): Promise<void> {
  await screen.press('Escape')
  await screen.press('Escape')
  // Off the icon, which would show its tooltip.
  await screen.point(1, screen.size.height - 1)
  await untilStill()
}

function corner({ screen }: DesktopSession, width: number, height: number): Area {
  return { x: screen.size.width - width, y: 0, width, height }
}

/** Each notification is one more window of what shows them. */
async function untilNotified(
  { screen, untilStill }: DesktopSession,
  act: () => void | Promise<void>,
): Promise<void> {
  const count = async () => (await screen.titles()).filter((title) => title.includes('notifyd')).length
  const before = await count()
  await act()
  await until('a notification', async () => ((await count()) > before ? true : null))
  await untilStill()
}

async function shoot({ desktop }: Stage, name: string, area: Area): Promise<void> {
  fs.writeFileSync(path.join(folder, `${name}.png`), await desktop.screen.picture(area))
  process.stdout.write(`${name}.png\n`)
}

async function nameOfPerson(outpost: OutpostApp): Promise<string> {
  const answer = await outpost.page.evaluate(() => {
    const { bridge } = globalThis as unknown as { bridge: Bridge }
    return bridge.call({ version: 1, id: 'me', kind: 'query', name: 'workspace.get', input: {} })
  })
  if (!answer.ok) throw new Error('the workspace does not answer')
  const { rows, meta } = answer.value as {
    readonly rows: readonly { readonly key: string; readonly name: string }[]
    readonly meta: { readonly meId: string }
  }
  return rows.find(({ key }) => key === meta.meId)?.name ?? ''
}

/** What the person does on this device, without the window. */
async function run(outpost: OutpostApp, name: string, input: unknown): Promise<void> {
  await outpost.page.evaluate(
    ([command, its]) => {
      const { bridge } = globalThis as unknown as { bridge: Bridge }
      return bridge.call({ version: 1, id: command, kind: 'command', name: command, input: its })
    },
    [name, input] as const,
  )
}
