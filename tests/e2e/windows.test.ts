/** Windows beside the main one, and the spell checker, in the program as it is built and with the network watched. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import type { WindowView } from '#shared/contract/window-view.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { networkAttempts } from '../support/net-log.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

const title = 'Kühlung in Halle 3'
let dataDir: string
let outpost: OutpostApp
let main: WindowDriver
const netLog = () => path.join(dataDir, 'net.json')

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-windows-'))
  await start()
  await main.createWorkspace({ person: 'Mara', workspace: 'Nord' })
  await main.createTicket({ title })
})
afterAll(async () => {
  await outpost.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

async function start(): Promise<void> {
  outpost = await launchOutpost({
    dataDir: path.join(dataDir, 'data'),
    args: [`--log-net-log=${netLog()}`, '--net-log-capture-mode=Everything'],
    env: { LANGUAGE: 'en' },
  })
  main = createWindowDriver(outpost.page, 'en')
}

/** The window that `act` opens. */
async function opened(act: () => Promise<unknown>): Promise<WindowDriver> {
  const [page] = await Promise.all([outpost.app.waitForEvent('window'), act()])
  return createWindowDriver(page, 'en')
}

const viewOf = (page: Page): Promise<WindowView> =>
  page.evaluate(() => (globalThis as unknown as { readonly bridge: Bridge }).bridge.info.view)
const windowsByView = async (): Promise<ReadonlyMap<string, Page>> =>
  new Map(
    await Promise.all(
      outpost.app.windows().map(async (page) => {
        const view = await viewOf(page)
        return [view.type === 'place' ? view.route : view.type, page] as const
      }),
    ),
  )
const titles = () =>
  outpost.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getTitle())
      .sort(),
  )
const focusedTitle = () =>
  outpost.app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.isFocused())
        ?.getTitle() ?? null,
  )

/** Right click at the beginning of a field: the labels of the menu that comes up. */
async function menuOn(field: Locator): Promise<readonly string[]> {
  await outpost.app.evaluate(({ Menu }) => {
    // The system's own menu would wait for somebody to choose from it.
    Menu.prototype.popup = function () {
      ;(globalThis as { shown?: Electron.Menu | undefined }).shown = this
    }
    ;(globalThis as { shown?: Electron.Menu | undefined }).shown = undefined
  })
  await field.click({ button: 'right', position: { x: 20, y: 12 } })
  const labels = () =>
    outpost.app.evaluate(() =>
      (globalThis as { shown?: Electron.Menu | undefined }).shown?.items.map(({ label }) => label),
    )
  await expect.poll(labels).toBeDefined()
  return (await labels()) ?? []
}

const choose = (label: string) =>
  outpost.app.evaluate((_electron, wanted) => {
    const items = (globalThis as { shown?: Electron.Menu | undefined }).shown?.items
    items?.find((item) => item.label === wanted)?.click()
  }, label)

test('a ticket opens in a window of its own, once, with what is written in both', async () => {
  await main.openTicket(title)
  await main.leaveField()
  const own = await opened(() => main.page.keyboard.press('Control+Shift+O'))
  await own.page.getByRole('article', { name: title }).waitFor()
  expect(await viewOf(own.page)).toMatchObject({ type: 'place' })
  // The ticket, and nothing around it.
  expect(await own.page.getByRole('navigation').count()).toBe(0)
  await expect.poll(titles).toContainEqual(expect.stringContaining(title))

  // The same place twice is the same window, in front.
  await outpost.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle().startsWith('Nord'))
      ?.focus(),
  )
  await main.page
    .getByRole('main')
    .getByRole('button', { name: main.say('window.open') })
    .click()
  await expect.poll(focusedTitle).toContain(title)
  expect(outpost.app.windows()).toHaveLength(2)

  // One draft, whichever window it is written in.
  await own.writeAnswer('reply', 'Wir kommen am Montag')
  await own.leaveField()
  await main.page.keyboard.press('r')
  await expect.poll(() => main.answerField('reply').inputValue()).toBe('Wir kommen am Montag')
  await own.answerField('reply').press('Control+Enter')
  await own.conversation().getByText('Wir kommen am Montag').waitFor()
  await main.conversation().getByText('Wir kommen am Montag').waitFor()
  await expect.poll(() => main.answerField('reply').inputValue()).toBe('')

  const axe = new AxeBuilder({ page: own.page }).setLegacyMode(true)
  const { violations } = await axe.analyze()
  expect(
    violations.filter(({ impact }) => impact !== 'minor').map(({ id, help }) => `${id}: ${help}`),
  ).toEqual([])
})

test('a conversation opens by Ctrl and a click; what leads elsewhere from it goes to the main window', async () => {
  const { page, say } = main
  await main.goTo('chat')
  const channel = page.locator('[data-channel]').filter({ hasText: 'general' })
  const own = await opened(() => channel.click({ modifiers: ['Control'] }))
  await own.messageLog('general').waitFor()
  await own.page.getByRole('heading', { level: 1, name: 'general' }).waitFor()

  // The middle button asks for a window, too; it is there already.
  await channel.click({ button: 'middle' })
  await expect.poll(focusedTitle).toContain('general')
  expect(outpost.app.windows()).toHaveLength(3)

  const route = [...(await windowsByView()).keys()].find((each) => each.startsWith('tickets/'))
  const link = `outpost://ticket/${route?.split('/').at(-1) ?? ''}`
  await own.composer('general').fill(`Siehe [Ticket](${link})`)
  await own.composer('general').press('Enter')
  await own.messageLog('general').getByRole('link').click()
  await page.getByRole('article', { name: title }).waitFor()
  await expect.poll(focusedTitle).toContain('Nord')
  // It stayed where it is.
  await own.messageLog('general').waitFor()

  // Commands of the menu are the main window's, but for those of the window in front.
  await outpost.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle().startsWith('general'))
      ?.focus(),
  )
  await outpost.clickMenu('go-inbox')
  await page.getByRole('heading', { name: say('inbox:title'), level: 1 }).waitFor()
  await expect.poll(focusedTitle).toContain('Nord')
})

test('a window of its own has the palette, the state of the work, and the message that a link leads to, lit', async () => {
  const { page, say } = main
  const chat = [...(await windowsByView())].find(([route]) => route.startsWith('chat/'))?.[1]
  if (!chat) throw new Error('the conversation has no window')
  const own = createWindowDriver(chat, 'en')
  // What the badge says elsewhere, in one line; with the same report behind it.
  await chat.getByRole('button', { name: new RegExp(`^${say('status.savedShort')}: `, 'u') }).click()
  await chat.getByRole('dialog').getByText(say('status.noServerText')).waitFor()
  await chat.keyboard.press('Escape')

  await own.leaveField()
  await chat.keyboard.press('Control+K')
  const palette = chat.getByRole('dialog', { name: say('ui:palette.label') })
  const option = (name: string) => palette.getByRole('option', { name })
  // What this window does itself, and apart from that what leads to the main one.
  await option(say('window.back')).waitFor()
  await palette.getByText(say('shell:group.main'), { exact: true }).waitFor()
  expect(await palette.getByText(say('shell:group.channels'), { exact: true }).count()).toBe(0)
  await chat.keyboard.type('inbox')
  await option(say('shortcut.goInbox')).waitFor()
  await chat.keyboard.press('Enter')
  await page.getByRole('heading', { name: say('inbox:title'), level: 1 }).waitFor()
  await expect.poll(focusedTitle).toContain('Nord')
  // A key that only the main window has an answer to.
  await own.leaveField()
  await chat.keyboard.press('c')
  await main.page.getByRole('dialog').getByRole('textbox').first().waitFor()
  await page.keyboard.press('Escape')
  // Found elsewhere: a ticket, by the name of its group.
  await chat.keyboard.press('Control+K')
  await chat.keyboard.type('Kühlung')
  await palette
    .getByText(say('shell:inMain', { group: say('shell:group.tickets') }), { exact: true })
    .waitFor()
  await chat.keyboard.press('Enter')
  await page.getByRole('article', { name: title }).waitFor()

  // A click that asks for a window brings the message with it.
  for (let each = 0; each < 40; each++) {
    await own.composer('general').fill(`Zeile ${each}`)
    await own.composer('general').press('Enter')
    await expect.poll(() => own.composer('general').inputValue()).toBe('')
  }
  const found = await main.search('Siehe')
  await found.first().click({ modifiers: ['Control'] })
  await expect.poll(focusedTitle).toContain('general')
  await chat.locator('[data-flashed]').filter({ hasText: 'Siehe' }).waitFor()
  expect(outpost.app.windows()).toHaveLength(3)
})

test('misspelled words are found in German and English, and other words offered, with no network', async () => {
  await main.openChannel('general')
  const field = main.composer('general')
  const suggestionsFor = async (word: string): Promise<readonly string[]> => {
    await field.fill('')
    // Typed: what is set by a script is not checked.
    await field.pressSequentially(`${word} `)
    return menuOn(field)
  }
  // Dictionaries are read once somebody writes.
  await expect.poll(() => suggestionsFor('Fahrad'), { timeout: 20_000 }).toContain('Fahrrad')
  expect(await suggestionsFor('recieve')).toContain('receive')
  const add = main.say('shell:menu.addToDictionary')
  for (const right of ['Lüftungsanlage', 'colour', 'color', 'Wartungsvertrag']) {
    expect(await suggestionsFor(right)).not.toContain(add)
  }
  await suggestionsFor('Fahrad')
  await choose('Fahrrad')
  await expect.poll(() => field.inputValue()).toBe('Fahrrad ')
  expect(await suggestionsFor('Outpöstler')).toContain(add)
  await choose(add)
  await expect.poll(() => suggestionsFor('Outpöstler')).not.toContain(add)
  await field.fill('')
})

test('emojis are found by their names in both languages, after a colon and for a reaction', async () => {
  const { page, say } = main
  await main.openChannel('general')
  const field = main.composer('general')
  await field.fill('')
  await field.pressSequentially('Morgen :regensch')
  const suggestions = page.getByRole('listbox', { name: say('chat:suggestions') })
  await suggestions.getByRole('option', { name: 'umbrella' }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toMatch(/^Morgen ☂\uFE0F? ?$/u)
  await page.keyboard.press('Enter')

  const message = main.message('Morgen ☂️')
  await message.hover()
  await message
    .getByRole('toolbar')
    .getByRole('button', { name: say('chat:react') })
    .click()
  const picker = page.getByRole('dialog', { name: say('chat:react') })
  await picker.getByRole('button', { name: '👍 thumbs up' }).and(page.locator(':focus')).waitFor()
  // Letters search from where the keyboard is; what nobody calls so says it.
  await page.keyboard.type('qqq')
  await picker.getByText(say('chat:emoji.none')).waitFor()
  await page.keyboard.press('Escape')
  await picker.getByRole('searchbox').fill('flagge schw')
  await picker.getByRole('button', { name: '🇨🇭 flag: Switzerland' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await picker.getByRole('button').and(page.locator(':focus')).waitFor()
  await page.keyboard.press('ArrowUp')
  await picker.getByRole('searchbox').and(page.locator(':focus')).waitFor()
  await picker.getByRole('searchbox').fill('switzerland')
  await picker.getByRole('button', { name: '🇨🇭 flag: Switzerland' }).waitFor()
  await page.keyboard.press('Enter')
  await message.getByRole('button', { name: /🇨🇭/u }).waitFor()
})

test('own words are seen, found, added and removed in Settings by keyboard, and all of it is taken back', async () => {
  const { page, say } = main
  const add = say('shell:menu.addToDictionary')
  const checked = async (word: string): Promise<readonly string[]> => {
    await main.openChannel('general')
    const field = main.composer('general')
    await field.fill('')
    await field.pressSequentially(`${word} `)
    const labels = await menuOn(field)
    await field.fill('')
    return labels
  }
  // Added by a slip of the hand, and taken back where that happened.
  expect(await checked('Vertipptx')).toContain(add)
  await choose(add)
  await page
    .locator('.ui-toast')
    .filter({ hasText: say('settings:spelling.added', { count: 1, word: 'Vertipptx' }) })
    .getByRole('button', { name: say('common:action.undo') })
    .click()
  await expect.poll(() => checked('Vertipptx'), { timeout: 20_000 }).toContain(add)

  await main.openSettings('general')
  const setting = page.locator('[data-setting="spelling-words"]')
  const words = setting.getByRole('list', { name: say('settings:spelling.words') }).getByRole('listitem')
  await expect.poll(() => words.allTextContents()).toEqual(['Outpöstler'])
  await setting.getByRole('textbox', { name: say('settings:spelling.word') }).focus()
  await page.keyboard.insertText(
    'Zwirbelgriff Ärmelpumpe Bohrwerkzeugung Xt-900 Ypsomat Querlamelle Falzbein',
  )
  await page.keyboard.press('Enter')
  await expect.poll(() => words.count()).toBe(8)
  // As people order them, and not as computers do.
  expect((await words.allTextContents()).slice(0, 2)).toEqual(['Ärmelpumpe', 'Bohrwerkzeugung'])
  await page.keyboard.insertText('falsch\u0007')
  await page.keyboard.press('Enter')
  await setting.getByText(say('settings:spelling.wrongWord')).waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('Ypsomat')
  await page.keyboard.press('Enter')
  await setting.getByText(say('settings:spelling.known', { count: 1, word: 'Ypsomat' })).waitFor()

  await setting.getByRole('searchbox', { name: say('settings:spelling.search') }).fill('AERMEL')
  await expect.poll(() => words.allTextContents()).toEqual(['Ärmelpumpe'])
  await setting.getByRole('button', { name: say('settings:spelling.remove', { word: 'Ärmelpumpe' }) }).focus()
  await page.keyboard.press('Enter')
  await setting.getByText(say('settings:spelling.found', { count: 0, number: 0 })).waitFor()
  // The keyboard is where it can go on.
  expect(await setting.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(
    true,
  )
  await main.leaveField()
  await page.keyboard.press('Control+Z')
  await expect.poll(() => words.allTextContents()).toEqual(['Ärmelpumpe'])
  await setting.getByRole('searchbox').fill('pöst')
  await setting
    .getByRole('button', { name: say('settings:spelling.remove', { word: 'Outpöstler' }) })
    .press('Enter')
  // What is gone from the list is wrong again.
  await expect.poll(() => checked('Outpöstler'), { timeout: 20_000 }).toContain(add)
  expect(await checked('Ypsomat')).not.toContain(add)
})

test('zoom is the same in all windows', async () => {
  const factors = () =>
    outpost.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getZoomFactor()),
    )
  for (let step = 0; step < 3; step++) await outpost.clickMenu('zoom-in')
  await expect.poll(factors).toEqual([1.5, 1.5, 1.5])
  await outpost.clickMenu('zoom-reset')
  await expect.poll(factors).toEqual([1, 1, 1])
})

test('windows of their own outlive the main one, and are there again after a restart, where they were', async () => {
  const place = { x: 60, y: 70, width: 700, height: 600 }
  await outpost.app.evaluate(({ BrowserWindow }, bounds) => {
    const windows = BrowserWindow.getAllWindows()
    windows.find((window) => window.getTitle().startsWith('general'))?.setBounds(bounds)
    windows.find((window) => window.getTitle().startsWith('Nord'))?.close()
  }, place)
  await expect.poll(() => outpost.app.windows().length).toBe(2)
  // A place that leads elsewhere brings it back.
  const chat = [...(await windowsByView())].find(([route]) => route.startsWith('chat/'))?.[1]
  if (!chat) throw new Error('the conversation has no window')
  const own = createWindowDriver(chat, 'en')
  const again = await opened(() => own.messageLog('general').getByRole('link').click())
  await again.page.getByRole('article', { name: title }).waitFor()
  expect(outpost.app.windows()).toHaveLength(3)

  await own.composer('general').fill('Noch nicht gesen')
  await outpost.close()
  expect(networkAttempts(netLog())).toEqual([])

  await start()
  await main.untilReady()
  await expect.poll(() => outpost.app.windows().length).toBe(3)
  const shown = await windowsByView()
  expect([...shown.keys()].map((route) => route.split('/')[0]).sort()).toEqual(['chat', 'main', 'tickets'])
  const restored = [...shown].find(([route]) => route.startsWith('chat/'))?.[1]
  if (!restored) throw new Error('the conversation has no window')
  await expect
    .poll(() => createWindowDriver(restored, 'en').composer('general').inputValue())
    .toBe('Noch nicht gesen')
  const bounds = await outpost.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle().startsWith('general'))
      ?.getBounds(),
  )
  expect(bounds).toEqual(place)
})

test('the quick entry has a window of its own', async () => {
  const capture = await opened(() =>
    main.page.evaluate(() =>
      (globalThis as unknown as { readonly bridge: Bridge }).bridge.openView({ type: 'capture' }),
    ),
  )
  await capture.page.getByRole('textbox', { name: 'Note' }).waitFor()
})
