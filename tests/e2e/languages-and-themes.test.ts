/** Language, theme and density change at once and stay; no screen shows a key of the catalogues instead of words. */
import { afterEach, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { visitScreens } from '../support/screens.ts'
import { createWindowDriver } from '../support/window-driver.ts'

const opened: OutpostApp[] = []
const folders: string[] = []

afterEach(async () => {
  for (const outpost of opened.splice(0)) await outpost.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('language, theme and density change the open window, its menu and the next start', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-looks-'))
  folders.push(dataDir)
  const start = async () => {
    const outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
    opened.push(outpost)
    return outpost
  }
  const first = await start()
  const english = createWindowDriver(first.page, 'en')
  const german = createWindowDriver(first.page, 'de')
  await english.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  const { page } = first
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const menu = () =>
    first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))

  await english.openSettings('appearance')
  await english.chooseSetting(english.say('settings:theme.label'), english.say('settings:theme.light'))
  await page.locator('html[data-theme="light"]').waitFor()
  const light = await background()
  await english.chooseSetting(english.say('settings:theme.label'), english.say('settings:theme.dark'))
  await page.locator('html[data-theme="dark"]').waitFor()
  expect(await background()).not.toBe(light)
  await page.getByText(english.say('settings:density.comfortable'), { exact: true }).click()
  await page.locator('html[data-density="comfortable"]').waitFor()

  await english.openSettings('general')
  await english.chooseSetting(english.say('settings:language.label'), english.say('settings:language.de'))
  await german.page.getByRole('heading', { level: 2, name: german.say('settings:section.general') }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await expect.poll(menu).toContain(german.say('shell:menu.file'))
  await first.close()

  const second = await start()
  const again = createWindowDriver(second.page, 'de')
  await again.untilReady()
  await again.page.getByRole('heading', { level: 2, name: again.say('settings:section.general') }).waitFor()
  await again.page.locator('html[data-theme="dark"][data-density="comfortable"][lang="de"]').waitFor()
})

test.each(['en', 'de'] as const)('no screen shows an untranslated key in "%s"', async (language) => {
  const outpost = await launchOutpost({ demo: true, env: { LANGUAGE: language } })
  opened.push(outpost)
  const window = createWindowDriver(outpost.page, language)
  await window.untilReady()
  const found: string[] = []
  await visitScreens(window, async ({ name }) => {
    const texts = await outpost.page.evaluate(visibleTexts)
    found.push(...texts.filter(looksLikeKey).map((text) => `${name}: ${text}`))
  })
  expect(found).toEqual([])
})

function looksLikeKey(text: string): boolean {
  return /^([a-z]+:)?[a-z]+(\.[a-zA-Z]+)+$/.test(text) || /\{\{|\}\}/.test(text)
}

/** Runs in the page: every piece of text, and what is only read out or shown on hover. */
function visibleTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.checkVisibility()) texts.push(node.textContent?.trim() ?? '')
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '')
  }
  return texts
}
