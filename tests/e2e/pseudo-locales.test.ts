/** Every screen in a language that is longer than any, and in one that is written from the right. */
import { afterEach, expect, test } from 'vitest'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { PseudoLocale } from '#shared/locales/pseudo.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { visitScreens, type Screen } from '../support/screens.ts'
import { collectTexts, findCutText, readLayout } from '../support/text-fit.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let outpost: OutpostApp | undefined
/** A folder for pictures of every screen, to be looked at. */
const pictures = process.env['OUTPOST_PICTURES']

afterEach(async () => {
  await outpost?.close()
  outpost = undefined
})

async function start(locale: PseudoLocale): Promise<WindowDriver> {
  outpost = await launchOutpost({ demo: true, args: [`--pseudo-locale=${locale}`], env: { LANGUAGE: 'en' } })
  const window = createWindowDriver(outpost.page, locale)
  await window.untilReady()
  return window
}

async function resize(width: number, height: number): Promise<void> {
  await outpost?.app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
    { width, height },
  )
  await outpost?.page.waitForFunction((wanted) => Math.abs(innerWidth - wanted) <= 1, width)
}

async function picture(name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await outpost?.page.screenshot({ path: path.join(pictures, `${name}.png`) })
}

/** What people wrote, or the system says: it stays as it is in every language. */
const data = [
  'time',
  'code',
  'mark',
  '.ui-markdown',
  '.ui-avatar',
  '.ui-tag',
  '.article-content',
  '.tiptap',
  '.article-row',
  '.passage-place',
  '.passage-text',
  '.search-row',
  '.ask-part-words',
  '.ask-row-text',
  '.ask-question h2',
  '.inbox-item-title',
  '.inbox-item-text',
  '.chat-channel-name',
  '.chat-head-name',
  '.chat-head-description',
  '.chat-author',
  '.chat-day-name',
  '.chat-topic',
  '.chat-context-title',
  '.chat-context-text',
  '.chat-person-words',
  '.ticket-row',
  '.ticket-row-owner',
  'article.ask-answer',
  '.ticket-head-place',
  '.ticket-title',
  '.ticket-detail',
  '.ticket-picker-subject',
  '.ticket-picker-detail',
  '.ticket-picker-list .ui-option',
  '.entry-author',
  '.property-value',
  '.property-fixed',
  '.ui-select-value',
  '.ui-option',
  // Names of emojis are data, in German and English.
  '.chat-picker-emoji',
  '.index-facts dd',
  '.model-name',
  '.setting-control dl dd',
  'main td',
  'pre',
  '.help-content',
  '.help-row',
  '.view-nav-button',
  '.article-category',
  '.article-section',
  '.article-place',
  '.article-title',
  '.article-contents-item',
  '.article-facts dd',
  'article.article',
  '.article-scroll',
  '.person-name',
  '.person-detail',
  '.about',
  '.status-report dd',
  '.ui-palette-item',
  'textarea',
  // React Aria's own words, which it has in each language that it knows.
  '[aria-label="Dismiss"]',
  '[aria-label="Clear search"]',
  // An address is one in every language.
  '[placeholder="https://"]',
].join(', ')

test.each([
  { name: 'wide', width: 1280, wanted: /^/ },
  {
    name: 'narrow',
    width: 860,
    wanted: /^(inbox|chat|ticket|ticket-list|knowledge|article|search|ask-welcome|settings-\w+)$/,
  },
])('nothing is cut off, and every word comes from the catalogues: $name', async ({ name, width, wanted }) => {
  const window = await start('en-XA')
  await resize(width, 820)
  const cut = new Set<string>()
  const plain = new Set<string>()
  const look = async (screen: Screen): Promise<void> => {
    await picture(`xa-${name}-${screen.name}`)
    for (const what of await window.page.evaluate(findCutText)) cut.add(`${screen.name}: ${what}`)
    for (const { text, where } of await window.page.evaluate(collectTexts, data))
      if (isPlainEnglish(text)) plain.add(`${where}: ${text}`)
  }
  await visitScreens(window, look, (screen) => wanted.test(screen.name))
  expect([...cut]).toEqual([])
  expect([...plain]).toEqual([])
})

/** A text with English letters that no catalogue changed. */
function isPlainEnglish(text: string): boolean {
  return /[A-Za-z]{2}/.test(text) && !text.includes('⟦') && !/^(#|https?:|outpost)/i.test(text)
}

test('what is written from the right is laid out from the right', async () => {
  const window = await start('en-XB')
  const { page, say } = window
  await resize(1280, 820)
  const cut = new Set<string>()
  await visitScreens(window, async ({ name }) => {
    await picture(`xb-${name}`)
    for (const what of await page.evaluate(findCutText)) cut.add(`${name}: ${what}`)
  })
  expect([...cut]).toEqual([])

  await window.openView('mine')
  await page.getByRole('listbox').getByRole('option').first().click()
  await window.conversation().waitFor()
  const { dir, rail, list, context, width } = await page.evaluate(readLayout)
  expect(dir).toBe('rtl')
  expect(rail).toBeGreaterThan(list)
  expect(list).toBeGreaterThan(width / 2)
  expect(context).toBeLessThan(width / 2)

  // An arrow moves the edge the way it points: the list is on the right of it, so it grows to the left.
  const edge = page.getByRole('separator', { name: say('ui:pane.resizeList') })
  const before = Number(await edge.getAttribute('aria-valuenow'))
  await edge.press('ArrowLeft')
  await expect.poll(async () => Number(await edge.getAttribute('aria-valuenow'))).toBeGreaterThan(before)

  // What people wrote keeps its own direction: German runs to the right here too, and in a field, Hebrew to the left.
  const directionOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction)
  expect(await directionOf('.ticket-detail .ui-markdown')).toBe('ltr')
  await window.writeAnswer('reply', 'שלום, 3 מדפסות לא עובדות (HP-12)!')
  expect(await directionOf('.composer-box textarea')).toBe('rtl')
  await window.writeAnswer('reply', 'Hallo!')
  expect(await directionOf('.composer-box textarea')).toBe('ltr')
})
