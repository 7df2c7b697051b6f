import { describe, expect, it } from 'vitest'
import type { ArticleNode } from '#shared/model/article/article.ts'
import { nodeText, outlineOf } from './article-nodes.ts'

const text = (value: string): ArticleNode => ({ type: 'text', text: value, marks: [] })
const heading = (level: number, value: string): ArticleNode => ({
  type: 'heading',
  level,
  children: [text(value)],
})

describe('the table of contents', () => {
  it('names all headings in their order, also those inside of something', () => {
    const content = [
      heading(2, 'One'),
      { type: 'paragraph', children: [text('words')] },
      heading(3, 'Two'),
      { type: 'callout', children: [heading(2, 'Three')] },
    ]
    expect(outlineOf(content).headings).toEqual([
      { id: 'heading-0', text: 'One', depth: 1 },
      { id: 'heading-1', text: 'Two', depth: 2 },
      { id: 'heading-2', text: 'Three', depth: 1 },
    ])
  })

  it('finds the id of a heading again, and leaves out empty ones', () => {
    const empty = heading(2, '  ')
    const one = heading(2, 'One')
    const outline = outlineOf([empty, one])
    expect(outline.idOf(one)).toBe('heading-0')
    expect(outline.idOf(empty)).toBeUndefined()
    expect(outline.headings).toHaveLength(1)
  })

  it('is empty for an article without headings', () => {
    expect(outlineOf([text('words')]).headings).toEqual([])
  })
})

describe('the text of a node', () => {
  it('is there also for nodes that nobody knows', () => {
    expect(
      nodeText({ type: 'future', children: [text('a'), { type: 'other', children: [text('b')] }] }),
    ).toBe('ab')
    expect(nodeText({ type: 'hollow' } as unknown as ArticleNode)).toBe('')
  })
})
