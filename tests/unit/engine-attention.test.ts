/** Counts that are right after any work, the week's quiet hours, keywords, and what a stranger's document may hold. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ChannelId, MessageId, PersonId } from '#shared/base/ids.ts'
import { isQuiet, notifyRulesOf, readNotifyValues, setSeenTicket } from '#shared/model/personal/notify.ts'
import { hasKeyword } from '../../src-main/engine/attention/concern.ts'
import { createFilledWorld, type World } from '../support/engine-world.ts'
import { createRandomWork } from '../support/random-work.ts'

/** Counted the slow way: message by message, out of what a window would show. */
async function recount(world: World, me: PersonId) {
  const { rows: channels } = await world.ask('chat.channels', {})
  const { spaces } = (await world.ask('notify.rules', {})).meta
  let unread = 0
  let mentions = 0
  for (const { key: channelId, archived } of channels) {
    if (archived) continue
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
      }
      await world.engine.settled()
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
      for (const prefix of ['kind/', 'space/', 'keyword/', 'schedule', 'pausedUntil', 'hideContent']) {
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
