/** Questions in German and English, answered with no model, and followed to the words that the answer rests on. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChannelId, MessageId, TicketId } from '#shared/base/ids.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import {
  askInWindow,
  heading,
  nextId,
  paragraph,
  publishArticle,
  runInWindow,
  steps,
  table,
  untilFound,
  untilIndexed,
} from '../support/window-content.ts'
import { createAsker, type Asker } from '../support/window-ask.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let outpost: OutpostApp
let window: WindowDriver
let asker: Asker

const resetStep = 'Halten Sie die Reset-Taste zehn Sekunden lang gedrückt.'
const guestAnswer = 'Guests sign in to the wireless network with the code on the reception desk.'
const replyWords = 'Nach einem Tausch des Netzteils blieb die Anzeige der Waage nicht mehr dunkel.'

beforeAll(async () => {
  outpost = await launchOutpost({ env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  asker = createAsker(window)
  const { page } = outpost
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await publishArticle(page, {
    title: 'Router nach einem Stromausfall',
    language: 'de',
    content: [
      paragraph('Diese Anleitung gilt für die Router in den Filialen.'),
      heading('Die Leuchte blinkt rot'),
      paragraph('Nach einem Stromausfall blinkt der Router rot, weil er seine Einwahl verloren hat.'),
      steps(
        resetStep,
        'Warten Sie, bis die Leuchte grün blinkt.',
        'Melden Sie sich danach im Portal neu an.',
      ),
      heading('Fehlernummern'),
      table(
        ['Nummer', 'Bedeutung', 'Abhilfe'],
        ['RX-17', 'Einwahl abgelehnt', 'Zugangsdaten neu eingeben'],
        ['RX-18', 'Kein Signal', 'Antennenkabel prüfen'],
      ),
    ],
  })
  await publishArticle(page, {
    title: 'Wireless network for guests',
    language: 'en',
    content: [
      paragraph('This is about visitors of the head office.'),
      heading('Signing in'),
      paragraph(guestAnswer),
      paragraph('The code changes every Monday morning.'),
    ],
  })
  await window.createTicket({
    title: 'Waage zeigt nichts an',
    description: 'Die Anzeige der Waage an Kasse 3 bleibt dunkel, obwohl sie eingeschaltet ist.',
  })
  await window.writeAnswer('reply', replyWords)
  await window.sendAnswer()
  await window.conversation().getByText(replyWords).waitFor()
  await untilIndexed(page, 4)
})

afterAll(() => outpost.close())

/** A picture of the window for whoever wants to see it: `OUTPOST_LOOK=folder`. */
async function look(name: string): Promise<void> {
  const folder = process.env['OUTPOST_LOOK']
  if (folder !== undefined) await window.page.screenshot({ path: `${folder}/${name}.png` })
}

test('a German question gets its steps, and a citation leads to the marked words in the article', async () => {
  const shown = await asker.ask('Router blinkt rot nach Stromausfall')
  await shown.getByText(resetStep).waitFor()
  expect(await shown.getByRole('listitem').count()).toBeGreaterThan(1)
  await asker.follow(shown, resetStep)
  await window.page.getByRole('heading', { level: 1, name: 'Router nach einem Stromausfall' }).waitFor()
  expect(await asker.untilMarked()).toContain('Reset-Taste zehn Sekunden')

  await asker.goBack()
  await asker.answer('Router blinkt rot nach Stromausfall').waitFor()
  expect(await asker.markedWords()).toBe('')
})

test('a row of a table is a table with the names of its columns, and its number leads to it', async () => {
  const shown = await asker.ask('Was bedeutet der Fehler RX-18?')
  const rows = shown.getByRole('row')
  await rows.filter({ hasText: 'Antennenkabel prüfen' }).waitFor()
  expect(await shown.getByRole('columnheader').allInnerTexts()).toEqual([
    ...['Nummer', 'Bedeutung', 'Abhilfe'],
    window.say('ask:sources.title'),
  ])
  await look('table')
  await rows.filter({ hasText: 'RX-18' }).getByRole('button').first().click()
  expect(await asker.untilMarked()).toContain('RX-18')
  await asker.goBack()
})

test('by keys alone: ask in English, open the first source, remove the mark, and go back', async () => {
  const { page } = window
  await window.leaveField()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type('How do guests sign in to the wireless network?')
  await page.keyboard.press('Enter')
  await asker.answer('How do guests sign in to the wireless network?').getByText(guestAnswer).waitFor()
  await page.keyboard.press('1')
  expect(await asker.untilMarked()).toContain('reception desk')
  await page.keyboard.press('Escape')
  await expect.poll(asker.markedWords).toBe('')
  await page.keyboard.press('Alt+ArrowLeft')
  await asker.answer('How do guests sign in to the wireless network?').waitFor()
})

test('a citation leads to the reply of a ticket', async () => {
  const shown = await asker.ask('Warum bleibt die Anzeige der Waage dunkel?')
  await shown.getByText(replyWords).waitFor()
  await shown
    .getByRole('button', { name: new RegExp(window.say('ask:place.reply'), 'u') })
    .first()
    .click()
  await window.conversation().getByText(replyWords).waitFor()
  expect(await asker.untilMarked()).toContain('Tausch des Netzteils')
})

test('a citation opens in a window of its own, marked; what leads on from there is marked in the main window', async () => {
  const shown = await asker.ask('Router blinkt rot nach Stromausfall')
  const [page] = await Promise.all([
    outpost.app.waitForEvent('window'),
    shown
      .locator('span:has(> .ask-part-words)', { hasText: resetStep })
      .first()
      .getByRole('button')
      .first()
      .click({ modifiers: ['Control'] }),
  ])
  const own = createWindowDriver(page, 'en')
  await page.getByRole('heading', { level: 1, name: 'Router nach einem Stromausfall' }).waitFor()
  expect(await createAsker(own).untilMarked()).toContain('Reset-Taste zehn Sekunden')
  // Here it is still the question, and nothing is said to be marked.
  await shown.waitFor()
  expect(await window.page.locator('.quote-status').count()).toBe(0)

  // By its meaning, in the palette of that window: the main one shows the passage, marked.
  await own.leaveField()
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog', { name: own.say('ui:palette.label') }).waitFor()
  await page.keyboard.type('visitor wifi password front desk')
  const group = own.say('shell:inMain', { group: own.say('shell:group.meaning') })
  await page.getByText(group, { exact: true }).waitFor()
  await page
    .getByRole('option', { name: /Wireless network for guests/u })
    .first()
    .click()
  expect(await asker.untilMarked()).not.toBe('')
  await window.page.getByRole('heading', { level: 1, name: 'Wireless network for guests' }).waitFor()
  // There the marks stay until they are taken away.
  expect(await createAsker(own).markedWords()).toContain('Reset-Taste')
  await page.keyboard.press('Escape')
  await expect.poll(createAsker(own).markedWords).toBe('')
  await page.close()
  await asker.goBack()
  await shown.waitFor()
})

test('what nobody has written is not answered, and the question can be put in other words', async () => {
  const question = 'Wie hoch ist der Eiffelturm in Paris?'
  const shown = await asker.ask(question)
  await shown.getByRole('heading', { name: window.say('ask:notFound.title') }).waitFor()
  await shown.getByRole('button', { name: window.say('ask:notFound.edit') }).click()
  expect(await asker.field().inputValue()).toBe(question)
  await asker.field().fill('')
  await look('not-found')
})

test('what is not answered leads on by keys alone: to a search, to the team, to an article', async () => {
  const { page, say } = window
  const question = 'Wie hoch ist der Eiffelturm in Paris?'
  const open = async () => {
    await window.goTo('ask')
    await page
      .getByRole('list', { name: say('ask:history.label') })
      .getByRole('listitem')
      .filter({ hasText: 'Eiffelturm' })
      .first()
      .getByRole('button')
      .first()
      .click()
    await asker
      .answer(question)
      .getByRole('button', { name: say('ask:notFound.write') })
      .waitFor()
    await window.leaveField()
  }
  await open()
  await page.keyboard.press('s')
  const search = page.getByRole('searchbox').first()
  await expect.poll(() => search.inputValue()).toBe(question)

  await open()
  await page.keyboard.press('t')
  const menu = page.getByRole('menu', { name: say('ask:notFound.team') })
  await menu.waitFor()
  await look('not-found-team')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const ticket = page.getByRole('dialog', { name: say('tickets:create.title') })
  await expect
    .poll(() => ticket.getByRole('textbox', { name: say('tickets:field.description') }).inputValue())
    .toBe(question)
  await ticket.getByRole('button', { name: say('tickets:create.discard') }).click()

  const channelId = nextId<ChannelId>()
  await runInWindow(page, 'channel.create', { channelId, name: 'technik' })
  await open()
  await page.keyboard.press('t')
  await menu.getByRole('menuitem', { name: 'technik' }).press('Enter')
  await expect.poll(() => window.composer('technik').inputValue()).toBe(question)

  await open()
  await page.keyboard.press('w')
  const article = page.getByRole('dialog', { name: say('knowledge:create.title') })
  expect(await article.getByRole('textbox', { name: say('knowledge:field.title') }).inputValue()).toBe(
    question,
  )
  await page.keyboard.press('Escape')
  await article.waitFor({ state: 'detached' })
})

test('questions are listed, found, brought back by the arrow, and deleted', async () => {
  const { page, say } = window
  await window.goTo('ask')
  const history = page.getByRole('list', { name: say('ask:history.label') })
  await history.getByRole('listitem').filter({ hasText: 'Eiffelturm' }).waitFor()
  await asker.field().press('ArrowUp')
  expect(await asker.field().inputValue()).toContain('Eiffelturm')
  await asker.field().press('ArrowDown')
  expect(await asker.field().inputValue()).toBe('')

  const search = page.getByRole('searchbox', { name: say('ask:history.search') })
  await search.fill('guests')
  await history.getByRole('listitem').filter({ hasText: 'Eiffelturm' }).waitFor({ state: 'detached' })
  expect(await history.getByRole('listitem').count()).toBe(1)
  await history.getByRole('button', { name: say('ask:history.delete') }).click()
  await page.getByText(say('ask:history.none')).waitFor()
  await page.getByRole('button', { name: say('common:action.undo') }).click()
  await history.getByRole('listitem').filter({ hasText: 'guests' }).waitFor()
  await search.fill('')

  await page.getByRole('button', { name: say('ask:history.menu') }).click()
  await page.getByRole('menuitem', { name: say('ask:history.clear') }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('ask:history.clear') })
    .click()
  await page.getByText(say('ask:history.empty')).waitFor()
})

test('the palette asks', async () => {
  const { say } = window
  await window.choose(say('ask:palette', { question: 'Router blinkt rot' }), 'Router blinkt rot')
  await asker.answer('Router blinkt rot').getByText(resetStep).waitFor()
})

test('what would go to a model is shown word for word; nothing goes before it is sent, and Esc stops it', async () => {
  const { page, say } = window
  const requests: string[] = []
  const hangUps: Promise<unknown>[] = []
  // A model that begins and never ends.
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => requests.push(text))
    hangUps.push(once(response, 'close'))
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    response.write(
      `${JSON.stringify({ message: { role: 'assistant', content: `${resetStep} [1] ` }, done: false })}\n`,
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await runInWindow(page, 'provider.add', {
    providerId: 'slow',
    type: 'ollama',
    name: 'Basement',
    address,
    model: 'tortoise',
  })
  await window.goTo('ask')
  await page.getByRole('button', { name: new RegExp(say('ask:box.with'), 'u') }).click()
  await page.getByRole('option', { name: /Basement/u }).click()
  const shown = await asker.ask('Was tun, wenn der Router rot blinkt?')
  await shown.getByText(say('ask:approval.title', { provider: 'Basement' })).waitFor()
  await shown.getByText(address).waitFor()
  await shown.locator('pre').filter({ hasText: resetStep }).waitFor()
  expect(requests).toEqual([])

  await shown.getByRole('button', { name: say('ask:approval.send'), exact: true }).click()
  await shown.getByRole('button', { name: say('ask:answer.cancel') }).waitFor()
  await expect.poll(() => requests.join('')).toContain('Reset-Taste')
  await page.keyboard.press('Escape')
  await shown.getByText(say('ask:cancelled.text')).waitFor()
  await Promise.all(hangUps)
  server.close()

  // The same without a model.
  await page.getByRole('button', { name: new RegExp(say('ask:box.with'), 'u') }).click()
  await page.getByRole('option', { name: say('ask:box.onDevice') }).click()
  await (
    await asker.ask('Warum blinkt der Router rot?')
  )
    .getByText(/Einwahl verloren/u)
    .first()
    .waitFor()
})

test('a ticket that may be the same is listed while one is typed, and opens with what is written kept', async () => {
  const { page, say } = window
  await window.goTo('tickets')
  await window.leaveField()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: say('tickets:create.title') })
  await dialog
    .getByRole('textbox', { name: say('tickets:field.subject') })
    .fill('Die Anzeige der Waage bleibt dunkel')
  const same = dialog.getByRole('region', { name: say('tickets:help.duplicates') })
  await same.getByRole('button', { name: /Waage zeigt nichts an/u }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('article', { name: 'Waage zeigt nichts an' }).waitFor()
  await page.keyboard.press('c')
  expect(await dialog.getByRole('textbox', { name: say('tickets:field.subject') }).inputValue()).toBe(
    'Die Anzeige der Waage bleibt dunkel',
  )
  await dialog.getByRole('button', { name: say('tickets:create.discard') }).click()
})

test('a citation leads to a message of a long channel that was not open before', async () => {
  const { page } = window
  const channelId = nextId<ChannelId>()
  await runInWindow(page, 'channel.create', { channelId, name: 'hausmeister' })
  const said = 'Der Ersatzschlüssel für den Dachboden hängt im Sicherungskasten.'
  for (let number = 1; number <= 160; number++) {
    const text = number === 80 ? said : `Rundgang ${number}: ${'alles in Ordnung. '.repeat(1 + (number % 7))}`
    await runInWindow(page, 'chat.send', { channelId, messageId: nextId<MessageId>(), text })
  }
  await untilFound(page, 'Ersatzschlüssel')
  const shown = await asker.ask('Wo hängt der Ersatzschlüssel für den Dachboden?')
  await asker.follow(shown, said)
  await window.messageLog('hausmeister').waitFor()
  expect(await asker.untilMarked()).toContain('hängt im Sicherungskasten')
  await expect.poll(() => asker.isMarkInView()).toBe(true)
  // And stays there, whatever is drawn late.
  await window.composer('hausmeister').fill('Danke\n\nDas hilft')
  expect(await asker.isMarkInView()).toBe(true)
})

test('a tag that similar tickets have is taken over with one press, and taken back', async () => {
  const { page, say } = window
  const queue = (await askInWindow(page, 'ticket.queues', {})).rows[0]
  if (!queue) throw new Error('there is no queue')
  for (const place of ['im Foyer', 'in der Kantine', 'im Lager']) {
    await runInWindow(page, 'ticket.create', {
      ticketId: nextId<TicketId>(),
      queueId: queue.key,
      title: `Kartenleser ${place} lehnt jede Karte ab`,
      description: 'Der Kartenleser lehnt jede Karte ab und piept dreimal.',
      tags: ['zutritt'],
    })
  }
  await untilFound(page, 'piept dreimal')
  await window.createTicket({
    title: 'Kartenleser am Tor lehnt Karten ab',
    description: 'Seit heute lehnt der Kartenleser am Tor jede Karte ab.',
  })
  const add = page.getByRole('button', { name: say('tickets:help.addTag', { tag: 'zutritt' }) })
  await add.click()
  await window.property('tags').filter({ hasText: 'zutritt' }).waitFor()
  await add.waitFor({ state: 'detached' })
  await window.leaveField()
  await page.keyboard.press('Control+Z')
  await window.property('tags').filter({ hasText: 'zutritt' }).waitFor({ state: 'detached' })
  await add.waitFor()
})
