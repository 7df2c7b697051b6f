/** Files that cannot be read, or should not be: each ends with its reason, and the next one is read. */
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { skipReasons } from '#shared/contract/library.ts'
import { createFilledWorld } from '../support/engine-world.ts'
import {
  addAndRead,
  folderOf,
  outcomesOf,
  parseAt,
  parseBytes,
  textOf,
  threaded,
} from '../support/library.ts'
import { docxOf, docxParts, xlsxOf } from '../support/office-files.ts'
import { pdfOf } from '../support/pdf-writer.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { zipOf } from '../support/zip-writer.ts'

const skipped = (reason: string) => ({ type: 'skipped', reason })
const zeros = Buffer.alloc(20 * 1024 ** 2)
/** The container of old office documents, and of new ones with a password. */
const compoundFile = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)])
const bombParts = docxParts('<x/>', '<x/>')
const onePixelPng = (width: number): Buffer => {
  const png = Buffer.alloc(200)
  png.write('89504e470d0a1a0a0000000d49484452', 'hex')
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(width, 20)
  return png
}

describe('a file is skipped', () => {
  test.each<[string, string, string | Buffer]>([
    ['encrypted', 'locked.pdf', pdfOf([[{ text: 'geheim' }]], { isLocked: true })],
    ['encrypted', 'locked.docx', compoundFile],
    ['encrypted', 'locked.xlsx', compoundFile],
    ['unknown-format', 'old.doc', compoundFile],
    ['broken', 'cut.docx', docxOf([{ text: 'Text' }]).subarray(0, 700)],
    ['broken', 'cut.xlsx', xlsxOf({ A: [['a', 'b']] }).subarray(0, 700)],
    ['broken', 'no-document.docx', zipOf([{ name: 'readme.txt', data: 'no office' }])],
    ['broken', 'not-xml.docx', zipOf(docxParts('no xml at all <<<', '<x/>'))],
    ['broken', 'cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'],
    ['broken', 'cut.png', onePixelPng(300)],
    ['too-large', 'huge.png', onePixelPng(100_000)],
    ['no-text', 'empty.txt', ''],
    ['no-text', 'blank.md', '\n \n\t\n'],
    ['no-text', 'blank.pdf', pdfOf([[], []])],
    ['no-text', 'script.html', '<script>alert(1)</script>'],
    ['unknown-format', 'program.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
    ['unknown-format', 'noise.txt', Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7) % 31))],
    ['unknown-format', 'archive.zip', zipOf([{ name: 'a.txt', data: 'text' }])],
    ['unknown-format', 'letter.rtf', '{\\rtf1 Hallo}'],
    [
      'unpacks-too-large',
      'bomb.docx',
      zipOf([...bombParts, { name: 'word/media/a.bin', data: Buffer.concat(Array(14).fill(zeros)) }]),
    ],
    [
      'unpacks-too-large',
      'lying-bomb.docx',
      zipOf([
        ...bombParts,
        { name: 'word/settings.xml', data: Buffer.concat(Array(4).fill(zeros)), claimedSize: 100 },
      ]),
    ],
  ])('as %s: %s', async (reason, name, content) => {
    expect((await parseBytes(name, content)).outcome).toEqual(skipped(reason))
  })

  test('that is larger than what is read of its kind', async () => {
    const limits = { documentBytes: 1_000, pictureBytes: 100 }
    expect((await parseBytes('a.pdf', pdfOf([[{ text: 'x'.repeat(1_000) }]]), limits)).outcome).toEqual(
      skipped('too-large'),
    )
    expect((await parseBytes('a.png', onePixelPng(10), limits)).outcome).toEqual(skipped('too-large'))
  })

  test('that is not there, or is none', async () => {
    const folder = temporaryFolder()
    expect((await parseAt(path.join(folder, 'gone.txt'))).outcome).toEqual(skipped('missing'))
    expect((await parseAt(folder)).outcome).toMatchObject({ type: 'skipped' })
  })
})

describe('what goes on for too long is read in part', () => {
  test('a text of 200 MB, of which the beginning is read', async () => {
    const file = path.join(temporaryFolder(), 'log.txt')
    fs.writeFileSync(file, 'Erste Zeile.\n\n')
    const line = Buffer.from(`${'Wort '.repeat(200)}\n\n`.repeat(1_000))
    const handle = fs.openSync(file, 'a')
    for (let bytes = 0; bytes < 200 * 1024 ** 2; bytes += line.length) fs.writeSync(handle, line)
    fs.closeSync(handle)
    const before = process.memoryUsage().rss
    const read = await parseAt(file)
    expect(read.outcome).toMatchObject({ type: 'read', partly: 'too-large' })
    expect(read.blocks[0]?.text).toBe('Erste Zeile.')
    const characters = read.blocks.reduce((sum, { text }) => sum + text.length, 0)
    expect(characters).toBeLessThanOrEqual(10_000_000)
    // Sixteen megabytes of it are read: far below the size of the file.
    expect(process.memoryUsage().rss - before).toBeLessThan(190 * 1024 ** 2)
  })

  test('a text without a line break', async () => {
    const read = await parseBytes('line.txt', 'x'.repeat(3_000_000), { characters: 100_000 })
    expect(read.outcome).toMatchObject({ type: 'read', partly: 'too-large' })
  })

  test('a PDF of 2,000 pages, of which 1,000 are read', async () => {
    const pages = Array.from({ length: 2_000 }, (_, index) => [
      { text: `This is page ${String(index + 1)}.` },
    ])
    const read = await parseBytes('long.pdf', pdfOf(pages))
    expect(read.outcome).toEqual({ type: 'read', title: '', pages: 2_000, partly: 'too-many-pages' })
    expect(read.blocks).toHaveLength(1_000)
    expect(read.blocks.at(-1)).toMatchObject({ page: 1_000, text: 'This is page 1000.' })
  })

  test('a table of many rows', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `${String(index)};Teil`).join('\n')
    const read = await parseBytes('parts.csv', rows, { blocks: 1_000 })
    expect(read.outcome).toMatchObject({ type: 'read', partly: 'too-large' })
    expect(read.blocks).toHaveLength(1_000)
  })

  test('Markdown too large for a tree is read as text', async () => {
    const read = await parseBytes('big.md', `# Title\n\n${'Words. '.repeat(1_000)}`, { markupBytes: 1_000 })
    expect(read.outcome).toMatchObject({ type: 'read', partly: null })
    expect(read.blocks[0]?.text).toBe('# Title')
  })
})

test('whatever the bytes, each format ends with text or a reason', async () => {
  const heads = {
    pdf: pdfOf([[{ text: 'Text' }]]),
    docx: docxOf([{ text: 'Text' }]),
    xlsx: xlsxOf({ A: [['a', 'b']] }),
    eml: Buffer.from(
      'From: a@example.org\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext',
    ),
    html: Buffer.from('<table><tr><td>a<ul><li>b'),
    md: Buffer.from('# a\n\n- b\n  - c\n\n| a |\n|---|\n'),
    csv: Buffer.from('a;b\n"c'),
    txt: Buffer.from('text'),
  }
  const kinds = Object.keys(heads) as (keyof typeof heads)[]
  const folder = temporaryFolder()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.uint8Array({ maxLength: 400 }),
      async (kind, at, noise) => {
        const head = heads[kind]
        const cut = Math.floor(at * head.length)
        const file = path.join(folder, `noise.${kind}`)
        fs.writeFileSync(
          file,
          Buffer.concat([head.subarray(0, cut), noise, head.subarray(cut + noise.length)]),
        )
        const { outcome, blocks } = await parseAt(file)
        if (outcome.type === 'skipped') expect(skipReasons).toContain(outcome.reason)
        else expect(blocks.length).toBeGreaterThan(0)
        for (const { text } of blocks) {
          expect(text.isWellFormed()).toBe(true)
          expect(text).not.toContain('\0')
        }
      },
    ),
    { numRuns: 300 },
  )
})

describe('the thread that reads', () => {
  const library = {
    parserEntry: new URL('../support/hanging-parser.ts', import.meta.url),
    isWatching: false,
    limits: { deadlineMs: 10_000, memoryMiB: 64 },
  }

  test('is thrown away by a file that hangs, throws, ends it or fills the memory; all others are read', async () => {
    const { world } = await createFilledWorld({ library })
    const names = ['a', 'exit', 'b', 'fill', 'c', 'hang', 'd', 'throw', 'e']
    await addAndRead(world, folderOf(Object.fromEntries(names.map((name) => [`${name}.txt`, name]))))
    expect(await outcomesOf(world)).toEqual({
      ...{
        'a.txt': 'indexed',
        'b.txt': 'indexed',
        'c.txt': 'indexed',
        'd.txt': 'indexed',
        'e.txt': 'indexed',
      },
      'exit.txt': 'skipped: broken',
      'fill.txt': 'skipped: out-of-memory',
      'hang.txt': 'skipped: too-slow',
      'throw.txt': 'skipped: broken',
    })
    expect(await textOf(world, 'e.txt')).toEqual(['Read e.txt'])
  })
})

test('bad files stand in the list with their reasons, among the good ones', async () => {
  const { world } = await createFilledWorld({ library: threaded() })
  await addAndRead(
    world,
    folderOf({
      'good.md': '# Good',
      'locked.pdf': pdfOf([[{ text: 'geheim' }]], { isLocked: true }),
      'cut.docx': docxOf([{ text: 'x' }]).subarray(0, 500),
      'empty.txt': '',
    }),
  )
  expect(await outcomesOf(world)).toEqual({
    'good.md': 'indexed',
    'locked.pdf': 'skipped: encrypted',
    'cut.docx': 'skipped: broken',
    'empty.txt': 'skipped: no-text',
  })
})
