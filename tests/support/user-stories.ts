/**
 * What people do with Outpost, as stories over a small driver. The same stories run against the engine directly and
 * through the window in Electron: a driver knows how to do each thing there. Everything is named as a person would
 * name it (a channel by its name, a ticket by its title, a message by its text), so a driver may read it off the screen.
 */
import { expect } from 'vitest'
import type { BuiltInView } from '#shared/contract/tickets.ts'
import type { TicketPriority, TicketState } from '#shared/model/ticket/ticket.ts'

export interface StoryMessage {
  /** The author's name. */
  readonly author: string
  readonly text: string
  readonly isEdited: boolean
  /** As `👍 1`, in the order of the emojis. */
  readonly reactions: readonly string[]
}

export interface StoryTicket {
  readonly title: string
  readonly description: string
  readonly state: TicketState
  readonly priority: TicketPriority
  /** The owner's name; null for nobody. */
  readonly owner: string | null
  readonly tags: readonly string[]
  readonly replies: readonly string[]
  readonly notes: readonly string[]
  /** Which fields were changed, oldest first. */
  readonly changes: readonly string[]
}

export interface StoryDriver {
  createWorkspace(names: StoryWorkspace): Promise<void>
  addPerson(name: string): Promise<void>
  createChannel(name: string): Promise<void>
  /** The names of all channels, in the order that they are listed in. */
  channels(): Promise<readonly string[]>
  sendMessage(channel: string, text: string): Promise<void>
  editMessage(channel: string, text: string, newText: string): Promise<void>
  deleteMessage(channel: string, text: string): Promise<void>
  react(channel: string, text: string, emoji: string): Promise<void>
  /** What the channel shows, oldest first, without deleted messages. */
  messages(channel: string): Promise<readonly StoryMessage[]>
  /** Types without sending. Resolves when it is kept. */
  writeDraft(channel: string, text: string): Promise<void>
  draft(channel: string): Promise<string>
  createTicket(ticket: { title: string; description?: string; priority?: TicketPriority }): Promise<void>
  reply(title: string, text: string): Promise<void>
  note(title: string, text: string): Promise<void>
  /** To a person by name, or to nobody. */
  assign(title: string, person: string | null): Promise<void>
  setState(title: string, state: TicketState): Promise<void>
  setPriority(title: string, priority: TicketPriority): Promise<void>
  tag(title: string, tag: string): Promise<void>
  untag(title: string, tag: string): Promise<void>
  ticket(title: string): Promise<StoryTicket>
  /** The titles in a built-in list, in any order. */
  tickets(view: BuiltInView): Promise<readonly string[]>
  /** What a search over everything finds: titles of tickets and texts of messages, in any order. */
  search(text: string): Promise<{ readonly tickets: readonly string[]; readonly messages: readonly string[] }>
  /** Closes the program as a person does, and opens it again. */
  restart(): Promise<void>
  /** Ends the program as a power cut does, and opens it again. */
  crash(): Promise<void>
}

export interface StoryWorkspace {
  readonly workspace: string
  readonly person: string
  readonly channel: string
  readonly queue: string
}

export interface UserStory {
  readonly name: string
  /** In a window the mouse has ways of its own here, beside those of the keys. */
  readonly hasMouseWays?: true
  tell(driver: StoryDriver): Promise<void>
}

/** How each story begins; a driver calls `createWorkspace` with it before the story. */
export const storyWorkspace: StoryWorkspace = {
  workspace: 'Windpark Nord',
  person: 'Mara Lindqvist',
  channel: 'Leitstand',
  queue: 'Störungen',
}

const { person: me, channel } = storyWorkspace

export const userStories: readonly UserStory[] = [
  {
    name: 'a message that was sent is there, by me, and still there after closing and opening',
    async tell(driver) {
      await driver.sendMessage(channel, 'Anlage 7 läuft wieder')
      await driver.sendMessage(channel, 'Danke!')
      const expected = [message('Anlage 7 läuft wieder'), message('Danke!')]
      expect(await driver.messages(channel)).toEqual(expected)
      await driver.restart()
      expect(await driver.messages(channel)).toEqual(expected)
    },
  },
  {
    name: 'a message can be edited, reacted to and deleted',
    hasMouseWays: true,
    async tell(driver) {
      await driver.sendMessage(channel, 'Um 10 Uhr Übergabe')
      await driver.sendMessage(channel, 'Falscher Kanal')
      await driver.editMessage(channel, 'Um 10 Uhr Übergabe', 'Um 11 Uhr Übergabe')
      await driver.react(channel, 'Um 11 Uhr Übergabe', '👍')
      await driver.deleteMessage(channel, 'Falscher Kanal')
      const expected = [{ ...message('Um 11 Uhr Übergabe'), isEdited: true, reactions: ['👍 1'] }]
      expect(await driver.messages(channel)).toEqual(expected)
      expect((await driver.search('Falscher')).messages).toEqual([])
    },
  },
  {
    name: 'a new channel is listed by its name and keeps its messages to itself',
    hasMouseWays: true,
    async tell(driver) {
      await driver.createChannel('Bereitschaft')
      await driver.sendMessage('Bereitschaft', 'Ich habe heute Nacht Dienst')
      expect(await driver.channels()).toEqual(['Bereitschaft', channel])
      expect(await driver.messages('Bereitschaft')).toEqual([message('Ich habe heute Nacht Dienst')])
      expect(await driver.messages(channel)).toEqual([])
    },
  },
  {
    name: 'what was typed and not sent is there again after a power cut, and gone once it is sent',
    async tell(driver) {
      await driver.writeDraft(channel, 'Noch nicht fert')
      await driver.crash()
      expect(await driver.draft(channel)).toBe('Noch nicht fert')
      await driver.sendMessage(channel, 'Fertig')
      expect(await driver.draft(channel)).toBe('')
    },
  },
  {
    name: 'a ticket goes from new to solved, with replies, notes and its history',
    async tell(driver) {
      const title = 'Getriebe von Anlage 7 ist laut'
      await driver.addPerson('Jonas Weber')
      await driver.createTicket({ title, description: 'Seit dem Sturm', priority: 3 })
      await driver.assign(title, 'Jonas Weber')
      await driver.setState(title, 'open')
      await driver.note(title, 'Ölprobe ist im Labor')
      await driver.reply(title, 'Wir kommen am Dienstag')
      await driver.setPriority(title, 4)
      await driver.assign(title, me)
      await driver.setState(title, 'solved')
      const expected: StoryTicket = {
        title,
        description: 'Seit dem Sturm',
        state: 'solved',
        priority: 4,
        owner: me,
        tags: [],
        replies: ['Wir kommen am Dienstag'],
        notes: ['Ölprobe ist im Labor'],
        changes: ['ownerId', 'state', 'priority', 'ownerId', 'state'],
      }
      expect(await driver.ticket(title)).toEqual(expected)
      await driver.restart()
      expect(await driver.ticket(title)).toEqual(expected)
    },
  },
  {
    name: 'tags come and go, and one that is written in capitals is the same',
    hasMouseWays: true,
    async tell(driver) {
      await driver.createTicket({ title: 'Kein Zugriff' })
      await driver.tag('Kein Zugriff', 'VPN')
      await driver.tag('Kein Zugriff', 'vpn')
      await driver.tag('Kein Zugriff', 'netz')
      expect((await driver.ticket('Kein Zugriff')).tags).toEqual(['netz', 'vpn'])
      await driver.untag('Kein Zugriff', 'netz')
      expect((await driver.ticket('Kein Zugriff')).tags).toEqual(['vpn'])
    },
  },
  {
    name: 'the lists hold what their names say',
    hasMouseWays: true,
    async tell(driver) {
      await driver.createTicket({ title: 'Meins' })
      await driver.assign('Meins', me)
      await driver.createTicket({ title: 'Dringend', priority: 4 })
      await driver.createTicket({ title: 'Wartet' })
      await driver.setState('Wartet', 'pending')
      await driver.createTicket({ title: 'Erledigt' })
      await driver.setState('Erledigt', 'solved')
      const lists = {
        mine: ['Meins'],
        urgent: ['Dringend'],
        pending: ['Wartet'],
        solved: ['Erledigt'],
      } as const
      for (const [view, titles] of Object.entries(lists)) {
        expect(await driver.tickets(view as BuiltInView), view).toEqual(titles)
      }
      expect([...(await driver.tickets('unassigned'))].sort()).toEqual(['Dringend', 'Wartet'])
      expect([...(await driver.tickets('active'))].sort()).toEqual(['Dringend', 'Meins', 'Wartet'])
      expect(await driver.tickets('all')).toHaveLength(4)
    },
  },
  {
    name: 'one search finds tickets, their replies and notes, and messages',
    async tell(driver) {
      await driver.createTicket({ title: 'Rechnung von Müller' })
      await driver.createTicket({ title: 'Zweiter Fall' })
      await driver.reply('Zweiter Fall', 'Herr Mueller ruft zurück')
      await driver.createTicket({ title: 'Dritter Fall' })
      await driver.note('Dritter Fall', 'Müller weiß Bescheid')
      await driver.sendMessage(channel, 'Wer kennt Muller?')
      const found = await driver.search('müller')
      expect([...found.tickets].sort()).toEqual(['Dritter Fall', 'Rechnung von Müller', 'Zweiter Fall'])
      expect(found.messages).toEqual(['Wer kennt Muller?'])
    },
  },
  {
    name: 'nothing that was saved is lost by a power cut, again and again',
    async tell(driver) {
      const texts: string[] = []
      for (const text of ['eins', 'zwei', 'drei']) {
        texts.push(text)
        await driver.sendMessage(channel, text)
        await driver.createTicket({ title: `Fall ${text}` })
        await driver.crash()
        expect((await driver.messages(channel)).map((shown) => shown.text)).toEqual(texts)
        expect([...(await driver.tickets('all'))].sort()).toEqual(texts.map((each) => `Fall ${each}`).sort())
      }
    },
  },
]

function message(text: string): StoryMessage {
  return { author: me, text, isEdited: false, reactions: [] }
}
