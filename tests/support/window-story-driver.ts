/** Tells the user stories through the window of the program in real Electron. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { ticketPriorities, ticketStates } from '#shared/model/ticket/ticket.ts'
import { draftInStore } from './draft-in-store.ts'
import { launchOutpost, type OutpostApp } from './electron-app.ts'
import type { StoryDriver, StoryMessage, StoryTicket } from './user-stories.ts'
import { createWindowDriver, escape, priorityWords, type WindowDriver } from './window-driver.ts'
import { sentencePattern } from './words.ts'

export interface WindowStoryDriver extends StoryDriver {
  /** Closes the program; the data folder, with the workspace in it, is the caller's from now on. */
  keep(): Promise<string>
  dispose(): Promise<void>
}

/** For each field of the history, the sentences that tell of it, with their variables. */
const historySentences = {
  state: [['state', 'who', 'from', 'to']],
  priority: [['priority', 'who', 'from', 'to']],
  ownerId: [
    ['took', 'who'],
    ['dropped', 'who'],
    ['assigned', 'who', 'to'],
    ['unassigned', 'who', 'from'],
  ],
  tag: [
    ['tagged', 'who', 'to'],
    ['untagged', 'who', 'from'],
  ],
} as const

/** @param template a data folder with the stories' workspace, to begin with a copy of; null to make one by hand */
export function createWindowStoryDriver(template: string | null): WindowStoryDriver {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-story-'))
  let outpost: OutpostApp | null = null
  let window: WindowDriver | null = null

  const start = async (): Promise<WindowDriver> => {
    outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
    window = createWindowDriver(outpost.page, 'en')
    return window
  }
  const use = (): WindowDriver => {
    if (!window) throw new Error('the story has no workspace yet')
    return window
  }
  /** The ticket in front is left as it is. */
  const openTicket = async (title: string): Promise<WindowDriver> => {
    const article = use().page.getByRole('article', { name: title, exact: true })
    if (!(await article.isVisible())) await use().openTicket(title)
    return use()
  }
  const answer = async (kind: 'reply' | 'note', title: string, text: string): Promise<void> => {
    const driver = await openTicket(title)
    await driver.writeAnswer(kind, text)
    await driver.sendAnswer()
    await driver.conversation().getByText(text, { exact: true }).waitFor()
  }
  const toggleTag = async (title: string, tag: string): Promise<void> => {
    const driver = await openTicket(title)
    await driver.pick('t', tag.toLowerCase())
  }

  return {
    async createWorkspace({ workspace, person, channel, queue }) {
      if (template !== null) cpSync(template, dataDir, { recursive: true })
      const driver = await start()
      if (template !== null) {
        await driver.untilReady()
        return
      }
      await driver.createWorkspace({ person, workspace })
      // The first run names channel and queue in the person's language; the story has names of its own.
      await driver.openChannel(driver.say('welcome.channel'))
      const { page, say } = driver
      await page
        .getByRole('button', { name: say('chat:editChannel') })
        .first()
        .click()
      await renameIn(driver, say('chat:editChannel'), say('chat:channelName'), channel)
      await driver.goTo('tickets')
      await page
        .getByRole('button', { name: say('tickets:queue.actions', { name: say('welcome.queue') }) })
        .click()
      await page.getByRole('menuitem', { name: say('tickets:queue.renameAction') }).click()
      await renameIn(driver, say('tickets:queue.rename'), say('tickets:queue.name'), queue)
    },

    async addPerson(name) {
      const driver = use()
      await driver.openSettings('people')
      const field = driver.page.getByRole('textbox', {
        name: driver.say('settings:people.name'),
        exact: true,
      })
      await field.fill(name)
      await field.press('Enter')
      const list = driver.page.getByRole('list', { name: driver.say('settings:people.list') })
      await list.getByRole('listitem').filter({ hasText: name }).waitFor()
    },

    async createChannel(name) {
      const driver = use()
      await driver.goTo('chat')
      await driver.page
        .getByRole('button', { name: driver.say('chat:newChannel'), exact: true })
        .first()
        .click()
      await renameIn(driver, driver.say('chat:newChannel'), driver.say('chat:channelName'), name)
      await driver.composer(name).waitFor()
    },

    async channels() {
      const driver = use()
      await driver.goTo('chat')
      const list = driver.page.getByRole('region', { name: driver.say('chat:section.channels') })
      return list.getByRole('button').allInnerTexts()
    },

    sendMessage: (channel, text) => use().sendMessage(channel, text),

    async editMessage(channel, text, newText) {
      const driver = use()
      await driver.openChannel(channel)
      await driver.message(text).hover()
      await driver
        .message(text)
        .getByRole('button', { name: driver.say('chat:edit') })
        .click()
      const field = driver.page.getByRole('textbox', { name: driver.say('chat:edit') })
      await field.fill(newText)
      await field.press('Enter')
      await driver.message(newText).waitFor()
    },

    async deleteMessage(channel, text) {
      const driver = use()
      await driver.openChannel(channel)
      await driver.message(text).click({ button: 'right' })
      await driver.page.getByRole('menuitem', { name: driver.say('chat:delete') }).click()
      await driver.message(text).waitFor({ state: 'detached' })
    },

    async react(channel, text, emoji) {
      const driver = use()
      const { page, say } = driver
      await driver.openChannel(channel)
      await driver.message(text).hover()
      await driver
        .message(text)
        .getByRole('toolbar')
        .getByRole('button', { name: say('chat:react') })
        .click()
      await page
        .getByRole('dialog', { name: say('chat:react') })
        .getByRole('button', { name: new RegExp(`^${emoji}`, 'u') })
        .click()
      await driver
        .message(text)
        .getByRole('button', { name: new RegExp(`^${emoji}`, 'u'), pressed: true })
        .waitFor()
    },

    async messages(channel) {
      const driver = use()
      const { page, say } = driver
      await driver.openChannel(channel)
      await driver
        .messageLog(channel)
        .getByRole('listitem')
        .or(page.getByText(say('chat:empty.title')))
        .first()
        .waitFor()
      const articles = await driver.messageLog(channel).getByRole('article').all()
      const read = await Promise.all(articles.map((article) => readMessage(driver, article)))
      return read.filter((message) => message !== null)
    },

    async writeDraft(channel, text) {
      const driver = use()
      await driver.openChannel(channel)
      await driver.composer(channel).pressSequentially(text)
      await expect.poll(() => draftInStore(driver.page, channel)).toBe(text)
    },

    async draft(channel) {
      await use().openChannel(channel)
      return use().composer(channel).inputValue()
    },

    createTicket: (ticket) => use().createTicket(ticket),
    reply: (title, text) => answer('reply', title, text),
    note: (title, text) => answer('note', title, text),

    async assign(title, person) {
      const driver = await openTicket(title)
      await driver.pick('a', person ?? driver.say('tickets:picker.nobody'))
      await driver
        .property('owner')
        .filter({ hasText: person ?? driver.say('tickets:noOwner') })
        .waitFor()
    },

    setState: async (title, state) => (await openTicket(title)).setState(state),
    setPriority: async (title, priority) => (await openTicket(title)).setPriority(priority),

    async tag(title, tag) {
      const driver = await openTicket(title)
      const name = tag.toLowerCase()
      // A tag that the ticket has would be taken off by choosing it again.
      if (!(await readTags(driver)).includes(name)) await toggleTag(title, tag)
      await driver.property('tags').filter({ hasText: name }).waitFor()
    },

    async untag(title, tag) {
      await toggleTag(title, tag)
      await use().property('tags').filter({ hasText: tag }).waitFor({ state: 'detached' })
    },

    async ticket(title) {
      const driver = await openTicket(title)
      return readTicket(driver, title)
    },

    async tickets(view) {
      const driver = use()
      await driver.openView(view)
      const count = Number(/\d+/.exec(await viewButton(driver, view).innerText())?.[0] ?? 0)
      const titles = driver.page.getByRole('main').getByRole('option').locator('.ticket-row-title')
      if (count > 0) await titles.nth(count - 1).waitFor()
      return (await titles.allInnerTexts()).map((title) => title.trim())
    },

    async search(text) {
      const options = await (await use().search(text)).all()
      const tickets: string[] = []
      const messages: string[] = []
      for (const option of options) {
        const isTicket = (await option.locator('[data-state]').count()) > 0
        const part = option.locator(isTicket ? '.search-row-title .ui-truncate' : '.search-row-snippet')
        ;(isTicket ? tickets : messages).push((await part.innerText()).trim())
      }
      return { tickets, messages }
    },

    async restart() {
      await outpost?.close()
      await (await start()).untilReady()
    },

    async crash() {
      const engine = await outpost?.engineHostPid()
      if (engine) process.kill(engine, 'SIGKILL')
      await outpost?.kill()
      await (await start()).untilReady()
    },

    async keep() {
      await outpost?.close()
      return dataDir
    },

    async dispose() {
      await outpost?.close()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function renameIn(
  { page }: WindowDriver,
  dialogName: string,
  fieldName: string,
  name: string,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: dialogName })
  const field = dialog.getByRole('textbox', { name: fieldName })
  await field.fill(name)
  await field.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

function viewButton({ page, say }: WindowDriver, view: string) {
  const name = new RegExp(`^${escape(say(`tickets:view.${view}`))}`, 'u')
  return page.getByRole('navigation', { name: say('tickets:view.label') }).getByRole('button', { name })
}

/** Null for one that was deleted. */
async function readMessage(
  { say }: WindowDriver,
  article: ReturnType<WindowDriver['message']>,
): Promise<StoryMessage | null> {
  const text = (await article.getByRole('paragraph').allInnerTexts()).join('\n')
  if (text.startsWith(say('chat:deletedPlaceholder'))) return null
  const label = (await article.getAttribute('aria-label')) ?? ''
  const reactions = await article.getByRole('button', { pressed: true }).allInnerTexts()
  return {
    author: label.slice(0, label.lastIndexOf(', ')),
    text,
    isEdited: await article.getByText(say('edited'), { exact: true }).isVisible(),
    reactions: reactions.map((reaction) => reaction.replace(/\s+/gu, ' ')),
  }
}

async function readTags(driver: WindowDriver): Promise<readonly string[]> {
  const value = await valueOf(driver, 'tags')
  return value === driver.say('tickets:noTags') ? [] : value.split(/\s+/u)
}

async function valueOf(driver: WindowDriver, name: 'state' | 'priority' | 'owner' | 'tags'): Promise<string> {
  const text = await driver.property(name).innerText()
  return text.slice(text.indexOf(':') + 1).trim()
}

async function readTicket(driver: WindowDriver, title: string): Promise<StoryTicket> {
  const { page, say } = driver
  await driver.conversation().getByRole('listitem').first().waitFor()
  const [description, ...entries] = await driver.conversation().getByRole('listitem').all()
  const replies: string[] = []
  const notes: string[] = []
  const changes: string[] = []
  for (const entry of entries) {
    const sentence = await entry.innerText()
    const field = fieldOf(driver, sentence)
    const text = (await entry.getByRole('paragraph').allInnerTexts()).join('\n')
    if (field !== null) changes.push(field)
    else if (sentence.includes(say('tickets:conversation.internal'))) notes.push(text)
    else replies.push(text)
  }
  const [state, priority, owner] = await Promise.all([
    valueOf(driver, 'state'),
    valueOf(driver, 'priority'),
    valueOf(driver, 'owner'),
  ])
  const about = (await description?.getByRole('paragraph').innerText()) ?? ''
  return {
    title: await page
      .getByRole('article', { name: title, exact: true })
      .getByRole('heading', { level: 1 })
      .innerText(),
    description: about === say('tickets:conversation.noDescription') ? '' : about,
    state: ticketStates.find((each) => say(`ui:state.${each}`) === state) ?? 'closed',
    priority: ticketPriorities.find((each) => say(`ui:priority.${priorityWords[each]}`) === priority) ?? 1,
    owner: owner === say('tickets:noOwner') ? null : owner.split('\n').at(-1)!.trim(),
    tags: await readTags(driver),
    replies,
    notes,
    changes,
  }
}

/** Which field a line of the history tells of; null for what is no such line. */
function fieldOf({ say }: WindowDriver, sentence: string): string | null {
  for (const [field, sentences] of Object.entries(historySentences)) {
    for (const [key, ...variables] of sentences) {
      if (sentencePattern(say, `tickets:history.${key}`, variables).test(sentence)) return field
    }
  }
  return null
}
