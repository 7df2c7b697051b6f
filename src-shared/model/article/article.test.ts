/** Articles as documents: what is read back, what merges, and what a program does not know of them. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ArticleId, PersonId, TicketId, VersionId } from '../../base/ids.ts'
import {
  createArticle,
  readArticleContent,
  readArticleMeta,
  replaceContent,
  setArticleFields,
  setArticleState,
  setArticleTags,
} from './article.ts'
import {
  addVersion,
  readFeedback,
  readNodes,
  readTicketLinks,
  readVersions,
  setFeedback,
  setTicketLink,
} from './article-log.ts'
import { articleText, type ArticleNode } from './article-node.ts'

const ada = '01KAKBY200E6VXQ3M5T7Q9ZQ5T' as PersonId
const bob = '01KAKBY200E6VXQ3M5T7Q9ZQ5V' as PersonId
const edit = { actorId: ada, at: 5_000 }
const text = (value: string, ...marks: string[]): ArticleNode => ({ type: 'text', text: value, marks })
const paragraph = (...children: ArticleNode[]): ArticleNode => ({ type: 'paragraph', children })

const rich: ArticleNode[] = [
  { type: 'heading', level: 3, children: [text('Ablauf')] },
  paragraph(
    text('Siehe '),
    { type: 'text', text: 'Plan', marks: ['bold', 'link'], attrs: { link: { href: 'https://example.org' } } },
    { type: 'hardBreak', children: [] },
    text('unten', 'italic'),
  ),
  {
    type: 'orderedList',
    attrs: { start: 4 },
    children: [{ type: 'listItem', children: [paragraph(text('vier'))] }],
  },
  // What only a newer version knows.
  { type: 'callout', attrs: { tone: 'warning', open: true }, children: [paragraph(text('Strom', 'glow'))] },
]

function articleWith(content: readonly ArticleNode[]): Y.Doc {
  const doc = new Y.Doc()
  createArticle(
    doc,
    { title: 'Router', language: 'de', createdAt: 1, createdBy: ada, tags: ['netz'] },
    content,
  )
  return doc
}

/** Both begin with the same, change it apart, and meet. */
function diverge(start: Y.Doc, one: (doc: Y.Doc) => void, other: (doc: Y.Doc) => void): Y.Doc {
  const docs = [one, other].map((work) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
    doc.transact(() => work(doc))
    return doc
  })
  const [first = start, second = start] = docs
  Y.applyUpdate(first, Y.encodeStateAsUpdate(second))
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  expect(readArticleContent(second)).toEqual(readArticleContent(first))
  expect(readArticleMeta(second)).toEqual(readArticleMeta(first))
  return first
}

describe('the content', () => {
  test('is read as it was written, with what this version does not know', () => {
    expect(readArticleContent(articleWith(rich))).toEqual(rich)
    expect(articleText(rich)).toBe('Ablauf\nSiehe Plan\nunten\nvier\nStrom')
  })

  test('is stored as the editor stores it', () => {
    const doc = articleWith(rich)
    // Printed in lower case.
    expect(doc.getXmlFragment('content').toString()).toBe(
      '<heading level="3">Ablauf</heading>' +
        '<paragraph>Siehe <bold><link href="https://example.org">Plan</link></bold><hardbreak></hardbreak><italic>unten</italic></paragraph>' +
        '<orderedlist start="4"><listitem><paragraph>vier</paragraph></listitem></orderedlist>' +
        '<callout open="true" tone="warning"><paragraph><glow>Strom</glow></paragraph></callout>',
    )
  })

  test('is put back block by block, so that an edit elsewhere at the same time stays', () => {
    const before = [paragraph(text('a')), paragraph(text('b')), paragraph(text('c'))]
    const merged = diverge(
      articleWith(before),
      (doc) => replaceContent(doc, [paragraph(text('a')), paragraph(text('B')), paragraph(text('c'))], edit),
      (doc) => {
        const last = doc.getXmlFragment('content').get(2) as Y.XmlElement
        ;(last.get(0) as Y.XmlText).insert(1, ' und mehr')
      },
    )
    expect(articleText(readArticleContent(merged))).toBe('a\nB\nc und mehr')
  })

  test('that says the same is no change', () => {
    const doc = articleWith(rich)
    let updates = 0
    doc.on('update', () => updates++)
    doc.transact(() => replaceContent(doc, rich, edit))
    doc.transact(() => setArticleFields(doc, { title: 'Router', category: '' }, edit))
    doc.transact(() => setArticleTags(doc, ['netz'], edit))
    expect(updates).toBe(0)
  })

  test('that is nested without end is read as far as anybody writes', () => {
    const doc = new Y.Doc()
    let parent: Y.XmlFragment = doc.getXmlFragment('content')
    for (let depth = 0; depth < 1_000; depth++) {
      const child = new Y.XmlElement('blockquote')
      parent.insert(0, [child])
      parent = child
    }
    expect(JSON.stringify(readArticleContent(doc)).match(/blockquote/g)?.length).toBeLessThan(200)
  })
})

test('two people change different fields and tags, and both stay', () => {
  const merged = diverge(
    articleWith([]),
    (doc) => {
      setArticleFields(doc, { title: 'Neu' }, edit)
      setArticleTags(doc, ['netz', 'funk'], edit)
    },
    (doc) => {
      setArticleState(doc, 'published', { actorId: bob, at: 7_000 })
      setArticleFields(
        doc,
        { section: 'LTE', translationOf: '01KAKBY200E6VXQ3M5T7Q9ZQ5W' as ArticleId },
        edit,
      )
    },
  )
  expect(readArticleMeta(merged)).toMatchObject({
    title: 'Neu',
    section: 'LTE',
    tags: ['funk', 'netz'],
    state: 'published',
    publishedAt: 7_000,
    publishedBy: bob,
  })
})

describe('what belongs to an article', () => {
  const versionId = '01KAKBY200E6VXQ3M5T7Q9ZQ5X' as VersionId
  const ticketId = '01KAKBY200E6VXQ3M5T7Q9ZQ5Y' as TicketId

  test('is read as it was written', () => {
    const doc = new Y.Doc()
    addVersion(doc, { id: versionId, at: 3, by: ada, title: 'Router', note: 'erster', content: rich })
    setFeedback(doc, { personId: bob, helped: true, at: 4, note: '' })
    setTicketLink(doc, { ticketId, at: 5, by: ada }, true)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    expect(readVersions(copy)).toEqual([
      { id: versionId, at: 3, by: ada, title: 'Router', note: 'erster', content: rich },
    ])
    expect(readFeedback(copy)).toEqual([{ personId: bob, helped: true, at: 4, note: '' }])
    expect(readTicketLinks(copy)).toEqual([{ ticketId, at: 5, by: ada }])
  })

  test('reads as nothing where somebody wrote nonsense', () => {
    const doc = new Y.Doc()
    for (const root of ['versions', 'feedback', 'tickets']) {
      doc.getMap(root).set('no id', 1)
      doc.getMap(root).set(versionId, 'text')
    }
    expect(readVersions(doc)).toEqual([{ id: versionId, at: 0, by: null, title: '', note: '', content: [] }])
    expect(readFeedback(doc)).toMatchObject([{ helped: false, note: '' }])
    expect(readTicketLinks(doc)).toHaveLength(1)
    const odd = [1, null, { type: 5 }, { type: 'text' }, { type: 'x', children: 'y', attrs: [1], level: -1 }]
    expect(readNodes(odd)).toEqual([{ type: 'x', children: [] }])
    expect(readNodes('x')).toEqual([])
  })
})
