/**
 * What a team knows, with no network: a folder is dropped in, files and articles are asked about in German and English,
 * followed to the words that an answer rests on, and asked about again once they were changed in a second window.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { networkAttempts } from '../support/net-log.ts'
import { docxOf } from '../support/office-files.ts'
import { pdfOf } from '../support/pdf-writer.ts'
import { foreignConnections, processTree } from '../support/process-tree.ts'
import { createAsker, type Asker } from '../support/window-ask.ts'
import { askInWindow, runInWindow, untilFound, untilIndexed } from '../support/window-content.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let folder: string
let outpost: OutpostApp
let window: WindowDriver
let asker: Asker
let watch: ReturnType<typeof setInterval>
/** Connections of any of the program's processes to another machine. */
const foreign = new Set<string>()
const netLog = () => path.join(folder, 'net.json')
const patience = { timeout: 60_000 }

const kettle = 'Der Heizkessel wird am roten Ventil entlüftet, bis nur noch Wasser austritt.'
const pump = 'Im Winter wird die Tauchpumpe in der Werkstatt in einem Eimer mit klarem Wasser gelagert.'
const visitors = 'Visitors receive their parking permit from the porter at the north gate.'

/** The passage that is asked for stands far down, so that it takes finding. */
function writeDocuments(): string {
  const documents = path.join(folder, 'Haustechnik')
  mkdirSync(path.join(documents, 'Office'), { recursive: true })
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(path.join(documents, name), content)
  const rooms = Array.from(
    { length: 60 },
    (_, index) => `## Raum ${index + 1}\n\nIn Raum ${index + 1} steht ein Regal mit Ordnern aus dem Archiv.`,
  )
  write(
    'Heizung.md',
    `# Heizung\n\nDieses Blatt gehört zum Keller.\n\n${rooms.join('\n\n')}\n\n## Entlüften\n\n${kettle}\n`,
  )
  const page = (first: number) =>
    Array.from({ length: 22 }, (_, index) => ({
      text: `Teil ${first + index}: Dichtung und Schraube nach Liste bestellen.`,
      gap: 30,
    }))
  write(
    'Pumpe.pdf',
    pdfOf([
      [{ text: 'Tauchpumpe', size: 24 }, ...page(1)],
      page(23),
      [
        { text: 'Lagerung', size: 24 },
        { text: pump, gap: 40 },
      ],
    ]),
  )
  write(
    'Office/Visitors.docx',
    docxOf([
      { style: 'heading 1', text: 'Visitors' },
      { text: 'This sheet is for the reception of the head office.' },
      { style: 'heading 2', text: 'Parking' },
      { text: visitors },
      { style: 'heading 2', text: 'Lunch' },
      { text: 'The canteen opens at half past eleven.' },
    ]),
  )
  return documents
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-knowledge-'))
  outpost = await launchOutpost({
    dataDir: path.join(folder, 'data'),
    args: [`--log-net-log=${netLog()}`, '--net-log-capture-mode=Everything'],
    env: { LANGUAGE: 'de' },
  })
  const { app, page } = outpost
  // No page gets anything from a network; whether the engine tries to is watched from outside.
  await app.evaluate(({ session }) => session.defaultSession.enableNetworkEmulation({ offline: true }))
  const root = outpost.process.pid ?? 0
  watch = setInterval(() => foreignConnections(processTree(root)).forEach((each) => foreign.add(each)), 100)
  window = createWindowDriver(page, 'de')
  asker = createAsker(window)
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
})

afterAll(async () => {
  clearInterval(watch)
  await outpost.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Asks, follows the sentence with these words to its place, and gives what is marked there. */
async function askAndFollow(question: string, words: string): Promise<string> {
  const answer = await asker.ask(question)
  await asker.follow(answer, words)
  const marked = await asker.untilMarked()
  await expect.poll(() => asker.isMarkInView()).toBe(true)
  return marked
}

/** As the system drops something that was dragged in: by its path. */
async function dropInto(target: Locator, paths: readonly string[]): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error('what is dropped on is on the screen')
  const session = await window.page.context().newCDPSession(window.page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    })
  }
}

test('a folder is dropped in, and it is said how far reading is and when all of it was read', async () => {
  const { page, say } = window
  const documents = writeDocuments()
  // What is read in a moment otherwise stands still, to be looked at.
  await runInWindow(page, 'index.pause', { on: true })
  await window.goTo('knowledge')
  await page.getByText(say('library:sections.files'), { exact: true }).click()
  const empty = page.getByRole('heading', { name: say('library:empty.title') }).first()
  await empty.waitFor()
  await dropInto(empty, [documents])
  const card = page.locator('.library-card', { hasText: 'Haustechnik' })
  await card.waitFor()
  await page.getByText(say('library:paused'), { exact: true }).waitFor()
  await expect
    .poll(() => card.innerText(), patience)
    .toContain(say('library:roots.counts', { indexed: '0', files: '3' }))
  await page.getByRole('button', { name: say('library:resume'), exact: true }).click()
  await card.getByText(say('library:roots.state.ready'), { exact: true }).waitFor(patience)
  await expect
    .poll(() => card.innerText(), patience)
    .toContain(say('library:roots.counts', { indexed: '3', files: '3' }))
  await page.getByText(say('library:paused'), { exact: true }).waitFor({ state: 'detached' })
  await untilIndexed(page, 3)
})

test('a question in German leads to the marked words of a Markdown file and of a page of a PDF', async () => {
  const { page, say } = window
  expect(await askAndFollow('Wie entlüfte ich den Heizkessel?', kettle)).toContain('am roten Ventil')
  await page.getByRole('heading', { level: 1, name: 'Heizung.md' }).waitFor({ state: 'attached' })
  await asker.goBack()
  await asker.answer('Wie entlüfte ich den Heizkessel?').waitFor()
  expect(await asker.markedWords()).toBe('')

  expect(await askAndFollow('Wo wird die Tauchpumpe im Winter gelagert?', 'Eimer')).toContain(
    'in einem Eimer mit klarem Wasser',
  )
  await page
    .getByRole('article', { name: 'Pumpe.pdf' })
    .getByText(say('library:file.page', { number: '3' }))
    .waitFor()
})

test('a question in English leads to the marked words of a Word file', async () => {
  const question = 'Where do visitors get a parking permit?'
  expect(await askAndFollow(question, 'parking permit')).toContain('permit from the porter')
  await window.page.getByRole('article', { name: 'Visitors.docx' }).waitFor()
})

const title = 'Zufahrt zum Hof'
const question = 'Mit welchem Code öffnet sich die Schranke am Hof?'
const before = 'Die Schranke am Hof öffnet sich mit dem Code 4711.'
const after = 'Die Schranke am Hof öffnet sich mit dem Code 0815.'

const articleText = (page = window.page): Locator =>
  page.getByRole('textbox', { name: window.say('knowledge:edit.text') })

test('an article is written, published, asked about, and followed to its marked words', async () => {
  const { page, say } = window
  await window.goTo('knowledge')
  await page.getByText(say('library:sections.articles'), { exact: true }).click()
  await window.leaveField()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: say('knowledge:create.title') })
  await dialog.getByRole('textbox', { name: say('knowledge:field.title') }).fill(title)
  await dialog.getByRole('button', { name: say('common:action.create') }).click()
  await articleText().click()
  await articleText().pressSequentially(
    `Das gilt für Lieferanten und für das Team.\n${before}\nNachts bleibt sie geschlossen.`,
  )
  await page.getByText(say('knowledge:edit.saved')).waitFor()
  await page.keyboard.press('Escape')
  await page
    .getByRole('main')
    .getByRole('button', { name: say('knowledge:action.publish'), exact: true })
    .click()
  await page.getByText(say('knowledge:did.publish')).waitFor()
  await untilFound(page, '4711')

  expect(await askAndFollow(question, '4711')).toContain(before)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
})

test('an article that is changed in a second window answers with its new words, and no longer with the old ones', async () => {
  const { page, say } = window
  await window.leaveField()
  const [second] = await Promise.all([
    outpost.app.waitForEvent('window'),
    page.keyboard.press('Control+Shift+O'),
  ])
  const own = createWindowDriver(second, 'de')
  await second.getByRole('heading', { level: 1, name: title }).waitFor()
  await own.leaveField()
  await second.keyboard.press('e')
  // Three clicks take the paragraph.
  await articleText(second).getByText(before).click({ clickCount: 3 })
  await second.keyboard.type(after)
  await second.getByText(say('knowledge:edit.saved')).waitFor()
  await second.keyboard.press('Escape')
  await second.getByText(after).waitFor()
  // The window that shows it has the new words, too, and they are not what the old answer rests on.
  await page.getByRole('main').getByText(after).waitFor()
  await expect.poll(asker.markedWords).not.toContain('Code')
  await second.close()
  await untilFound(page, '0815')

  await window.goTo('ask')
  const answer = asker.answer(question)
  await answer.getByText(before).waitFor()
  await asker.askAgain(question)
  await answer.getByText(after).first().waitFor()
  await answer.getByText('4711').waitFor({ state: 'detached' })
  await asker.follow(answer, '0815')
  expect(await asker.untilMarked()).toContain(after)
  const old = await askInWindow(page, 'search.passages', { text: '4711', limit: 10 })
  expect(old.rows.filter(({ text }) => text.includes('4711'))).toEqual([])
})

test('through all of this nothing went to a network', async () => {
  await outpost.close()
  expect(networkAttempts(netLog())).toEqual([])
  expect([...foreign]).toEqual([])
})
