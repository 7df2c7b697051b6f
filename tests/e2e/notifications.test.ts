/** Outpost on a desktop: a real bus, a notification server and a tray, and a colleague who writes from elsewhere. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChannelId, PersonId, QueueId } from '#shared/base/ids.ts'
import type { Bridge } from '#shared/contract/bridge.ts'
import { formatPlaceLink } from '#shared/base/place-link.ts'
import { addTicket, makeDirect, meOf, say as write } from '../support/attention-world.ts'
import { startDesktopDouble, type DesktopDouble, type MenuEntry } from '../support/desktop-double.ts'
import { launchOutpost, runOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createHeldLine, type HeldLine } from '../support/held-line.ts'
import { joinTeam, networkIsBack, patience, untilOffline, untilSynced } from '../support/server-steps.ts'
import { createDevice, setUpServer, startServer, type Device } from '../support/sync-world.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let desktop: DesktopDouble
let ada: Device
let adaId: PersonId
let benId: PersonId
let line: HeldLine
let outpost: OutpostApp
let window: WindowDriver

beforeEach(async () => {
  desktop = await startDesktopDouble()
  const server = await startServer()
  ada = createDevice({ seed: 1 })
  await setUpServer(server, ada)
  ada.must('channel.create', { channelId: ada.nextId<ChannelId>(), name: 'general' })
  ada.must('queue.create', { queueId: ada.nextId<QueueId>(), name: 'Service' })
  await ada.untilSynced()
  adaId = await meOf(ada)
  const { link } = await ada.request('server.createInvite', { role: 'agent' })
  outpost = await launchOutpost({ env: { ...desktop.env, LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  line = await createHeldLine(server.address)
  await joinTeam(window, {
    link: link.replace(/127\.0\.0\.1:\d+/u, line.host),
    person: 'Ben',
    email: 'ben@example.org',
  })
  await untilSynced(window)
  await expect.poll(() => desktop.tray(), patience).not.toBeNull()
  await expect
    .poll(async () => (await ada.ask('workspace.get', {})).rows.map(({ name }) => name), patience)
    .toContain('Ben')
  const { rows } = await ada.ask('workspace.get', {})
  benId = rows.find(({ name }) => name === 'Ben')?.key ?? adaId
})

afterEach(async () => {
  await outpost.close()
  await desktop.stop()
})

const isVisible = () =>
  outpost.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)

/** As a person does it, by the button of the frame. */
async function closeWindow(): Promise<void> {
  await outpost.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isVisible, patience).toBe(false)
}

/** What the person does on this device, without the window. */
async function run(name: string, input: unknown): Promise<void> {
  await outpost.page.evaluate(
    ([command, its]) => {
      const { bridge } = globalThis as unknown as { bridge: Bridge }
      return bridge.call({ version: 1, id: command, kind: 'command', name: command, input: its })
    },
    [name, input] as const,
  )
}

const titles = () => desktop.open().map(({ title }) => title)

async function trayMenu(): Promise<MenuEntry[]> {
  return (await desktop.tray()?.menu()) ?? []
}

async function clickTray(label: string): Promise<void> {
  const all = (entries: readonly MenuEntry[]): MenuEntry[] =>
    entries.flatMap((entry) => [entry, ...all(entry.children)])
  const entry = all(await trayMenu()).find((each) => each.label === label)
  if (!entry) throw new Error(`the tray has no ${label}`)
  await desktop.tray()?.click(entry.id)
}

test('a direct message makes one notification while the window is away; a click opens it, and reading takes it down', async () => {
  await closeWindow()
  await expect.poll(titles, patience).toEqual([window.say('notifications:notice.stillRunning')])
  const direct = makeDirect(ada, [adaId, benId])
  write(ada, direct, 'Kommst du heute?')
  await expect.poll(titles, patience).toContain('Ada')
  const [notice, ...others] = desktop.open().filter(({ title }) => title === 'Ada')
  expect(others).toEqual([])
  expect(notice).toMatchObject({ body: 'Kommst du heute?' })
  await expect.poll(async () => (await trayMenu())[0]?.label, patience).toBe('Ada (1)')
  await expect.poll(() => desktop.tray()?.tooltip(), patience).toBe('Outpost · 1 unread conversation')
  // The icon is set before the words.
  const icon = await desktop.tray()?.icon()

  desktop.click(notice?.id ?? 0)
  await expect.poll(isVisible, patience).toBe(true)
  await window.message('Kommst du heute?').waitFor()
  await expect.poll(async () => (await trayMenu())[0]?.label, patience).toBe('Nothing unread')
  await expect.poll(() => desktop.tray()?.icon(), patience).not.toBe(icon)
  await expect.poll(() => desktop.tray()?.tooltip(), patience).toBe('Outpost · everything synced')

  // Answered in its field, and the next one put to sleep by its button: the window stays away.
  await closeWindow()
  write(ada, direct, 'Und morgen?')
  await expect.poll(() => desktop.open().at(-1)?.body, patience).toBe('Und morgen?')
  desktop.answer(desktop.open().at(-1)?.id ?? 0, 'Um neun.')
  await expect
    .poll(async () => (await ada.ask('chat.messages', { channelId: direct })).rows.at(-1)?.text, patience)
    .toBe('Um neun.')
  write(ada, direct, 'Bis dann')
  await expect.poll(() => desktop.open().at(-1)?.body, patience).toBe('Bis dann')
  await expect.poll(async () => (await trayMenu())[0]?.label, patience).toBe('Ada (1)')
  desktop.press(desktop.open().at(-1)?.id ?? 0, window.say('notifications:notice.snoozeHour'))
  await expect.poll(async () => (await trayMenu())[0]?.label, patience).toBe('Nothing unread')
  expect(await isVisible()).toBe(false)
})

test('many at once become one; what is read elsewhere is taken down; a pause keeps still', async () => {
  await closeWindow()
  const direct = makeDirect(ada, [adaId, benId])
  let last = write(ada, direct, 'eins')
  await expect.poll(titles, patience).toContain('Ada')
  for (const text of ['zwei', 'drei', 'vier', 'fünf']) last = write(ada, direct, text)
  await expect.poll(titles, patience).toContain('Ada: 5 new messages')
  expect(titles().filter((title) => title === 'Ada')).toEqual([])
  await run('chat.markRead', { channelId: direct, upTo: last })
  await expect.poll(titles, patience).not.toContain('Ada: 5 new messages')

  await clickTray(window.say('notifications:tray.pauseHour'))
  await expect
    .poll(async () => (await trayMenu()).map(({ label }) => label), patience)
    .toContain(window.say('notifications:tray.resume'))
  write(ada, direct, 'sechs')
  await expect.poll(async () => (await trayMenu())[0]?.label, patience).toBe('Ada (1)')
  await clickTray(window.say('notifications:tray.resume'))
  await expect
    .poll(async () => (await trayMenu()).map(({ label }) => label), patience)
    .toContain(window.say('notifications:tray.pause'))
  const ticketId = await addTicket(ada, 'Rotor 7 steht', benId)
  await expect.poll(() => desktop.open().at(-1)?.body, patience).toBe('Rotor 7 steht')
  expect(desktop.open().some(({ body }) => body === 'sechs')).toBe(false)

  // A second start with a link hands it over, and the ticket is shown.
  await runOutpost(
    [`--data-dir=${outpost.dataDir}`, formatPlaceLink({ type: 'ticket', id: ticketId })],
    desktop.env,
  )
  await expect.poll(isVisible, patience).toBe(true)
  await outpost.page.getByRole('article', { name: 'Rotor 7 steht' }).waitFor()
})

test('hidden content stays hidden', async () => {
  await closeWindow()
  await run('notify.setHidden', { on: true })
  const direct = makeDirect(ada, [adaId, benId])
  write(ada, direct, 'geheim')
  await expect
    .poll(() => desktop.open().at(-1)?.body, patience)
    .toBe(window.say('notifications:notice.hiddenMessage'))
  expect(JSON.stringify(desktop.shown)).not.toMatch(/geheim|Ada/u)
})

test('what is on the screen makes none, and none is made of what the person does', async () => {
  const direct = makeDirect(ada, [adaId, benId])
  write(ada, direct, 'erstens')
  await expect.poll(titles, patience).toContain('Ada')
  desktop.click(desktop.open()[0]?.id ?? 0)
  await window.message('erstens').waitFor()
  write(ada, direct, 'zweitens')
  await window.message('zweitens').waitFor()
  await addTicket(ada, 'anderswo', benId)
  await expect.poll(() => desktop.shown.map(({ body }) => body), patience).toEqual(['erstens', 'anderswo'])
})

test('what the server does not take is told, and a click opens the report at that very change', async () => {
  const [hall, store] = ['Halle 3', 'Lager'].map((name) => {
    const channelId = ada.nextId<ChannelId>()
    ada.must('channel.create', { channelId, name })
    return channelId
  })
  if (!hall || !store) throw new Error('there are two channels')
  await ada.untilSynced()
  await window.openChannel('Halle 3')
  await window.openChannel('Lager')
  // A window of its own says so, too, in a line at its foot.
  const [page] = await Promise.all([
    outpost.app.waitForEvent('window'),
    window.page.keyboard.press('Control+Shift+O'),
  ])
  const own = createWindowDriver(page, 'en')
  await untilSynced(own)
  line.cut()
  await untilOffline(window)
  await untilOffline(own)
  await page.close()
  // Meanwhile he is no member any more, and cannot know it.
  for (const id of [hall, store]) await ada.request('server.setSpaceMembers', { id, members: [adaId] })
  await window.openChannel('Halle 3')
  await window.sendMessage('Halle 3', 'Der Kran bleibt stehen')
  await window.openChannel('Lager')
  await window.sendMessage('Lager', 'Zwei Paletten fehlen')
  await closeWindow()
  line.open()
  await networkIsBack(window)
  const refused = () =>
    desktop.open().filter(({ title }) => title === window.say('notifications:notice.refused'))
  await expect.poll(() => refused().length, patience).toBe(2)
  const about = (name: string) => refused().find(({ body }) => body.includes(name))?.id ?? 0

  const cards = outpost.page.locator('.sync-refused')
  const marked = cards.and(outpost.page.locator('[data-marked]'))
  for (const [name, text] of [
    ['Halle 3', 'Der Kran bleibt stehen'],
    ['Lager', 'Zwei Paletten fehlen'],
  ] as const) {
    desktop.click(about(name))
    await expect.poll(isVisible, patience).toBe(true)
    // In the report, open for the first and while it is open for the second.
    await marked.filter({ hasText: text }).and(outpost.page.locator(':focus')).waitFor()
    expect(await marked.count()).toBe(1)
    expect(await cards.count()).toBe(2)
  }
  // What was dismissed is taken down on the desktop, too.
  await marked.getByRole('button', { name: window.say('server:panel.dismiss') }).click()
  await expect.poll(() => cards.count()).toBe(1)
})
