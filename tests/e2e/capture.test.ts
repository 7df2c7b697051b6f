/** Quick capture in the real program: from outside, with no main window in sight, and through kills and nonsense. */
import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { draftInStore } from '../support/draft-in-store.ts'
import { launchOutpost, runOutpost, type OutpostApp } from '../support/electron-app.ts'
import { patience } from '../support/server-steps.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let dataDir: string
let outpost: OutpostApp
let main: WindowDriver

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-capture-'))
})
afterEach(() => outpost.close())
afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))

async function start(): Promise<void> {
  outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  main = createWindowDriver(outpost.page, 'en')
}

/** As a key of the desktop's own settings does it. */
async function callFromOutside(): Promise<void> {
  const { code } = await runOutpost([`--data-dir=${dataDir}`, '--capture'])
  expect(code).toBe(0)
}

async function opened(open: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([outpost.app.waitForEvent('window'), open()])
  page.setDefaultTimeout(20_000)
  await text(page).waitFor()
  await expect.poll(() => isVisible('capture'), patience).toBe(true)
  return page
}

const openByMenu = () => outpost.clickMenu('capture')
const text = (page: Page): Locator => page.locator('textarea')
const say = (key: string, values = {}) => main.say(`capture:${key}`, values)

/** By what it shows, as the title says it. */
const isVisible = (which: 'main' | 'capture') =>
  outpost.app.evaluate(
    ({ BrowserWindow }, isCapture) =>
      BrowserWindow.getAllWindows().some(
        (window) => window.isVisible() && window.isAlwaysOnTop() === isCapture,
      ),
    which === 'capture',
  )

async function ask(name: string, input: object): Promise<{ meta: never; rows: Record<string, unknown>[] }> {
  return main.page.evaluate(
    async ([query, value]) => {
      const { bridge } = globalThis as unknown as { readonly bridge: Bridge }
      const id = `test ${performance.now()}`
      const answer = await bridge.call({ version: 1, id, kind: 'query', name: query, input: value })
      if (!answer.ok) throw new Error(answer.error.type)
      return answer.value as { meta: never; rows: Record<string, unknown>[] }
    },
    [name, input] as const,
  )
}

async function save(page: Page, sentence: string | RegExp): Promise<void> {
  await text(page).press('Control+Enter')
  await page.getByRole('status').filter({ hasText: sentence }).waitFor()
  expect(await text(page).inputValue()).toBe('')
  // It goes by itself, and takes nobody's place.
  await expect.poll(() => isVisible('capture'), patience).toBe(false)
}

/** What axe finds above "minor", one line each. */
async function axeProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(({ id, nodes }) => `${id} ${String(nodes[0]?.html)}`)
}

test('before there is a workspace it says so, and keeps what is written through a restart until there is one', async () => {
  await start()
  await main.page.getByRole('textbox', { name: main.say('welcome.yourName') }).waitFor()
  let page = await opened(openByMenu)
  await text(page).fill('Ask Ada about the spare fuses')
  await text(page).press('Control+Enter')
  await page.getByText(say('engine.none')).waitFor()
  expect(await text(page).inputValue()).toBe('Ask Ada about the spare fuses')
  await outpost.close()

  await start()
  await main.page.getByRole('textbox', { name: main.say('welcome.yourName') }).waitFor()
  page = await opened(openByMenu)
  await expect.poll(() => text(page).inputValue(), patience).toBe('Ask Ada about the spare fuses')
  await main.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await page.getByText(say('engine.none')).waitFor({ state: 'detached' })
  await save(page, say('saved.note'))
})

test('from outside, with the main window out of sight: a note that only oneself has, and that is found', async () => {
  await start()
  await main.untilReady()
  await outpost.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const page = await opened(callFromOutside)
  expect(await isVisible('main')).toBe(false)
  await expect.poll(() => text(page).evaluate((field) => field === document.activeElement)).toBe(true)
  await text(page).fill('The gate of hall 3 opens with the grey fob')
  await save(page, say('saved.note'))
  expect(await isVisible('main')).toBe(false)

  const { rows } = await ask('search.run', { text: 'grey fob' })
  expect(rows).toMatchObject([{ type: 'message' }])
  const notes = (await ask('chat.channels', {})).rows.find(({ kind }) => kind === 'direct')
  expect(notes).toMatchObject({ name: say('notesName'), unread: 0, memberIds: [expect.any(String)] })

  // Once more: it was only out of sight, and what was just done can be taken back.
  await callFromOutside()
  await expect.poll(() => isVisible('capture'), patience).toBe(true)
  await text(page).press('Control+z')
  await expect
    .poll(() => text(page).inputValue(), patience)
    .toBe('The gate of hall 3 opens with the grey fob')
  expect((await ask('search.run', { text: 'grey fob' })).rows).toEqual([])
  await text(page).fill('')
  for (const kind of ['1', '2', '3', '1']) {
    await text(page).press(`Control+${kind}`)
    expect(await axeProblems(page)).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect.poll(() => isVisible('capture'), patience).toBe(false)
})

test('the key is the system’s to give, and is given back when the person chooses another or none', async () => {
  await start()
  await main.untilReady()
  const isHeld = (accelerator: string) =>
    outpost.app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator)
  await expect.poll(() => isHeld('CommandOrControl+Alt+J'), patience).toBe(true)
  await main.openSettings('keyboard')
  const recorder = main.page.getByRole('button', { name: main.say('settings:capture.record') })
  const record = async (keys: string): Promise<void> => {
    await recorder.click()
    await main.page.keyboard.press(keys)
  }
  await record('Control+Alt+n')
  await expect.poll(() => isHeld('CommandOrControl+Alt+N'), patience).toBe(true)
  expect(await isHeld('CommandOrControl+Alt+J')).toBe(false)
  await record('Control+c')
  await main.page.getByText(main.say('settings:capture.unfit')).waitFor()
  expect(await isHeld('CommandOrControl+Alt+N')).toBe(false)
  await record('Backspace')
  await main.page.getByText(main.say('settings:capture.unfit')).waitFor({ state: 'detached' })
  await main.page.getByText(main.say('settings:capture.ways')).waitFor()
})

test('a message to whom one names, and a ticket with the picture that lies in the clipboard', async () => {
  await start()
  await main.untilReady()
  const page = await opened(openByMenu)
  await text(page).press('Control+2')
  await text(page).fill('Back in ten minutes')
  const to = page.getByRole('combobox', { name: say('conversation') })
  await to.fill('gen')
  await page.getByRole('option', { name: '#general' }).click()
  await save(page, say('saved.message', { where: '#general' }))
  await main.openChannel('general')
  await main.message('Back in ten minutes').waitFor()

  await outpost.app.evaluate(({ clipboard, nativeImage }) => {
    const picture = nativeImage.createFromBitmap(Buffer.alloc(64 * 64 * 4, 200), { width: 64, height: 64 })
    // Of the oldest runtime that Outpost runs on; newer ones write otherwise.
    ;(clipboard as unknown as { writeImage(image: unknown): void }).writeImage(picture)
  })
  await openByMenu()
  // Offered, not taken.
  const attach = page.getByRole('button', { name: say('picture.attach') })
  await attach.waitFor()
  const chips = page.getByRole('list', { name: main.say('files:onDraft') })
  expect(await chips.count()).toBe(0)
  await attach.click()
  await chips.getByText('image.png', { exact: true }).waitFor()
  await text(page).press('Control+3')
  await text(page).pressSequentially('Printer jams\nTray 2, see the picture')
  await page.getByRole('textbox', { name: say('customer') }).fill('Nordwind')
  await save(page, /^Ticket \w{6} created/u)
  const list = await ask('ticket.list', {})
  expect(list.rows).toMatchObject([{ title: 'Printer jams', customerName: 'Nordwind', noteCount: 1 }])
  const ticketId = list.rows[0]?.['key']
  const { rows } = await ask('ticket.get', { ticketId })
  const note = rows.find(({ type }) => type === 'note')
  expect(note).toMatchObject({
    attachments: [{ name: 'image.png', isPicture: true, state: { type: 'here' } }],
  })
})

test('what is too much is refused with the text kept, and what was typed survives the power cut', async () => {
  await start()
  await main.untilReady()
  let page = await opened(openByMenu)
  await text(page).press('Control+1')
  const much = `Log of the night ${'0123456789'.repeat(20_000)}`
  await text(page).fill(much)
  await page.getByRole('alert').waitFor()
  await text(page).press('Control+Enter')
  expect((await text(page).inputValue()).length).toBe(much.length)
  // Fifty megabytes that lie in no file.
  await text(page).evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([new Uint8Array(50 * 1024 * 1024)], 'huge.png', { type: 'image/png' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByText(main.say('files:pastedTooLarge')).waitFor()
  await text(page).fill('Half a thought')
  await expect.poll(() => draftInStore(page, 'capture/new'), patience).toBe('Half a thought')
  await outpost.killAll()

  await start()
  await main.untilReady()
  page = await opened(openByMenu)
  await expect.poll(() => text(page).inputValue(), patience).toBe('Half a thought')
  await text(page).press('Control+3')
  await save(page, /^Ticket \w{6} created/u)
})
