import { describe, expect, it } from 'vitest'
import type { SyncMeta } from '#shared/contract/sync.ts'
import { createFormats } from '../i18n/formats.ts'
import { createI18n } from '../i18n/i18n.ts'
import { syncSentence, syncStanding } from './sync-words.ts'

const synced: SyncMeta = {
  connection: { type: 'online' },
  address: 'https://sync.example.org',
  email: 'ada@example.org',
  role: 'agent',
  waiting: 0,
  refused: 0,
  catchingUp: null,
  syncedAt: 1_000_000,
  clockAheadMs: null,
}
const words = (language: 'en' | 'de') => ({
  t: createI18n({ language }).t,
  formats: createFormats(language, 'UTC'),
  nowMs: 1_012_000,
})
const say = (change: Partial<SyncMeta>, language: 'en' | 'de' = 'en') =>
  syncSentence({ ...synced, ...change }, words(language))

const offline = { type: 'offline', retryAt: null } as const

describe('how sync is doing, in a sentence', () => {
  it.each([
    [{}, 'All changes synced · 12s ago'],
    [{ connection: offline, waiting: 3 }, 'Offline · 3 changes waiting'],
    [{ connection: offline, waiting: 1 }, 'Offline · 1 change waiting'],
    [{ connection: offline }, 'Offline · nothing is waiting'],
    [{ catchingUp: { done: 1_204, total: 10_310 } }, 'Catching up 1,204 of 10,310'],
    [{ refused: 1 }, '1 change refused'],
    [{ waiting: 2 }, 'Sending 2 changes'],
  ] as const)('%j is %j', (change, sentence) => {
    expect(say(change)).toBe(sentence)
  })

  it('is said in German, with German numbers', () => {
    expect(say({ catchingUp: { done: 1_204, total: 10_310 } }, 'de')).toBe('Holt auf: 1.204 von 10.310')
    expect(say({ connection: offline, waiting: 3 }, 'de')).toBe('Offline · 3 Änderungen warten')
  })
})

describe('what is said first', () => {
  it.each([
    ['signed-out', { connection: { type: 'signed-out' }, waiting: 3, refused: 1 }],
    ['upgrade', { connection: { type: 'upgrade', which: 'program' }, waiting: 3 }],
    ['offline', { connection: offline, waiting: 3, refused: 1 }],
    ['refused', { refused: 1, waiting: 3 }],
    ['catching-up', { catchingUp: { done: 0, total: 9 }, waiting: 3 }],
    ['clock', { clockAheadMs: -3_600_000 }],
    ['synced', { clockAheadMs: 2_000 }],
  ] as const)('%s', (standing, change) => {
    expect(syncStanding({ ...synced, ...change })).toBe(standing)
  })
})
