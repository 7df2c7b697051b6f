import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '#shared/base/ids.ts'
import { findCompletionToken, suggestEmojis, suggestPeople } from './completion.ts'
import { emojiNamesFile, makeEmojiNames } from '../../../../scripts/make-emoji-names.ts'
import { emojiName, joinNames } from './emoji-search.ts'
import { emojis, quickReactions } from './emojis.ts'

const tokenIn = (text: string) => {
  const caret = text.indexOf('|')
  const token = findCompletionToken(text.replace('|', ''), caret)
  return token && [token.kind, token.query, token.from]
}

describe('what is being named', () => {
  it.each([
    ['@|', ['person', '', 0]],
    ['hi @an|', ['person', 'an', 3]],
    ['hi @Jörg Mü|', ['person', 'Jörg Mü', 3]],
    ['(@an|', ['person', 'an', 1]],
    ['one\n@an|', ['person', 'an', 4]],
    ['@an| more', ['person', 'an', 0]],
    ['ok :th|', ['emoji', 'th', 3]],
    [':+1|', ['emoji', '+1', 0]],
  ])('%s', (text, token) => {
    expect(tokenIn(text)).toEqual(token)
  })

  it.each(['joe@an|', '@ann went to the shop|', 'at 10:30|', ':t|', 'x:th|', 'plain|', '@an\n|'])(
    'nothing in %s',
    (text) => {
      expect(tokenIn(text)).toBeNull()
    },
  )
})

describe('people', () => {
  const person = (name: string) => ({ key: name as PersonId, name })
  const people = ['Bernd Anders', 'Anna Öztürk', 'Ann Baker', 'Zoë Krämer'].map(person)
  const suggest = (query: string, me: string | null = null) =>
    suggestPeople(people, query, me as PersonId | null, (a, b) => a.localeCompare(b)).map(({ name }) => name)

  it('are found by any of their names, first names first', () => {
    expect(suggest('an')).toEqual(['Ann Baker', 'Anna Öztürk', 'Bernd Anders'])
    expect(suggest('ann ba')).toEqual(['Ann Baker'])
  })

  it('are found without their accents', () => {
    expect(suggest('zoe kra')).toEqual(['Zoë Krämer'])
    expect(suggest('oz')).toEqual(['Anna Öztürk'])
  })

  it('put oneself last', () => {
    expect(suggest('ann', 'Ann Baker')).toEqual(['Anna Öztürk', 'Ann Baker'])
  })

  it('are not suggested once the name stands there in full', () => {
    expect(suggest('Ann Baker')).toEqual([])
    expect(suggest('Ann Baker ')).toEqual([])
    expect(suggest('Ann')).toEqual(['Ann Baker', 'Anna Öztürk'])
  })

  it('are nobody where no name fits', () => {
    expect(suggest('qx')).toEqual([])
  })
})

describe('emojis', () => {
  it('are found by English and German words, the best first', () => {
    expect(suggestEmojis(emojis, 'thumbs').map(({ char }) => char)).toEqual(['👍', '👎'])
    expect(suggestEmojis(emojis, 'rakete')[0]?.char).toBe('🚀')
    expect(suggestEmojis(emojis, 'x')[0]?.char).toBe('❌')
  })

  it('are found by all their names in both languages, once these are there, and with their name in the one that is shown', () => {
    const all = joinNames(emojis, readFileSync(emojiNamesFile, 'utf8'))
    const first = (query: string) => suggestEmojis(all, query)[0]?.char
    expect(new Set(all.map(({ char }) => char.replaceAll('\uFE0F', ''))).size).toBe(all.length)
    expect(all.slice(0, emojis.length).map(({ char }) => char)).toEqual(emojis.map(({ char }) => char))
    for (const [query, char] of [
      ...[
        ['Regenschirm', '☂️'],
        ['umbrella', '☂️'],
        ['muelleimer', undefined],
        ['Müllsack', undefined],
      ],
      ...[
        ['Schildkroete', undefined],
        ['schildkröte', '🐢'],
        ['schildkrote', '🐢'],
        ['turtle', '🐢'],
      ],
      ...[
        ['Daumen_hoch', '👍'],
        ['thumbsup', '👍'],
        ['flagge_schweiz', '🇨🇭'],
        ['switzerland', '🇨🇭'],
      ],
    ] as const)
      expect([query, first(query)]).toEqual([query, char])
    // What people use most goes before what only begins the same.
    expect(suggestEmojis(all, 'herz')[0]?.char).toBe('❤️')
    const [thumb] = all
    if (!thumb) throw new Error('there are emojis')
    expect([emojiName(thumb, 'de'), emojiName(thumb, 'en')]).toEqual(['Daumen hoch', 'thumbs up'])
    expect(all.filter((emoji) => emojiName(emoji, 'de') === '')).toEqual([])
  })

  it('have names as the package has them, and its licence lies beside them', () => {
    expect(readFileSync(emojiNamesFile, 'utf8')).toBe(makeEmojiNames())
    expect(readFileSync(path.join(path.dirname(emojiNamesFile), 'LICENSE.md'), 'utf8')).toContain(
      'UNICODE LICENSE V3',
    )
  })

  it('are each there once, and a dozen are for reactions', () => {
    expect(new Set(emojis.map(({ char }) => char)).size).toBe(emojis.length)
    expect(quickReactions).toHaveLength(12)
  })
})
