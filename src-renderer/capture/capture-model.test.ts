import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChannelRow } from '#shared/contract/chat.ts'
import { mergeTexts } from './merge-texts.ts'
import { conversationsOf, excessOf, problemOf, splitTicket, type Written } from './capture-model.ts'

describe('a ticket out of a text', () => {
  test.each([
    ['Printer jams', 'Printer jams', ''],
    ['\n\n  Printer   jams \n\nTray 2\n', 'Printer jams', 'Tray 2'],
    ['Printer jams\r\nTray 2', 'Printer jams', 'Tray 2'],
    ['', '', ''],
    [' \n ', '', ''],
  ])('%j is %j and %j', (text, title, description) => {
    expect(splitTicket(text)).toEqual({ title, description })
  })

  test('cuts a first line that is too long between words, and keeps all of it below', () => {
    const text = `${'word '.repeat(100).trim()}\nmore`
    const { title, description } = splitTicket(text)
    expect(title).toMatch(/^(word )+word…$/)
    expect(title.length).toBeLessThanOrEqual(300)
    expect(description).toBe(text)
    expect(splitTicket('x'.repeat(200_000)).title).toHaveLength(300)
  })

  test('loses no word, whatever is written, and makes a title that can be stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        const { title, description } = splitTicket(text)
        const words = (value: string) => value.split(/\s+/u).filter((word) => word !== '')
        if (title.endsWith('…') && words(description).length === words(text).length)
          expect(words(description)).toEqual(words(text))
        else expect([...words(title), ...words(description)]).toEqual(words(text))
        expect(title.length).toBeLessThanOrEqual(300)
        expect(title.isWellFormed() || !text.isWellFormed()).toBe(true)
      }),
    )
  })
})

const row = (key: string, part: Partial<ChannelRow> = {}): ChannelRow => ({
  ...{ key: key as ChannelRow['key'], kind: 'channel', name: key, description: '', archived: false },
  ...{ memberIds: null, unread: 0, mentions: 0, lastMessage: null },
  ...part,
})
const said = (sentAt: number) => ({ id: 'm' as never, authorId: null, preview: '', sentAt })

test('conversations are those one can write to, the latest first', () => {
  const rows = [
    row('quiet'),
    row('old', { lastMessage: said(1) }),
    row('gone', { archived: true, lastMessage: said(9) }),
    row('notes', { kind: 'direct', memberIds: ['me' as never], lastMessage: said(8) }),
    row('ada', { kind: 'direct', memberIds: ['me' as never, 'ada' as never], lastMessage: said(5) }),
  ]
  expect(conversationsOf(rows).map(({ key }) => key)).toEqual(['ada', 'old', 'quiet'])
})

describe('what cannot be saved', () => {
  const fine: Written = {
    ...{ kind: 'note', text: 'x', files: 0, isCopying: false, hasConversation: true, hasQueue: true },
  }
  test.each([
    [{}, null],
    [{ text: '  ' }, 'empty'],
    [{ text: '', files: 1 }, null],
    [{ text: '', isCopying: true }, 'copying'],
    [{ kind: 'ticket', text: '', files: 1 }, 'no-title'],
    [{ kind: 'ticket', hasQueue: false }, 'no-queue'],
    [{ kind: 'message', hasConversation: false }, 'no-conversation'],
    [{ kind: 'note', hasConversation: false, hasQueue: false }, null],
    [{ text: 'x'.repeat(40_001) }, 'too-long'],
    [{ kind: 'ticket', text: `t\n${'x'.repeat(200_000)}` }, null],
    [{ kind: 'ticket', text: `t\n${'x'.repeat(200_001)}` }, 'too-long'],
    [{ isCopying: true }, 'copying'],
  ] as const)('%o: %s', (part, problem) => {
    expect(problemOf({ ...fine, ...part })).toBe(problem)
  })

  test('says by how much', () => {
    expect(excessOf('message', 'x'.repeat(40_002))).toBe(2)
    expect(excessOf('note', 'fine')).toBeNull()
  })
})

test.each([
  ['', '', ''],
  ['stored', '', 'stored'],
  ['', 'kept', 'kept'],
  ['half', 'half a sentence', 'half a sentence'],
  ['half a sentence', 'half', 'half a sentence'],
  ['one', 'two', 'one\ntwo'],
])('%j and %j are %j', (stored, kept, merged) => {
  expect(mergeTexts(stored, kept)).toBe(merged)
})
