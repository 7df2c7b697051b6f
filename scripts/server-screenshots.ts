/** The screens that take a server and two people: joining, the server's page, what waits while one is offline, a clash. */
import type { Language } from '#shared/locales/index.ts'
import type { OutpostApp } from '../tests/support/electron-app.ts'
import { startServerProcess } from '../tests/support/server-process.ts'
import {
  acceptInvite,
  badge,
  fillIn,
  invite,
  joinDialog,
  networkIsBack,
  openJoinDialog,
  readInvite,
  setUpServer,
  untilOffline,
  untilSynced,
} from '../tests/support/server-steps.ts'
import { createWindowDriver, type WindowDriver } from '../tests/support/window-driver.ts'

/** Looks at a window in each theme. */
type InThemes = (
  window: WindowDriver,
  take: (shoot: (name: string) => Promise<void>) => Promise<void>,
) => Promise<void>

export interface ServerScreensDeps {
  readonly language: Language
  /** For what the server keeps. */
  readonly folder: string
  readonly start: (profile: string) => Promise<OutpostApp>
  readonly inThemes: InThemes
  readonly inFirstRun: InThemes
}

const words = {
  en: {
    workspace: 'Tidewater Facilities',
    shared: 'No network in hall 3',
    others: ['Label printer prints blank pages', 'Badge reader at the north gate'],
    messages: ['The electrician is on site.', 'Without a network until noon. I go on here.'],
    reply: 'We have a technician on the way.',
  },
  de: {
    workspace: 'Tidewater Gebäudedienste',
    shared: 'Kein Netz in Halle 3',
    others: ['Etikettendrucker druckt leere Seiten', 'Kartenleser am Nordtor'],
    messages: ['Der Elektriker ist vor Ort.', 'Bis Mittag ohne Netz. Ich mache hier weiter.'],
    reply: 'Ein Techniker ist unterwegs.',
  },
} as const satisfies Record<Language, unknown>

const ada = { person: 'Ada Holm', email: 'ada@example.org' }
const bob = { person: 'Bob Brandt', email: 'bob@example.org' }

export async function takeServerScreens(deps: ServerScreensDeps): Promise<void> {
  const { language, folder, inThemes, inFirstRun } = deps
  const text = words[language]
  const server = await startServerProcess(folder)
  const desks = await Promise.all([deps.start('ada'), deps.start('bob')])
  try {
    const [first, second] = desks.map(({ page }) => createWindowDriver(page, language)) as [
      WindowDriver,
      WindowDriver,
    ]
    const channel = first.say('welcome.channel')
    await setUpServer(first, { link: server.setupLink, workspace: text.workspace, ...ada })
    await untilSynced(first)
    const link = await invite(desks[0], first)
    await inFirstRun(second, async (shoot) => {
      await openJoinDialog(second, link)
      await readInvite(second)
      await fillIn(second, bob)
      await shoot('join')
      await second.page.keyboard.press('Escape')
      await joinDialog(second).waitFor({ state: 'detached' })
    })
    await openJoinDialog(second, link)
    await readInvite(second)
    await acceptInvite(second, bob)
    await second.untilReady()
    await untilSynced(second)
    await first.createTicket({ title: text.shared })
    await first.sendMessage(channel, text.messages[0])
    await second.openTicket(text.shared)

    await inThemes(first, async (shoot) => {
      await first.openSettings('server')
      await first.page.getByRole('list', { name: first.say('server:devices.title') }).waitFor()
      await shoot('server')
    })

    await server.stop()
    await untilOffline(first)
    await untilOffline(second)
    await claim(second, 'Bob')
    for (const title of text.others) await first.createTicket({ title })
    await first.openTicket(text.shared)
    await first.writeAnswer('reply', text.reply)
    await first.sendAnswer()
    await claim(first, 'Ada')
    await first.sendMessage(channel, text.messages[1])
    await inThemes(first, async (shoot) => {
      await first.openChannel(channel)
      await badge(first, new RegExp(first.say('server:syncShort.offline'), 'u')).click()
      await first.page.getByRole('dialog').getByRole('list').waitFor()
      await shoot('sync-panel')
      await first.page.keyboard.press('Escape')
    })

    await server.start()
    for (const window of [first, second]) await networkIsBack(window)
    await untilSynced(second)
    await untilSynced(first)
    await inThemes(first, async (shoot) => {
      await first.openTicket(text.shared)
      await first.page.getByText(first.say('tickets:clash.title')).waitFor()
      await first.page
        .getByRole('img', { name: first.say('server:presence.looking', { names: bob.person }) })
        .waitFor()
      await shoot('clash')
    })
  } finally {
    for (const desk of desks) await desk.close()
    await server.stop()
  }
}

async function claim(window: WindowDriver, name: string): Promise<void> {
  await window.leaveField()
  await window.page.keyboard.press('i')
  await window.property('owner').filter({ hasText: name }).waitFor()
  // The toast would lie over the pictures.
  await window.page
    .getByRole('button', { name: window.say('ui:dismiss') })
    .first()
    .click()
}
