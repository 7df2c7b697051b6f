import { describe, expect, test } from 'vitest'
import type { EntryId, MessageId, TicketId } from '#shared/base/ids.ts'
import { dumpDerived } from '../support/dump-tables.ts'
import { createFilledWorld, testStart } from '../support/engine-world.ts'

const hour = 3_600_000
const day = 24 * hour

/** Where the clock stands, one jump after the other. */
const jumps = [0, -3 * hour, 5, 400 * day, -2 * day, 30_000, -testStart, 0.5, 90 * 365 * day, 1_000, 9 * day]

describe('a clock that jumps', () => {
  test('makes no id twice, refuses nothing, and orders messages the same way ever after', async () => {
    const { world, channelId, queueId } = await createFilledWorld()
    const ticketId = world.nextId<TicketId>()
    world.must('ticket.create', { ticketId, queueId, title: 'Sommerzeit' })
    const sent: MessageId[] = []
    for (const jump of jumps) {
      world.clock.set(jump === -testStart ? 0 : testStart + jump)
      for (let i = 0; i < 5; i++) {
        const messageId = world.nextId<MessageId>()
        sent.push(messageId)
        world.must('chat.send', { channelId, messageId, text: `message ${sent.length}` })
        world.must('chat.edit', { messageId, text: `edited ${sent.length}` })
      }
      world.must('ticket.update', { ticketId, fields: { title: `after ${jump}` } })
      world.must('ticket.reply', { ticketId, entryId: world.nextId<EntryId>(), text: `reply after ${jump}` })
      world.must('draft.save', { key: 'ticket/new', text: `draft after ${jump}` })
    }
    expect(new Set(sent).size).toBe(sent.length)
    const read = async () =>
      (await world.ask('chat.messages', { channelId, before: 1_000 })).rows.map((row) => row.id)
    const order = await read()
    expect(order).toEqual([...sent].sort())
    const entries = (await world.ask('ticket.get', { ticketId })).rows
    expect(entries.filter((entry) => entry.type === 'reply')).toHaveLength(jumps.length)
    expect(entries.map((entry) => entry.key)).toEqual(entries.map((entry) => entry.key).sort())

    const before = world.look(dumpDerived)
    await world.restart()
    expect(await read()).toEqual(order)
    world.engine.rebuild()
    await world.engine.settled()
    expect(await read()).toEqual(order)
    expect(world.look(dumpDerived)).toEqual(before)
    expect(
      (await world.ask('search.run', { text: 'edited', scope: 'messages', limit: 200 })).rows,
    ).toHaveLength(55)
  })
})
