/** Two devices and a server, over real sockets and real files. */
import { expect, test } from 'vitest'
import type { ChannelId, EntryId, MessageId, PersonId, QueueId, TicketId } from '#shared/base/ids.ts'
import { createDevice, joinServer, setUpServer, startServer } from '../support/sync-world.ts'

test('what one writes the other reads, both ways, and nothing waits any more', async () => {
  const running = await startServer()
  const ada = createDevice({ seed: 1 })
  const bob = createDevice({ seed: 2 })
  await setUpServer(running, ada)
  const channelId = ada.nextId<ChannelId>()
  const queueId = ada.nextId<QueueId>()
  ada.must('channel.create', { channelId, name: 'general' })
  ada.must('queue.create', { queueId, name: 'Service' })
  await ada.untilSynced()
  await joinServer(running, ada, bob, 'Bob')
  await bob.untilSynced()
  expect((await bob.ask('workspace.get', {})).meta.workspace?.name).toBe('Windpark Nord')
  expect((await bob.ask('workspace.get', {})).rows.map(({ name }) => name)).toEqual(['Ada', 'Bob'])
  expect((await bob.ask('chat.channels', {})).rows.map(({ name }) => name)).toEqual(['general'])

  ada.must('chat.send', { channelId, messageId: ada.nextId<MessageId>(), text: 'hello Bob' })
  bob.must('chat.send', { channelId, messageId: bob.nextId<MessageId>(), text: 'hello Ada' })
  const ticketId = bob.nextId<TicketId>()
  bob.must('ticket.create', { ticketId, queueId, title: 'Rotor 7' })
  bob.must('ticket.reply', { ticketId, entryId: bob.nextId<EntryId>(), text: 'on my way' })
  bob.must('ticket.note', { ticketId, entryId: bob.nextId<EntryId>(), text: 'customer is angry' })
  expect((await bob.ask('ticket.get', { ticketId })).rows.some(({ pending }) => pending)).toBe(true)
  await Promise.all([ada.untilSynced(), bob.untilSynced()])

  for (const device of [ada, bob]) {
    await expect
      .poll(async () =>
        (await device.ask('chat.messages', { channelId })).rows.map(({ text }) => text).sort(),
      )
      .toEqual(['hello Ada', 'hello Bob'])
    await expect.poll(async () => (await device.ask('ticket.get', { ticketId })).rows.length).toBe(2)
    const ticket = await device.ask('ticket.get', { ticketId })
    expect(ticket.meta).toMatchObject({ title: 'Rotor 7', number: 1, pending: false })
    expect(ticket.rows.map(({ pending }) => pending)).toEqual([false, false])
  }
})

test('a local workspace moves to a server with all its history', async () => {
  const running = await startServer()
  const ada = createDevice({ seed: 3 })
  const bob = createDevice({ seed: 4 })
  ada.must('workspace.create', {
    name: 'At home',
    personName: 'Ada',
    channelName: 'general',
    queueName: 'Service',
  })
  const channelId = (await ada.ask('chat.channels', {})).rows[0]!.key
  const queueId = (await ada.ask('ticket.queues', {})).rows[0]!.key
  // Somebody who was only written down, and a conversation with them.
  const writtenDown = ada.nextId<PersonId>()
  ada.must('people.add', { personId: writtenDown, name: 'Zoe' })
  const direct = ada.nextId<ChannelId>()
  ada.engine.transact(({ records }) => {
    const members = [
      writtenDown,
      ada.look((db) => db.prepare("SELECT value FROM meta WHERE key = 'me'").pluck().get() as PersonId),
    ]
    records.putSpace(direct, { kind: 'direct', parentId: null, members })
  })
  ada.must('chat.send', { channelId: direct, messageId: ada.nextId<MessageId>(), text: 'between us' })
  for (let i = 0; i < 20; i++) {
    ada.must('chat.send', { channelId, messageId: ada.nextId<MessageId>(), text: `message ${i}` })
    const ticketId = ada.nextId<TicketId>()
    ada.must('ticket.create', { ticketId, queueId, title: `ticket ${i}`, description: 'text' })
    ada.must('ticket.note', { ticketId, entryId: ada.nextId<EntryId>(), text: 'note' })
  }
  await ada.engine.settled()
  await setUpServer(running, ada)
  await ada.untilSynced()
  expect((await ada.status()).refused).toBe(0)
  expect((await ada.ask('chat.messages', { channelId: direct })).rows).toHaveLength(1)
  await joinServer(running, ada, bob, 'Bob')
  await bob.untilSynced()
  expect((await bob.ask('chat.messages', { channelId: direct })).rows).toEqual([])
  expect((await bob.ask('workspace.get', {})).meta.workspace?.name).toBe('At home')
  expect((await bob.ask('chat.messages', { channelId })).rows).toHaveLength(20)
  const tickets = (await bob.ask('ticket.list', {})).rows
  expect(tickets.map(({ noteCount }) => noteCount)).toEqual(Array(20).fill(1))
  expect(tickets.map(({ number }) => number).sort((a, b) => a! - b!)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
})
