/** Content to Markdown and back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import type { ArticleNode, ArticleTextNode } from '#shared/model/article/article-node.ts'
import { readFrontMatter, writeFrontMatter } from './front-matter.ts'
import { markdownToContent } from './markdown-read.ts'
import { contentToMarkdown } from './markdown-write.ts'

const marks = ['bold', 'italic', 'strike', 'underline'] as const
/** With all that means something in Markdown. */
const word = fc.oneof(
  fc.constantFrom(
    'Router',
    'über',
    '*',
    '**',
    '_',
    '#',
    '1.',
    '-',
    '`x`',
    '|',
    '<b>',
    '&amp;',
    '[x]',
    '~~',
    '\\',
    '!',
  ),
  fc.stringMatching(/^[a-zäöü0-9*_#~<>|`[\]()&!.+-]{1,8}$/),
)
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
const href = fc.constantFrom(
  'https://example.org/a_b?c=1&d=(2)',
  'outpost:knowledge/01KAKBY200E6VXQ3M5T7Q9ZQ5T',
)

const piece: fc.Arbitrary<ArticleTextNode> = fc.oneof(
  words.map((text) => ({ type: 'text' as const, text, marks: [] })),
  fc
    .tuple(words, fc.subarray([...marks], { minLength: 1 }))
    .map(([text, names]) => ({ type: 'text' as const, text, marks: [...names].sort() })),
  fc.stringMatching(/^[a-z`*]{1,6}$/).map((text) => ({ type: 'text' as const, text, marks: ['code'] })),
  fc.tuple(words, href).map(([text, link]) => ({
    type: 'text' as const,
    text,
    marks: ['link'],
    attrs: { link: { href: link } },
  })),
)
/** Pieces with plain words between them, as they are typed. */
const inline = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces): ArticleNode[] =>
    pieces.flatMap((node, index) =>
      index === 0 ? [node] : [{ type: 'text' as const, text: ' und ', marks: [] }, node],
    ),
  )
const paragraph = inline.map((children): ArticleNode => ({
  type: 'paragraph',
  children: joinPlain(children),
}))
const list = (type: 'bulletList' | 'orderedList', inner: fc.Arbitrary<ArticleNode>) =>
  fc
    .array(fc.tuple(paragraph, fc.option(inner, { nil: null })), { minLength: 1, maxLength: 3 })
    .map((items): ArticleNode => ({
      type,
      children: items.map(([first, more]) => ({
        type: 'listItem',
        children: more ? [first, more] : [first],
      })),
    }))
const block: fc.Arbitrary<ArticleNode> = fc.oneof(
  paragraph,
  fc.tuple(fc.integer({ min: 1, max: 6 }), inline).map(([level, children]): ArticleNode => ({
    type: 'heading',
    level,
    children: joinPlain(children),
  })),
  list('bulletList', list('orderedList', paragraph)),
  list('orderedList', list('bulletList', paragraph)),
  paragraph.map((node): ArticleNode => ({ type: 'blockquote', children: [node] })),
  fc.array(word, { maxLength: 3 }).map((lines): ArticleNode => ({
    type: 'codeBlock',
    children: lines.length === 0 ? [] : [{ type: 'text', text: lines.join('\n'), marks: [] }],
  })),
  fc.constant<ArticleNode>({ type: 'horizontalRule', children: [] }),
  fc.array(fc.tuple(paragraph, paragraph), { minLength: 1, maxLength: 3 }).map((rows): ArticleNode => ({
    type: 'table',
    children: rows.map((cells, row) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: row === 0 ? 'tableHeader' : 'tableCell', children: [cell] })),
    })),
  })),
)

/** As the document has it: neighbours with the same marks are one piece. */
function joinPlain(nodes: readonly ArticleNode[]): ArticleNode[] {
  const made: ArticleNode[] = []
  for (const node of nodes) {
    const last = made.at(-1)
    if (last && 'text' in last && 'text' in node && last.marks.length + node.marks.length === 0)
      made[made.length - 1] = { ...last, text: last.text + node.text }
    else made.push(node)
  }
  return made
}

describe('content as Markdown', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (content) => {
        expect(unwrap(markdownToContent(contentToMarkdown(content)))).toEqual(content)
      }),
      { numRuns: 150 },
    )
  })

  test('of any text is content that says it, and stays the same from then on', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: fc.oneof(word, fc.constantFrom('\n', ' ', '    ', '\n\n')) }),
        (text) => {
          const once = unwrap(markdownToContent(text))
          const twice = unwrap(markdownToContent(contentToMarkdown(once)))
          expect(contentToMarkdown(twice)).toBe(contentToMarkdown(once))
        },
      ),
      { numRuns: 100 },
    )
  })

  test('that is nested beyond all reason is refused', () => {
    for (const text of ['> '.repeat(500), '>'.repeat(500), '- '.repeat(500), '1. '.repeat(500)]) {
      expect(markdownToContent(`${text}tief`)).toEqual({ ok: false, error: 'too-deep' })
    }
    expect(markdownToContent(`${'> '.repeat(20)}geht`).ok).toBe(true)
  })
})

describe('front matter', () => {
  test('comes back as it was', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.toWellFormed())
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 3 }), text, (title, tags, body) => {
        const source = writeFrontMatter({ title, tags }) + body
        const read = readFrontMatter(source)
        expect(read.fields).toEqual({ title, tags })
      }),
    )
  })

  test('of people is read as they write it', () => {
    const source =
      "\uFEFF---\r\ntitle: It's: here\r\ntags: [a, 'b c']\r\nother:\r\n- x\r\n- \"y\"\r\n---\r\nText"
    expect(readFrontMatter(source)).toEqual({
      fields: { title: "It's: here", tags: ['a', 'b c'], other: ['x', 'y'] },
      text: 'Text',
    })
    expect(readFrontMatter('--- no\nText').fields).toEqual({})
  })
})
