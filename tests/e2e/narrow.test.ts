/** Small windows and large letters: nothing is cut off at the sides, and one pane at a time still leads everywhere. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cutOff } from '../support/cut-off.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let outpost: OutpostApp
let window: WindowDriver

beforeAll(async () => {
  outpost = await launchOutpost({ demo: true, env: { LANGUAGE: 'de' } })
  window = createWindowDriver(outpost.page, 'de')
  await window.untilReady()
})

afterAll(() => outpost.close())

/** @param zoom 2 for 200 % */
async function resize(width: number, height: number, zoom = 1): Promise<void> {
  await outpost.app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const [open] = BrowserWindow.getAllWindows()
      open?.webContents.setZoomFactor(wanted.zoom)
      open?.setContentSize(wanted.width, wanted.height)
    },
    { width, height, zoom },
  )
  await outpost.page.waitForFunction((wanted) => Math.abs(innerWidth - wanted) <= 1, width / zoom)
}

async function lookEverywhere(): Promise<readonly string[]> {
  const { page, say } = window
  const problems: string[] = []
  const look = async (name: string) =>
    problems.push(...(await cutOff(page)).map((what) => `${name}: ${what}`))
  await window.goTo('inbox')
  await look('inbox')
  await window.choose('bereitschaft')
  await window.composer('bereitschaft').waitFor()
  await look('channel')
  await window.goToList()
  await look('channels')
  await window.choose(say('shortcut.goTickets'))
  await look('tickets')
  await page.getByRole('listbox').getByRole('option').first().click()
  await window.conversation().waitFor()
  await look('ticket')
  await page.keyboard.press('c')
  await page.getByRole('dialog').waitFor()
  await look('new ticket')
  await page.keyboard.press('Escape')
  await window.goToList()
  await window.goTo('knowledge')
  await page
    .getByRole('list', { name: say('knowledge:list') })
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('heading', { level: 1 }).last().waitFor()
  await look('article')
  await window.goToList()
  await window.search('drucker')
  await look('search')
  await window.goTo('ask')
  await look('ask')
  await page.getByRole('textbox', { name: say('ask:box.label') }).fill('Drucker druckt Streifen')
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Drucker druckt Streifen', exact: true }).waitFor()
  await look('answer')
  await window.goToList()
  await look('questions')
  await window.goTo('settings')
  await look('settings')
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').waitFor()
  await look('palette')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return problems
}

test.each([
  { width: 1280, height: 820, zoom: 1 },
  { width: 800, height: 700, zoom: 1 },
  { width: 600, height: 700, zoom: 1 },
  { width: 1280, height: 900, zoom: 2 },
])('nothing is cut off at $width px and zoom $zoom', async ({ width, height, zoom }) => {
  await resize(width, height, zoom)
  expect(await lookEverywhere()).toEqual([])
})

test('at 600 px there is one pane at a time, with a way back', async () => {
  await resize(600, 700)
  const { page, say } = window
  await window.choose(say('shortcut.goChat'))
  await window.choose('bereitschaft')
  await window.composer('bereitschaft').waitFor()
  const list = page.getByRole('region', { name: say('chat:section.channels') })
  expect(await list.isVisible()).toBe(false)
  await page.getByRole('button', { name: say('layout.backToList') }).click()
  await list.waitFor()
  expect(await window.composer('bereitschaft').isVisible()).toBe(false)

  // Tabs that do not fit beside each other stay in sight, and nothing around them is scrolled.
  await window.goTo('inbox')
  await page.getByRole('tab').first().press('End')
  const last = page.getByRole('tab', { name: say('inbox:filter.snoozed'), selected: true })
  await last.waitFor()
  const [tab, title] = await Promise.all([
    last.boundingBox(),
    page.getByRole('heading', { name: say('inbox:title'), level: 1 }).boundingBox(),
  ])
  expect((tab?.x ?? 600) + (tab?.width ?? 0)).toBeLessThanOrEqual(600)
  expect(title?.x).toBeGreaterThan(0)
})

test('at 800 px the details are a drawer that opens over the ticket and closes again', async () => {
  await resize(800, 700)
  const { page, say } = window
  await window.goTo('tickets')
  await page.getByRole('listbox').getByRole('option').first().click()
  await window.conversation().waitFor()
  const queue = page.getByText(say('tickets:field.created'), { exact: true })
  expect(await queue.isVisible()).toBe(false)
  await page.getByRole('button', { name: say('layout.showContext') }).click()
  await queue.waitFor()
  await page.keyboard.press('Escape')
  await queue.waitFor({ state: 'hidden' })
})
