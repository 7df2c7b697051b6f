import { describe, expect, it } from 'vitest'
import type { PersonId } from '#shared/base/ids.ts'
import { findCompletionToken, suggestEmojis, suggestPeople } from './completion.ts'
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

  it('are each there once, and a dozen are for reactions', () => {
    expect(new Set(emojis.map(({ char }) => char)).size).toBe(emojis.length)
    expect(quickReactions).toHaveLength(12)
  })
})
