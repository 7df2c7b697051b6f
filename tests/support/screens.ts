/** Every screen and dialog of the program, to be looked at one after the other in a demo workspace. */
import type { Locator } from 'playwright-core'
import { settingsSections } from '../../src-renderer/state/routes.ts'
import { untilIndexed } from './window-content.ts'
import type { WindowDriver } from './window-driver.ts'
import { sentencePattern } from './words.ts'

export interface Screen {
  readonly name: string
  /** Brings it up and waits until it is there. */
  open(window: WindowDriver): Promise<void>
  /** Takes away what lies over the frame; left out where it is a place of its own. */
  close?(window: WindowDriver): Promise<void>
}

const escape = async ({ page }: WindowDriver): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').or(page.getByRole('menu')).waitFor({ state: 'detached' })
}

export const screens: readonly Screen[] = [
  {
    name: 'inbox',
    async open(window) {
      await window.goTo('inbox')
      await firstOption(window, 'inbox:list').waitFor()
    },
  },
  {
    name: 'inbox-sync-report',
    async open({ page, say }) {
      await page
        .getByRole('button', { name: sentencePattern(say, 'status.savedAt', ['when']) })
        .or(page.getByRole('button', { name: say('status.saved'), exact: true }))
        .click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'chat',
    async open(window) {
      await window.goTo('chat')
      await channels(window).nth(1).click()
      await window.page.getByRole('log').getByRole('article').last().waitFor()
    },
  },
  {
    name: 'chat-edit-channel',
    async open({ page, say }) {
      await page
        .getByRole('main')
        .getByRole('button', { name: say('chat:editChannel') })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'chat-message-menu',
    async open({ page }) {
      await page.getByRole('log').getByRole('article').last().click({ button: 'right' })
      await page.getByRole('menu').waitFor()
    },
    close: escape,
  },
  {
    name: 'chat-reactions',
    async open(window) {
      await window.leaveField()
      await window.page.keyboard.press('ArrowUp')
      await window.page.keyboard.press('+')
      await window.page.getByRole('dialog', { name: window.say('chat:react') }).waitFor()
    },
    close: escape,
  },
  {
    name: 'chat-new-channel',
    async open({ page, say }) {
      await page
        .getByRole('button', { name: say('chat:newChannel'), exact: true })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'ticket-list',
    async open(window) {
      await window.openView('active')
      await ticketRows(window).first().waitFor()
    },
  },
  {
    name: 'ticket-list-filtered',
    async open(window) {
      await window.leaveField()
      await window.page.keyboard.press('x')
      await window.page.keyboard.press('f')
      await window.page.getByRole('searchbox', { name: window.say('tickets:filter.text') }).waitFor()
    },
    async close({ page, say, leaveField }) {
      const field = page.getByRole('searchbox', { name: say('tickets:filter.text') })
      await field.press('Escape')
      await field.waitFor({ state: 'detached' })
      await leaveField()
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'new-queue',
    async open({ page, say }) {
      await page
        .getByRole('button', { name: say('tickets:queue.create') })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'ticket',
    async open(window) {
      await window.openView('mine')
      await ticketRows(window).first().click()
      await window.conversation().getByRole('listitem').first().waitFor()
    },
  },
  ...(['a', 's', 'p', 't', 'Shift+H'] as const).map((key) => ({
    name: `ticket-picker-${key}`,
    async open(window: WindowDriver) {
      await window.leaveField()
      await window.page.keyboard.press(key)
      await window.page.getByRole('dialog').getByRole('option').first().waitFor()
    },
    close: escape,
  })),
  {
    name: 'new-ticket',
    async open(window) {
      await window.leaveField()
      await window.page.keyboard.press('c')
      await window.page.getByRole('dialog', { name: window.say('tickets:create.title') }).waitFor()
    },
    close: escape,
  },
  {
    name: 'knowledge',
    async open(window) {
      await window.goTo('knowledge')
      await articles(window).first().waitFor()
    },
  },
  {
    name: 'article',
    async open(window) {
      await articles(window).nth(2).click()
      await window.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'article-edit',
    async open({ page, say }) {
      await page
        .getByRole('article')
        .getByRole('button', { name: new RegExp(`^${say('knowledge:action.edit')}`, 'u') })
        .click()
      await page.getByRole('textbox', { name: say('knowledge:edit.text') }).waitFor()
    },
  },
  {
    name: 'article-link',
    async open({ page, say }) {
      await page.getByRole('button', { name: say('knowledge:tool.link'), exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
    async close(window) {
      await escape(window)
      await window.page.getByRole('button', { name: window.say('knowledge:action.done') }).click()
    },
  },
  {
    name: 'article-properties',
    async open({ page, say }) {
      await page
        .getByRole('article')
        .getByRole('button', { name: say('common:action.more') })
        .click()
      await page.getByRole('menuitem', { name: say('knowledge:action.properties') }).click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'article-link-ticket',
    async open({ page, say }) {
      await page
        .getByRole('button', { name: say('knowledge:tickets.link') })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'article-versions',
    async open({ page, say }) {
      await page
        .getByRole('article')
        .getByRole('button', { name: say('common:action.more') })
        .click()
      await page.getByRole('menuitem', { name: say('knowledge:action.versions') }).click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'article-new',
    async open(window) {
      await window.leaveField()
      await window.page.keyboard.press('n')
      await window.page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'files',
    async open({ page, say }) {
      await page.getByText(say('library:sections.files'), { exact: true }).click()
      await page.getByRole('radio', { name: say('library:sections.files'), checked: true }).waitFor()
    },
  },
  {
    name: 'search-empty',
    async open(window) {
      await window.goTo('search')
      await window.page.getByRole('searchbox', { name: window.say('search:label') }).fill('')
      await window.page.getByText(window.say('search:empty.title')).waitFor()
    },
  },
  {
    name: 'search-help',
    async open({ page, say }) {
      await page.getByRole('button', { name: say('search:help.label') }).click()
      await page.getByRole('dialog').waitFor()
    },
    close: escape,
  },
  {
    name: 'search',
    async open(window) {
      await (await window.search('drucker')).first().waitFor()
    },
  },
  {
    name: 'ask-welcome',
    async open(window) {
      const { page, say } = window
      await window.goTo('ask')
      await page
        .getByRole('button', { name: say('ask:history.new') })
        .first()
        .click()
      await page.getByText(say('ask:welcome.title')).waitFor()
    },
  },
  {
    name: 'ask',
    async open(window) {
      await askQuestion(window, 'Drucker druckt Streifen')
      const { page, say } = window
      await page
        .getByRole('button', { name: sentencePattern(say, 'ask:cite.label', ['number', 'place']) })
        .first()
        .waitFor()
    },
  },
  {
    name: 'ask-not-found',
    async open(window) {
      await askQuestion(window, 'Wie hoch ist der Eiffelturm?')
      await window.page.getByRole('heading', { name: window.say('ask:notFound.title') }).waitFor()
    },
  },
  ...settingsSections.map((section) => ({
    name: `settings-${section}`,
    async open(window: WindowDriver) {
      await window.openSettings(section)
      if (section !== 'diagnostics') return
      // What the engine says comes a moment later.
      await window.page.getByRole('region', { name: window.say('diagnostics:group.counts') }).waitFor()
    },
  })),
  {
    name: 'settings-report',
    async open({ page, say }) {
      await page.getByRole('button', { name: say('settings:section.diagnostics') }).click()
      await page.getByRole('button', { name: say('diagnostics:report.create') }).click()
      await page.getByRole('group', { name: say('diagnostics:report.content') }).waitFor()
    },
    close: escape,
  },
  {
    name: 'settings-found',
    async open({ page, say }) {
      await page.getByRole('combobox', { name: say('settings:search') }).fill('dunkel')
      await page.getByRole('option', { selected: true }).waitFor()
    },
    async close({ page, say }) {
      await page.getByRole('combobox', { name: say('settings:search') }).fill('xyzzyq')
      await page.getByText(say('settings:find.nothingText')).waitFor()
      await page
        .getByRole('main')
        .getByRole('button', { name: say('settings:find.show') })
        .click()
    },
  },
  {
    name: 'palette',
    async open(window) {
      await window.page.keyboard.press('Control+K')
      await window.page.getByRole('dialog').getByRole('option').first().waitFor()
    },
    close: escape,
  },
  {
    name: 'shortcuts',
    async open(window) {
      await window.leaveField()
      await window.page.keyboard.press('?')
      await window.page.getByRole('dialog', { name: window.say('ui:shortcuts.title') }).waitFor()
    },
    close: escape,
  },
]

/** Goes through all screens; `look` is called with each in front. */
export async function visitScreens(
  window: WindowDriver,
  look: (screen: Screen) => Promise<void>,
  wanted: (screen: Screen) => boolean = () => true,
): Promise<void> {
  for (const screen of screens.filter(wanted)) {
    await screen.open(window)
    await look(screen)
    await screen.close?.(window)
  }
}

async function askQuestion({ page, say, goTo }: WindowDriver, question: string): Promise<void> {
  await untilIndexed(page, 1)
  await goTo('ask')
  const field = page.getByRole('textbox', { name: say('ask:box.label') })
  await field.fill(question)
  await field.press('Enter')
  await page.getByRole('article', { name: question, exact: true }).waitFor()
}

function channels({ page, say }: WindowDriver): Locator {
  return page.getByRole('region', { name: say('chat:section.channels') }).getByRole('button')
}

function articles({ page, say }: WindowDriver): Locator {
  return page.getByRole('list', { name: say('knowledge:list') }).getByRole('button')
}

function ticketRows({ page }: WindowDriver): Locator {
  return page.getByRole('listbox').getByRole('option')
}

function firstOption({ page, say }: WindowDriver, label: string): Locator {
  return page
    .getByRole('listbox', { name: say(label) })
    .getByRole('option')
    .first()
}
