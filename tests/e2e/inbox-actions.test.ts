/** What a notification offers in place, in the program itself: reply, claim, snooze; and links that lead everywhere. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChannelId, PersonId, QueueId, TicketId } from '#shared/base/ids.ts'
import { formatPlaceLink } from '#shared/base/place-link.ts'
import type { Bridge } from '#shared/contract/bridge.ts'
import { addTicket, makeDirect, meOf, say as write } from '../support/attention-world.ts'
import { launchOutpost, runOutpost, type OutpostApp } from '../support/electron-app.ts'
import { joinTeam, patience, untilSynced } from '../support/server-steps.ts'
import { createDevice, setUpServer, startServer, type Device } from '../support/sync-world.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let ada: Device
let members: PersonId[]
let outpost: OutpostApp
let window: WindowDriver

beforeEach(async () => {
  const server = await startServer()
  ada = createDevice({ seed: 1 })
  await setUpServer(server, ada)
  ada.must('channel.create', { channelId: ada.nextId<ChannelId>(), name: 'general' })
  ada.must('queue.create', { queueId: ada.nextId<QueueId>(), name: 'Service' })
  await ada.untilSynced()
  const { link } = await ada.request('server.createInvite', { role: 'agent' })
  outpost = await launchOutpost({ env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  await joinTeam(window, { link, person: 'Ben', email: 'ben@example.org' })
  await untilSynced(window)
  await expect
    .poll(async () => (await ada.ask('workspace.get', {})).rows.map(({ name }) => name), patience)
    .toContain('Ben')
  const { rows } = await ada.ask('workspace.get', {})
  const ben = rows.find(({ name }) => name === 'Ben')?.key
  members = [await meOf(ada), ...(ben ? [ben] : [])]
})

afterEach(() => outpost.close())

const row = (text: string) => window.page.getByRole('option').filter({ hasText: text })
const item = (name: string) => window.page.getByRole('menuitem', { name })
const clipboard = () => outpost.app.evaluate(({ clipboard: board }) => board.readText())

async function run(name: string, input: unknown): Promise<void> {
  await outpost.page.evaluate(
    ([command, its]) => {
      const { bridge } = globalThis as unknown as { bridge: Bridge }
      return bridge.call({ version: 1, id: command, kind: 'command', name: command, input: its })
    },
    [name, input] as const,
  )
}

test('the inbox answers, takes on, puts to sleep and wakes in place, and copies links', async () => {
  const { page, say } = window
  await window.goTo('inbox')
  const direct = makeDirect(ada, members)
  write(ada, direct, 'Kommst du heute?')
  await row('Kommst du heute?').waitFor()

  // By the menu of the row.
  await row('Kommst du heute?').click({ button: 'right' })
  await item(say('inbox:reply.action')).click()
  const dialog = page.getByRole('dialog', { name: say('inbox:reply.title', { name: 'Ada' }) })
  await dialog.getByRole('textbox').fill('Ja, um drei.')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await row('Kommst du heute?').waitFor({ state: 'detached' })
  await expect
    .poll(
      async () => (await ada.ask('chat.messages', { channelId: direct })).rows.map(({ text }) => text),
      patience,
    )
    .toContain('Ja, um drei.')

  // By its keys: asleep, listed with its time, and woken.
  write(ada, direct, 'Bis gleich')
  await row('Bis gleich').click({ button: 'right' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await row('Bis gleich').waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: say('inbox:filter.snoozed') }).click()
  await row('Ada')
    .filter({ hasText: say('notifications:snooze.until', { time: '' }).trim() })
    .waitFor()
  await row('Ada').click({ button: 'right' })
  await item(say('notifications:snooze.wake')).click()
  await page.getByRole('tab', { name: say('inbox:filter.all') }).click()
  await row('Bis gleich').waitFor()

  // A queue of which all is wanted brings what is nobody's; it is taken on with a key.
  const [queue] = (await ada.ask('ticket.queues', {})).rows
  await run('notify.setSpace', { spaceId: queue?.key, level: 'all' })
  const ticketId: TicketId = await addTicket(ada, 'Rotor 7 steht', null)
  await row('Rotor 7 steht').waitFor()
  await row('Rotor 7 steht').click({ button: 'right' })
  await item(say('notifications:link.copy')).click()
  await expect.poll(clipboard, patience).toBe(formatPlaceLink({ type: 'ticket', id: ticketId }))
  await row('Rotor 7 steht').click({ button: 'right' })
  await item(say('notifications:notice.claim')).click()
  await expect
    .poll(async () => (await ada.ask('ticket.get', { ticketId })).meta?.ownerId, patience)
    .toBe(members[1])
  // Now it is one of theirs.
  await row('Rotor 7 steht').waitFor()

  // The keys copy what is open: a conversation, a ticket.
  await window.openChannel('general')
  await window.leaveField()
  await page.keyboard.press('Control+Shift+C')
  await expect.poll(clipboard, patience).toMatch(/^outpost:\/\/channel\/[0-9A-Z]{26}$/u)
  await window.openTicket('Rotor 7 steht')
  await window.leaveField()
  await page.keyboard.press('Control+Shift+C')
  await expect.poll(clipboard, patience).toBe(formatPlaceLink({ type: 'ticket', id: ticketId }))
})

test('a link into another workspace is offered, and a link shows and changes nothing', async () => {
  const { page, say } = window
  const ticketId = await addTicket(ada, 'Rotor 7 steht', null)
  await ada.untilSynced()
  const before = await ada.ask('ticket.get', { ticketId })
  // A second workspace, empty.
  await page.evaluate(() => (globalThis as unknown as { bridge: Bridge }).bridge.addWorkspace())
  await window.createWorkspace({ person: 'Ben', workspace: 'Werkstatt' })
  const link = formatPlaceLink({ type: 'ticket', id: ticketId })
  await runOutpost([`--data-dir=${outpost.dataDir}`, link])
  const dialog = page.getByRole('dialog').filter({ hasText: say('notifications:link.elsewhereText') })
  await dialog.getByRole('button', { name: say('action.cancel') }).click()
  await page.getByRole('article', { name: 'Rotor 7 steht' }).waitFor({ state: 'detached' })

  await runOutpost([`--data-dir=${outpost.dataDir}`, link])
  await dialog.getByRole('button', { name: say('notifications:link.elsewhereOpen') }).click()
  await page.getByRole('article', { name: 'Rotor 7 steht' }).waitFor()
  const { meta } = await ada.ask('ticket.get', { ticketId })
  expect(meta).toEqual(before.meta)

  // Bare in a message and in a ticket it leads there, and one that is more than a place is only words.
  await window.createTicket({ title: 'Notiz' })
  await window.writeAnswer('note', `Gehört zu ${link}, nicht zu ${link}?close=1`)
  await window.sendAnswer()
  await window.conversation().getByRole('link').click()
  await page.getByRole('article', { name: 'Rotor 7 steht' }).waitFor()
  await window.sendMessage('general', `Siehe ${link}.`)
  await window.messageLog('general').getByRole('link', { name: link, exact: true }).click()
  await page.getByRole('article', { name: 'Rotor 7 steht' }).waitFor()
  expect((await ada.ask('ticket.get', { ticketId })).meta).toEqual(before.meta)

  // Nobody has it anywhere: that is said.
  await runOutpost([
    `--data-dir=${outpost.dataDir}`,
    formatPlaceLink({ type: 'ticket', id: ada.nextId<TicketId>() }),
  ])
  await page.getByText(say('notifications:link.notHereTitle')).waitFor()
})
