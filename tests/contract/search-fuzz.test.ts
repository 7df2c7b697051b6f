/** Whatever stands in the search box, an answer comes. */
import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { MessageId } from '#shared/base/ids.ts'
import { createFilledWorld } from '../support/engine-world.ts'

describe('the query', () => {
  test('search.run takes any text a person can type or paste', async () => {
    const { world, channelId } = await createFilledWorld()
    world.must('chat.send', {
      channelId,
      messageId: world.nextId<MessageId>(),
      text: 'state:open "a b" -c* ^d (e) 𝔘 ① ªº',
    })
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '"',
        '-',
        ':',
        '*',
        '(',
        ')',
        '^',
        ' AND ',
        ' OR ',
        ' NOT ',
        'NEAR(',
        '{',
        '}',
        '+',
        '\u0301',
        '\0',
      ),
      fc.constantFrom(
        'in:',
        'from:',
        'state:',
        'owner:',
        'tag:',
        'priority:',
        'type:',
        'before:',
        'after:',
        'von:',
        'ist:',
      ),
      fc.constantFrom(
        'constructor',
        '__proto__',
        'toString',
        'valueOf',
        '\ud800',
        'ﬁ',
        'ǅ',
        'İ',
        '١٢',
        '数字',
        '2026-02-30',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('', ' '),
        async (pieces, between) => {
          const text = pieces.join(between).slice(0, 500)
          for (const scope of ['all', 'tickets', 'messages', 'articles'] as const) {
            const result = await world.engine.query('search.run', { text, scope })
            if (!result.ok) throw new Error(`${result.error.type} for ${JSON.stringify(text)}`)
          }
          const list = await world.engine.query('ticket.list', { filter: { text } })
          return list.ok
        },
      ),
      { numRuns: 600 },
    )
  })
})
