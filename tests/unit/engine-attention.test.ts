/** Counts that are right after any work, the week's quiet hours, keywords, and what a stranger's document may hold. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ChannelId, MessageId, PersonId } from '#shared/base/ids.ts'
import {
  isQuiet,
  localMoment,
  notifyRulesOf,
  readNotifyValues,
  setSeenTicket,
  setSnooze,
} from '#shared/model/personal/notify.ts'
import { snoozeUntil } from '#shared/model/personal/snooze-times.ts'
import { hasKeyword } from '../../src-main/engine/attention/concern.ts'
import { createFilledWorld, type World } from '../support/engine-world.ts'
import { createRandomWork } from '../support/random-work.ts'

/** Counted the slow way: message by message, out of what a window would show. */
async function recount(world: World, me: PersonId) {
  const { rows: channels } = await world.ask('chat.channels', {})
  const { spaces, snoozes } = (await world.ask('notify.rules', {})).meta
  let unread = 0
  let mentions = 0
  for (const { key: channelId, archived } of channels) {
    if (archived || snoozes.some(({ id, until }) => id === channelId && until > world.clock.now())) continue
    const { meta, rows } = await world.ask('chat.messages', { channelId, before: 5_000 })
    const fresh = rows.filter(({ key }) => meta.readMarker === null || key > meta.readMarker)
    const named = fresh.filter((row) => row.mentions.includes(me)).length
    const others = fresh.filter(({ authorId, deletedAt }) => authorId !== me && deletedAt === null).length
    if (named === 0 && (others === 0 || spaces[channelId] === 'none')) continue
    unread++
    mentions += named
  }
  return { unread, mentions }
}

test('the counts are those of a recount, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const { world, channelId, queueId, me } = await createFilledWorld({ seed })
      const next = createRandomWork({
        random: world.random,
        nextId: () => world.nextId(),
        channelId,
        queueId,
      })
      const others = [world.nextId<PersonId>(), world.nextId<PersonId>()]
      for (const [index, personId] of others.entries()) {
        world.must('people.add', { personId, name: `Other ${index}` })
      }
      for (let i = 0; i < 60; i++) {
        const { name, input } = next()
        world.execute(name, input)
        if (world.random.chance(0.4)) writeAsOther(world, channelId, world.random.pick(others), me)
        if (world.random.chance(0.1)) {
          const level = world.random.pick(['none', 'all', null] as const)
          world.must('notify.setSpace', { spaceId: channelId, level })
        }
        if (world.random.chance(0.1)) {
          const until = world.random.chance(0.5) ? world.clock.now() + 10 * 60_000 : null
          world.must('notify.snooze', { type: 'channel', id: channelId, until })
        }
        // A word that is watched for makes a notification, and counts nothing of itself.
        if (world.random.chance(0.1)) {
          world.must('notify.setKeyword', { keyword: 'hello', on: world.random.chance(0.5) })
        }
        if (world.random.chance(0.05)) world.clock.advance(20 * 60_000)
      }
      await world.engine.settled()
      // What has slept long enough wakes when the engine looks.
      const looked = world.engine.watchAttention(() => undefined)
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
      looked.dispose()
      const { unread, mentions } = (await world.ask('attention.counts', {})).meta
      expect({ unread, mentions }).toEqual(await recount(world, me))
      await world.engine.dispose()
    }),
    { numRuns: 8 },
  )
})

/** A workspace without a server has only this person; what another wrote is put into the row that it would make. */
function writeAsOther(world: World, channelId: ChannelId, authorId: PersonId, me: PersonId): void {
  world.engine.transact(({ db, changed }) => {
    const id = world.nextId<MessageId>()
    const channelKey = db.value<number>('SELECT space_key FROM spaces WHERE space_id = ?', [channelId])
    const isNaming = world.random.chance(0.3)
    db.run(
      `INSERT INTO messages (message_key, message_id, channel_key, author_id, text, mentions, sent_at)
       VALUES ((SELECT coalesce(max(message_key), 0) + 1 FROM messages), ?, ?, ?, 'hello', ?, ?)`,
      [id, channelKey ?? 0, authorId, isNaming ? JSON.stringify([me]) : null, world.clock.now()],
    )
    if (isNaming) {
      db.run('INSERT INTO message_mentions (person_id, channel_key, message_id) VALUES (?, ?, ?)', [
        me,
        channelKey ?? 0,
        id,
      ])
    }
    changed.add('channels', `channel:${channelId}`)
  })
}

describe('quiet hours', () => {
  const rules = (schedule: unknown, pausedUntil: unknown = null) =>
    notifyRulesOf([
      ['schedule', schedule],
      ['pausedUntil', pausedUntil],
    ])
  const monday = 1
  const at = (day: number, hour: number) => ({ day, minutes: hour * 60 })

  test.each([
    [monday, 7, true],
    [monday, 8, false],
    [monday, 17, false],
    [monday, 18, true],
    [0, 10, true],
  ])('on working days: day %i at %i is quiet: %s', (day, hour, expected) => {
    const schedule = rules({ days: [1, 2, 3, 4, 5], from: 8 * 60, to: 18 * 60 })
    expect(isQuiet(schedule, 0, at(day, hour))).toBe(expected)
  })

  test.each([
    [monday, 23, false],
    [2, 3, false],
    [2, 7, true],
    [monday, 3, true],
  ])(
    'over midnight the hours belong to the evening before: day %i at %i is quiet: %s',
    (day, hour, expected) => {
      const night = rules({ days: [monday], from: 22 * 60, to: 6 * 60 })
      expect(isQuiet(night, 0, at(day, hour))).toBe(expected)
    },
  )

  describe('in Berlin, where the clocks are changed', () => {
    const before = process.env['TZ']
    beforeAll(() => {
      process.env['TZ'] = 'Europe/Berlin'
    })
    afterAll(() => {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    })
    const quietAt = (schedule: object, utc: string) => {
      const now = Date.parse(utc)
      return isQuiet(rules(schedule), now, localMoment(now))
    }
    const sundayNight = { days: [6], from: 22 * 60, to: 4 * 60 }

    test.each([
      // 29 March 2026: at 01:00 UTC two o'clock becomes three.
      ['2026-03-28T20:59:00Z', true],
      ['2026-03-28T21:00:00Z', false],
      ['2026-03-29T00:59:00Z', false],
      ['2026-03-29T01:00:00Z', false],
      ['2026-03-29T01:59:00Z', false],
      ['2026-03-29T02:00:00Z', true],
      // 25 October 2026: at 01:00 UTC three o'clock becomes two again.
      ['2026-10-24T19:59:00Z', true],
      ['2026-10-24T20:00:00Z', false],
      ['2026-10-25T00:30:00Z', false],
      ['2026-10-25T01:30:00Z', false],
      ['2026-10-25T02:59:00Z', false],
      ['2026-10-25T03:00:00Z', true],
    ])('over midnight from Saturday at 22 to Sunday at 4: %s is quiet: %s', (utc, expected) => {
      expect(quietAt(sundayNight, utc)).toBe(expected)
    })

    test('tomorrow at eight is eight by the clock, and Monday a Monday', () => {
      const morning = (utc: string, choice: 'tomorrow' | 'week') =>
        new Date(snoozeUntil(choice, Date.parse(utc)) ?? 0).toISOString()
      expect(morning('2026-03-28T12:00:00Z', 'tomorrow')).toBe('2026-03-29T06:00:00.000Z')
      expect(morning('2026-10-24T12:00:00Z', 'tomorrow')).toBe('2026-10-25T07:00:00.000Z')
      expect(morning('2026-10-24T12:00:00Z', 'week')).toBe('2026-10-26T07:00:00.000Z')
      expect(morning('2026-10-26T12:00:00Z', 'week')).toBe('2026-11-02T07:00:00.000Z')
      expect(snoozeUntil('evening', Date.parse('2026-10-26T16:30:00Z'))).toBeNull()
      // On a Sunday that would be the same as tomorrow.
      expect(snoozeUntil('week', Date.parse('2026-10-25T12:00:00Z'))).toBeNull()
    })
  })

  test('a pause holds until it ends', () => {
    expect(isQuiet(rules(null, 100), 99, at(0, 0))).toBe(true)
    expect(isQuiet(rules(null, 100), 100, at(0, 0))).toBe(false)
  })
})

describe('keywords', () => {
  test.each([
    ['die STRASSE ist frei', 'Straße', true],
    ['Strassenbahn', 'Straße', false],
    ['rotor 7 steht', 'Rotor 7', true],
    ['rotor 77 steht', 'Rotor 7', false],
    ['Mueller kommt', 'Müller', true],
    ['anything', '…', false],
  ])('"%s" has "%s": %s', (text, keyword, expected) => {
    expect(hasKeyword(text, [keyword])).toBe(expected)
  })
})

test('any document gives rules, however strange', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.jsonValue())), (entries) => {
      const doc = new Y.Doc()
      for (const [key, value] of entries) doc.getMap('notify').set(key, value)
      for (const prefix of [
        'snooze/channel/',
        'snooze/',
        'kind/',
        'space/',
        'keyword/',
        'schedule',
        'pausedUntil',
        'hideContent',
      ]) {
        for (const [key, value] of entries) doc.getMap('notify').set(`${prefix}${key}`, value)
      }
      const rules = notifyRulesOf(readNotifyValues(doc))
      expect(typeof isQuiet(rules, 0, { day: 1, minutes: 0 })).toBe('boolean')
    }),
  )
})

test('marks of tickets that were seen long ago go', () => {
  const doc = new Y.Doc()
  const day = 86_400_000
  setSeenTicket(doc, '01HZZZZZZZZZZZZZZZZZZZZZZA' as never, day)
  setSeenTicket(doc, '01HZZZZZZZZZZZZZZZZZZZZZZB' as never, 100 * day)
  expect([...doc.getMap('seenTickets').keys()]).toEqual(['01HZZZZZZZZZZZZZZZZZZZZZZB'])
  expect(setSeenTicket(doc, '01HZZZZZZZZZZZZZZZZZZZZZZB' as never, day)).toBe(false)
})

test('snoozes that were over long ago go, and the others stay', () => {
  const doc = new Y.Doc()
  const day = 86_400_000
  const id = (last: string) => `01HZZZZZZZZZZZZZZZZZZZZZZ${last}` as ChannelId
  setSnooze(doc, { type: 'channel', id: id('A') }, day, 0)
  setSnooze(doc, { type: 'channel', id: id('B') }, 99 * day, 0)
  setSnooze(doc, { type: 'channel', id: id('C') }, 101 * day, 100 * day)
  expect(notifyRulesOf(readNotifyValues(doc)).snoozes.map(({ id: each }) => each)).toEqual([id('B'), id('C')])
  expect(setSnooze(doc, { type: 'channel', id: id('B') }, null, 100 * day)).toBe(true)
  expect(notifyRulesOf(readNotifyValues(doc)).snoozes).toHaveLength(1)
})
