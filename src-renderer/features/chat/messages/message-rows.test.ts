import { describe, expect, it } from 'vitest'
import type { MessageId, PersonId } from '#shared/base/ids.ts'
import type { MessageRow } from '#shared/contract/chat.ts'
import { firstUnreadAfter, placeMessages, type PlacingOptions } from './message-rows.ts'

const minute = 60_000
const me = 'ME' as PersonId
const ann = 'ANN' as PersonId
const noon = Date.UTC(2026, 2, 12, 12)
const utcDay = (atMs: number): number => Math.floor(atMs / 86_400_000)

function message(id: string, change: Partial<MessageRow> = {}): MessageRow {
  return {
    key: id as MessageId,
    id: id as MessageId,
    authorId: ann,
    text: 'hello',
    topic: null,
    replyTo: null,
    mentions: [],
    sentAt: noon,
    editedAt: null,
    deletedAt: null,
    reactions: [],
    pending: false,
    attachments: [],
    replyPreview: null,
    ...change,
  }
}

const place = (messages: readonly MessageRow[], options: Partial<PlacingOptions> = {}) =>
  placeMessages(messages, { readUpTo: null, meId: me, hasOlder: false, dayOf: utcDay, ...options })
const groups = (messages: readonly MessageRow[], options?: Partial<PlacingOptions>) =>
  place(messages, options).map(({ startsGroup }) => startsGroup)

describe('groups', () => {
  it('join what one person wrote within five minutes of the message before', () => {
    expect(
      groups([
        message('1'),
        message('2', { sentAt: noon + 4 * minute }),
        message('3', { sentAt: noon + 8 * minute }),
        message('4', { sentAt: noon + 13 * minute }),
      ]),
    ).toEqual([true, false, false, true])
  })

  it('end with another author, another topic, a reply, and a clock that is far off', () => {
    expect(groups([message('1'), message('2', { authorId: me })])).toEqual([true, true])
    expect(groups([message('1'), message('2', { topic: 'Cable' })])).toEqual([true, true])
    expect(groups([message('1'), message('2', { replyTo: '1' as MessageId })])).toEqual([true, true])
    expect(groups([message('1'), message('2', { sentAt: noon - 6 * minute })])).toEqual([true, true])
  })

  it('are not made of people whom nobody knows', () => {
    expect(groups([message('1', { authorId: null }), message('2', { authorId: null })])).toEqual([true, true])
  })
})

describe('days', () => {
  const midnight = Date.UTC(2026, 2, 13)
  const night = [message('1', { sentAt: midnight - minute }), message('2', { sentAt: midnight + minute })]

  it('begin where the calendar says so, and end a group', () => {
    expect(place(night).map(({ startsDay, startsGroup }) => [startsDay, startsGroup])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  it('are not claimed for the first row while there is more before it', () => {
    expect(place(night, { hasOlder: true })[0]).toMatchObject({ startsDay: false, startsGroup: true })
  })
})

describe('topics', () => {
  it('are said once in a row, and again on another day and below the line', () => {
    const tomorrow = noon + 24 * 60 * minute
    const rows = [
      message('1', { topic: 'Cable' }),
      message('2', { topic: 'Cable', authorId: me }),
      message('3'),
      message('4', { topic: 'Cable' }),
      message('5', { topic: 'Cable', sentAt: tomorrow }),
      message('6', { topic: 'Cable', sentAt: tomorrow }),
    ]
    const shown = place(rows, { readUpTo: '5' as MessageId }).map(({ showsTopic }) => showsTopic)
    expect(shown).toEqual([true, false, false, true, true, true])
  })
})

describe('the line above new messages', () => {
  const rows = [
    message('1'),
    message('2', { authorId: me }),
    message('3', { deletedAt: noon }),
    message('4'),
    message('5'),
  ]
  const lineAbove = (readUpTo: string | null) =>
    place(rows, { readUpTo: readUpTo as MessageId | null }).find(({ startsUnread }) => startsUnread)?.message
      .key

  it('stands above the first that others wrote, is not deleted, and comes after the marker', () => {
    expect(lineAbove('1')).toBe('4')
    expect(lineAbove('0')).toBe('1')
    expect(lineAbove('4')).toBe('5')
  })

  it('is not drawn where nothing is new, or nothing was ever read', () => {
    expect(lineAbove('5')).toBeUndefined()
    expect(lineAbove(null)).toBeUndefined()
    expect(firstUnreadAfter([], '1' as MessageId, me)).toBeNull()
  })

  it('ends a group', () => {
    expect(groups([message('1'), message('2')], { readUpTo: '1' as MessageId })).toEqual([true, true])
  })
})
