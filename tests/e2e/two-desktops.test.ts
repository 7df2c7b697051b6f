/** A server and two desktops, as two people use them: together, cut off from each other, and together again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { startServerProcess, type ServerProcess } from '../support/server-process.ts'
import {
  invite,
  joinTeam,
  networkIsBack,
  patience,
  pendingMarks,
  setUpServer,
  texts,
  untilOffline,
  untilSynced,
  untilTexts,
  untilWaiting,
} from '../support/server-steps.ts'
import { paragraph, publishArticle } from '../support/window-content.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

interface Desk {
  readonly outpost: OutpostApp
  readonly window: WindowDriver
}

const channel = 'general'
const shared = 'Kein Netz in Halle 3'
let folder: string
let server: ServerProcess
let ada: Desk
let bob: Desk

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-desks-'))
  const started = await Promise.all([
    startServerProcess(path.join(folder, 'server')),
    start('ada'),
    start('bob'),
  ])
  ;[server, ada, bob] = started
})

afterEach(async () => {
  for (const { outpost } of [ada, bob]) await outpost.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function start(name: string): Promise<Desk> {
  const outpost = await launchOutpost({ dataDir: path.join(folder, name), env: { LANGUAGE: 'en' } })
  return { outpost, window: createWindowDriver(outpost.page, 'en') }
}

const both = (work: (desk: Desk) => Promise<unknown>): Promise<unknown> => Promise.all([ada, bob].map(work))

async function begin(): Promise<void> {
  const { setupLink } = server
  await setUpServer(ada.window, {
    link: setupLink,
    workspace: 'Windpark Nord',
    person: 'Ada Holm',
    email: 'ada@example.org',
  })
  await untilSynced(ada.window)
  const link = await invite(ada.outpost, ada.window)
  await joinTeam(bob.window, { link, person: 'Bob Brandt', email: 'bob@example.org' })
  await untilSynced(bob.window)
}

test('two people write one article, and see where the other one is', async () => {
  await begin()
  const title = 'Router in den Filialen'
  await publishArticle(ada.outpost.page, {
    title,
    language: 'de',
    content: [paragraph('Zehn Sekunden warten.'), paragraph('Danach wieder einstecken.')],
  })
  const text = ({ window }: Desk) =>
    window.page.getByRole('textbox', { name: window.say('knowledge:edit.text') })
  const names = ({ window }: Desk) => window.page.locator('.article-other-name')
  await both(async ({ window }) => {
    await untilSynced(window)
    await window.goTo('knowledge')
    await window.page.getByRole('button', { name: title }).first().click()
    await window.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await window.leaveField()
    await window.page.keyboard.press('e')
  })
  await text(ada).getByText('Zehn Sekunden').click()
  await ada.window.page.keyboard.press('End')
  await expect.poll(() => names(bob).allInnerTexts(), patience).toEqual(['Ada Holm'])
  // She writes on, and her caret stays behind what she wrote, whatever he writes before it.
  await ada.window.page.keyboard.type(' Dann warten')
  await text(bob).getByText('Dann warten').waitFor()
  await text(bob).getByText('Zehn Sekunden').click()
  await bob.window.page.keyboard.press('Home')
  await bob.window.page.keyboard.type('Bitte: ')
  // Behind it stands his own name, over the text.
  await text(ada).getByText('Bitte:').waitFor()
  const before = () =>
    bob.window.page.evaluate(() => {
      const range = document.createRange()
      const caret = document.querySelector('.article-other-caret')
      const line = caret?.closest('p')
      if (!caret || !line) return ''
      range.setStart(line, 0)
      range.setEndBefore(caret)
      return range.toString().replaceAll('\u2060', '')
    })
  await expect.poll(before, patience).toBe('Bitte: Zehn Sekunden warten. Dann warten')
  await ada.window.page.keyboard.press('Control+Shift+ArrowLeft')
  await expect
    .poll(() => bob.window.page.locator('.article-other-selection').allInnerTexts(), patience)
    .toEqual(['warten'])
  const folder = process.env['OUTPOST_LOOK']
  if (folder !== undefined) await bob.window.page.screenshot({ path: `${folder}/cursors.png` })
  await ada.window.page.keyboard.press('Escape')
  await expect.poll(() => names(bob).count(), patience).toBe(0)
})

test('two people write while they are cut off, and both have everything when they are back', async () => {
  await begin()
  await ada.window.sendMessage(channel, 'Guten Morgen')
  await ada.window.createTicket({ title: shared })
  await bob.window.openChannel(channel)
  await bob.window.message('Guten Morgen').waitFor()
  await bob.window.openTicket(shared)
  const number = await numberOf(bob)
  expect(await numberOf(ada)).toBe(number)

  await server.stop()
  await both(({ window }) => untilOffline(window))
  await Promise.all([writeAlone(ada, 'Ada'), writeAlone(bob, 'Bob')])

  await server.start()
  await both(({ window }) => networkIsBack(window))
  await both(({ window }) => untilSynced(window))
  const everything = ['Guten Morgen', 'Ada hat kein Netz', 'Bob hat kein Netz']
  await both(async ({ window }) => {
    await window.openChannel(channel)
    await untilTexts(window, channel, everything)
    await expect.poll(() => pendingMarks(window).count(), patience).toBe(0)
  })
  expect(await texts(ada.window, channel)).toEqual(await texts(bob.window, channel))

  const numbers = await Promise.all([ada, bob].map(readNumbers))
  expect(numbers[0]).toEqual(numbers[1])
  expect(Object.keys(numbers[0] ?? {}).sort()).toEqual([shared, 'Von Ada', 'Von Bob'].sort())
  expect(new Set(Object.values(numbers[0] ?? {})).size).toBe(3)

  await both(async ({ window }) => {
    await window.openTicket(shared)
    await window.conversation().getByText('Ada ist dran', { exact: true }).waitFor()
    await window.conversation().getByText('Bob ist dran', { exact: true }).waitFor()
    await clash(window).waitFor()
  })
  await clash(bob.window)
    .getByRole('button', { name: bob.window.say('tickets:clash.giveMe') })
    .click()
  await both(async ({ window }) => {
    await clash(window).waitFor({ state: 'detached' })
    await window.property('owner').filter({ hasText: 'Bob Brandt' }).waitFor()
    await expect.poll(() => pendingMarks(window).count(), patience).toBe(0)
  })
})

test('each sees where the other looks and writes', async () => {
  await begin()
  const { say, page } = ada.window
  await ada.window.createTicket({ title: shared })
  await bob.window.openTicket(shared)
  await page.getByRole('img', { name: say('server:presence.looking', { names: 'Bob Brandt' }) }).waitFor()
  await bob.window.writeAnswer('reply', 'Wir sehen nach')
  const replying = say('server:presence.replying', { count: 1, names: 'Bob Brandt' })
  await page.getByText(replying, { exact: true }).waitFor()
  await bob.window.sendAnswer()
  await page.getByText(replying, { exact: true }).waitFor({ state: 'detached' })
  await ada.window.conversation().getByText('Wir sehen nach', { exact: true }).waitFor()

  await both(({ window }) => window.openChannel(channel))
  const here = `${say('server:presence.here')}: Bob Brandt`
  await page.getByRole('img', { name: here }).waitFor()
  await bob.window.composer(channel).fill('Ich schreibe')
  const typing = say('server:presence.typing', { count: 1, names: 'Bob' })
  await page.getByText(typing, { exact: true }).waitFor()
  await bob.window.composer(channel).fill('')
  await page.getByText(typing, { exact: true }).waitFor({ state: 'detached' })

  await bob.outpost.close()
  await page.getByRole('img', { name: here }).waitFor({ state: 'detached' })
})

async function writeAlone({ window }: Desk, name: string): Promise<void> {
  await window.sendMessage(channel, `${name} hat kein Netz`)
  await window.createTicket({ title: `Von ${name}`, description: `${name} schreibt allein` })
  await window.openTicket(shared)
  await window.writeAnswer('reply', `${name} ist dran`)
  await window.sendAnswer()
  await window.conversation().getByText(`${name} ist dran`, { exact: true }).waitFor()
  await window.leaveField()
  await window.page.keyboard.press('i')
  await window.property('owner').filter({ hasText: name }).waitFor()
  await pendingMarks(window).first().waitFor()
  await window.openChannel(channel)
  expect(await pendingMarks(window).count()).toBe(1)
  // The message, the ticket, the reply and the claim.
  await untilWaiting(window, 4)
}

function clash({ page, say }: WindowDriver) {
  return page.getByRole('status').filter({ hasText: say('tickets:clash.title') })
}

/** The running number of the open ticket, once the server has given it one. */
async function numberOf({ window: { page } }: Desk): Promise<string> {
  const button = page.getByRole('article').getByRole('button', { name: /^#\d+/u })
  await button.waitFor()
  return /#\d+/u.exec(await button.innerText())?.[0] ?? ''
}

async function readNumbers(desk: Desk): Promise<Readonly<Record<string, string>>> {
  const numbers: Record<string, string> = {}
  for (const title of [shared, 'Von Ada', 'Von Bob']) {
    await desk.window.openTicket(title)
    numbers[title] = await numberOf(desk)
  }
  return numbers
}
