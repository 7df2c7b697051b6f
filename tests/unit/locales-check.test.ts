/** The checks of the sentences see what they are there for, in copies of the catalogues that were spoilt on purpose. */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCatalogues, readCatalogue } from '../../scripts/lib/locales/catalogues.ts'
import { checkCatalogues, type Problem } from '../../scripts/lib/locales/check.ts'
import { runLocales } from '../../scripts/lib/locales/command.ts'
import { readExceptions, readGlossary } from '../../scripts/lib/locales/exceptions.ts'
import { findUses } from '../../scripts/lib/locales/program-uses.ts'
import { coverageOf } from '../../scripts/lib/locales/report.ts'
import { checkUse } from '../../scripts/lib/locales/use.ts'

const source = path.resolve('src-shared/locales')
let root = ''
let counter = 0

beforeAll(() => {
  root = fs.mkdtempSync(path.join(tmpdir(), 'outpost-locales-'))
})
afterAll(() => fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

type Sentences = Record<string, unknown>

/** A copy of the catalogues, to be spoilt. */
function copyLocales(): string {
  const folder = path.join(root, String(counter++))
  for (const language of ['en', 'de'])
    fs.cpSync(path.join(source, language), path.join(folder, language), { recursive: true })
  return folder
}

function edit(folder: string, file: string, change: (sentences: Sentences) => void): void {
  const full = path.join(folder, file)
  const sentences = JSON.parse(fs.readFileSync(full, 'utf8')) as Sentences
  change(sentences)
  fs.writeFileSync(full, `${JSON.stringify(sentences, null, 2)}\n`)
}

function clear(sentences: Sentences): Sentences {
  for (const key of Object.keys(sentences)) Reflect.deleteProperty(sentences, key)
  return sentences
}

function problemsIn(folder: string): readonly Problem[] {
  return checkCatalogues(readCatalogues(folder), readExceptions(), readGlossary())
}

const named = (problems: readonly Problem[]): string[] =>
  problems.map(({ rule, language, key }) => `${rule} ${language} ${key}`)

describe('the check of the sentences', () => {
  it('finds nothing in those of the program', () => {
    expect(problemsIn(source)).toEqual([])
  })

  it.each<[string, string, (sentences: Sentences) => void, string]>([
    ['a missing key', 'de/inbox.json', (all) => delete all['title'], 'missing de inbox:title'],
    ['a key too many', 'de/inbox.json', (all) => (all['more'] = 'Mehr'), 'extra de inbox:more'],
    ['English in German', 'de/inbox.json', (all) => (all['title'] = 'Inbox'), 'untranslated de inbox:title'],
    [
      'another variable',
      'de/inbox.json',
      (all) => (all['ticket'] = 'Ticket {{nummer}}'),
      'variables de inbox:ticket',
    ],
    [
      'half a variable',
      'de/inbox.json',
      (all) => (all['ticket'] = 'Ticket {{number}'),
      'braces de inbox:ticket',
    ],
    ['a tag', 'de/inbox.json', (all) => (all['title'] = '<b>Eingang</b>'), 'tags de inbox:title'],
    ['an empty sentence', 'de/inbox.json', (all) => (all['title'] = ''), 'empty de inbox:title'],
    ['a space at the end', 'de/inbox.json', (all) => (all['title'] = 'Eingang '), 'trimmed de inbox:title'],
    ['another ending', 'de/inbox.json', (all) => (all['title'] = 'Eingang!'), 'ending de inbox:title'],
    ['three dots', 'de/inbox.json', (all) => (all['title'] = 'Eingang...'), 'dots de inbox:title'],
    [
      'straight quotes',
      'de/inbox.json',
      (all) => (all['title'] = '"Eingang"'),
      'straight-quotes de inbox:title',
    ],
    ['English quotes', 'de/inbox.json', (all) => (all['title'] = '“Eingang”'), 'quotes de inbox:title'],
    ['„du“', 'de/inbox.json', (all) => (all['title'] = 'Dein Eingang'), 'informal de inbox:title'],
    [
      'a request to a friend',
      'de/inbox.json',
      (all) => (all['title'] = 'Prüfe die Adresse.'),
      'imperative de inbox:title',
    ],
    [
      'a turned direction',
      'de/inbox.json',
      (all) => (all['title'] = 'Ein\u202Egang'),
      'direction de inbox:title',
    ],
    [
      'a control character',
      'de/inbox.json',
      (all) => (all['title'] = 'Ein\u0007gang'),
      'control de inbox:title',
    ],
    [
      'letters in pieces',
      'de/chat.json',
      (all) => (all['reply'] = 'Zuru\u0308ck'),
      'normal-form de chat:reply',
    ],
    ['a word not agreed on', 'de/inbox.json', (all) => (all['title'] = 'Queue'), 'avoid de inbox:title'],
    [
      'another term',
      'de/tickets.json',
      (all) => (all['noTags'] = 'Marken hinzufügen'),
      'term de tickets:noTags',
    ],
    ['American English', 'en/inbox.json', (all) => (all['title'] = 'Organization'), 'avoid en inbox:title'],
    [
      'a plural form too few',
      'en/files.json',
      (all) => delete (all['storage'] as Sentences)['used_one'],
      'plural en files:used_one',
    ],
  ])('sees %s', (_what, file, change, expected) => {
    const folder = copyLocales()
    edit(folder, file, change)
    expect(named(problemsIn(folder)).join('\n')).toContain(
      expected.replace('files:used_one', 'files:storage.used_one'),
    )
  })

  it('sees a key that is there twice, another order, and a file that is missing', () => {
    const folder = copyLocales()
    const file = path.join(folder, 'de/inbox.json')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('{\n', '{\n  "title": "Posten",\n'))
    edit(folder, 'de/ui.json', (all) => {
      const { close, ...rest } = all
      Object.assign(clear(all), rest, { close })
    })
    fs.rmSync(path.join(folder, 'de/chat.json'))
    const found = named(problemsIn(folder))
    expect(found).toContain('file de inbox.json')
    expect(found).toContain('file de chat.json')
    expect(found.filter((each) => each.startsWith('file de ui:'))).toHaveLength(1)
  })

  it('says that an exception is needed by nothing', () => {
    const exceptions = readExceptions()
    const spare = { rule: 'dots', key: 'inbox:title', reason: 'for the test' }
    const all = {
      same: { de: { ...exceptions.same['de'], Wurst: 'spare' } },
      rules: [...exceptions.rules, spare],
    }
    const found = checkCatalogues(readCatalogues(source), all, readGlossary())
    expect(found.map(({ rule }) => rule)).toEqual(['exception', 'exception'])
  })

  it('is an error that can be read where a catalogue is no JSON, or holds no sentences', () => {
    for (const text of ['{', '[]', '{"a": 1}', 'null', '']) {
      const folder = copyLocales()
      fs.writeFileSync(path.join(folder, 'de/inbox.json'), text)
      expect(() => readCatalogues(folder)).toThrow(/de\/inbox\.json/)
    }
  })
})

describe('a new language', () => {
  it('is told exactly what it lacks, by its own plural forms', () => {
    const folder = copyLocales()
    fs.mkdirSync(path.join(folder, 'nl'))
    fs.writeFileSync(path.join(folder, 'nl/inbox.json'), '{\n  "title": "Postvak"\n}\n')
    const english = readCatalogue(folder, 'en')
    const missing = problemsIn(folder).filter(({ language }) => language === 'nl')
    const inbox = missing.filter(({ key }) => key.startsWith('inbox:')).map(({ key }) => key)
    expect(inbox).toEqual(
      [...english.namespaces.get('inbox')!.sentences.keys()]
        .filter((key) => key !== 'title')
        .map((key) => `inbox:${key}`),
    )
    const all = [...english.namespaces.values()].reduce((sum, { sentences }) => sum + sentences.size, 0)
    expect(missing.filter(({ rule }) => rule === 'missing')).toHaveLength(all - 1)
    expect(missing.filter(({ rule }) => rule === 'file')).toHaveLength(english.namespaces.size - 1)
  })

  it('needs as many plural forms as it has: three in Polish, one in Japanese', () => {
    const folder = copyLocales()
    for (const language of ['pl', 'ja']) fs.mkdirSync(path.join(folder, language))
    const forms = (language: string) =>
      problemsIn(folder)
        .filter((each) => each.language === language && each.key.startsWith('files:storage.used'))
        .map(({ key }) => key.replace('files:storage.used_', ''))
    expect(forms('pl')).toEqual(['one', 'few', 'many', 'other'])
    expect(forms('ja')).toEqual(['other'])
  })

  it('is counted in the report', () => {
    const folder = copyLocales()
    fs.mkdirSync(path.join(folder, 'nl'))
    fs.writeFileSync(path.join(folder, 'nl/inbox.json'), '{\n  "title": "Postvak"\n}\n')
    const rows = coverageOf(readCatalogues(folder), problemsIn(folder))
    const row = (language: string, namespace: string) =>
      rows.find((each) => each.language === language && each.namespace === namespace)
    expect(row('nl', 'inbox')).toMatchObject({ translated: 1, words: 1 })
    expect(row('nl', 'all')).toMatchObject({ translated: 1, sentences: row('en', 'all')!.sentences })
    expect(row('de', 'all')).toMatchObject({ ratio: 1, wordsLeft: 0 })
    expect(row('en', 'all')!.words).toBe(row('nl', 'all')!.wordsLeft + countInbox())
    function countInbox(): number {
      return row('en', 'inbox')!.words - row('nl', 'inbox')!.wordsLeft
    }
  })
})

describe('what the program says', () => {
  const project = (): string => {
    const folder = path.join(root, `program-${counter++}`)
    const window = path.join(folder, 'src-renderer')
    fs.mkdirSync(window, { recursive: true })
    fs.mkdirSync(path.join(folder, 'src-main/shell'), { recursive: true })
    const options = { strict: true, noEmit: true, target: 'es2023', module: 'esnext', types: [] }
    for (const [name, include] of [
      ['renderer', 'src-renderer'],
      ['node', 'src-main'],
    ])
      fs.writeFileSync(
        path.join(folder, `tsconfig.${name!}.json`),
        JSON.stringify({ compilerOptions: options, include: [include] }),
      )
    return folder
  }
  const english = () => readCatalogue(copyLocales(), 'en')
  const usesOf = (window: string, shell = '') => {
    const folder = project()
    fs.writeFileSync(path.join(folder, 'src-renderer/a.ts'), window)
    fs.writeFileSync(path.join(folder, 'src-main/shell/b.ts'), `${shell}\nexport {}`)
    const catalogue = english()
    return findUses(
      folder,
      (namespace, key) => catalogue.namespaces.get(namespace)?.sentences.has(key) ?? false,
    )
  }
  const head = `declare function useTranslation<const N>(names?: N): { t: (key: string, values?: object) => string }\n`

  it('is read from the types: plain keys, unions, templates, conditions, plurals', () => {
    const uses = usesOf(
      `${head}const { t } = useTranslation(['tickets', 'ui'])
       type State = 'new' | 'open'
       const levels = { a: 'ui:priority.low', b: 'ui:priority.high' } as const
       export function say(state: State, any: string, level: 'a' | 'b', on: boolean) {
         t('title'); t(\`ui:state.\${state}\`); t(levels[level]); t(on ? 'new' : 'field.owner')
         t('queue.active', { count: 3 }); t(\`ui:key.\${any}\` as 'ui:key.Tab'); t('action.cancel')
       }`,
      `declare const text: { menu(key: string): string }; declare const plain: { tray(key: string): string }
       text.menu('file'); plain.tray('unread'); plain.tray('no such thing')`,
    )
    expect([...uses.keys.keys()].sort()).toEqual([
      'common:action.cancel',
      'notifications:tray.unread',
      'shell:menu.file',
      'tickets:field.owner',
      'tickets:new',
      'tickets:queue.active',
      'tickets:title',
      'ui:priority.high',
      'ui:priority.low',
      'ui:state.new',
      'ui:state.open',
    ])
    expect([...uses.patterns.keys()]).toEqual(['ui:key.*'])
    expect(uses.keys.get('tickets:title')).toEqual([
      { file: 'src-renderer/a.ts', line: expect.any(Number) as number },
    ])
  })

  it('is compared with the catalogue: unused, unknown, not to be told', () => {
    const catalogue = english()
    const uses = usesOf(
      `${head}const { t } = useTranslation('inbox')
       export const all = (any: string) => [t('title'), t('no.such'), t(any)]`,
    )
    const problems = checkUse(catalogue, uses, {
      same: {},
      rules: [{ rule: 'unused', key: 'inbox:list', reason: 'test' }],
    })
    const unknown = problems.filter(({ rule }) => rule === 'unknown').map(({ key }) => key)
    expect(unknown).toEqual(['inbox:no.such', 'src-renderer/a.ts:3'])
    const unused = new Set(problems.filter(({ rule }) => rule === 'unused').map(({ key }) => key))
    expect(unused.has('inbox:title')).toBe(false)
    expect(unused.has('inbox:list')).toBe(false)
    expect(unused.has('inbox:ticket')).toBe(true)
  })
})

describe('npm run locales', () => {
  const call = (...args: string[]) => {
    const lines: string[] = []
    const say = (text: string) => void lines.push(text)
    return {
      code: runLocales(args, { root: path.resolve('.'), print: say, complain: say }),
      text: lines.join('\n'),
    }
  }

  it('says what is wrong and ends with 1', () => {
    const folder = copyLocales()
    expect(call('check', '--no-sources', '--locales', folder).code).toBe(0)
    edit(folder, 'de/inbox.json', (all) => (all['title'] = 'Inbox'))
    const { code, text } = call('check', '--no-sources', '--locales', folder)
    expect(code).toBe(1)
    expect(text).toMatch(/inbox:title.*untranslated/)
    expect(text).toMatch(/1 problems/)
  })

  it('reports for people and for programs', () => {
    expect(call('report').text).toMatch(/de +all +\d+ of \d+ +100\.0 %/)
    const rows = JSON.parse(call('report', '--json').text) as { language: string }[]
    expect(rows.length).toBeGreaterThan(20)
  })

  it('ends with 2 where it was called wrongly', () => {
    expect(call().code).toBe(2)
    expect(call('dance').code).toBe(2)
    expect(call('check', '--what').code).toBe(2)
    expect(call('check', '--locales', path.join(root, 'nowhere')).text).toMatch(/nowhere/)
  })
})
