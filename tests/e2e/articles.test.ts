/** Somebody writes an article: made, typed, formatted, published, found, changed, compared, and still there after a start. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { pngOf } from '../support/png.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let dataDir: string
let outpost: OutpostApp
let window: WindowDriver

const title = 'Router blinkt rot'

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-articles-'))
  await start()
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
})

afterEach(() => outpost.close())
afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))

async function start(): Promise<void> {
  outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
}

const text = () => window.page.getByRole('textbox', { name: window.say('knowledge:edit.text') })
const press = (name: string) =>
  window.page.getByRole('main').getByRole('button', { name, exact: true }).click()

async function createArticle(name: string): Promise<void> {
  const { page, say } = window
  await window.goTo('knowledge')
  // Its keys are known once it is drawn.
  await page
    .getByRole('button', { name: say('knowledge:action.new') })
    .first()
    .waitFor()
  await window.leaveField()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: say('knowledge:create.title') })
  await dialog.getByRole('textbox', { name: say('knowledge:field.title') }).fill(name)
  await dialog.getByRole('button', { name: say('common:action.create') }).click()
}

test('an article is written, published, found, and compared with what was kept of it', async () => {
  const { page, say } = window
  await createArticle(title)

  await text().click()
  await text().pressSequentially('## Ursache\nNach einem ')
  await page.keyboard.press('Control+B')
  await text().pressSequentially('Stromausfall')
  await page.keyboard.press('Control+B')
  await text().pressSequentially(' fehlt die Konfiguration.\n1. Netzteil ziehen\nZehn Sekunden warten')
  await page.getByText(say('knowledge:edit.saved')).waitFor()
  await page.keyboard.press('Escape')

  const main = page.getByRole('main')
  await main.getByRole('heading', { name: 'Ursache', level: 2 }).waitFor()
  await main.locator('strong', { hasText: 'Stromausfall' }).waitFor()
  expect(await main.locator('.article-content ol > li').allInnerTexts()).toEqual([
    'Netzteil ziehen',
    'Zehn Sekunden warten',
  ])
  await press(say('knowledge:action.publish'))
  await page.getByText(say('knowledge:did.publish')).waitFor()

  await page.keyboard.press('e')
  await text().click()
  await page.keyboard.press('Control+End')
  await text().pressSequentially(' und einstecken')
  // At once, with the cursor still in the text: what was typed is on its way.
  await outpost.close()

  await start()
  await window.untilReady()
  await window.goTo('knowledge')
  await window.page.getByText('Zehn Sekunden warten und einstecken').waitFor()
  const found = await window.search('Stromausfall')
  await found.first().waitFor()
  expect(await found.first().innerText()).toContain(title)
})

test('what changed since publishing is shown, and restored', async () => {
  await start()
  await window.untilReady()
  const { page, say } = window
  await window.goTo('knowledge')
  await page
    .getByRole('list', { name: say('knowledge:list') })
    .getByRole('button', { name: title })
    .click()
  await page
    .getByRole('article')
    .getByRole('button', { name: say('common:action.more') })
    .click()
  await page.getByRole('menuitem', { name: say('knowledge:action.versions') }).click()
  const dialog = page.getByRole('dialog', { name: say('knowledge:versions.title') })
  await dialog.locator('ins', { hasText: 'einstecken' }).waitFor()
  await dialog.getByRole('button', { name: say('knowledge:versions.restore') }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('main').getByText('Zehn Sekunden warten', { exact: true }).waitFor()
  // And taken back.
  await page.keyboard.press('Control+Z')
  await page.getByRole('main').getByText('Zehn Sekunden warten und einstecken').waitFor()
})

/** What the clipboard of a system would give; `drawn` is a picture of that name. */
function paste(data: { readonly drawn?: string; readonly html?: string }): Promise<void> {
  return window.page.evaluate(async ({ drawn, html }) => {
    const transfer = new DataTransfer()
    if (html !== undefined) transfer.setData('text/html', html)
    if (drawn !== undefined) {
      const canvas = new OffscreenCanvas(320, 180)
      const pen = canvas.getContext('2d')
      if (pen) {
        pen.fillStyle = '#2a6'
        pen.fillRect(0, 0, 320, 180)
      }
      const blob = await canvas.convertToBlob({ type: 'image/png' })
      transfer.items.add(new File([blob], drawn, { type: 'image/png' }))
    }
    const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
    document.querySelector('.article-editor-text')?.dispatchEvent(event)
  }, data)
}

test('pictures and files stand in the text, with words, undone and compared; nothing is fetched from elsewhere', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const remote = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`
  await start()
  await window.untilReady()
  const { page, say } = window
  await window.goTo('knowledge')
  await page
    .getByRole('list', { name: say('knowledge:list') })
    .getByRole('button', { name: title })
    .click()
  await window.leaveField()
  await page.keyboard.press('e')
  await text().click()
  await page.keyboard.press('Control+End')
  await paste({ html: `<p>Aus dem Netz<img src="${remote}" onerror="document.title='x'"></p>` })
  await text().getByText('Aus dem Netz').waitFor()
  await paste({ drawn: 'image.png' })
  // ProseMirror puts an empty picture of its own beside what is no text.
  const picture = text().locator('.ui-inline-file img')
  await expect.poll(() => picture.evaluateAll(widths)).toEqual([320])
  await page.locator('.article-toolbar input[type=file]').setInputFiles({
    name: 'plan.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${remote}"/></svg>`),
  })
  await text().getByRole('button', { name: 'plan.svg' }).waitFor()
  expect(await picture.count()).toBe(1)

  await picture.click()
  await page.getByRole('button', { name: say('knowledge:tool.describePicture') }).click()
  const dialog = page.getByRole('dialog', { name: say('knowledge:picture.title') })
  await dialog.getByRole('textbox').fill('Die Rückseite mit dem roten Knopf')
  await look('picture-dialog')
  await dialog.getByRole('button', { name: say('common:action.save') }).click()
  await text().getByText('roten Knopf').waitFor()
  await page.keyboard.press('Control+Z')
  await text().getByText('roten Knopf').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Shift+Z')
  await text().getByText('roten Knopf').waitFor()
  await page.getByText(say('knowledge:edit.saved')).waitFor()
  await look('picture-editor')
  await text().click()
  await page.keyboard.press('Escape')

  const main = page.getByRole('main')
  await expect.poll(() => main.locator('.article-content img').evaluateAll(widths)).toEqual([320])
  await main.locator('.article-content').getByText('roten Knopf').waitFor()
  await main.locator('.article-content').getByRole('button', { name: 'plan.svg' }).waitFor()
  // What stands in the text is not listed under it once more.
  expect(await main.getByRole('region', { name: say('knowledge:files.title') }).count()).toBe(0)
  await look('picture-reading')
  const found = await window.search('Knopf')
  await found.first().waitFor()
  await window.goTo('knowledge')
  await page
    .getByRole('article')
    .getByRole('button', { name: say('common:action.more') })
    .click()
  await page.getByRole('menuitem', { name: say('knowledge:action.versions') }).click()
  const versions = page.getByRole('dialog', { name: say('knowledge:versions.title') })
  await versions
    .locator('ins', { hasText: /\[Picture: Die Rückseite mit dem roten Knopf, .+\]\[File: plan\.svg/u })
    .waitFor()
  await page.keyboard.press('Escape')
  server.close()
  expect(asked).toEqual([])
})

test('a picture that would fill the memory, and one that is gone, are their names; a PDF has what is there', async () => {
  await start()
  await window.untilReady()
  const { page, say } = window
  await createArticle('Bilder')
  await text().click()
  await text().pressSequentially('Davor')
  const add = (name: string, buffer: Buffer) =>
    page.locator('.article-toolbar input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
  const picture = text().locator('.ui-inline-file img')
  await add('hoch.png', pngOf(300, 9_000))
  await expect.poll(() => picture.evaluateAll(widths)).toEqual([300])
  await add('weg.png', pngOf(410, 20))
  await expect.poll(() => picture.evaluateAll(widths)).toEqual([300, 410])
  // 900 million pixels in some 100 KB.
  await add('riesig.png', pngOf(30_000, 30_000))
  await text().getByRole('button', { name: 'riesig.png' }).waitFor()
  expect(await picture.count()).toBe(2)
  await page.getByText(say('knowledge:edit.saved')).waitFor()
  await page.keyboard.press('Escape')

  // What lies on the disk goes, as by a damage.
  const gone = createHash('sha256').update(pngOf(410, 20)).digest('hex')
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
  const file = files.find((name) => name.endsWith(gone))
  if (file === undefined) throw new Error('the file lies under its hash')
  rmSync(path.join(dataDir, file))
  await page.reload()
  await window.untilReady()
  await window.goTo('knowledge')
  await page
    .getByRole('list', { name: say('knowledge:list') })
    .getByRole('button', { name: 'Bilder' })
    .click()
  const main = page.getByRole('main')
  await main.getByRole('heading', { level: 1, name: 'Bilder' }).waitFor()
  const pictures = main.locator('.article-content img')
  await expect.poll(() => pictures.evaluateAll(widths)).toEqual([300])
  await main.locator('.article-content').getByText('weg.png').waitFor()
  await main.locator('.article-content').getByText('riesig.png').waitFor()
  await look('pictures-missing')

  const pdf = path.join(dataDir, 'Bilder.pdf')
  await outpost.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, pdf)
  await page
    .getByRole('article')
    .getByRole('button', { name: say('common:action.more') })
    .click()
  await page.getByRole('menuitem', { name: say('knowledge:action.pdf') }).click()
  await page.getByText(say('files:outcome.saved')).waitFor()
  const bytes = readFileSync(pdf)
  // One picture, in one piece on a page of its own: it is as high as a page can be.
  expect(bytes.toString('latin1').match(/\/Subtype \/Image\b/gu)).toHaveLength(1)
  const { totalPages, text: words } = await extractText(await getDocumentProxy(new Uint8Array(bytes)))
  expect(totalPages).toBeLessThanOrEqual(2)
  expect(words.join(' ')).toContain('weg.png')
  expect(words.join(' ')).toContain('riesig.png')
})

const widths = (pictures: (HTMLElement | SVGElement)[]): number[] =>
  pictures.map((picture) => (picture as HTMLImageElement).naturalWidth)

/** A picture of the window for whoever wants to see it: `OUTPOST_LOOK=folder`. */
async function look(name: string): Promise<void> {
  const folder = process.env['OUTPOST_LOOK']
  if (folder !== undefined) await window.page.screenshot({ path: `${folder}/${name}.png` })
}
