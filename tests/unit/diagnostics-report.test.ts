/** The report holds numbers, states and versions, and nothing else, whatever is put into every field there is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeReport, type ReportInput } from '../../src-main/shell/diagnostics/report.ts'
import { countedThings, type Diagnostics } from '../../src-shared/contract/diagnostics.ts'
import { defaultPreferences } from '../../src-shared/contract/preferences.ts'

const at = Date.UTC(2026, 4, 6, 7, 8, 9)
const address = 'https://sync.nordwind-geheim.example:8443'
const size = { bytes: 1_000, files: 3, isPartial: false }

const diagnostics: Diagnostics = {
  at,
  program: {
    ...{
      version: '0.1.0',
      channel: 'stable',
      electron: '33.2.1',
      chromium: '130.0.6723.44',
      node: '20.18.1',
    },
    ...{ v8: '13.0.245.16-electron.0', startedAt: at - 60_000, isPackaged: true },
  },
  system: {
    ...{
      platform: 'linux',
      version: '6.1.0-18-annas-kernel',
      arch: 'x64',
      cpus: 2,
      memoryBytes: 8 * 1024 ** 3,
    },
    ...{ freeMemoryBytes: 1024 ** 3, freeDiskBytes: 5 * 1024 ** 3, locale: 'de-AT' },
    displays: [{ width: 1920, height: 1080, scale: 1.25 }],
  },
  desktop: {
    notifications: true,
    tray: false,
    captureKey: 'on',
    secrets: 'file',
    graphics: 'disabled_software',
    onBattery: false,
  },
  flags: [{ name: 'other-models', on: true }],
  processes: [{ type: 'engine', memoryBytes: 100 * 1024 ** 2, cpuPercent: 1.5 }],
  shellLoop: { p50: 0.1, p99: 2, max: 9 },
  engine: {
    ...{ state: 'ready', failure: null, restarts: 1 },
    facts: {
      ...{
        sqlite: '3.50.4',
        schemaVersion: 4,
        startedAt: at - 50_000,
        loop: null,
        slowQueries: 2,
        slowMs: 50,
      },
      ...{ heapBytes: 30 * 1024 ** 2, sizes: { database: 10, index: 20, backups: 30 } },
    },
    store: {
      counts: Object.fromEntries(countedThings.map((thing, index) => [thing, index])) as never,
      ...{ fileBytes: 7, oldestWaitingAt: at - 5_000 },
    },
    sync: {
      ...{ connection: { type: 'online' }, address, email: 'mara.geheim@nordwind.example', role: 'admin' },
      ...{ waiting: 2, refused: 1, catchingUp: null, syncedAt: at - 1_000, clockAheadMs: null },
    },
    index: {
      ...{ state: 'idle', pausedBy: null, progress: null, chunks: 5, bytes: 6, next: null, modelError: null },
      serving: { id: 'firma-geheim-modell', version: '1', dimensions: 256 },
    },
    ...{ indexFailed: 0, serverVersion: '0.1.0' },
  },
  folders: { workspaces: size, models: size, logs: size, browser: size, crashes: size },
  log: {
    ...{ files: 1, bytes: 5, maxFiles: 5, maxBytesPerFile: 1_000_000, unreadable: 0, isCut: false },
    problems: [
      { event: 'query-failed', level: 'error', source: 'engine', code: 'SQLITE_FULL', count: 3, lastAt: at },
    ],
  },
}

const input: ReportInput = {
  diagnostics,
  preferences: { ...defaultPreferences, shortcuts: { 'ticket.geheim': 'r' }, lastRoute: 'search/all/geheim' },
  workspaceId: '01KAKBY200E6VXQ3M5T7Q9ZQ5T',
  personId: '01KAKBY200E6VXQ3M5T7Q9ZQ5U',
  salt: 'salt',
  options: { withServerAddress: false },
}

interface Report {
  readonly workspace: { readonly id: string; readonly person: string }
  readonly sync: Readonly<Record<string, unknown>>
  readonly [part: string]: unknown
}
const parse = (text: string) => JSON.parse(text) as Report

/** The same shape with other leaves: each text, or each value, by what is given. */
function replaced(value: unknown, leaf: (was: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => replaced(each, leaf))
  if (typeof value !== 'object' || value === null) return leaf(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, leaf)]))
}

describe('the report', () => {
  test('tells what somebody who helps has to know', () => {
    const report = parse(makeReport(input))
    expect(report).toMatchObject({
      format: 'outpost-report',
      program: { version: '0.1.0', electron: '33.2.1', v8: '13.0.245.16', runningSeconds: 60 },
      system: { version: '6.1.0', locale: 'de-AT', memoryMiB: 8_192, displays: [{ scale: 1.25 }] },
      engine: { state: 'ready', restarts: 1, sqlite: '3.50.4', slowQueries: 2, databaseBytes: 10 },
      sync: { connection: 'online', waiting: 2, refused: 1, serverVersion: '0.1.0', inStepSecondsAgo: 1 },
      store: { oldestWaitingSeconds: 5 },
      index: { dimensions: 256 },
      flags: { 'other-models': true },
      preferences: { theme: 'system', changedShortcuts: 1 },
      log: { problems: [{ event: 'query-failed', code: 'SQLITE_FULL', count: 3 }] },
    })
  })

  test('names nobody: no address, no mail, no model of a person, no place, no key', () => {
    const text = makeReport(input)
    expect(text).not.toMatch(/geheim|nordwind|mara|annas|01KAK/i)
  })

  test('names the server only where the person ticked it', () => {
    expect(makeReport(input)).not.toContain('nordwind')
    const ticked = makeReport({ ...input, options: { withServerAddress: true } })
    expect(parse(ticked).sync['serverAddress']).toBe(address)
    expect(ticked).not.toMatch(/mara/)
  })

  test('has ids that are the same within it and others in the next', () => {
    const [first, again] = [parse(makeReport(input)), parse(makeReport(input))]
    const other = parse(makeReport({ ...input, salt: 'another' }))
    expect(first.workspace).toEqual(again.workspace)
    expect(first.workspace.id).toMatch(/^[0-9a-f]{12}$/)
    expect(first.workspace.id).not.toBe(first.workspace.person)
    expect(other.workspace.id).not.toBe(first.workspace.id)
  })

  test('is made where there is no engine, no workspace and no server', () => {
    const nothing = { facts: null, store: null, sync: null, index: null, indexFailed: 0, serverVersion: null }
    const report = parse(
      makeReport({
        ...input,
        ...{ workspaceId: null, personId: null },
        diagnostics: {
          ...diagnostics,
          engine: { state: 'failed', failure: 'corrupt', restarts: 5, ...nothing },
        },
      }),
    )
    expect(report).toMatchObject({
      engine: { state: 'failed', failure: 'corrupt', sqlite: null },
      ...{ sync: null, index: null, store: null, workspace: { id: null, person: null } },
    })
  })

  test('lets no word out, whatever word is put into whatever field', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        '/home/mara/Geheim',
        'C:\\Users\\Mara',
        'mara@geheim.example',
        'opt_Geheim123',
        'de-Mara',
        'en_Mara',
      ),
      fc.constantFrom(
        'EGEHEIM',
        'SQLITE_GEHEIM',
        'geheim.event',
        'enabled_geheim',
        '1.2.3-geheim',
        '6geheim',
      ),
    )
    fc.assert(
      fc.property(word, (text) => {
        const secret = `Q${text}geheimQ`
        const filled = replaced(diagnostics, (was) => (typeof was === 'string' ? secret : was)) as Diagnostics
        const preferences = replaced(input.preferences, (was) =>
          typeof was === 'string' ? secret : was,
        ) as never
        const report = makeReport({
          ...input,
          diagnostics: filled,
          preferences,
          workspaceId: secret,
          personId: secret,
        })
        expect(report).not.toContain('geheimQ')
      }),
      { numRuns: 300 },
    )
  })

  test('lets no word out by a field of another type, and always is JSON', () => {
    fc.assert(
      fc.property(fc.anything(), fc.integer({ min: 0, max: 5 }), (thing, every) => {
        let index = 0
        const filled = replaced(diagnostics, (was) =>
          index++ % 6 === every ? { secret: 'geheimQ', thing } : was,
        ) as Diagnostics
        try {
          const report = makeReport({ ...input, diagnostics: filled })
          expect(report).not.toContain('geheimQ')
          parse(report)
        } catch (error) {
          // Refusing is safe, too: nothing was made.
          expect(error).toBeInstanceOf(TypeError)
        }
      }),
    )
  })
})
