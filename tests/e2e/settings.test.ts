/** Settings by keyboard, in both languages; diagnostics; and a report that names nobody. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

/** Everything that a person can write somewhere; none of it may be in the log or in a report. */
const secrets = {
  person: 'Zyx Geheimrat',
  workspace: 'Qwertz Verschwiegen',
  message: 'Blaubeerkuchen-Losung',
  title: 'Panzerschrank klemmt',
  description: 'Kombination 7-13-99',
  mail: 'zyx.geheimrat@verschwiegen.example',
  keyword: 'Xylophonfabrik',
  word: 'Quarzwimpel',
}

let dataDir: string
let outpost: OutpostApp
let window: WindowDriver

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-settings-'))
  outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  await window.createWorkspace({ person: secrets.person, workspace: secrets.workspace })
})

afterAll(async () => {
  await outpost.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await window.page.keyboard.press(key)
}
const searchBox = (driver = window) =>
  driver.page.getByRole('combobox', { name: driver.say('settings:search') })
const setting = (id: string) => window.page.locator(`[data-setting="${id}"]`)

/** Typed with the keyboard alone. */
async function look(query: string, driver = window): Promise<void> {
  await press('Control+F')
  await searchBox(driver).and(driver.page.locator(':focus')).waitFor()
  await driver.page.keyboard.type(query)
}

test('without a mouse: a setting is found by a German word, changed, seen as changed, and put back', async () => {
  const { page, say } = window
  await press('Control+,')
  await page.getByRole('heading', { level: 1, name: say('settings:title') }).waitFor()

  await look('dunkelmods')
  const found = page.getByRole('listbox', { name: say('settings:find.results') })
  await found
    .getByRole('option', { selected: true })
    .filter({ hasText: say('settings:theme.label') })
    .waitFor()
  await press('Enter')
  await setting('theme').and(page.locator('[data-marked="true"]')).waitFor()
  await setting('theme').locator(':focus').waitFor()
  await press('Enter')
  await page.getByRole('option', { name: say('settings:theme.dark') }).waitFor()
  await press('ArrowDown', 'ArrowDown', 'Enter')
  await page.locator('html[data-theme="dark"]').waitFor()

  const reset = setting('theme').getByRole('button', {
    name: say('settings:default.reset', { setting: say('settings:theme.label') }),
  })
  await reset.waitFor()
  await page.getByText(say('settings:changedOnly', { count: 1 })).waitFor()
  await reset.focus()
  await press('Enter')
  await page.locator('html:not([data-theme="dark"])').waitFor()
  await reset.waitFor({ state: 'detached' })
  // And the way back, by the toast.
  await page
    .locator('.ui-toast')
    .filter({ hasText: say('settings:default.wasReset', { setting: say('settings:theme.label') }) })
    .getByRole('button', { name: say('common:action.undo') })
    .click()
  await page.locator('html[data-theme="dark"]').waitFor()
})

test('arrows go through what was found in all sections, Esc shows the sections again, and nothing found says so', async () => {
  const { page, say } = window
  await look('not')
  const options = page.getByRole('listbox', { name: say('settings:find.results') }).getByRole('option')
  await options.nth(3).waitFor()
  const first = await options.and(page.locator('[aria-selected="true"]')).textContent()
  await press('ArrowDown')
  const second = page.locator('.settings-found [aria-selected="true"]')
  await expect.poll(() => second.textContent()).not.toBe(first)
  // The setting itself is in view and marked.
  await page.locator('.setting[data-marked="true"]').waitFor()
  await press('Escape')
  await page.getByRole('navigation', { name: say('settings:sections') }).waitFor()
  expect(await searchBox().inputValue()).toBe('')

  await page.keyboard.type('xyzzyq')
  await page.getByRole('heading', { name: say('settings:nothing') }).waitFor()
  await press('Escape')
})

test('the palette leads to a setting, by a word of the other language', async () => {
  const { page, say } = window
  await window.goTo('inbox')
  await press('Control+K')
  await page.getByRole('dialog', { name: say('ui:palette.label') }).waitFor()
  await page.keyboard.type('stichwörter')
  await page
    .getByRole('option', { name: new RegExp(say('notifications:settings.keywordsTitle')) })
    .and(page.getByRole('option', { selected: true }))
    .waitFor()
  await press('Enter')
  await setting('notify-keywords').locator('input:focus').waitFor()
  await page.keyboard.type(secrets.keyword)
  await press('Enter')
  await setting('notify-keywords').getByText(secrets.keyword).waitFor()
  // A whole section goes back at once, and comes again.
  await setting('notify-hidden').getByText(say('notifications:settings.hiddenOn')).click()
  await page.getByRole('button', { name: say('settings:default.resetSection') }).click()
  await setting('notify-keywords').getByText(secrets.keyword).waitFor({ state: 'detached' })
  await page
    .locator('.ui-toast')
    .filter({ hasText: say('settings:default.sectionWasReset', { count: 2 }) })
    .waitFor()
  await window.leaveField()
  await press('Control+Z')
  await setting('notify-keywords').getByText(secrets.keyword).waitFor()
})

test('another language is said in it, and can be taken back; settings are found in it by English words', async () => {
  const german = createWindowDriver(outpost.page, 'de')
  await window.openSettings('general')
  await window.chooseSetting(window.say('settings:language.label'), window.say('settings:language.de'))
  await german.page.getByText(german.say('settings:languageChanged')).waitFor()
  await look('shortcuts', german)
  await german.page
    .getByRole('option', { selected: true })
    .filter({ hasText: german.say('settings:keyboard.title') })
    .waitFor()
  await press('Escape')
  await german.page
    .locator('.ui-toast')
    .filter({ hasText: german.say('settings:languageChanged') })
    .getByRole('button', { name: german.say('common:action.undo') })
    .click()
  await window.page.getByRole('heading', { level: 1, name: window.say('settings:title') }).waitFor()
})

test('settings go into a file and come out of one, after one has seen what would change', async () => {
  const { page, say } = window
  await window.openSettings('general')
  await page.getByRole('textbox', { name: say('settings:spelling.word') }).fill(secrets.word)
  await press('Enter')
  await setting('spelling-words').getByRole('listitem').waitFor()
  const target = path.join(dataDir, 'saved-settings.json')
  await outpost.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, target)
  await page.getByRole('button', { name: say('settings:file.export') }).click()
  await page.getByText(say('files:outcome.saved')).waitFor()
  const saved = readFileSync(target, 'utf8')
  expect(JSON.parse(saved)).toMatchObject({
    format: 'outpost-settings',
    preferences: { theme: 'dark' },
    words: [secrets.word],
  })
  expect(saved).not.toMatch(/lastRoute|token|geheim/i)

  const brought = path.join(dataDir, 'brought.json')
  const preferences = { theme: 'light', density: 'comfortable', sound: 3, keepInTray: 'perhaps' }
  writeFileSync(
    brought,
    JSON.stringify({ format: 'outpost-settings', version: 1, preferences, words: ['Mitbringsel'] }),
  )
  await page.locator('input[type="file"]').setInputFiles(brought)
  const dialog = page.getByRole('dialog', { name: say('settings:file.importTitle') })
  await dialog.getByText(say('settings:file.unknown', { names: 'sound' })).waitFor()
  await dialog.getByText(say('settings:file.wrong', { names: 'keepInTray' })).waitFor()
  await page.locator('html[data-theme="dark"]').waitFor()
  await dialog.getByRole('button', { name: say('settings:file.apply') }).click()
  await page.locator('html[data-theme="light"][data-density="comfortable"]').waitFor()
  await setting('spelling-words').getByText('Mitbringsel').waitFor()

  const wrong = path.join(dataDir, 'wrong.json')
  writeFileSync(wrong, 'no settings at all')
  await page.locator('input[type="file"]').setInputFiles(wrong)
  await page.getByText(say('settings:file.error.not-settings')).waitFor()
})

test('diagnostics show what runs here, and the check goes through every table', async () => {
  const { page, say } = window
  await outpost.clickMenu('diagnostics')
  const group = (name: string) =>
    page.getByRole('region', { name: say(`diagnostics:group.${name}`), exact: true })
  await group('counts').waitFor()
  const version = await outpost.app.evaluate(({ app }) => app.getVersion())
  await group('program').getByText(version, { exact: true }).waitFor()
  await group('program')
    .getByText(/^3\.\d+\.\d+$/)
    .waitFor()
  await group('engine').getByText(say('diagnostics:engine.ready')).waitFor()
  // Waiting times come with the second look.
  await group('engine')
    .getByText(/99 % below/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: say('diagnostics:check.start') }).click()
  await page.getByText(/tables checked, nothing is damaged/).waitFor()
})

test('a report is read before it is saved, and neither it nor the log names anybody or quotes anything', async () => {
  const { page, say } = window
  await window.sendMessage(say('welcome.channel'), secrets.message)
  await window.createTicket({ title: secrets.title, description: secrets.description })
  await window.openSettings('general')
  const mail = page.getByRole('textbox', { name: say('settings:profile.email') })
  await mail.fill(secrets.mail)
  await mail.press('Enter')

  await window.openSettings('diagnostics')
  await page.getByRole('button', { name: say('diagnostics:report.create') }).click()
  const dialog = page.getByRole('dialog', { name: say('diagnostics:report.title') })
  const shown = dialog.getByRole('group', { name: say('diagnostics:report.content') })
  await shown.waitFor()
  const text = (await shown.textContent()) ?? ''
  expect(JSON.parse(text)).toMatchObject({
    format: 'outpost-report',
    engine: { state: 'ready' },
    store: { counts: { messages: 1, tickets: 1, people: 1 } },
  })

  await dialog.getByRole('searchbox', { name: say('diagnostics:report.find') }).fill('"messages"')
  await dialog.getByText(say('diagnostics:report.found', { index: 1, count: 1 })).waitFor()
  await dialog.getByRole('searchbox', { name: say('diagnostics:report.find') }).fill(secrets.person)
  await dialog.getByText(say('diagnostics:report.notFound')).waitFor()

  const target = path.join(dataDir, 'report.json')
  await outpost.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, target)
  await dialog.getByRole('button', { name: say('diagnostics:report.save') }).click()
  await expect.poll(() => existsSync(target)).toBe(true)
  await press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(readFileSync(target, 'utf8')).toBe(text)

  const logText = readFileSync(path.join(dataDir, 'logs', 'outpost.log'), 'utf8')
  for (const secret of Object.values(secrets)) {
    expect(text).not.toContain(secret)
    expect(logText).not.toContain(secret)
  }
  for (const own of [dataDir, homedir(), hostname(), userInfo().username].filter(({ length }) => length > 4))
    expect(text).not.toContain(own)
})

test('logs can be deleted, after a question', async () => {
  const { page, say } = window
  await window.openSettings('diagnostics')
  const before = (await outpost.readLog()).length
  expect(before).toBeGreaterThan(0)
  await setting('logs')
    .getByRole('button', { name: say('diagnostics:logs.delete') })
    .click()
  await page
    .getByRole('alertdialog', { name: say('diagnostics:logs.deleteTitle') })
    .getByRole('button', { name: say('diagnostics:logs.delete') })
    .click()
  await page.getByText(say('diagnostics:logs.deleted')).waitFor()
  const now = await outpost.readLog().catch(() => [])
  expect(now.filter(({ event }) => event === 'shell.started')).toEqual([])
})

test('what is being tried out can be switched off, and says from when on', async () => {
  const { page, say } = window
  await window.openSettings('experimental')
  await page.getByText(say('settings:experiments.flag.other-models.name'), { exact: true }).first().click()
  await setting('experiments')
    .getByText(new RegExp(say('settings:experiments.restart')))
    .waitFor()
  await outpost.close()
  outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  await window.untilReady()
  await window.openSettings('experimental')
  await setting('experiments').getByRole('switch').and(window.page.locator(':not(:checked)')).waitFor()
  const info = await outpost.page.evaluate(
    () => (globalThis as unknown as { bridge: { info: { flags: object } } }).bridge.info.flags,
  )
  expect(info).toEqual({ 'other-models': false })
})
