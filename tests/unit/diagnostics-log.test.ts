/** What diagnostics take out of the log: only words of the program, however the file looks. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { knownCodes, knownEvents } from '../../src-main/shell/diagnostics/known-words.ts'
import { measureFolder } from '../../src-main/shell/diagnostics/measure-folder.ts'
import { readLogFacts } from '../../src-main/shell/diagnostics/read-log.ts'
import { createFileLog } from '../../src-main/shell/log-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) }
const write = (text: string, name = 'outpost.log') => writeFileSync(path.join(folder, name), text)
const line = (fields: object) =>
  `${JSON.stringify({ at: '2026-01-02T03:04:05.000Z', level: 'error', source: 'engine', event: 'query-failed', ...fields })}\n`

describe('the log for diagnostics', () => {
  test('is counted by what happened and its code, over all files, the latest first', () => {
    const log = createFileLog({ folder, clock })
    log.error('engine.died', { code: 9 })
    log.write('engine', 'warn', 'slow-query', { ms: 70, sql: 'SELECT text FROM messages', plan: 'SCAN' })
    log.write('engine', 'error', 'command-failed', { code: 'SQLITE_FULL' })
    log.info('shell.started')
    log.flush()
    write(
      line({ at: '2026-01-01T00:00:00.000Z' }) + line({ at: '2026-01-03T00:00:00.000Z' }),
      'outpost.1.log',
    )
    const facts = readLogFacts(folder)
    expect(facts).toMatchObject({
      files: 2,
      maxFiles: 5,
      maxBytesPerFile: 1_000_000,
      unreadable: 0,
      isCut: false,
    })
    expect(
      facts.problems.map(({ event, level, source, code, count }) => [event, level, source, code, count]),
    ).toEqual([
      ['query-failed', 'error', 'engine', null, 2],
      ['engine.died', 'error', 'shell', '9', 1],
      ['slow-query', 'warn', 'engine', null, 1],
      ['command-failed', 'error', 'engine', 'SQLITE_FULL', 1],
    ])
    expect(facts.problems[0]?.lastAt).toBe(Date.UTC(2026, 0, 3))
  })

  test('lets nothing out that somebody else wrote into it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        fc.json(),
        (first, second, json) => {
          const [event, code] = [`geheim-${first}`, `Wort${second}`]
          write(
            line({ event, code }) +
              line({ code, reason: event, error: code, type: event }) +
              line({ [event]: code }) +
              line({ event, source: code, level: 'warn' }) +
              `${json}\n` +
              `${first}\n` +
              line({ level: event }),
          )
          const { problems } = readLogFacts(folder)
          for (const problem of problems) {
            expect(problem.event === 'other' || knownEvents.has(problem.event)).toBe(true)
            expect(['shell', 'engine']).toContain(problem.source)
            expect(problem.code === null || knownCodes.has(problem.code)).toBe(true)
          }
          expect(JSON.stringify(problems)).not.toContain('geheim-')
        },
      ),
    )
  })

  test.each([
    ['is no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x80])],
    ['has no end', '{"at":"2026-01-0'],
    ['is of other JSON', '[1]\nnull\n"text"\n7\n{}\n{"at":7,"event":"query-failed"}\n'],
    ['is empty', ''],
  ])('is read where it %s', (_what, content) => {
    writeFileSync(path.join(folder, 'outpost.log'), content)
    expect(readLogFacts(folder).problems).toEqual([])
  })

  test('is read where there is none, or a file in its place', () => {
    expect(readLogFacts(path.join(folder, 'nowhere'))).toMatchObject({ files: 0, problems: [] })
    write('x', 'file')
    expect(readLogFacts(path.join(folder, 'file'))).toMatchObject({ files: 0, problems: [] })
  })

  test('is read from its end where it is huge, and says so', () => {
    const long = line({ event: 'engine.died' }).repeat(40_000)
    write(long)
    appendFileSync(path.join(folder, 'outpost.log'), line({ event: 'store-broken' }))
    const facts = readLogFacts(folder)
    expect(facts.isCut).toBe(true)
    expect(facts.unreadable).toBe(0)
    expect(facts.problems.map(({ event }) => event).sort()).toEqual(['engine.died', 'store-broken'])
    const counted = facts.problems.find(({ event }) => event === 'engine.died')?.count ?? 0
    expect(counted).toBeGreaterThan(1_000)
    expect(counted).toBeLessThan(40_000)
  })

  test('knows every word that the program warns with', () => {
    const root = path.resolve(import.meta.dirname, '..', '..', 'src-main')
    const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join('\n')
    const written = [...code.matchAll(/\blog\??\.(?:warn|error)\(\s*'([^']+)'/g)].map(
      ([, event]) => event ?? '',
    )
    expect(written.length).toBeGreaterThan(50)
    expect(
      [...new Set(written)].filter((event) => !knownEvents.has(event)),
      'add it to src-main/shell/diagnostics/known-words.ts',
    ).toEqual([])
  })

  test('can be deleted, with all that rotation left, and goes on', () => {
    const log = createFileLog({ folder, clock, maxBytes: 500 })
    for (let n = 0; n < 30; n++) {
      log.info('tick', { n })
      log.flush()
    }
    write('mine', 'notes.txt')
    expect(log.clear()).toBe(true)
    expect(readdirSync(folder)).toEqual(['notes.txt'])
    log.warn('settings.read-failed')
    log.flush()
    expect(readLogFacts(folder)).toMatchObject({ files: 1, problems: [{ event: 'settings.read-failed' }] })
  })
})

describe('the size of a folder', () => {
  test('is that of all files in it and below, links left out', async () => {
    mkdirSync(path.join(folder, 'a', 'b'), { recursive: true })
    write('12345', path.join('a', 'one'))
    write('123', path.join('a', 'b', 'two'))
    symlinkSync(folder, path.join(folder, 'a', 'loop'))
    expect(await measureFolder(folder)).toEqual({ bytes: 8, files: 2, isPartial: false })
    expect(await measureFolder(folder, 1)).toMatchObject({ files: 1, isPartial: true })
    expect(await measureFolder(path.join(folder, 'nowhere'))).toEqual({
      bytes: 0,
      files: 0,
      isPartial: false,
    })
  })
})
