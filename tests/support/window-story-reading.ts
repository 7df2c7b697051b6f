/** What a window shows of messages and tickets, as the user stories name it. */
import { ticketPriorities, ticketStates } from '#shared/model/ticket/ticket.ts'
import type { StoryMessage, StoryTicket } from './user-stories.ts'
import { priorityWords, type WindowDriver } from './window-driver.ts'
import { sentencePattern } from './words.ts'

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

/** Null for one that was deleted. */
export async function readMessage(
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

export async function readTags(driver: WindowDriver): Promise<readonly string[]> {
  const value = await valueOf(driver, 'tags')
  return value === driver.say('tickets:noTags') ? [] : value.split(/\s+/u)
}

async function valueOf(driver: WindowDriver, name: 'state' | 'priority' | 'owner' | 'tags'): Promise<string> {
  const text = await driver.property(name).innerText()
  return text.slice(text.indexOf(':') + 1).trim()
}

export async function readTicket(driver: WindowDriver, title: string): Promise<StoryTicket> {
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
