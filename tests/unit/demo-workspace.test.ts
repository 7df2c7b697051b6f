import { beforeAll, describe, expect, it } from 'vitest'
import { isUlid, ulidTime, type Ulid } from '#shared/base/ulid.ts'
import {
  demoSet,
  generateArticles,
  generateDirectory,
  generateMessages,
  generateTickets,
  largeSet,
  type DemoArticle,
  type DemoDirectory,
  type DemoMessage,
  type DemoOptions,
  type DemoTicket,
  type DemoTicketEvent,
} from '../../src-main/demo/workspace.ts'

const now = Date.UTC(2026, 2, 12, 13, 7)
const monthMs = 30.4 * 86_400_000

interface Workspace {
  readonly options: DemoOptions
  readonly directory: DemoDirectory
  readonly tickets: readonly DemoTicket[]
  readonly messages: readonly DemoMessage[]
  readonly articles: readonly DemoArticle[]
}

function generate(options: DemoOptions): Workspace {
  const directory = generateDirectory(options)
  return {
    options,
    directory,
    tickets: [...generateTickets(options, directory)],
    messages: [...generateMessages(options, directory)],
    articles: [...generateArticles(options, directory)],
  }
}

function timeOf(id: string): number {
  return ulidTime(id as Ulid)
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length
}

let demo: Workspace
beforeAll(() => {
  demo = generate({ ...demoSet, now })
})

describe('the demo workspace', () => {
  it('is the same for the same seed and another for another', () => {
    const small = { ...demoSet, now, tickets: 40, messages: 300, articles: 10 }
    expect(generate(small)).toEqual(generate(small))
    expect(generate({ ...small, seed: 7 }).tickets).not.toEqual(generate(small).tickets)
  })

  it('has as much of everything as the options ask for', () => {
    const { directory, tickets, messages, articles } = demo
    expect(directory.people).toHaveLength(demoSet.people)
    expect(directory.queues).toHaveLength(demoSet.queues)
    expect(directory.channels).toHaveLength(demoSet.channels)
    expect([tickets.length, messages.length, articles.length]).toEqual([
      demoSet.tickets,
      demoSet.messages,
      demoSet.articles,
    ])
  })

  it('gives every thing a valid id of its own', () => {
    const ids = allIds(demo)
    expect(ids.every(isUlid)).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leaves no slot, bracket or placeholder in any text', () => {
    const texts = [
      ...demo.messages.map((message) => message.text),
      ...demo.tickets.flatMap((ticket) => [
        ticket.title,
        ticket.description,
        ...ticket.replies.map((reply) => reply.text),
        ...ticket.notes.map((note) => note.text),
      ]),
      ...demo.articles.flatMap((article) => [
        article.title,
        JSON.stringify(article.blocks).replace(/[{}]/g, ''),
      ]),
    ]
    expect(texts.filter((text) => /[{}¶´]|undefined|<[^ ]/.test(text) || text.trim() === '')).toEqual([])
  })
})

describe('demo messages', () => {
  it('rise in time inside their channel, in the period, up to minutes before now', () => {
    const last = new Map<string, string>()
    for (const message of demo.messages) {
      const time = timeOf(message.id)
      expect(time).toBeGreaterThan(now - demoSet.months * monthMs - 86_400_000)
      expect(time).toBeLessThan(now)
      expect(message.id > (last.get(message.channelId) ?? '')).toBe(true)
      last.set(message.channelId, message.id)
    }
    expect(Math.max(...[...last.values()].map(timeOf))).toBeGreaterThan(now - 10 * 60_000)
  })

  it('come channel by channel', () => {
    const order = demo.messages.map((message) => message.channelId)
    const runs = order.filter((id, index) => id !== order[index - 1])
    expect(runs).toEqual(demo.directory.channels.map((channel) => channel.id))
  })

  it('stay below now at any hour and on any weekday', () => {
    for (let hour = 0; hour < 168; hour += 13) {
      const at = now + hour * 3_600_000
      const options = { ...demoSet, now: at, tickets: 30, messages: 400 }
      const { messages, tickets } = generate(options)
      expect(messages).toHaveLength(400)
      expect(Math.max(...messages.map((message) => timeOf(message.id)))).toBeLessThan(at)
      expect(Math.max(...tickets.flatMap(ticketTimes))).toBeLessThan(at)
    }
  })

  it('have authors, reactions, topics and quotes that exist in their channel', () => {
    const channels = new Map(demo.directory.channels.map((channel) => [channel.id, channel]))
    const before = new Map<string, string>()
    for (const message of demo.messages) {
      const channel = channels.get(message.channelId)
      expect(channel?.memberIds).toContain(message.authorId)
      for (const reaction of message.reactions) {
        expect(reaction.personIds.every((id) => channel?.memberIds.includes(id))).toBe(true)
      }
      if (message.topic !== null) expect(channel?.topics).toContain(message.topic)
      if (message.replyTo !== null) expect(before.get(message.replyTo)).toBe(message.channelId)
      before.set(message.id, message.channelId)
    }
  })

  it('mention only tickets that were there at the time', () => {
    const created = new Map(demo.tickets.map((ticket) => [String(ticket.number), timeOf(ticket.id)]))
    let mentions = 0
    for (const message of demo.messages) {
      for (const [, number = ''] of message.text.matchAll(/#(\d{5})/g)) {
        mentions += 1
        expect(created.get(number)).toBeLessThan(timeOf(message.id))
      }
    }
    expect(mentions).toBeGreaterThan(200)
  })

  it('are mostly written in working hours and seldom repeat a long sentence', () => {
    const hours = demo.messages.map((message) => new Date(timeOf(message.id)).getUTCHours())
    expect(share(hours, (hour) => hour >= 5 && hour < 18)).toBeGreaterThan(0.9)
    const long = demo.messages.filter((message) => message.text.length > 40).map((message) => message.text)
    expect(new Set(long).size / long.length).toBeGreaterThan(0.75)
  })
})

describe('demo tickets', () => {
  it('come in order of creation with rising numbers and nothing after now', () => {
    demo.tickets.forEach((ticket, index) => {
      const before = demo.tickets[index - 1]
      if (before)
        expect([before.number + 1, timeOf(before.id) <= timeOf(ticket.id)]).toEqual([ticket.number, true])
      const times = ticketTimes(ticket)
      expect(Math.min(...times)).toBe(timeOf(ticket.id))
      expect(Math.max(...times)).toBeLessThan(now)
    })
  })

  it('end where their history leads', () => {
    for (const ticket of demo.tickets) {
      const current: Record<DemoTicketEvent['field'], DemoTicketEvent['from']> = {
        state: 'new',
        priority: firstPriority(ticket),
        ownerId: null,
        queueId: ticket.queueId,
      }
      let at = 0
      for (const event of ticket.history) {
        expect(event.at).toBe(timeOf(event.id))
        expect(event.at).toBeGreaterThan(at)
        expect(current[event.field]).toBe(event.from)
        expect(event.to).not.toBe(event.from)
        Object.assign(current, { [event.field]: event.to })
        at = event.at
      }
      const { state, priority, ownerId, queueId } = ticket
      expect(current).toEqual({ state, priority, ownerId, queueId })
      expect(ticket.pendingUntil !== null).toBe(state === 'pending')
    }
  })

  it('refer to people and queues of the directory', () => {
    const people = new Set(demo.directory.people.map((person) => person.id))
    const queues = new Set(demo.directory.queues.map((queue) => queue.id))
    for (const ticket of demo.tickets) {
      expect(queues.has(ticket.queueId)).toBe(true)
      const named = [
        ticket.createdBy,
        ...(ticket.ownerId === null ? [] : [ticket.ownerId]),
        ...ticket.history.map((event) => event.actorId),
        ...ticket.notes.map((note) => note.authorId),
        ...ticket.replies.flatMap((reply) => (reply.authorId === null ? [] : [reply.authorId])),
      ]
      expect(named.filter((id) => !people.has(id))).toEqual([])
      expect(ticket.replies.every((reply) => (reply.authorId === null) === (reply.from === 'customer'))).toBe(
        true,
      )
      expect(ticket.customer.email).toMatch(/^[a-z.-]+@[a-z-]+\.example$/)
    }
  })

  it('are spread over the states as in a real desk', () => {
    const wanted = { closed: 0.45, solved: 0.2, open: 0.2, pending: 0.08, new: 0.07 }
    for (const [state, part] of Object.entries(wanted)) {
      expect(Math.abs(share(demo.tickets, (ticket) => ticket.state === state) - part)).toBeLessThan(0.05)
    }
    const { me } = demo.directory
    expect(
      demo.tickets.filter((ticket) => ticket.ownerId === me && ticket.state === 'open').length,
    ).toBeGreaterThan(2)
    expect(demo.tickets.some((ticket) => ticket.ownerId === null)).toBe(true)
  })

  it('are written in German and in English, and so are the articles', () => {
    for (const things of [demo.tickets, demo.articles]) {
      const items: readonly { readonly language: string }[] = things
      expect(share(items, (item) => item.language === 'de')).toBeGreaterThan(0.3)
      expect(share(items, (item) => item.language === 'en')).toBeGreaterThan(0.3)
    }
    const english = /\b(the|is|are|you|and|for|it|to|at|on|thanks|will|yes|me)\b/i
    const german = /\b(der|die|das|ist|und|ich|nicht|bei|auf|wir|mit|im|bin|danke|ja|noch|dann|zu)\b/i
    const only = (one: RegExp, other: RegExp) => (message: DemoMessage) =>
      one.test(message.text) && !other.test(message.text)
    expect(share(demo.messages, only(english, german))).toBeGreaterThan(0.3)
    expect(share(demo.messages, only(german, english))).toBeGreaterThan(0.3)
  })
})

describe('demo articles', () => {
  it('have 150 to 600 words, a writer, and translations that belong together', () => {
    const people = new Set(demo.directory.people.map((person) => person.id))
    const byId = new Map(demo.articles.map((article) => [article.id, article]))
    for (const article of demo.articles) {
      const text = article.blocks.flatMap((block) => {
        if (block.type === 'list') return block.items
        return block.type === 'table' ? block.rows.flat() : [block.text]
      })
      const words = text.join(' ').split(/\s+/).length
      expect(words).toBeGreaterThan(150)
      expect(words).toBeLessThan(600)
      expect(people.has(article.createdBy)).toBe(true)
      expect(article.createdAt).toBe(timeOf(article.id))
      expect(article.updatedAt).toBeGreaterThanOrEqual(article.createdAt)
      expect(article.updatedAt).toBeLessThan(now)
      if (article.translationOf === null) continue
      expect(byId.get(article.translationOf)?.language).not.toBe(article.language)
    }
  })

  it('bear titles of their own', () => {
    expect(new Set(demo.articles.map((article) => article.title)).size).toBe(demo.articles.length)
  })
})

describe('larger sets', () => {
  it('keep every promise on a slice of the benchmark set', () => {
    const large = generate({ ...largeSet, now, tickets: 3000, messages: 20_000, articles: 300 })
    const ids = allIds(large)
    expect(new Set(ids).size).toBe(ids.length)
    expect(large.directory.people).toHaveLength(largeSet.people)
    expect(large.directory.channels).toHaveLength(largeSet.channels)
    expect(new Set(large.directory.channels.map((channel) => channel.name)).size).toBe(largeSet.channels)
    expect(new Set(large.directory.people.map((person) => person.email)).size).toBe(largeSet.people)
    expect(large.messages).toHaveLength(20_000)
    expect(new Set(large.tickets.map((ticket) => ticket.queueId)).size).toBe(largeSet.queues)
    expect(new Set(large.messages.map((message) => message.channelId)).size).toBe(largeSet.channels)
  })
})

function allIds({ directory, tickets, messages, articles }: Workspace): readonly string[] {
  const things = [
    ...directory.people,
    ...directory.queues,
    ...directory.channels,
    ...tickets,
    ...messages,
    ...articles,
  ]
  const parts = tickets.flatMap((ticket) => [...ticket.replies, ...ticket.notes, ...ticket.history])
  return [...things, ...parts].map((thing) => thing.id)
}

function ticketTimes(ticket: DemoTicket): readonly number[] {
  const parts = [ticket, ...ticket.replies, ...ticket.notes, ...ticket.history]
  return parts.map((part) => timeOf(part.id))
}

function firstPriority(ticket: DemoTicket): DemoTicketEvent['from'] {
  return ticket.history.find((event) => event.field === 'priority')?.from ?? ticket.priority
}
