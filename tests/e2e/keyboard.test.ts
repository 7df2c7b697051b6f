/** A day's work with the keyboard alone, the palette, the overlay of keys, and keys of one's own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let dataDir: string
let outpost: OutpostApp
let window: WindowDriver

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-keys-'))
  await start()
})

afterAll(async () => {
  await outpost.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

async function start(): Promise<void> {
  outpost = await launchOutpost({ demo: true, dataDir, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  await window.untilReady()
}

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await window.page.keyboard.press(key)
}
const type = (text: string): Promise<void> => window.page.keyboard.type(text)

/** The entry of a picker that Enter takes. */
const chosen = (name: string) =>
  window.page.getByRole('dialog').locator('[role="option"][data-focused]').filter({ hasText: name })

test('without a mouse: send a message, make a ticket, reply, change its state, assign it, find it again', async () => {
  const { page, say } = window
  // To the channel by its name, and into its composer.
  await press('Control+K')
  await page.getByRole('dialog', { name: say('ui:palette.label') }).waitFor()
  await type('werkstatt')
  await page
    .getByRole('option', { name: /^werkstatt/ })
    .and(page.getByRole('option', { selected: true }))
    .waitFor()
  await press('Enter')
  await window.composer('werkstatt').waitFor()
  await press('m')
  await type('Prüfstand ist frei')
  await press('Enter')
  await window.message('Prüfstand ist frei').waitFor()

  // Out of the composer, then a new ticket.
  await press('Escape', 'c')
  const dialog = page.getByRole('dialog', { name: say('tickets:create.title') })
  await dialog.waitFor()
  await type('Hebebühne verliert Öl')
  await press('Tab')
  await type('Seit der Wartung.')
  await press('Control+Enter')
  await page.getByRole('article', { name: 'Hebebühne verliert Öl' }).waitFor()

  await press('r')
  await type('Wir sehen uns das an.')
  await press('Control+Enter')
  await window.conversation().getByText('Wir sehen uns das an.').waitFor()

  await press('Escape', 's')
  await page.getByRole('dialog', { name: say('tickets:picker.state') }).waitFor()
  await type('pend')
  await chosen(say('ui:state.pending')).waitFor()
  await press('Enter')
  await window
    .property('state')
    .filter({ hasText: say('ui:state.pending') })
    .waitFor()

  await press('a')
  await page.getByRole('dialog', { name: say('tickets:picker.assign') }).waitFor()
  await type('Aylin')
  await chosen('Aylin Demir').waitFor()
  await press('Enter')
  await window.property('owner').filter({ hasText: 'Aylin Demir' }).waitFor()

  await press('/')
  await page
    .getByRole('searchbox', { name: say('search:label') })
    .and(page.locator(':focus'))
    .waitFor()
  await type('hebebühne')
  await page
    .getByRole('listbox', { name: say('search:results') })
    .getByRole('option', { name: /Hebebühne verliert Öl/ })
    .first()
    .waitFor()
  await press('ArrowDown', 'Enter')
  await page.getByRole('article', { name: 'Hebebühne verliert Öl' }).waitFor()
})

test.each([
  { what: 'a channel', query: 'gebäude', option: /^gebäudetechnik/, group: 'channels' },
  { what: 'a ticket', query: 'hebebühne', option: /Hebebühne verliert Öl/, group: 'tickets' },
  { what: 'an article', query: 'handover', option: /On-call handover/, group: 'articles' },
  { what: 'a command', query: 'light and dark', option: /Switch between light and dark/, group: 'commands' },
])('the palette finds $what', async ({ query, option, group }) => {
  const { page, say } = window
  await press('Control+K')
  const palette = page.getByRole('dialog', { name: say('ui:palette.label') })
  await palette.getByRole('combobox').fill(query)
  await palette.getByText(say(`shell:group.${group}`), { exact: true }).waitFor()
  await palette.getByRole('option', { name: option }).first().waitFor()
  await press('Escape')
  await palette.waitFor({ state: 'detached' })
})

test('the overlay shows all keys, of the area in front among them', async () => {
  const { page, say } = window
  await window.goTo('tickets')
  await window.leaveField()
  await press('?')
  const overlay = page.getByRole('dialog', { name: say('ui:shortcuts.title') })
  await overlay.getByText(say('shortcut.palette'), { exact: true }).waitFor()
  await overlay.getByText(say('tickets:action.assign'), { exact: true }).waitFor()
  await press('Escape')
  await overlay.waitFor({ state: 'detached' })
})

test('a key that a person changed works at once and after the next start, and the old one no longer does', async () => {
  const { say } = window
  const action = say('shortcut.newTicket')
  await window.openSettings('keyboard')
  await window.page
    .getByRole('button', {
      name: new RegExp(`^${say('settings:keyboard.record', { action }).replace('?', '\\?')}`),
    })
    .click()
  await press('Control+Shift+Y')
  const dialog = () => window.page.getByRole('dialog', { name: say('tickets:create.title') })
  await window.leaveField()
  await press('Control+Shift+Y')
  await dialog().waitFor()
  await press('Escape')
  await dialog().waitFor({ state: 'detached' })
  await outpost.close()

  await start()
  await window.goTo('inbox')
  await window.leaveField()
  await press('c')
  await press('Control+K')
  await window.page.getByRole('dialog', { name: say('ui:palette.label') }).waitFor()
  expect(await dialog().count()).toBe(0)
  await press('Escape')
  await window.page.getByRole('dialog').waitFor({ state: 'detached' })
  await press('Control+Shift+Y')
  await dialog().waitFor()
})
