import { describe, expect, it } from 'vitest'
import type { FoundBy, Passage, PassagePlace } from '#shared/contract/passages.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import { foundRows } from './found-rows.ts'

const hit = (id: string): SearchHit => ({
  key: `h${id}`,
  type: 'article',
  articleId: id as never,
  language: 'en',
  category: '',
  title: { text: id, marks: [] },
  updatedAt: 0,
  snippet: { text: '', marks: [] },
})
const passage = (key: string, place: PassagePlace, foundBy: FoundBy = 'meaning'): Passage => ({
  key,
  place,
  text: '',
  marks: [],
  foundBy,
  score: 1,
})
const article = (id: string): PassagePlace => ({
  type: 'article',
  articleId: id as never,
  title: '',
  headings: [],
  language: 'en',
})
const message = (id: string): PassagePlace => ({
  type: 'message',
  channelId: 'c' as never,
  channelName: '',
  topic: null,
  messageId: id as never,
  authorId: null,
  at: 0,
})

describe('what was found', () => {
  it('has each thing once: by its words where it was found by them, else by its best passage', () => {
    const rows = foundRows(
      [hit('a')],
      [passage('1', article('a')), passage('2', article('b')), passage('3', article('b'))],
    )
    expect(rows.map(({ key }) => key)).toEqual(['ha', 'passage 2'])
  })

  it('does not show messages twice that words found as well', () => {
    const both = passage('1', message('m'), 'both')
    expect(foundRows([hit('a')], [both])).toHaveLength(1)
    expect(foundRows([], [both])).toHaveLength(1)
    expect(foundRows([hit('a')], [passage('1', message('m'))])).toHaveLength(2)
  })
})
