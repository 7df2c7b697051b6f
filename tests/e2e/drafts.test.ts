/** What was typed and not sent is there again: after closing, after a power cut, after the engine died. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { draftInStore } from '../support/draft-in-store.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let dataDir: string
let outpost: OutpostApp
let window: WindowDriver

const title = 'Kühlung in Halle 3'

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-drafts-'))
  await start()
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await window.createTicket({ title })
})

afterEach(() => outpost.close())
afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))

async function start(): Promise<void> {
  outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
}

async function cutPower(): Promise<void> {
  const engine = await outpost.engineHostPid()
  if (engine !== null) process.kill(engine, 'SIGKILL')
  await outpost.kill()
}

async function openNewTicket(): Promise<ReturnType<WindowDriver['answerField']>> {
  await window.choose(window.say('shortcut.newTicket'))
  const dialog = window.page.getByRole('dialog', { name: window.say('tickets:create.title') })
  await dialog.waitFor()
  return dialog
}

test('a message, a reply, a note and a ticket in mid-typing are there after the window was closed', async () => {
  const { page, say } = window
  await window.openTicket(title)
  await window.writeAnswer('reply', 'Wir kommen am')
  await window.writeAnswer('note', 'Der Lüfter ist')
  await window.openChannel('general')
  await window.composer('general').pressSequentially('Hat jemand den Schl')
  let dialog = await openNewTicket()
  await dialog.getByRole('textbox', { name: say('tickets:field.subject') }).fill('Tor klemmt')
  await dialog
    .getByRole('textbox', { name: say('tickets:field.description') })
    .pressSequentially('Es geht nur hal')
  // At once, with the cursor still in the field.
  await outpost.close()

  await start()
  await window.untilReady()
  await window.openChannel('general')
  await expect.poll(() => window.composer('general').inputValue()).toBe('Hat jemand den Schl')
  await window.openTicket(title)
  await window.page.keyboard.press('r')
  await expect.poll(() => window.answerField('reply').inputValue()).toBe('Wir kommen am')
  await window.leaveField()
  await window.page.keyboard.press('n')
  await expect.poll(() => window.answerField('note').inputValue()).toBe('Der Lüfter ist')
  dialog = await openNewTicket()
  expect(await dialog.getByRole('textbox', { name: say('tickets:field.subject') }).inputValue()).toBe(
    'Tor klemmt',
  )
  expect(await dialog.getByRole('textbox', { name: say('tickets:field.description') }).inputValue()).toBe(
    'Es geht nur hal',
  )
  expect(page.isClosed()).toBe(true)
})

test('a message and a ticket in mid-typing are there after a power cut', async () => {
  await start()
  await window.untilReady()
  await window.openChannel('general')
  await window.composer('general').fill('')
  await window.composer('general').pressSequentially('Der Strom fl')
  await expect.poll(() => draftInStore(window.page, 'general')).toBe('Der Strom fl')
  const dialog = await openNewTicket()
  await dialog.getByRole('textbox', { name: window.say('tickets:field.subject') }).fill('Licht im Flur')
  await expect.poll(() => draftInStore(window.page, 'ticket/new')).toContain('Licht im Flur')
  await cutPower()

  await start()
  await window.untilReady()
  await window.openChannel('general')
  await expect.poll(() => window.composer('general').inputValue()).toBe('Der Strom fl')
  const again = await openNewTicket()
  expect(await again.getByRole('textbox', { name: window.say('tickets:field.subject') }).inputValue()).toBe(
    'Licht im Flur',
  )
})

test('what is typed while the engine is dead stays in the field and is kept as soon as it is back', async () => {
  await start()
  await window.openChannel('general')
  await window.composer('general').fill('Vorher. ')
  const engine = await outpost.engineHostPid()
  if (engine === null) throw new Error('there is no engine')
  process.kill(engine, 'SIGKILL')
  await window.composer('general').pressSequentially('Mittendrin.')
  expect(await window.composer('general').inputValue()).toBe('Vorher. Mittendrin.')
  await expect
    .poll(() => draftInStore(window.page, 'general'), { timeout: 30_000 })
    .toBe('Vorher. Mittendrin.')
  expect(await window.composer('general').inputValue()).toBe('Vorher. Mittendrin.')
  await cutPower()

  await start()
  await window.openChannel('general')
  await expect.poll(() => window.composer('general').inputValue()).toBe('Vorher. Mittendrin.')
})
