/** Tells the user stories through the window of the program in real Electron. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { draftInStore } from './draft-in-store.ts'
import { launchOutpost, type OutpostApp } from './electron-app.ts'
import type { StoryDriver } from './user-stories.ts'
import { createKeyboardHand, mouse, type Hand } from './hand.ts'
import { createWindowDriver, escape, type WindowDriver } from './window-driver.ts'
import { readMessage, readTags, readTicket } from './window-story-reading.ts'

export interface WindowStoryDriver extends StoryDriver {
  /** Closes the program; the data folder, with the workspace in it, is the caller's from now on. */
  keep(): Promise<string>
  dispose(): Promise<void>
}

/**
 * @param template a data folder with the stories' workspace, to begin with a copy of; null to make one by hand
 * @param kind of hand that tells the stories
 */
export function createWindowStoryDriver(template: string | null, kind: Hand['kind']): WindowStoryDriver {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-story-'))
  let outpost: OutpostApp | null = null
  let window: WindowDriver | null = null

  const start = async (): Promise<WindowDriver> => {
    outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
    const { page } = outpost
    window = createWindowDriver(page, 'en', kind === 'mouse' ? mouse : createKeyboardHand(page))
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
      const { page, say, hand } = driver
      await hand.press(page.getByRole('button', { name: say('chat:editChannel') }).first())
      await renameIn(driver, say('chat:editChannel'), say('chat:channelName'), channel)
      await driver.goTo('tickets')
      await hand.press(
        page.getByRole('button', { name: say('tickets:queue.actions', { name: say('welcome.queue') }) }),
      )
      await hand.press(page.getByRole('menuitem', { name: say('tickets:queue.renameAction') }))
      await renameIn(driver, say('tickets:queue.rename'), say('tickets:queue.name'), queue)
    },

    async addPerson(name) {
      const driver = use()
      await driver.openSettings('people')
      const field = driver.page.getByRole('textbox', {
        name: driver.say('settings:people.name'),
        exact: true,
      })
      await driver.hand.fill(field, name)
      await field.press('Enter')
      const list = driver.page.getByRole('list', { name: driver.say('settings:people.list') })
      await list.getByRole('listitem').filter({ hasText: name }).waitFor()
    },

    async createChannel(name) {
      const driver = use()
      await driver.goTo('chat')
      await driver.hand.press(
        driver.page.getByRole('button', { name: driver.say('chat:newChannel'), exact: true }).first(),
      )
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
      if (driver.hand.kind === 'keyboard') await pressOnMessage(driver, text, 'e')
      else {
        await driver.message(text).hover()
        await driver
          .message(text)
          .getByRole('button', { name: driver.say('chat:edit') })
          .click()
      }
      const field = driver.page.getByRole('textbox', { name: driver.say('chat:edit') })
      await driver.hand.fill(field, newText)
      await field.press('Enter')
      await driver.message(newText).waitFor()
    },

    async deleteMessage(channel, text) {
      const driver = use()
      await driver.openChannel(channel)
      if (driver.hand.kind === 'keyboard') await pressOnMessage(driver, text, 'Delete')
      else {
        await driver.message(text).click({ button: 'right' })
        await driver.page.getByRole('menuitem', { name: driver.say('chat:delete') }).click()
      }
      await driver.message(text).waitFor({ state: 'detached' })
    },

    async react(channel, text, emoji) {
      const driver = use()
      const { page, say, hand } = driver
      await driver.openChannel(channel)
      if (hand.kind === 'keyboard') await pressOnMessage(driver, text, '+')
      else {
        await driver.message(text).hover()
        await driver
          .message(text)
          .getByRole('toolbar')
          .getByRole('button', { name: say('chat:react') })
          .click()
      }
      await hand.press(
        page
          .getByRole('dialog', { name: say('chat:react') })
          .getByRole('button', { name: new RegExp(`^${emoji}`, 'u') }),
      )
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

/** To the composer by its key, out of it, up to the message, and the key of what is to be done with it. */
async function pressOnMessage(driver: WindowDriver, text: string, key: string): Promise<void> {
  const { page } = driver
  const target = driver.message(text)
  await target.waitFor()
  await page.keyboard.press('m')
  await driver.leaveField()
  const count = await page.getByRole('log').getByRole('article').count()
  for (let step = 0; step <= count; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press(key)
      return
    }
    const before = await page.evaluate(() => document.activeElement?.getAttribute('data-message') ?? '')
    await page.keyboard.press('ArrowUp')
    await page.waitForFunction(
      (last) => (document.activeElement?.getAttribute('data-message') ?? '') !== last,
      before,
    )
  }
  throw new Error(`no arrow leads to the message "${text}"`)
}

async function renameIn(
  { page, hand }: WindowDriver,
  dialogName: string,
  fieldName: string,
  name: string,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: dialogName })
  const field = dialog.getByRole('textbox', { name: fieldName })
  await hand.fill(field, name)
  await field.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

function viewButton({ page, say }: WindowDriver, view: string) {
  const name = new RegExp(`^${escape(say(`tickets:view.${view}`))}`, 'u')
  return page.getByRole('navigation', { name: say('tickets:view.label') }).getByRole('button', { name })
}
