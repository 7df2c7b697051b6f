/** Articles out into a folder of Markdown files, and back in: what is kept, what is left out and why. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ArticleId } from '#shared/base/ids.ts'
import type { TransferOutcome } from '#shared/contract/article-transfer.ts'
import { articleText, listInlineFiles } from '#shared/model/article/article-node.ts'
import { nodeToXml } from '#shared/model/article/article-xml.ts'
import { createTestEditor, textNode } from '../support/article-editor.ts'
import { createFilledWorld, type World } from '../support/engine-world.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const markdownEntry = new URL('../../src-main/workers/markdown-parser.ts', import.meta.url)

const reportOf = (outcome: TransferOutcome) => {
  if (outcome.type !== 'done') throw new Error(`it ended as ${outcome.type}`)
  return outcome.report
}
const put = (folder: string, name: string, text: string | Uint8Array) => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), text)
}
const listFiles = (folder: string) =>
  (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .sort()
const titles = async (world: World) => (await world.ask('article.list', {})).rows.map(({ title }) => title)

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function attachTo(
  world: World,
  articleId: ArticleId,
  files: Readonly<Record<string, string | Buffer>>,
) {
  const folder = temporaryFolder()
  const sources = Object.entries(files).map(([name, content]) => {
    fs.writeFileSync(path.join(folder, name), content)
    return { name, path: path.join(folder, name) }
  })
  await world.engine.attach(`article/${articleId}`, sources)
  const { rows } = await world.ask('draftFile.list', { draftKey: `article/${articleId}` })
  const ready = rows.flatMap(({ name, state }) => (state.type === 'ready' ? [{ id: state.id, name }] : []))
  const attachments = Object.keys(files).flatMap((name) => ready.filter((file) => file.name === name))
  world.must('article.attach', { articleId, attachments })
  return attachments as [(typeof ready)[number], (typeof ready)[number]]
}

async function createArticleWorld() {
  const { world } = await createFilledWorld()
  const articleId = world.nextId<ArticleId>()
  world.must('article.create', {
    articleId,
    title: 'Router: blinkt "rot"',
    language: 'de',
    category: 'Netz',
    section: 'LTE/5G',
    tags: ['router', 'funk'],
    spaceName: 'Wissen',
  })
  const editor = createTestEditor(world, articleId)
  await editor.load()
  editor.type((content) =>
    content.push([
      nodeToXml({ type: 'heading', level: 2, children: [textNode('Ursache')] }),
      nodeToXml({
        type: 'paragraph',
        children: [
          textNode('Siehe '),
          {
            type: 'text',
            text: 'Plan',
            marks: ['link'],
            attrs: { link: { href: 'https://example.org/a?b=1' } },
          },
          textNode(' und '),
          textNode('Strom', 'bold'),
        ],
      }),
    ]),
  )
  world.must('article.publish', { articleId, versionId: world.nextId() })
  return { world, articleId }
}

describe('a folder of Markdown files', () => {
  test('holds every article with what is known of it, and brings them into another workspace', async () => {
    const { world, articleId } = await createArticleWorld()
    const folder = temporaryFolder()
    expect(reportOf(await world.engine.transferArticles('export', folder))).toMatchObject({
      written: 1,
      skippedCount: 0,
    })
    const [name = ''] = listFiles(folder)
    expect(name).toBe(
      path.join('Netz', 'LTE-5G', `Router_ blinkt _rot_ ${articleId.slice(-6).toLowerCase()}.md`),
    )
    expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe(
      [
        '---',
        `id: "${articleId}"`,
        'title: "Router: blinkt \\"rot\\""',
        'language: "de"',
        'category: "Netz"',
        'section: "LTE/5G"',
        'tags: ["funk","router"]',
        'state: "published"',
        '---',
        '',
        '## Ursache',
        '',
        'Siehe [Plan](https://example.org/a?b=1) und **Strom**',
        '',
      ].join('\n'),
    )

    const other = (await createFilledWorld({ seed: 2 })).world
    expect(reportOf(await other.engine.transferArticles('import', folder))).toMatchObject({
      created: 1,
      updated: 0,
      skippedCount: 0,
    })
    const mine = (await world.ask('article.get', { articleId })).meta
    const theirs = (await other.ask('article.get', { articleId })).meta
    for (const field of ['title', 'language', 'category', 'section', 'tags', 'state', 'content'] as const) {
      expect(theirs?.[field]).toEqual(mine?.[field])
    }
  })

  test('changes nothing when it comes again, also where Markdown says it otherwise', async () => {
    const { world, articleId } = await createArticleWorld()
    const editor = createTestEditor(world, articleId)
    await editor.load()
    // A bare address is read as a link, and an empty paragraph is not kept.
    editor.write('Anmelden unter https://example.org')
    editor.write('')
    const folder = temporaryFolder()
    await world.engine.transferArticles('export', folder)
    expect(reportOf(await world.engine.transferArticles('import', folder))).toMatchObject({ unchanged: 1 })
  })

  test('changes nothing when it comes again, and keeps the text before of what it changes', async () => {
    const { world, articleId } = await createArticleWorld()
    const folder = temporaryFolder()
    await world.engine.transferArticles('export', folder)
    const writes = () => world.look((db) => db.prepare('SELECT max(update_key) FROM updates').pluck().get())
    const before = writes()
    expect(reportOf(await world.engine.transferArticles('import', folder))).toMatchObject({ unchanged: 1 })
    expect(writes()).toBe(before)

    const [name = ''] = listFiles(folder)
    fs.appendFileSync(path.join(folder, name), '\n- [x] geprüft\n')
    expect(reportOf(await world.engine.transferArticles('import', folder))).toMatchObject({ updated: 1 })
    const { meta } = await world.ask('article.get', { articleId })
    expect(articleText(meta?.content ?? [])).toBe('Ursache\nSiehe Plan und Strom\n[x] geprüft')
    expect((await world.ask('article.versions', { articleId })).rows).toHaveLength(1)
    expect(reportOf(await world.engine.transferArticles('import', folder))).toMatchObject({ unchanged: 1 })
  })

  test('of people who know nothing of us is taken by its folders and headings, once', async () => {
    const { world } = await createFilledWorld()
    const folder = temporaryFolder()
    put(
      folder,
      'Lager/Regale/Aufbau.md',
      '# Regale aufbauen\n\nZuerst die Stützen, und dann die Böden.\n\n![Bild](bild.png)\n',
    )
    put(
      folder,
      'notes.markdown',
      '---\ntitle: House rules\ntags:\n  - Office\n  - "#Team"\nlanguage: en\n---\nBe kind.\n',
    )
    put(folder, 'readme.txt', 'not this')
    put(folder, '.git/hidden.md', 'nor this')
    expect(reportOf(await world.engine.transferArticles('import', folder))).toMatchObject({
      created: 2,
      skippedCount: 0,
    })
    expect((await world.ask('article.list', {})).rows).toMatchObject([
      { title: 'House rules', category: '', tags: ['office', 'team'], language: 'en', state: 'draft' },
      { title: 'Regale aufbauen', category: 'Lager', section: 'Regale', language: 'de' },
    ])
    expect(reportOf(await world.engine.transferArticles('import', folder))).toMatchObject({
      unchanged: 2,
      created: 0,
    })
  })

  test('with bad files in it brings the good ones, and says what is wrong with the others', async () => {
    const { world } = await createFilledWorld()
    const folder = temporaryFolder()
    put(folder, 'a-good.md', 'Gut')
    put(folder, 'b-bytes.md', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))
    put(folder, 'c-large.md', 'x'.repeat(600 * 1024))
    put(folder, 'd-deep.md', `${'>'.repeat(5_000)} tief`)
    put(folder, 'e-id.md', '---\nid: ../../etc/passwd\n---\nText')
    put(folder, 'f-file.md', '---\nfiles: ["../../../etc/passwd", "fehlt.pdf"]\n---\nText')
    put(folder, 'g-broken.md', '---\ntitle: [unclosed\n: : :\n---\n| a |\n|--\n```\n**[x](')
    fs.symlinkSync('/etc/passwd', path.join(folder, 'h-link.md'))
    put(folder, 'z-good.md', 'Auch gut')
    const { created, skipped } = reportOf(await world.engine.transferArticles('import', folder))
    expect(skipped.map(({ name, reason }) => [name, reason])).toEqual([
      ['b-bytes.md', 'not-text'],
      ['c-large.md', 'too-large'],
      ['d-deep.md', 'too-deep'],
      ['e-id.md', 'bad-id'],
      ['../../../etc/passwd', 'file-missing'],
      ['fehlt.pdf', 'file-missing'],
    ])
    expect(created).toBe(4)
    expect(await titles(world)).toEqual(expect.arrayContaining(['a-good', 'f-file', 'z-good']))
  })

  test('with a text that would take a parser for ever goes on with the next one', async () => {
    const { world } = await createFilledWorld({ markdownEntry })
    const folder = temporaryFolder()
    put(folder, 'a-trap.md', '**_a'.repeat(100_000))
    put(folder, 'b-good.md', 'Gut')
    const { created, skipped } = reportOf(await world.engine.transferArticles('import', folder))
    expect({ created, skipped }).toEqual({
      created: 1,
      skipped: [{ name: 'a-trap.md', reason: 'too-complex' }],
    })
  })

  test('that is not there or cannot be written is said', async () => {
    const { world } = await createArticleWorld()
    const folder = temporaryFolder()
    put(folder, 'file', 'x')
    expect(await world.engine.transferArticles('import', path.join(folder, 'missing'))).toEqual({
      type: 'failed',
      reason: 'unreadable',
    })
    expect(await world.engine.transferArticles('export', path.join(folder, 'file'))).toEqual({
      type: 'failed',
      reason: 'not-writable',
    })
  })

  test('takes files along and brings them back', async () => {
    const { world, articleId } = await createArticleWorld()
    const source = path.join(temporaryFolder(), 'plan.txt')
    fs.writeFileSync(source, 'Plan')
    await world.engine.attach(`article/${articleId}`, [{ name: 'plan.txt', path: source }])
    const { rows } = await world.ask('draftFile.list', { draftKey: `article/${articleId}` })
    const attachments = rows.flatMap(({ name, state }) =>
      state.type === 'ready' ? [{ id: state.id, name }] : [],
    )
    world.must('article.attach', { articleId, attachments })
    expect((await world.ask('article.get', { articleId })).meta?.files).toMatchObject([
      { name: 'plan.txt', size: 4 },
    ])

    const folder = temporaryFolder()
    await world.engine.transferArticles('export', folder)
    expect(listFiles(folder)).toContain(path.join('files', `${attachments[0]?.id.slice(0, 8)}-plan.txt`))
    const other = (await createFilledWorld({ seed: 2 })).world
    await other.engine.transferArticles('import', folder)
    expect((await other.ask('article.get', { articleId })).meta?.files).toMatchObject([
      { id: attachments[0]?.id, name: 'plan.txt', state: { type: 'here' } },
    ])
    expect(reportOf(await other.engine.transferArticles('import', folder))).toMatchObject({ unchanged: 1 })
    world.must('article.detach', { articleId, id: attachments[0]!.id })
    expect((await world.ask('article.get', { articleId })).meta?.files).toEqual([])
  })

  test('takes pictures and files in the text along, as links beside the text, and brings them back', async () => {
    const { world, articleId } = await createArticleWorld()
    const editor = createTestEditor(world, articleId)
    await editor.load()
    const attachments = await attachTo(world, articleId, { 'Plan A.png': png, 'kabel.pdf': 'Kabel' })
    const [picture, pdf] = attachments
    const shown = { blob: picture.id, name: picture.name, size: png.byteLength, alt: 'Die Rückseite' }
    editor.type((content) =>
      content.push([
        nodeToXml({
          type: 'paragraph',
          children: [
            textNode('So: '),
            { type: 'picture', attrs: shown, children: [] },
            { type: 'file', attrs: { blob: pdf.id, name: 'kabel.pdf', size: 5 }, children: [] },
            // Nobody has it any more: its name is what is left.
            { type: 'picture', attrs: { blob: '0'.repeat(64), name: 'weg.png', size: 1 }, children: [] },
          ],
        }),
      ]),
    )
    const folder = temporaryFolder()
    await world.engine.transferArticles('export', folder)
    const name = listFiles(folder).find((each) => each.endsWith('.md')) ?? ''
    const short = picture.id.slice(0, 8)
    expect(fs.readFileSync(path.join(folder, name), 'utf8')).toContain(
      `So: ![Die Rückseite](../../files/${short}-Plan%20A.png)[kabel.pdf](../../files/${pdf.id.slice(0, 8)}-kabel.pdf)weg.png`,
    )
    expect(reportOf(await world.engine.transferArticles('import', folder))).toMatchObject({ unchanged: 1 })

    const other = (await createFilledWorld({ seed: 2 })).world
    await other.engine.transferArticles('import', folder)
    const { meta } = await other.ask('article.get', { articleId })
    expect(listInlineFiles(meta?.content ?? [])).toEqual([
      { type: 'picture', ...shown },
      { type: 'file', blob: pdf.id, name: 'kabel.pdf', size: 5, alt: '' },
    ])
    expect(meta?.files).toMatchObject([
      { id: picture.id, isPicture: true },
      { id: pdf.id, isPicture: false },
    ])
    expect(reportOf(await other.engine.transferArticles('import', folder))).toMatchObject({ unchanged: 1 })
  })

  test('takes the pictures beside a text in, and nothing that lies elsewhere', async () => {
    const { world } = await createFilledWorld()
    const outside = temporaryFolder()
    put(outside, 'secret.png', png)
    const folder = temporaryFolder()
    put(folder, 'Lager/bilder/Regal 1.png', png)
    put(folder, 'Lager/zeichnung.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    fs.symlinkSync(path.join(outside, 'secret.png'), path.join(folder, 'Lager', 'link.png'))
    put(
      folder,
      'Lager/Aufbau.md',
      [
        '![Regal](bilder/Regal%201.png) ![Noch einmal](./bilder/Regal%201.png) ![Zeichnung](zeichnung.svg)',
        `![Draußen](../../${path.basename(outside)}/secret.png) ![Link](link.png) ![Fehlt](fehlt.png)`,
        '![Netz](https://example.org/a.png) [Anleitung](andere.md) [Ort](#ort)',
      ].join('\n\n'),
    )
    await world.engine.transferArticles('import', folder)
    const [row] = (await world.ask('article.list', {})).rows
    if (!row) throw new Error('nothing came')
    const { meta } = await world.ask('article.get', { articleId: row.key })
    expect(listInlineFiles(meta?.content ?? []).map(({ name, alt }) => [name, alt])).toEqual([
      ['Regal 1.png', 'Regal'],
      ['Regal 1.png', 'Noch einmal'],
      ['zeichnung.svg', 'Zeichnung'],
    ])
    expect(meta?.files).toMatchObject([
      { name: 'Regal 1.png', isPicture: true },
      // Of drawings that can hold scripts nothing is ever drawn.
      { name: 'zeichnung.svg', isPicture: false },
    ])
    expect(articleText(meta?.content ?? [])).toContain('Draußen Link Fehlt\nNetz Anleitung Ort')
    expect(reportOf(await world.engine.transferArticles('import', folder))).toMatchObject({ unchanged: 1 })
  })
})
