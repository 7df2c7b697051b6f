/**
 * A person at the window: finds things by role and label in the language that is shown, uses the keyboard where a key
 * is the usual way, and waits for what can be seen, never for time. Class names are used only to tell apart pieces of
 * text that a person tells apart by where they stand.
 */
import type { Locator, Page } from 'playwright-core'
import type { BuiltInView } from '#shared/contract/tickets.ts'
import type { Language } from '#shared/locales/index.ts'
import type { PseudoLocale } from '#shared/locales/pseudo.ts'
import type { TicketPriority, TicketState } from '#shared/model/ticket/ticket.ts'
import type { SettingsSection } from '../../src-renderer/state/routes.ts'
import { mouse, type Hand } from './hand.ts'
import { createSay, type Say } from './words.ts'

export const areas = ['inbox', 'chat', 'tickets', 'knowledge', 'search', 'ask', 'settings'] as const
export type AreaName = (typeof areas)[number]

export interface NewTicket {
  readonly title: string
  readonly description?: string
  readonly priority?: TicketPriority
}

export interface WindowDriver {
  readonly page: Page
  readonly say: Say
  readonly hand: Hand
  /** Fills in the first run and waits for the frame. */
  createWorkspace(names: { readonly person: string; readonly workspace: string }): Promise<void>
  /** Waits until the frame is there. */
  untilReady(): Promise<void>
  goTo(area: AreaName): Promise<void>
  /** Opens the palette, types, and takes the entry of exactly this name. */
  choose(name: string, query?: string): Promise<void>
  /** By the channel's name without its sign. */
  openChannel(name: string): Promise<void>
  composer(channel: string): Locator
  messageLog(channel: string): Locator
  /** The message with exactly this text, in the channel that is open. */
  message(text: string): Locator
  sendMessage(channel: string, text: string): Promise<void>
  openView(view: BuiltInView): Promise<void>
  openTicket(title: string): Promise<void>
  createTicket(ticket: NewTicket): Promise<void>
  /** Writes into the open ticket's composer; does not send. */
  writeAnswer(kind: 'reply' | 'note', text: string): Promise<void>
  sendAnswer(): Promise<void>
  answerField(kind: 'reply' | 'note'): Locator
  conversation(): Locator
  /** Closes what is open, so that the list is there. */
  goToList(): Promise<void>
  /** Puts the keyboard on no field, so that keys are commands. */
  leaveField(): Promise<void>
  /** The value of a property of the open ticket, as it is read out. */
  property(name: 'state' | 'priority' | 'owner' | 'tags'): Locator
  /** By the key of the action: opens the picker for the open ticket and takes an entry. */
  pick(key: 'a' | 's' | 'p' | 't', entry: string): Promise<void>
  setState(state: TicketState): Promise<void>
  setPriority(priority: TicketPriority): Promise<void>
  search(text: string): Promise<Locator>
  openSettings(section: SettingsSection): Promise<void>
  /** Takes an entry of a select in the settings. */
  chooseSetting(label: string, entry: string): Promise<void>
}

const stepTimeoutMs = 20_000

export const priorityWords = { 1: 'low', 2: 'normal', 3: 'high', 4: 'urgent' } as const

/** @param hand by which it gets at things */
export function createWindowDriver(
  page: Page,
  language: Language | PseudoLocale = 'en',
  hand: Hand = mouse,
): WindowDriver {
  const say = createSay(language)
  // A step that fails says so long before the test's own time is up.
  page.setDefaultTimeout(stepTimeoutMs)
  const navigation = page.getByRole('navigation', { name: say('ui:pane.rail') })
  const palette = page.getByRole('dialog', { name: say('ui:palette.label') })

  const composer = (channel: string): Locator =>
    page.getByRole('textbox', { name: say('chat:composer.label', { channel: `#${channel}` }) })
  const messageLog = (channel: string): Locator =>
    page.getByRole('log', { name: say('chat:messagesIn', { channel: `#${channel}` }) })
  const answerField = (kind: 'reply' | 'note'): Locator =>
    page.getByRole('textbox', { name: say(`tickets:${kind}`), exact: true })

  const driver: WindowDriver = {
    page,
    say,
    hand,
    composer,
    messageLog,
    answerField,

    async createWorkspace({ person, workspace }) {
      await hand.fill(page.getByRole('textbox', { name: say('welcome.yourName') }), person)
      const field = page.getByRole('textbox', { name: say('welcome.workspaceName') })
      await hand.fill(field, workspace)
      await field.press('Enter')
      await driver.untilReady()
    },

    async untilReady() {
      await navigation.waitFor()
    },

    async goTo(area) {
      const button = navigation.getByRole('button', { name: say(`shell:rail.${area}`) })
      if ((await button.getAttribute('aria-current')) !== 'page') await hand.press(button)
      await navigation.locator('[aria-current="page"]', { hasText: say(`shell:rail.${area}`) }).waitFor()
    },

    async choose(name, query = name) {
      await page.keyboard.press('Control+K')
      await hand.fill(palette.getByRole('combobox'), query)
      await hand.press(palette.getByRole('option', { name: new RegExp(`^${escape(name)}`, 'u') }).first())
      await palette.waitFor({ state: 'detached' })
    },

    async openChannel(name) {
      await driver.goTo('chat')
      const list = page.getByRole('region', { name: say('chat:section.channels') })
      await hand.press(list.getByRole('button', { name: new RegExp(`^${escape(name)}(?![\\p{L}-])`, 'u') }))
      await composer(name).waitFor()
    },

    message(text) {
      return page.getByRole('article').filter({
        has: page.getByRole('paragraph').filter({ hasText: new RegExp(`^${escape(text)}$`, 'u') }),
      })
    },

    async sendMessage(channel, text) {
      await driver.openChannel(channel)
      await hand.fill(composer(channel), text)
      await composer(channel).press('Enter')
      await driver.message(text).last().waitFor()
    },

    async openView(view) {
      await driver.goTo('tickets')
      const views = page.getByRole('navigation', { name: say('tickets:view.label') })
      if (!(await views.isVisible())) await driver.goToList()
      await hand.press(
        views.getByRole('button', { name: new RegExp(`^${escape(say(`tickets:view.${view}`))}`, 'u') }),
      )
      await page
        .getByRole('listbox', { name: say('tickets:list.label', { view: say(`tickets:view.${view}`) }) })
        .waitFor()
    },

    async leaveField() {
      if (hand.kind === 'keyboard') {
        const isInField = await page.evaluate(
          () => document.activeElement?.matches('input, textarea') ?? false,
        )
        if (isInField) await page.keyboard.press('Escape')
        return
      }
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      })
    },

    async goToList() {
      await driver.leaveField()
      await page.keyboard.press('Escape')
    },

    async openTicket(title) {
      await driver.choose(title)
      await page.getByRole('article', { name: title }).waitFor()
    },

    async createTicket({ title, description = '', priority }) {
      await driver.choose(say('shortcut.newTicket'))
      const dialog = page.getByRole('dialog', { name: say('tickets:create.title') })
      await hand.fill(dialog.getByRole('textbox', { name: say('tickets:field.subject') }), title)
      await hand.fill(dialog.getByRole('textbox', { name: say('tickets:field.description') }), description)
      if (priority !== undefined) {
        await hand.press(dialog.getByRole('button', { name: new RegExp(say('tickets:field.priority'), 'u') }))
        await hand.press(page.getByRole('option', { name: say(`ui:priority.${priorityWords[priority]}`) }))
      }
      await page.keyboard.press('Control+Enter')
      await page.getByRole('article', { name: title }).waitFor()
    },

    async writeAnswer(kind, text) {
      await driver.leaveField()
      await page.keyboard.press(kind === 'reply' ? 'r' : 'n')
      await hand.fill(answerField(kind), text)
    },

    async sendAnswer() {
      await page.keyboard.press('Control+Enter')
    },

    conversation: () => page.getByRole('log', { name: say('tickets:conversation.label') }),

    property: (name) =>
      page
        .getByRole('complementary')
        .getByRole('button', { name: new RegExp(`^${escape(say(`tickets:field.${name}`))}:`, 'u') }),

    async pick(key, entry) {
      const kinds = { a: 'assign', s: 'state', p: 'priority', t: 'tags' } as const
      await driver.leaveField()
      await page.keyboard.press(key)
      const dialog = page.getByRole('dialog', { name: say(`tickets:picker.${kinds[key]}`) })
      await hand.fill(dialog.getByRole('searchbox'), entry)
      // The best match is chosen while one types.
      await dialog.locator('[role="option"][data-focused]').filter({ hasText: entry }).waitFor()
      await page.keyboard.press('Enter')
      // The picker of tags stays open for more.
      if (key === 't') await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    },

    async setState(state) {
      const word = say(`ui:state.${state}`)
      await driver.pick('s', word)
      await driver.property('state').filter({ hasText: word }).waitFor()
    },

    async setPriority(priority) {
      const word = say(`ui:priority.${priorityWords[priority]}`)
      await driver.pick('p', word)
      await driver.property('priority').filter({ hasText: word }).waitFor()
    },

    async search(text) {
      await driver.goTo('search')
      const box = page.getByRole('searchbox', { name: say('search:label') })
      await hand.fill(box, '')
      await page.getByText(say('search:empty.title')).waitFor()
      await hand.fill(box, text)
      const results = page.getByRole('listbox', { name: say('search:results') })
      await results
        .getByRole('option')
        .first()
        .or(page.getByText(say('search:none.title', { query: text })))
        .first()
        .waitFor()
      return results.getByRole('option')
    },

    async openSettings(section) {
      await driver.goTo('settings')
      await hand.press(
        page
          .getByRole('navigation', { name: say('settings:sections') })
          .getByRole('button', { name: say(`settings:section.${section}`) }),
      )
      await page.getByRole('heading', { level: 2, name: say(`settings:section.${section}`) }).waitFor()
    },

    async chooseSetting(label, entry) {
      await hand.press(
        page
          .getByRole('button', { name: new RegExp(escape(label), 'u') })
          .and(page.locator('[aria-haspopup="listbox"]')),
      )
      await hand.press(page.getByRole('option', { name: entry }))
    },
  }
  return driver
}

export function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
