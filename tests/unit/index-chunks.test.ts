/** How articles, tickets, conversations and files are cut into passages. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArticleMeta, ArticleNode } from '#shared/model/article/article.ts'
import { chunkArticle } from '../../src-main/engine/search/chunks/article-chunks.ts'
import { chunkEntries } from '../../src-main/engine/search/chunks/entry-chunks.ts'
import { chunkFile, type FileBlockRow } from '../../src-main/engine/search/chunks/file-chunks.ts'
import { createLanguageOf, type Language } from '../../src-main/engine/search/chunks/language.ts'
import { withoutMailTail } from '../../src-main/engine/search/chunks/mail-text.ts'
import { chunkMessages } from '../../src-main/engine/search/chunks/message-chunks.ts'
import { maxChunks, sizeOf, sizes } from '../../src-main/engine/search/chunks/size.ts'
import { piecesOf, sentencesOf } from '../../src-main/engine/search/chunks/split-text.ts'

const words = (count: number, word = 'Wort') => Array.from({ length: count }, () => word).join(' ')
const text = (content: string): ArticleNode => ({ type: 'text', text: content, marks: [] })
const node = (type: string, ...children: ArticleNode[]): ArticleNode => ({ type, children })
const paragraph = (content: string) => node('paragraph', text(content))
const heading = (level: number, content: string): ArticleNode => ({
  type: 'heading',
  level,
  children: [text(content)],
})
const published = { state: 'published', language: 'de', createdBy: null, updatedAt: 7 } as ArticleMeta
const entry = (content: string, part = '') => ({ part, authorId: null, at: 1, text: content })
const without = (content: string) => content.replace(/\s+/g, '')

describe('articles', () => {
  test('a passage stands under its headings, and no section reaches into another', () => {
    const chunks = chunkArticle(published, [
      paragraph('Einleitung.'),
      heading(1, 'Router'),
      paragraph('Der Router ist grau.'),
      heading(2, 'Neustart'),
      paragraph('Stecker ziehen.'),
      heading(1, 'Drucker'),
      paragraph('Der Drucker ist weiß.'),
    ])
    expect(chunks.map(({ headings, text: content }) => [headings, content])).toEqual([
      [[], 'Einleitung.'],
      [['Router'], 'Der Router ist grau.'],
      [['Router', 'Neustart'], 'Stecker ziehen.'],
      [['Drucker'], 'Der Drucker ist weiß.'],
    ])
    expect(chunks[0]).toMatchObject({ part: '', language: 'de', at: 7 })
  })

  test('steps stay together with what introduces them', () => {
    const steps = Array.from({ length: 12 }, (_, i) =>
      node('listItem', paragraph(`Schritt ${i}: ${words(12)}.`)),
    )
    const [only, ...more] = chunkArticle(published, [paragraph('So geht es:'), node('orderedList', ...steps)])
    expect(more).toEqual([])
    expect(only?.text.split('\n')).toHaveLength(13)
  })

  test('a list that is too long is cut between two items only', () => {
    const items = Array.from({ length: 60 }, (_, i) => `Punkt ${i}: ${words(10)}.`)
    const chunks = chunkArticle(published, [
      node('bulletList', ...items.map((item) => node('listItem', paragraph(item)))),
    ])
    expect(chunks.length).toBeGreaterThan(2)
    expect(chunks.flatMap(({ text: content }) => content.split('\n'))).toEqual(items)
    for (const chunk of chunks) expect(sizeOf(chunk.text)).toBeLessThanOrEqual(sizes.most)
  })

  test('rows of a long table say what their columns mean', () => {
    const row = (...cells: string[]) =>
      node('tableRow', ...cells.map((cell) => node('tableCell', paragraph(cell))))
    const rows = Array.from({ length: 80 }, (_, i) => row(`E-${i}`, words(6)))
    const chunks = chunkArticle(published, [
      heading(1, 'Codes'),
      node('table', row('Code', 'Bedeutung'), ...rows),
    ])
    expect(chunks.length).toBeGreaterThan(2)
    expect(chunks[0]?.text.startsWith('Code | Bedeutung\nE-0 | ')).toBe(true)
    for (const { headings } of chunks.slice(1)) expect(headings).toEqual(['Codes', 'Code | Bedeutung'])
  })

  test('drafts give nothing; nodes of a kind that nobody knows are read all the same', () => {
    expect(chunkArticle({ ...published, state: 'draft' }, [paragraph('Geheim')])).toEqual([])
    const [chunk] = chunkArticle(published, [node('callout', node('mystery', paragraph('Darin.')))])
    expect(chunk?.text).toBe('Darin.')
  })
})

describe('tickets', () => {
  test('each entry by itself, with its part', () => {
    const chunks = chunkEntries([entry('Der Drucker streikt.'), entry('Ich komme.', 'B')])
    expect(chunks.map(({ part, text: content }) => [part, content])).toEqual([
      ['', 'Der Drucker streikt.'],
      ['B', 'Ich komme.'],
    ])
  })

  test('quoted mail and signatures stay out where they are obvious', () => {
    const mail = `Danke, es geht wieder.

Mit freundlichen Grüßen
Jana Berg
Tel. 030 1234

Am 12.11.2026 um 10:11 schrieb Service <service@example.org>:
> Bitte neu starten.
> Viele Grüße`
    expect(withoutMailTail(mail)).toBe('Danke, es geht wieder.')
    expect(withoutMailTail('Works now.\n\n-- \nJoe\n+44 1')).toBe('Works now.')
    expect(withoutMailTail('Siehe unten.\n\nVon: Kunde\nGesendet: heute\nHilfe!')).toBe('Siehe unten.')
    // What would leave nothing is left alone, and a greeting in the middle of a letter ends nothing.
    expect(withoutMailTail('> nur Zitat')).toBe('> nur Zitat')
    const long = `Viele Grüße\n${Array.from({ length: 40 }, (_, i) => `Zeile ${i}`).join('\n')}`
    expect(withoutMailTail(`Hallo,\n${long}`)).toBe(`Hallo,\n${long}`)
  })

  test('long texts are cut between sentences, and nothing is lost', () => {
    const sentences = Array.from({ length: 60 }, (_, i) => `Satz ${i} sagt z. B. ${words(9)} am 3. Tag.`)
    const chunks = chunkEntries([entry(sentences.join(' '))])
    expect(chunks.length).toBeGreaterThan(4)
    expect(without(chunks.map(({ text: content }) => content).join(''))).toBe(without(sentences.join('')))
    for (const { text: content } of chunks) {
      expect(content).toMatch(/^Satz \d+ .*Tag\.$/s)
      expect(sizeOf(content)).toBeGreaterThanOrEqual(sizes.enough)
      expect(sizeOf(content)).toBeLessThanOrEqual(sizes.most)
    }
  })
})

describe('conversations', () => {
  const minute = 60_000
  const say = (id: string, atMinute: number, content: string, topic: string | null = null) => ({
    ...{ id, authorId: null, topic, text: content, sentAt: atMinute * minute },
  })

  test('what is said about one topic within minutes is one passage; a pause or another topic begins the next', () => {
    const chunks = chunkMessages([
      say('a', 0, 'Die Pumpe steht.', 'Pumpe'),
      say('b', 1, 'Wer hat den Schlüssel?', 'Schlüssel'),
      say('c', 2, 'Ich sehe nach.', 'Pumpe'),
      say('d', 3, '', 'Pumpe'),
      say('e', 30, 'Läuft wieder.', 'Pumpe'),
    ])
    expect(chunks.map(({ part, headings, text: content }) => [part, headings, content])).toEqual([
      ['a', ['Pumpe'], 'Die Pumpe steht.\nIch sehe nach.'],
      ['b', ['Schlüssel'], 'Wer hat den Schlüssel?'],
      ['e', ['Pumpe'], 'Läuft wieder.'],
    ])
  })

  test('a long conversation is cut between two messages', () => {
    const messages = Array.from({ length: 40 }, (_, i) => say(`m${i}`, i, words(15)))
    for (const { text: content } of chunkMessages(messages)) {
      expect(content.split('\n').every((line) => line === words(15))).toBe(true)
      expect(sizeOf(content)).toBeLessThanOrEqual(sizes.full)
    }
  })
})

describe('files', () => {
  test('a passage stands on its page', () => {
    const block = (kind: FileBlockRow['kind'], content: string, page: number): FileBlockRow => ({
      ...{ kind, level: kind === 'heading' ? 1 : null, page, text: content },
    })
    const chunks = chunkFile(
      [block('heading', 'Wartung', 1), block('paragraph', 'Ölen.', 1), block('paragraph', 'Prüfen.', 2)],
      5,
    )
    expect(chunks.map(({ part, headings, text: content, at }) => [part, headings, content, at])).toEqual([
      ['p1', ['Wartung'], 'Ölen.', 5],
      ['p2', ['Wartung'], 'Prüfen.', 5],
    ])
  })

  test('an endless line, without a space or with nothing else, ends', () => {
    for (const line of [
      'x'.repeat(20_000_000),
      'ab '.repeat(5_000_000),
      ' '.repeat(20_000_000),
      '😀'.repeat(3_000_000),
    ]) {
      const chunks = chunkFile([{ kind: 'paragraph', level: null, page: null, text: line }], 0)
      expect(chunks.length).toBeLessThanOrEqual(maxChunks)
      for (const { text: content } of chunks.slice(0, 50)) {
        expect(content.length).toBeLessThan(4_000)
        expect(content.isWellFormed()).toBe(true)
      }
    }
  })
})

test('whatever the text, no character is lost and no piece is too large', () => {
  const alphabet = fc.constantFrom(
    'a',
    'B',
    '.',
    '!',
    ' ',
    '\n',
    '\n\n',
    'z. B. ',
    'ß',
    '😀',
    '。',
    '\u2028',
    '>',
    '-- ',
  )
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 3_000 }), (letters) => {
      const whole = letters.join('')
      const pieces = [...piecesOf(whole)]
      expect(without(pieces.join(''))).toBe(without(whole))
      const spans = [...sentencesOf(whole)]
      expect(without(spans.map(({ start, end }) => whole.slice(start, end)).join(''))).toBe(without(whole))
      for (const { text: content } of chunkEntries([entry(whole)])) expect(content.length).toBeLessThan(4_000)
    }),
    { numRuns: 100, seed: 7 },
  )
})

const languageOf = (content: string, fallback: Language = null) => createLanguageOf(fallback)(content)

test('the language is told by the text, and by nothing where it is another one', () => {
  expect(languageOf('Der Router blinkt rot, und ich kann nicht arbeiten.')).toBe('de')
  expect(languageOf('The router blinks red and I cannot work.')).toBe('en')
  expect(languageOf('Le routeur clignote en rouge et je ne peux pas travailler aujourd’hui.', 'de')).toBe(
    null,
  )
  expect(languageOf('E-47', 'de')).toBe('de')
  expect(languageOf('E-47')).toBe(null)
})
