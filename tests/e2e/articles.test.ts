/** Somebody writes an article: made, typed, formatted, published, found, changed, compared, and still there after a start. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
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

test('an article is written, published, found, and compared with what was kept of it', async () => {
  const { page, say } = window
  await window.goTo('knowledge')
  await window.leaveField()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: say('knowledge:create.title') })
  await dialog.getByRole('textbox', { name: say('knowledge:field.title') }).fill(title)
  await dialog.getByRole('button', { name: say('common:action.create') }).click()

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
