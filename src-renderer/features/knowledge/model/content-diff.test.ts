import { describe, expect, test } from 'vitest'
import type { ArticleNode } from '#shared/model/article/article-node.ts'
import { diffContent, isUnchanged, type DiffLine } from './content-diff.ts'

const paragraph = (text: string): ArticleNode => ({
  type: 'paragraph',
  children: [{ type: 'text', text, marks: [] }],
})
const article = (title: string, ...texts: string[]) => ({ title, content: texts.map(paragraph) })

/** `-gone-`, `+new+`, and `…3` for what is not shown. */
const show = (lines: readonly DiffLine[]) =>
  lines.map((line) =>
    line.type === 'skipped'
      ? `…${String(line.count)}`
      : line.parts
          .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
          .join(''),
  )

describe('what changed', () => {
  test('is marked word by word in the paragraphs that changed', () => {
    const lines = diffContent(
      article('Router', 'Zehn Sekunden warten', 'Ende'),
      article('Router', 'Zwanzig Sekunden warten', 'Ende'),
    )
    expect(show(lines)).toEqual(['Router', '-Zehn-+Zwanzig+ Sekunden warten', 'Ende'])
    expect(isUnchanged(lines)).toBe(false)
  })

  test('is a whole paragraph where one came or went', () => {
    expect(show(diffContent(article('R', 'a', 'b'), article('R', 'a', 'neu', 'b')))).toEqual([
      '…1',
      'a',
      '+neu+',
      'b',
    ])
    expect(show(diffContent(article('R', 'a', 'b'), article('R', 'b')))).toEqual(['R', '-a-', 'b'])
  })

  test('leaves out what is far from any change', () => {
    const many = Array.from({ length: 10 }, (_, index) => `Absatz ${String(index)}`)
    expect(show(diffContent(article('R', ...many, 'x'), article('R', ...many, 'y')))).toEqual([
      '…10',
      'Absatz 9',
      '-x-+y+',
    ])
    expect(show(diffContent(article('R', ...many), article('R', ...many)))).toEqual(['…11'])
    expect(isUnchanged(diffContent(article('R', ...many), article('R', ...many)))).toBe(true)
  })

  test('looks into lists and tables', () => {
    const list = (...items: string[]): ArticleNode => ({
      type: 'bulletList',
      children: items.map((item) => ({ type: 'listItem', children: [paragraph(item)] })),
    })
    const lines = diffContent(
      { title: '', content: [list('a', 'b')] },
      { title: '', content: [list('a', 'c')] },
    )
    expect(show(lines)).toEqual(['a', '-b-+c+'])
  })

  test('of texts with nothing in common ends', () => {
    const words = (from: number) =>
      Array.from({ length: 20_000 }, (_, index) => `w${String(from + index)}`).join(' ')
    const lines = diffContent(article('R', words(0)), article('R', words(1_000_000)))
    expect(lines.length).toBeGreaterThan(0)
  })
})
