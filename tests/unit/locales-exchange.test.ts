/** What goes to translators comes back as it went, and nothing bad comes with it. */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCatalogue, type Catalogue } from '../../scripts/lib/locales/catalogues.ts'
import { readReturned, rowsFor, toCsv, toJson, type Row } from '../../scripts/lib/locales/exchange.ts'
import { mergeReturned, writeFiles } from '../../scripts/lib/locales/import.ts'
import { runLocales } from '../../scripts/lib/locales/command.ts'

const source = path.resolve('src-shared/locales')
const uses = {
  keys: new Map([['inbox:title', [{ file: 'a.tsx', line: 3 }]]]),
  patterns: new Map(),
  unknown: [],
}
let root = ''
let folder = ''
let english: Catalogue
let german: Catalogue

beforeAll(() => {
  root = fs.mkdtempSync(path.join(tmpdir(), 'outpost-exchange-'))
  english = readCatalogue(source, 'en')
  german = readCatalogue(source, 'de')
})
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(root, 'locales-'))
  for (const language of ['en', 'de'])
    fs.cpSync(path.join(source, language), path.join(folder, language), { recursive: true })
})
afterAll(() => fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

const rows = (own = german): readonly Row[] => rowsFor(english, own, uses)
const call = (...args: string[]) => {
  const lines: string[] = []
  const say = (text: string) => void lines.push(text)
  const code = runLocales([...args, '--locales', folder], {
    root: path.resolve('.'),
    print: say,
    complain: say,
  })
  return { code, text: lines.join('\n') }
}
const all = (): string =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${name}\n${fs.readFileSync(path.join(folder, name), 'utf8')}`)
    .join('\n')

describe('there and back', () => {
  it.each([
    ['CSV', (of: readonly Row[]) => readReturned(toCsv(of), 'csv')],
    ['CSV with semicolons', (of: readonly Row[]) => readReturned(toCsv(of, ';'), 'csv')],
    ['JSON', (of: readonly Row[]) => readReturned(toJson('de', of), 'json')],
  ])('every sentence comes back as %s', (_name, trip) => {
    const back = trip(rows())
    expect(back.map(({ translation }) => translation)).toEqual(rows().map(({ translation }) => translation))
    const merged = mergeReturned(back, german, english, {})
    expect(merged.problems).toEqual([])
    expect(merged.taken).toBe(0)
    expect(merged.unchanged).toBe(rows().length)
  })

  it('writes a new language as if by hand, in the order of English', () => {
    const empty = readCatalogue(folder, 'nl')
    const translated = rows(empty).map((row) => ({ ...row, translation: row.english }))
    const merged = mergeReturned(translated, empty, english, {})
    expect(merged.problems).toEqual([])
    writeFiles(path.join(folder, 'nl'), merged.changed)
    for (const name of fs.readdirSync(path.join(source, 'en')))
      expect(fs.readFileSync(path.join(folder, 'nl', name), 'utf8')).toBe(
        fs.readFileSync(path.join(source, 'en', name), 'utf8'),
      )
  })

  it('has the plural forms of the language, the state, and where it is used', () => {
    const polish = rows(readCatalogue(folder, 'pl')).filter(({ key }) => key.startsWith('storage.used'))
    expect(polish.map(({ plural }) => plural)).toEqual(['one', 'few', 'many', 'other'])
    expect(polish.every(({ state }) => state === 'missing')).toBe(true)
    expect(rows().find(({ namespace, key }) => namespace === 'inbox' && key === 'title')).toMatchObject({
      state: 'translated',
      context: 'a.tsx:3',
    })
  })
})

describe('a spreadsheet', () => {
  it('reads it as UTF-8, and works nothing out', () => {
    const nasty = ['=1+1', '+49', '-Drucker', '@SUM(A1)', "'=quoted", '\tTab', 'a "b", c', 'plain']
    const [first] = rows()
    const made = nasty.map((translation) => ({ ...first!, translation }))
    const csv = toCsv(made)
    expect(csv.startsWith('\ufeffnamespace,key,')).toBe(true)
    expect(csv).toContain('\r\n')
    const cells = parse<{ translation: string }>(csv, { bom: true, columns: true })
    for (const { translation } of cells) expect(translation).not.toMatch(/^[=+\-@\t]/)
    expect(readReturned(csv, 'csv').map(({ translation }) => translation)).toEqual(nasty)
  })
})

describe('what comes in', () => {
  const inbox = {
    namespace: 'inbox',
    key: 'ticket',
    english: 'Ticket {{number}}',
    translation: 'Karte {{number}}',
  }
  const refused = (change: Partial<typeof inbox>, language = german) =>
    mergeReturned([{ ...inbox, ...change }], language, english, {}).problems.map(({ rule }) => rule)

  it('is taken where it fits', () => {
    expect(mergeReturned([inbox], german, english, {})).toMatchObject({ taken: 1, problems: [] })
  })

  it.each<[string, Partial<typeof inbox>, string]>([
    ['a sentence that is not there', { key: 'nothing' }, 'unknown'],
    ['a way out of the catalogue', { namespace: '__proto__', key: 'polluted' }, 'unknown'],
    ['a file elsewhere', { namespace: '../../package' }, 'unknown'],
    ['a plural form that German has not', { namespace: 'files', key: 'storage.used_few' }, 'unknown'],
    ['a sentence that has changed since', { english: 'Ticket no. {{number}}' }, 'outdated'],
    ['another variable', { translation: 'Ticket {{nummer}}' }, 'variables'],
    ['half a variable', { translation: 'Ticket {{number}} {{' }, 'braces'],
    ['a tag', { translation: '<img src=x onerror=alert(1)> {{number}}' }, 'tags'],
    ['a formula', { translation: '=HYPERLINK("x") {{number}}' }, 'formula'],
    ['a control character', { translation: 'Ticket\u0000 {{number}}' }, 'control'],
    ['a line break', { translation: 'Ticket\n{{number}}' }, 'control'],
    ['a turned direction', { translation: 'Ticket \u202e{{number}}' }, 'direction'],
    ['a flood', { translation: `Ticket {{number}} ${'a'.repeat(5000)}` }, 'long'],
  ])('is refused: %s', (_what, change, rule) => {
    expect(refused(change)).toContain(rule)
  })

  it('is refused where it is there twice', () => {
    expect(mergeReturned([inbox, inbox], german, english, {}).problems).toMatchObject([{ rule: 'twice' }])
  })

  it.each(['', 'a,b\n1,2', '"open', 'namespace,key,english,translation\nx', '\u0000\u0001'])(
    'is no CSV: %j',
    (text) => expect(() => readReturned(text, 'csv')).toThrow(),
  )

  it.each(['', '{', '[]', '{"sentences": 3}', '{"sentences": [{"key": 1}]}'])('is no JSON: %j', (text) =>
    expect(() => readReturned(text, 'json')).toThrow(),
  )
})

describe('npm run locales -- import', () => {
  const write = (name: string, change: (of: Row[]) => void): string => {
    const made = rows().map((row) => ({ ...row }))
    change(made)
    const file = path.join(folder, name)
    fs.writeFileSync(file, name.endsWith('.csv') ? toCsv(made) : toJson('de', made))
    return file
  }
  const find = (of: Row[], key: string): { translation: string } =>
    of.find((row) => row.namespace === 'inbox' && row.key === key) as { translation: string }

  it('changes one sentence, and nothing else in the file', () => {
    const before = all()
    const file = write('good.csv', (of) => (find(of, 'title').translation = 'Posteingang'))
    expect(call('import', 'de', file)).toMatchObject({ code: 0 })
    expect(all()).toBe(before.replace('"title": "Eingang"', '"title": "Posteingang"'))
  })

  it('writes nothing where one is wrong, and the rest with --partial', () => {
    const before = all()
    const file = write('bad.csv', (of) => {
      find(of, 'title').translation = 'Posteingang'
      find(of, 'ticket').translation = 'Karte'
    })
    const refused = call('import', 'de', file)
    expect(refused.code).toBe(1)
    expect(refused.text).toMatch(/inbox:ticket.*variables/)
    expect(refused.text).toMatch(/Nothing was written/)
    expect(all()).toBe(before)
    expect(call('import', 'de', file, '--partial').code).toBe(1)
    expect(all()).toBe(before.replace('"title": "Eingang"', '"title": "Posteingang"'))
  })

  it('reads nothing that is too large, no UTF-8, or of a language that is none', () => {
    const before = all()
    const huge = path.join(root, 'huge.csv')
    fs.closeSync(fs.openSync(huge, 'w'))
    fs.truncateSync(huge, 100_000_000)
    expect(call('import', 'de', huge)).toMatchObject({
      code: 2,
      text: expect.stringMatching(/larger/) as string,
    })
    const latin = path.join(root, 'latin.csv')
    fs.writeFileSync(
      latin,
      Buffer.from('namespace,key,english,translation\r\ninbox,title,Inbox,Eing\xe4nge', 'latin1'),
    )
    expect(call('import', 'de', latin).text).toMatch(/UTF-8/)
    expect(call('import', '../de', latin).text).toMatch(/no language/)
    expect(call('import', 'en', latin).text).toMatch(/source/)
    expect(call('import', 'de', path.join(root, 'nowhere.csv')).code).toBe(2)
    expect(call('export', 'de', 'x.txt').code).toBe(2)
    expect(all()).toBe(before)
  })
})
