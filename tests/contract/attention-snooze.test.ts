/** What sleeps is silent until its time, wakes when somebody needs just this person, and comes back by itself. */
import { beforeEach, expect, test } from 'vitest'
import type { ChannelId, PersonId, QueueId } from '#shared/base/ids.ts'
import {
  addDevice,
  addTicket,
  listen,
  makeDirect,
  meOf,
  reply,
  say,
  type Ear,
} from '../support/attention-world.ts'
import { createDevice, joinServer, setUpServer, startServer, type Device } from '../support/sync-world.ts'

const hourMs = 60 * 60_000
const patience = { timeout: 10_000, interval: 5 }

/** Ben's clock and the timers of his snoozes are the test's. */
const time = {
  ahead: 0,
  timers: new Set<() => void>(),
  now: () => Date.now() + time.ahead,
  advance(ms: number): void {
    time.ahead += ms
    for (const run of [...time.timers]) run()
  },
}
const clock = { now: time.now, set: time.advance, advance: time.advance }
const snoozeTimerMs = 60_000
const timers = {
  after(ms: number, run: () => void) {
    if (ms === snoozeTimerMs) {
      const once = () => {
        time.timers.delete(once)
        run()
      }
      time.timers.add(once)
      return { dispose: () => time.timers.delete(once) }
    }
    const timer = setTimeout(run, ms)
    return { dispose: () => clearTimeout(timer) }
  },
}

let ada: Device
let ben: Device
let ear: Ear
let members: PersonId[]
let address: Parameters<typeof addDevice>[0]

beforeEach(async () => {
  time.ahead = 0
  time.timers.clear()
  const server = await startServer()
  address = server
  ada = createDevice({ seed: 1 })
  ben = createDevice({ seed: 2, clock, syncOptions: { timers } })
  await setUpServer(server, ada)
  ada.must('channel.create', { channelId: ada.nextId<ChannelId>(), name: 'general' })
  ada.must('queue.create', { queueId: ada.nextId<QueueId>(), name: 'Service' })
  await ada.untilSynced()
  await joinServer(server, ada, ben, 'Ben')
  await ben.untilSynced()
  await ada.untilSynced()
  members = [await meOf(ada), await meOf(ben)]
  ear = listen(ben.engine)
  await expect
    .poll(
      () => ben.look((db) => db.prepare("SELECT 1 FROM meta WHERE key = 'attentionSince'").get()),
      patience,
    )
    .toBeDefined()
})

const inbox = async () =>
  (await ben.ask('inbox.list', {})).rows.map((row) =>
    row.type === 'snoozed' ? `snoozed ${row.name}` : row.type,
  )
const counts = async () => (await ben.ask('attention.counts', {})).meta
const kinds = () => ear.told.map(({ kind }) => kind)

test('a conversation sleeps, is silent meanwhile, and comes back once, also over a restart', async () => {
  const direct = makeDirect(ada, members)
  say(ada, direct, 'first')
  await ear.untilTold('first')
  const until = time.now() + hourMs
  ben.must('notify.snooze', { type: 'channel', id: direct, until })
  expect(await inbox()).toEqual(['snoozed Ada'])
  say(ada, direct, 'meanwhile')
  await expect
    .poll(
      async () => (await ben.ask('chat.channels', {})).rows.find(({ key }) => key === direct)?.unread,
      patience,
    )
    .toBe(2)
  expect(await counts()).toMatchObject({ unread: 0 })
  // Something that is told afterwards, so that nothing can still be on its way.
  await addTicket(ada, 'a ticket', members[1] ?? null)
  await ear.untilTold('first', 'a ticket')

  time.advance(hourMs + 1)
  await ear.untilTold('first', 'a ticket', 'meanwhile')
  expect(kinds()).toEqual(['message', 'assigned', 'snoozed'])
  expect(ear.told.at(-1)).toMatchObject({
    where: 'Ada',
    place: `channel/${direct}`,
    actions: ['reply', 'snooze'],
  })
  expect(await inbox()).toContain('direct')
  expect(await counts()).toMatchObject({ unread: 1 })

  // On another device of Ben's it was looked at: nobody tells it any more.
  const other = await addDevice(address, 'ben@example.org', 3)
  const key = ear.told.at(-1)?.key ?? ''
  other.must('notify.snooze', { type: 'channel', id: direct, until: null })
  await expect.poll(() => ear.withdrawn, patience).toContain(key)
})

test('what comes due while the program is closed is told at the next start, and not before the quiet is over', async () => {
  const ticketId = await addTicket(ada, 'Rotor 7', members[1] ?? null)
  await ear.untilTold('Rotor 7')
  ben.must('notify.snooze', { type: 'ticket', id: ticketId, until: time.now() + hourMs })
  expect(await inbox()).toEqual(['snoozed Rotor 7'])
  ben.must('notify.pause', { until: time.now() + 3 * hourMs })
  await ben.restart()
  time.ahead += 2 * hourMs
  const again = listen(ben.engine)
  await expect.poll(inbox, patience).toEqual(['ticket'])
  expect(again.told).toEqual([])
  time.advance(2 * hourMs)
  await expect
    .poll(() => again.told.map(({ kind, text }) => [kind, text]), patience)
    .toEqual([['snoozed', 'Rotor 7']])
  await ben.restart()
  const third = listen(ben.engine)
  await addTicket(ada, 'another', members[1] ?? null)
  await third.untilTold('another')
})

test('a mention, and a reply of the customer, wake before the time', async () => {
  const [channel] = (await ada.ask('chat.channels', {})).rows
  if (!channel) throw new Error('there is no channel')
  ben.must('notify.snooze', { type: 'channel', id: channel.key, until: time.now() + hourMs })
  const ticketId = await addTicket(ada, 'Rotor 7', members[1] ?? null)
  await ear.untilTold('Rotor 7')
  ben.must('notify.snooze', { type: 'ticket', id: ticketId, until: time.now() + hourMs })
  reply(ada, ticketId, 'still broken', 'customer')
  await ear.untilTold('Rotor 7', 'still broken')
  say(ada, channel.key, '@Ben please')
  await ear.untilTold('Rotor 7', 'still broken', '@Ben please')
  await expect.poll(async () => (await ben.ask('notify.rules', {})).meta.snoozes, patience).toEqual([])
  expect(await inbox()).toEqual(expect.arrayContaining(['mention', 'ticket']))
})

test("a queue of which all is wanted tells of what is nobody's, until somebody takes it", async () => {
  const [queue] = (await ben.ask('ticket.queues', {})).rows
  if (!queue) throw new Error('there is no queue')
  const before = await addTicket(ada, 'before', null)
  await expect
    .poll(async () => (await ben.ask('ticket.get', { ticketId: before })).meta?.title, patience)
    .toBe('before')
  ben.must('notify.setSpace', { spaceId: queue.key, level: 'all' })
  const ticketId = await addTicket(ada, 'Rotor 7', null)
  await expect.poll(() => ear.told.at(-1)?.text, patience).toBe('Rotor 7')
  expect(ear.told.at(-1)).toMatchObject({ kind: 'queue', where: 'Service', actions: ['claim', 'snooze'] })
  await expect.poll(inbox, patience).toContain('queue')
  ada.must('ticket.update', { ticketId, fields: { ownerId: members[0] ?? null } })
  await expect.poll(() => ear.withdrawn, patience).toContain(`queue/${ticketId}`)
  await expect.poll(inbox, patience).not.toContain('queue')
})

test('nothing sleeps that is not there, or until a time that is over', () => {
  const nowhere = ben.nextId<ChannelId>()
  const refused = (input: object) => ben.engine.execute('notify.snooze', input)
  expect(refused({ type: 'channel', id: nowhere, until: time.now() + 1_000 })).toMatchObject({
    ok: false,
    error: { type: 'not-found' },
  })
  expect(refused({ type: 'ticket', id: nowhere, until: time.now() - 1 })).toMatchObject({
    ok: false,
    error: { type: 'invalid-input' },
  })
  expect(refused({ type: 'queue', id: nowhere, until: null })).toMatchObject({ ok: false })
})
