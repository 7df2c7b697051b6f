/** What an open editor may say to the engine, and what it may not: whatever is refused has changed nothing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ArticleId } from '#shared/base/ids.ts'
import { maxEditCharacters } from '#shared/contract/articles.ts'
import { articleText } from '#shared/model/article/article-node.ts'
import { createTestEditor, paragraph, toBase64 } from '../support/article-editor.ts'
import { dumpAll } from '../support/dump-tables.ts'
import { createFilledWorld, type World } from '../support/engine-world.ts'
import { nodeToXml } from '#shared/model/article/article-xml.ts'

async function createArticleWorld() {
  const { world } = await createFilledWorld()
  const articleId = world.nextId<ArticleId>()
  world.must('article.create', {
    articleId,
    title: 'Router',
    language: 'de',
    tags: ['netz'],
    spaceName: 'Wissen',
  })
  const editor = createTestEditor(world, articleId)
  await editor.load()
  editor.write('Anfang')
  await world.engine.settled()
  return {
    world,
    articleId,
    editor,
    send: (update: Uint8Array) => world.execute('article.edit', { articleId, update: toBase64(update) }),
  }
}

const textOf = async (world: World, articleId: ArticleId) =>
  articleText((await world.ask('article.get', { articleId })).meta?.content ?? [])

/** What a document of one's own sends after `work`, built on what the editor has. */
function updateOf(base: Y.Doc, work: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
  const before = Y.encodeStateVector(doc)
  doc.transact(() => work(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

/** Refused with this reason, nothing written, and the next change is taken. */
async function expectRefused(
  { world, articleId, editor, send }: Awaited<ReturnType<typeof createArticleWorld>>,
  update: Uint8Array,
  reason: string,
): Promise<void> {
  const before = world.look(dumpAll)
  expect(send(update)).toEqual({ ok: false, error: { type: 'edit-refused', reason } })
  expect(world.look(dumpAll)).toEqual(before)
  editor.write('Weiter')
  expect(await textOf(world, articleId)).toBe('Anfang\nWeiter')
}

describe('an edit', () => {
  test('that is said twice is stored once', async () => {
    const { world, editor, send } = await createArticleWorld()
    const update = editor.change((content) => content.push([nodeToXml(paragraph('Neu'))]))
    const count = () => world.look((db) => db.prepare('SELECT count(*) FROM updates').pluck().get())
    expect(send(update).ok).toBe(true)
    const stored = count()
    expect(send(update).ok).toBe(true)
    expect(count()).toBe(stored)
  })

  test('of two editors at once is merged', async () => {
    const { world, articleId, editor } = await createArticleWorld()
    const other = createTestEditor(world, articleId)
    await other.load()
    const mine = editor.change((content) => content.insert(0, [nodeToXml(paragraph('Davor'))]))
    other.write('Danach')
    world.must('article.edit', { articleId, update: toBase64(mine) })
    expect(await textOf(world, articleId)).toBe('Davor\nAnfang\nDanach')
    await Promise.all([editor.load(), other.load()])
    expect(editor.content.toString()).toBe(other.content.toString())
  })

  test('says who wrote and when, but not with every letter', async () => {
    const { world, articleId, editor } = await createArticleWorld()
    const updatedAt = async () => (await world.ask('article.get', { articleId })).meta?.updatedAt
    const first = await updatedAt()
    world.clock.advance(20_000)
    editor.write('Gleich danach')
    expect(await updatedAt()).toBe(first)
    world.clock.advance(50_000)
    editor.write('Eine Minute danach')
    expect(await updatedAt()).toBe(world.clock.now())
  })

  test('of the fields beside the text is refused', async () => {
    const target = await createArticleWorld()
    const update = updateOf(target.editor.doc, (doc) => doc.getMap('meta').set('state', 'published'))
    await expectRefused(target, update, 'not-content')
  })

  test('of a value that stands in them is refused, however it gets there', async () => {
    const target = await createArticleWorld()
    // Over the item that is there: the update names its neighbour, not the root.
    const update = updateOf(target.editor.doc, (doc) => doc.getMap('meta').set('title', 'Gekapert'))
    await expectRefused(target, update, 'not-content')
  })

  test('that takes a tag away is refused', async () => {
    const target = await createArticleWorld()
    const update = updateOf(target.editor.doc, (doc) => doc.getMap('tags').delete('netz'))
    await expectRefused(target, update, 'not-content')
  })

  test('of a root that nobody knows is refused', async () => {
    const target = await createArticleWorld()
    await expectRefused(
      target,
      updateOf(target.editor.doc, (doc) => doc.getArray('more').push([1])),
      'not-content',
    )
  })

  test('that builds on what is not here is refused', async () => {
    const target = await createArticleWorld()
    target.editor.change((content) => content.push([nodeToXml(paragraph('nie gesendet'))]))
    const later = target.editor.change((content) => content.push([nodeToXml(paragraph('danach'))]))
    const before = target.world.look(dumpAll)
    expect(target.send(later)).toEqual({
      ok: false,
      error: { type: 'edit-refused', reason: 'parts-missing' },
    })
    expect(target.world.look(dumpAll)).toEqual(before)
    expect(await textOf(target.world, target.articleId)).toBe('Anfang')
  })

  test('that deletes what is not here is refused', async () => {
    const target = await createArticleWorld()
    const foreign = new Y.Doc()
    foreign.getXmlFragment('content').push([nodeToXml(paragraph('fremd'))])
    const before = Y.encodeStateVector(foreign)
    foreign.getXmlFragment('content').delete(0, 1)
    await expectRefused(target, Y.encodeStateAsUpdate(foreign, before), 'parts-missing')
  })

  test('of several writers is refused', async () => {
    const target = await createArticleWorld()
    const one = new Y.Doc()
    one.getXmlFragment('content').push([nodeToXml(paragraph('eins'))])
    const two = new Y.Doc()
    two.getXmlFragment('content').push([nodeToXml(paragraph('zwei'))])
    const both = Y.mergeUpdates([Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(two)])
    await expectRefused(target, both, 'several-writers')
  })

  test('that is too large is refused before it is looked at', async () => {
    const { world, articleId } = await createArticleWorld()
    const update = 'A'.repeat(maxEditCharacters + 4)
    expect(world.execute('article.edit', { articleId, update })).toMatchObject({
      ok: false,
      error: { type: 'invalid-input' },
    })
  })

  test('of any bytes never throws, and writes nothing unless it is taken', async () => {
    const { world, articleId, editor, send } = await createArticleWorld()
    const real = editor.change((content) => content.push([nodeToXml(paragraph('echt'))]))
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 3, maxLength: 80 }),
      // A real one with a byte changed, cut, or doubled.
      fc
        .tuple(fc.nat({ max: real.length - 1 }), fc.nat({ max: 255 }))
        .map(([at, value]) => Uint8Array.from(real, (byte, index) => (index === at ? value : byte))),
      fc.nat({ max: real.length }).map((end) => real.slice(0, end)),
      fc.constant(Uint8Array.from([...real, ...real])),
    )
    const meta = async () => {
      const {
        content: _,
        updatedAt: __,
        ...rest
      } = (await world.ask('article.get', { articleId })).meta ?? {}
      return rest as unknown
    }
    const before = await meta()
    await fc.assert(
      fc.asyncProperty(bytes, async (update) => {
        const stored = world.look((db) => db.prepare('SELECT count(*) FROM updates').pluck().get())
        const result = send(update)
        if (result.ok) return
        expect(['edit-refused', 'invalid-input']).toContain(result.error.type)
        expect(world.look((db) => db.prepare('SELECT count(*) FROM updates').pluck().get())).toBe(stored)
      }),
      { numRuns: 200 },
    )
    expect(await meta()).toEqual(before)
    await world.engine.settled()
    const rows = world.look(dumpAll)['articles']
    world.engine.rebuild()
    await world.engine.settled()
    expect(world.look(dumpAll)['articles']).toEqual(rows)
  })
})
