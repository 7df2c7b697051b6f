import { describe, expect, test } from 'vitest'
import type { ChannelId, MessageId, TicketId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import type { ParsedQuery } from '#shared/contract/parse.ts'
import { createLiveQueries } from '../../src-main/engine/queries/live-queries.ts'
import { createInlineReader, type Reader } from '../../src-main/engine/queries/reader.ts'
import { createFilledWorld } from '../support/engine-world.ts'
import { createLiveWindow, quiet } from '../support/live-window.ts'
import { createRandomWork } from '../support/random-work.ts'

const id = (n: number) => `01KAKBY200E6VXQ3M5T7Q9${String(n).padStart(4, '0')}`

/** Live queries over a reader that counts what it is asked, and answers with its count. */
function createCounted() {
  const asked: string[] = []
  const released: number[] = []
  const inner = createInlineReader(
    (query: ParsedQuery) => {
      if (isBroken) throw new Error('broken')
      return { meta: asked.length, rows: [{ key: query.name }] }
    },
    () => true,
  )
  let isBroken = false
  const reader: Reader = {
    ...inner,
    live(subscription, query) {
      asked.push(query.name)
      return inner.live(subscription, query)
    },
    release(subscription) {
      released.push(subscription)
      inner.release(subscription)
    },
  }
  const live = createLiveQueries({ readerFor: () => reader, log: silentLog })
  return { live, asked, released, fail: (broken: boolean) => (isBroken = broken) }
}

describe('live queries', () => {
  test('show the same as the query itself, through random work', async () => {
    const { world, channelId, queueId } = await createFilledWorld({ seed: 11 })
    const window = createLiveWindow((send) => world.engine.connect(send))
    const ticketId = world.nextId<TicketId>()
    world.must('ticket.create', { ticketId, queueId, title: 'watched' })
    const watched = [
      ['workspace.get', {}],
      ['chat.channels', {}],
      ['chat.messages', { channelId, before: 30 }],
      ['ticket.queues', {}],
      ['ticket.counts', {}],
      ['ticket.list', { filter: { view: 'active' }, sort: 'title', limit: 20 }],
      ['ticket.get', { ticketId }],
      ['ticket.tags', {}],
      ['inbox.list', {}],
      ['draft.get', { key: `channel/${channelId}` }],
    ] as const
    watched.forEach(([name, input], subscription) => window.subscribe(subscription, name, input))
    const next = createRandomWork({ random: world.random, nextId: () => world.nextId(), channelId, queueId })
    for (let i = 0; i < 200; i++) {
      const { name, input } = next()
      world.execute(name, input)
      world.clock.advance(500)
      if (i % 10 !== 9) continue
      await world.engine.settled()
      await quiet()
      for (const [subscription, [query, queryInput]] of watched.entries()) {
        const result = await world.engine.query(query, queryInput)
        expect(window.shown(subscription), query).toEqual(result.ok && result.value)
      }
    }
    expect(window.errors).toEqual([])
    expect(window.received.length).toBeGreaterThan(100)
  })

  test('run again only where a key that changed is one they depend on', async () => {
    const { live, asked } = createCounted()
    const window = createLiveWindow((send) => live.connect(send))
    window.subscribe(1, 'chat.messages', { channelId: id(1) })
    window.subscribe(2, 'ticket.list', {})
    window.subscribe(3, 'ticket.get', { ticketId: id(7) })
    await quiet()
    expect(asked.splice(0).sort()).toEqual(['chat.messages', 'ticket.get', 'ticket.list'])
    live.invalidate(new Set(['tickets', `ticket:${id(8)}`]))
    await quiet()
    expect(asked.splice(0)).toEqual(['ticket.list'])
    live.invalidate(new Set([`channel:${id(2)}`, 'status']))
    await quiet()
    expect(asked).toEqual([])
    live.invalidate(new Set([`channel:${id(1)}`]))
    await quiet()
    expect(asked).toEqual(['chat.messages'])
  })

  test('of a channel stay still while tickets, drafts and other channels change', async () => {
    const { world, channelId, queueId } = await createFilledWorld()
    const other = world.nextId<ChannelId>()
    world.must('channel.create', { channelId: other, name: 'Anderer' })
    await world.engine.settled()
    const window = createLiveWindow((send) => world.engine.connect(send))
    window.subscribe(1, 'chat.messages', { channelId })
    window.subscribe(2, 'ticket.list', {})
    await quiet()
    world.must('ticket.create', { ticketId: world.nextId<TicketId>(), queueId, title: 'x' })
    world.must('draft.save', { key: `channel/${channelId}`, text: 'x' })
    world.must('chat.send', { channelId: other, messageId: world.nextId<MessageId>(), text: 'x' })
    await quiet()
    expect([window.diffs(1), window.diffs(2)]).toEqual([1, 2])
    world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'x' })
    await quiet()
    expect([window.diffs(1), window.diffs(2)]).toEqual([2, 2])
  })

  test('wait for a slow window, and then send everything at once', async () => {
    const { world, channelId } = await createFilledWorld()
    const window = createLiveWindow((send) => world.engine.connect(send), false)
    window.subscribe(1, 'chat.messages', { channelId })
    await quiet()
    for (let i = 0; i < 20; i++) {
      world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: `message ${i}` })
      await quiet()
    }
    expect(window.diffs(1)).toBe(1)
    window.connection.receive({ type: 'ack', subscription: 1, revision: 77 })
    await quiet()
    expect(window.diffs(1)).toBe(1)
    window.acknowledge(1)
    await quiet()
    expect(window.diffs(1)).toBe(2)
    expect(window.shown(1).rows).toHaveLength(20)
    window.acknowledge(1)
    await quiet()
    expect(window.diffs(1)).toBe(2)
  })

  test('answer a changed input with the difference to what the window has', async () => {
    const { world, channelId } = await createFilledWorld()
    for (let i = 0; i < 10; i++) {
      world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: `message ${i}` })
    }
    const window = createLiveWindow((send) => world.engine.connect(send))
    window.subscribe(1, 'chat.messages', { channelId, before: 8 })
    await quiet()
    window.ask({ type: 'change', subscription: 1, input: { channelId, before: 9 } })
    await quiet()
    const last = window.received.at(-1)
    expect(last).toMatchObject({ type: 'diff', diff: { removed: [], changed: [] } })
    expect(last?.type === 'diff' && last.diff.placed).toHaveLength(1)
    expect(window.shown(1).rows).toHaveLength(9)
    window.ask({ type: 'change', subscription: 1, input: { channelId: 'nowhere' } })
    expect(window.errors).toMatchObject([{ type: 'invalid-input' }])
    world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'goes on' })
    await quiet()
    expect(window.shown(1).rows.at(-1)).toMatchObject({ text: 'goes on' })
  })

  test('are let go of when the window closes one, or goes itself', async () => {
    const { live, asked, released } = createCounted()
    const window = createLiveWindow((send) => live.connect(send))
    for (let i = 0; i < 5; i++) window.subscribe(i, 'ticket.list')
    await quiet()
    window.ask({ type: 'unsubscribe', subscription: 2 })
    expect(released).toHaveLength(1)
    asked.length = 0
    live.invalidate(new Set(['tickets']))
    // Closed while the reader is at work: let go of when it is done.
    window.connection.close()
    await quiet()
    expect(new Set(released).size).toBe(5)
    expect(asked).toHaveLength(4)
    live.invalidate(new Set(['tickets']))
    window.subscribe(9, 'ticket.list')
    await quiet()
    expect(asked).toHaveLength(4)
  })

  test('tell an error, and go on with the next change', async () => {
    const { live, fail } = createCounted()
    const window = createLiveWindow((send) => live.connect(send))
    window.subscribe(1, 'ticket.list')
    await quiet()
    fail(true)
    live.invalidate(new Set(['tickets']))
    await quiet()
    expect(window.errors).toEqual([{ type: 'internal' }])
    fail(false)
    live.invalidate(new Set(['tickets']))
    await quiet()
    expect(window.diffs(1)).toBe(2)
  })

  test('drop what is malformed and refuse what is unknown, and work on', async () => {
    const { live, asked } = createCounted()
    const window = createLiveWindow((send) => live.connect(send))
    const malformed = [
      ...[undefined, null, 5, 'subscribe', [], {}, { type: 'subscribe' }, { type: 'drop' }],
      { type: 'subscribe', subscription: -1, name: 'ticket.list', input: {} },
      { type: 'subscribe', subscription: 1.5, name: 'ticket.list', input: {} },
      { type: 'subscribe', subscription: 1, name: 'x'.repeat(101), input: {} },
      { type: 'ack', subscription: 1, revision: 0, extra: true },
      { type: 'ack', subscription: 99, revision: 0 },
      { type: 'change', subscription: 99, input: {} },
      { type: 'unsubscribe', subscription: 99 },
    ]
    for (const message of malformed) window.connection.receive(message)
    await quiet()
    expect(window.received).toEqual([])
    window.subscribe(1, 'ticket.destroy')
    window.subscribe(2, '__proto__')
    window.subscribe(3, 'ticket.list', { limit: 0 })
    expect(window.errors.map((error) => error.type)).toEqual([
      'unknown-call',
      'unknown-call',
      'invalid-input',
    ])
    window.subscribe(4, 'ticket.list')
    window.subscribe(4, 'ticket.list')
    await quiet()
    expect(window.errors).toHaveLength(4)
    expect(asked).toEqual(['ticket.list'])
  })

  test('are at most 500 a window', async () => {
    const { live, asked } = createCounted()
    const window = createLiveWindow((send) => live.connect(send))
    for (let i = 0; i < 600; i++) window.subscribe(i, 'ticket.tags')
    await quiet()
    expect(asked).toHaveLength(500)
    expect(window.errors).toHaveLength(100)
    window.ask({ type: 'unsubscribe', subscription: 7 })
    window.subscribe(700, 'ticket.tags')
    await quiet()
    expect(asked).toHaveLength(501)
  })
})
