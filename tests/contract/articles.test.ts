/** Articles through the engine's doors: writing, publishing, versions, feedback, links, and what an editor may not say. */
import { describe, expect, test } from 'vitest'
import type { ArticleId, EntryId, TicketId, VersionId } from '#shared/base/ids.ts'
import { articleText } from '#shared/model/article/article-node.ts'
import { createTestEditor } from '../support/article-editor.ts'
import { dumpDerived } from '../support/dump-tables.ts'
import { createFilledWorld, type World } from '../support/engine-world.ts'

async function createArticleWorld() {
  const { world, queueId, me } = await createFilledWorld()
  const articleId = world.nextId<ArticleId>()
  world.must('article.create', {
    articleId,
    title: 'Router blinkt rot',
    language: 'de',
    category: 'Netz',
    section: 'Router',
    tags: ['router'],
    spaceName: 'Wissen',
  })
  const editor = createTestEditor(world, articleId)
  await editor.load()
  return { world, queueId, me, articleId, editor }
}

const textOf = async (world: World, articleId: ArticleId) =>
  articleText((await world.ask('article.get', { articleId })).meta?.content ?? [])
const titlesFound = async (world: World, text: string) =>
  (await world.ask('search.run', { text, scope: 'articles' })).rows.map(
    (hit) => 'title' in hit && hit.title.text,
  )

describe('an article', () => {
  test('is made as a draft, in a knowledge space that is made for it, and read', async () => {
    const { world, articleId, me, editor } = await createArticleWorld()
    editor.write('Netzteil ziehen, zehn Sekunden warten.')
    const { meta } = await world.ask('article.get', { articleId })
    expect(meta).toMatchObject({
      title: 'Router blinkt rot',
      state: 'draft',
      language: 'de',
      category: 'Netz',
      section: 'Router',
      tags: ['router'],
      createdBy: me,
      updatedBy: me,
      publishedAt: null,
      pending: false,
      files: [],
    })
    expect(await textOf(world, articleId)).toBe('Netzteil ziehen, zehn Sekunden warten.')
    const spaces = world.look((db) =>
      db.prepare("SELECT name, members FROM spaces WHERE kind = 'knowledge'").all(),
    )
    expect(spaces).toEqual([{ name: 'Wissen', members: '[]' }])
    world.must('article.create', {
      articleId: world.nextId(),
      title: 'Zweiter',
      language: 'en',
      spaceName: 'Other',
    })
    expect(
      world.look((db) => db.prepare("SELECT count(*) FROM spaces WHERE kind = 'knowledge'").pluck().get()),
    ).toBe(1)
  })

  test('is refused where its id is taken or what it translates is not here', async () => {
    const { world, articleId } = await createArticleWorld()
    const article = { title: 'x', language: 'de', spaceName: 'Wissen' } as const
    expect(world.execute('article.create', { ...article, articleId })).toEqual({
      ok: false,
      error: { type: 'already-exists', what: 'article' },
    })
    const translationOf = world.nextId<ArticleId>()
    expect(world.execute('article.create', { ...article, articleId: world.nextId(), translationOf })).toEqual(
      {
        ok: false,
        error: { type: 'not-found', what: 'article' },
      },
    )
    expect(world.execute('article.update', { articleId: translationOf, fields: {} })).toMatchObject({
      ok: false,
    })
  })

  test('is listed by category and section, found in its languages, and leaves lists and search when put away', async () => {
    const { world, articleId, editor } = await createArticleWorld()
    editor.write('Sicherung')
    const publish = () => world.must('article.publish', { articleId, versionId: world.nextId() })
    publish()
    expect(await titlesFound(world, 'Sicherung')).toEqual(['Router blinkt rot'])
    const english = world.nextId<ArticleId>()
    const french = world.nextId<ArticleId>()
    const create = { language: 'en', spaceName: 'Wissen' } as const
    world.must('article.create', {
      ...create,
      articleId: english,
      title: 'Red light',
      translationOf: articleId,
    })
    world.must('article.create', { ...create, articleId: french, title: 'Again', translationOf: english })
    const languages = async () =>
      (await world.ask('article.languages', { articleId: english })).rows.map(({ key }) => key)
    expect(await languages()).toEqual([articleId, english, french])

    world.must('article.archive', { articleId, on: true })
    expect((await world.ask('article.list', {})).rows.map(({ key }) => key)).toEqual([french, english])
    expect((await world.ask('article.list', {})).meta).toEqual({ total: 2, archived: 1 })
    expect((await world.ask('article.list', { archived: true })).meta.total).toBe(3)
    expect(await titlesFound(world, 'Sicherung')).toEqual([])
    world.must('article.archive', { articleId, on: false })
    expect((await world.ask('article.get', { articleId })).meta?.state).toBe('draft')
    publish()
    expect(await titlesFound(world, 'Sicherung')).toEqual(['Router blinkt rot'])
  })

  test('takes other fields and tags, and says who changed it', async () => {
    const { world, articleId } = await createArticleWorld()
    world.clock.advance(5_000)
    world.must('article.update', {
      articleId,
      fields: { title: ' Router\nrot ', tags: ['VPN', 'netz'], section: '' },
    })
    const [row] = (await world.ask('article.list', {})).rows
    expect(row).toMatchObject({
      title: 'Router rot',
      tags: ['netz', 'vpn'],
      section: '',
      updatedAt: world.clock.now(),
    })
    const writes = world.look((db) => db.prepare('SELECT count(*) FROM updates').pluck().get())
    world.must('article.update', { articleId, fields: { title: 'Router rot', tags: ['netz', 'vpn'] } })
    expect(world.look((db) => db.prepare('SELECT count(*) FROM updates').pluck().get())).toBe(writes)
  })
})

describe('publishing', () => {
  test('keeps a version once for the same text, and can be taken back', async () => {
    const { world, articleId, editor, me } = await createArticleWorld()
    editor.write('Erster Stand')
    const publish = () => world.must('article.publish', { articleId, versionId: world.nextId() })
    publish()
    expect((await world.ask('article.get', { articleId })).meta).toMatchObject({
      state: 'published',
      publishedAt: world.clock.now(),
      publishedBy: me,
    })
    world.must('article.unpublish', { articleId })
    expect((await world.ask('article.get', { articleId })).meta?.state).toBe('draft')
    publish()
    expect((await world.ask('article.versions', { articleId })).rows).toHaveLength(1)
    editor.write('Zweiter Stand')
    publish()
    const { rows } = await world.ask('article.versions', { articleId })
    expect(rows.map(({ characters, authorId }) => ({ characters, authorId }))).toEqual([
      { characters: 26, authorId: me },
      { characters: 12, authorId: me },
    ])
  })
})

describe('a version', () => {
  test('is restored as an edit that an open editor receives, and what was there is kept', async () => {
    const { world, articleId, editor } = await createArticleWorld()
    editor.write('Anfang')
    editor.write('Mitte')
    editor.write('Ende')
    const first = world.nextId<VersionId>()
    world.must('article.saveVersion', { articleId, versionId: first, note: 'vor dem Umbau' })
    world.must('article.update', { articleId, fields: { title: 'Umgebaut' } })
    editor.type((content) => content.delete(1, 1))
    editor.write('Neu')
    const keepAs = world.nextId<VersionId>()
    world.must('article.restoreVersion', { articleId, versionId: first, keepAs })
    expect(await textOf(world, articleId)).toBe('Anfang\nMitte\nEnde')
    expect((await world.ask('article.get', { articleId })).meta?.title).toBe('Router blinkt rot')
    await editor.load()
    expect(editor.content.toString()).toContain('Mitte')
    editor.write('Danach')
    expect(await textOf(world, articleId)).toBe('Anfang\nMitte\nEnde\nDanach')

    const kept = (await world.ask('article.version', { articleId, versionId: keepAs })).meta
    expect(kept).toMatchObject({ title: 'Umgebaut', note: '' })
    expect(articleText(kept?.content ?? [])).toBe('Anfang\nEnde\nNeu')
    const { rows } = await world.ask('article.versions', { articleId })
    expect(rows.map(({ key, note }) => [key, note])).toEqual([
      [keepAs, ''],
      [first, 'vor dem Umbau'],
    ])
  })

  test('is refused under an id that is taken, and where there is none to restore', async () => {
    const { world, articleId } = await createArticleWorld()
    const versionId = world.nextId<VersionId>()
    world.must('article.saveVersion', { articleId, versionId })
    expect(world.execute('article.saveVersion', { articleId, versionId, note: 'x' })).toEqual({
      ok: false,
      error: { type: 'already-exists', what: 'version' },
    })
    const missing = { articleId, versionId: world.nextId<VersionId>(), keepAs: world.nextId<VersionId>() }
    expect(world.execute('article.restoreVersion', missing)).toEqual({
      ok: false,
      error: { type: 'not-found', what: 'version' },
    })
    expect((await world.ask('article.version', { articleId, versionId: missing.versionId })).meta).toBeNull()
  })
})

describe('feedback', () => {
  test('is one a person, the last word counts, and can be taken back', async () => {
    const { world, articleId, me } = await createArticleWorld()
    world.must('article.rate', { articleId, helped: true })
    world.must('article.rate', { articleId, helped: false, note: ' Ein Bild fehlt. ' })
    const { meta, rows } = await world.ask('article.feedback', { articleId })
    const mine = { key: me, helped: false, at: world.clock.now(), note: 'Ein Bild fehlt.' }
    expect({ meta, rows }).toEqual({ meta: { helped: 0, notHelped: 1, mine }, rows: [mine] })
    expect((await world.ask('article.list', {})).rows[0]).toMatchObject({ helped: 0, notHelped: 1 })
    world.must('article.rate', { articleId, helped: null })
    expect((await world.ask('article.feedback', { articleId })).meta.mine).toBeNull()
  })
})

describe('tickets', () => {
  test('are linked both ways', async () => {
    const { world, articleId, queueId } = await createArticleWorld()
    const ticketId = world.nextId<TicketId>()
    world.must('ticket.create', { ticketId, queueId, title: 'Kein Netz' })
    world.must('article.linkTicket', { articleId, ticketId, on: true })
    expect((await world.ask('article.tickets', { articleId })).rows).toMatchObject([
      { key: ticketId, title: 'Kein Netz', state: 'new' },
    ])
    expect((await world.ask('ticket.articles', { ticketId })).rows).toMatchObject([{ key: articleId }])
    world.must('article.linkTicket', { articleId, ticketId, on: false })
    expect((await world.ask('ticket.articles', { ticketId })).rows).toEqual([])
    expect(
      world.execute('article.linkTicket', { articleId, ticketId: world.nextId(), on: true }),
    ).toMatchObject({
      ok: false,
      error: { type: 'not-found', what: 'ticket' },
    })
  })

  test('become an article: the problem, and what the team said last', async () => {
    const { world, queueId } = await createArticleWorld()
    const ticketId = world.nextId<TicketId>()
    world.must('ticket.create', {
      ticketId,
      queueId,
      title: 'Drucker druckt nicht',
      description: 'Seit gestern:\n- blinkt\n- piept\n\nCode E5',
      tags: ['drucker'],
    })
    const reply = (text: string, from: 'agent' | 'customer') =>
      world.must('ticket.reply', { ticketId, entryId: world.nextId<EntryId>(), text, from })
    reply('Welches Modell?', 'agent')
    reply('Das alte.', 'customer')
    reply('Bitte so:\n1. Klappe öffnen\n2. Papier ziehen', 'agent')
    reply('```\nreset\n```', 'agent')
    reply('Danke!', 'customer')
    world.must('ticket.note', { ticketId, entryId: world.nextId<EntryId>(), text: 'Kunde zahlt nie' })
    const articleId = world.nextId<ArticleId>()
    world.must('article.fromTicket', {
      articleId,
      ticketId,
      language: 'de',
      headings: { problem: 'Problem', solution: 'Lösung' },
      spaceName: 'Wissen',
    })
    const { meta } = await world.ask('article.get', { articleId })
    expect(meta).toMatchObject({ title: 'Drucker druckt nicht', state: 'draft', tags: ['drucker'] })
    expect(meta?.content.map(({ type }) => type)).toEqual([
      ...['heading', 'paragraph', 'bulletList', 'paragraph'],
      ...['heading', 'paragraph', 'orderedList', 'codeBlock'],
    ])
    expect(articleText(meta?.content ?? [])).toBe(
      'Problem\nSeit gestern:\nblinkt\npiept\nCode E5\nLösung\nBitte so:\nKlappe öffnen\nPapier ziehen\nreset',
    )
    expect((await world.ask('ticket.articles', { ticketId })).rows.map(({ key }) => key)).toEqual([articleId])
  })
})

test('a rebuild gives the same rows', async () => {
  const { world, articleId, queueId, editor } = await createArticleWorld()
  editor.write('Text mit Wörtern')
  const ticketId = world.nextId<TicketId>()
  world.must('ticket.create', { ticketId, queueId, title: 'Kein Netz' })
  world.must('article.linkTicket', { articleId, ticketId, on: true })
  world.must('article.rate', { articleId, helped: true })
  world.must('article.publish', { articleId, versionId: world.nextId() })
  const put = world.nextId<ArticleId>()
  world.must('article.create', { articleId: put, title: 'Weg', language: 'en', spaceName: 'Wissen' })
  world.must('article.archive', { articleId: put, on: true })
  await world.engine.settled()
  const before = world.look(dumpDerived)
  world.engine.rebuild()
  await world.engine.settled()
  expect(world.look(dumpDerived)).toEqual(before)
})
