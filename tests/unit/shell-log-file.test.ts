import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultFields } from '../../src-main/shell/fault-report.ts'
import { createFileLog } from '../../src-main/shell/log-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) }
const open = (maxBytes = 1_000_000, maxFiles = 5) =>
  createFileLog({ folder: path.join(folder, 'logs'), clock, maxBytes, maxFiles })
const lines = (name = 'outpost.log') =>
  readFileSync(path.join(folder, 'logs', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('the log', () => {
  it('is one JSON object a line, with time, level and source', () => {
    const log = open()
    log.info('engine.opened', { generation: 1 })
    log.write('engine', 'warn', 'slow', { ms: 70, query: 'a\nb' })
    log.flush()
    expect(lines()).toEqual([
      {
        at: '2026-01-02T03:04:05.000Z',
        level: 'info',
        source: 'shell',
        event: 'engine.opened',
        generation: 1,
      },
      {
        at: '2026-01-02T03:04:05.000Z',
        level: 'warn',
        source: 'engine',
        event: 'slow',
        ms: 70,
        query: 'a\nb',
      },
    ])
  })

  it('goes on in the same file after a restart', () => {
    for (const generation of [1, 2]) {
      const log = open()
      log.info('start', { generation })
      log.flush()
    }
    expect(lines()).toHaveLength(2)
  })

  it('writes an error at once', () => {
    open().error('engine.died')
    expect(lines()).toHaveLength(1)
  })

  it('lets no field pass for another part of the line', () => {
    const log = open()
    log.info('real', { event: 'forged', level: 'error' })
    log.flush()
    expect(lines()[0]).toMatchObject({ event: 'real', level: 'info' })
  })

  it('begins a new file at the given size and keeps the given number of them', () => {
    const log = open(2_000, 3)
    for (let n = 0; n < 200; n++) {
      log.info('tick', { n })
      log.flush()
    }
    const files = readdirSync(path.join(folder, 'logs')).sort()
    expect(files).toEqual(['outpost.1.log', 'outpost.2.log', 'outpost.log'])
    for (const file of files)
      expect(statSync(path.join(folder, 'logs', file)).size).toBeLessThanOrEqual(2_000)
    const kept = ['outpost.2.log', 'outpost.1.log', 'outpost.log']
      .flatMap((file) => lines(file))
      .map(({ n }) => n)
    expect(kept.at(-1)).toBe(199)
    expect(kept).toEqual([...kept].sort((a, b) => Number(a) - Number(b)))
  })

  it('cuts long values and drops the fields of a line that stays too long', () => {
    const log = open()
    log.info('long', { text: 'x'.repeat(10_000) })
    log.info('wide', Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`f${n}`, 'y'.repeat(400)])))
    log.flush()
    expect(String(lines()[0]?.['text']).length).toBe(500)
    expect(lines()[1]).toMatchObject({ event: 'wide', truncated: true })
  })

  it('never throws, and says afterwards how much is missing', () => {
    const logs = path.join(folder, 'logs')
    writeFileSync(logs, 'a file where the folder should be')
    const log = open()
    log.info('lost')
    log.error('lost too')
    rmSync(logs)
    log.info('back')
    log.flush()
    expect(lines().map(({ event, lines: count }) => [event, count])).toEqual([
      ['back', undefined],
      ['log.lost', 2],
    ])
  })

  it('holds a bounded number of lines', () => {
    const log = open(100_000_000)
    for (let n = 0; n < 5_000; n++) log.info('tick', { n })
    log.flush()
    expect(lines()).toHaveLength(2_001)
    expect(lines().at(-1)).toMatchObject({ event: 'log.lost', lines: 3_000 })
  })
})

describe('what the log knows of an error', () => {
  it('is where it happened, and not its message', () => {
    const fields = JSON.stringify(faultFields(new TypeError('cannot read "the secret"\n    at lunch')))
    expect(fields).toContain('TypeError')
    expect(fields).toContain('shell-log-file.test.ts')
    expect(fields).not.toMatch(/secret|lunch/)
  })

  it('is its type where it is no error', () => {
    expect(faultFields('the secret')).toEqual({ error: 'string' })
  })
})
