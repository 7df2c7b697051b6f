import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '#shared/base/result.ts'
import type { LiveClient, LiveUpdate } from '../bridge/live-client.ts'
import { createLiveCache, inputToKey } from './live-cache.ts'

interface Asked {
  readonly input: unknown
  readonly changes: unknown[]
  isDisposed: boolean
  answer(update: LiveUpdate<never>): void
}

function setUp(options: { readonly lingerMs?: number; readonly maxLingering?: number } = {}) {
  const asked: Asked[] = []
  const known: unknown[] = []
  const client: LiveClient = {
    live(_name, input, onUpdate, result) {
      known.push(result)
      const entry: Asked = {
        input,
        changes: [],
        isDisposed: false,
        answer: (update) => onUpdate(update),
      }
      asked.push(entry)
      return {
        change: (changed) => entry.changes.push(changed),
        dispose: () => {
          entry.isDisposed = true
        },
      }
    },
  }
  return { asked, known, cache: createLiveCache({ client, lingerMs: 1_000, ...options }) }
}

const answer = ok({ meta: null, rows: [] }) as unknown as LiveUpdate<never>

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the cache of live queries', () => {
  it('asks once for everybody who asks the same', () => {
    const { asked, cache } = setUp()
    for (let i = 0; i < 3; i++) {
      cache.acquire('k', () => undefined)
      cache.ask('k', 'ticket.queues', {})
    }
    expect(asked).toHaveLength(1)
  })

  it('shows what it was seeded with until the engine answers, and hands it on so that equal rows stay the same', () => {
    const { asked, known, cache } = setUp()
    const rows = [{ key: 'a' }]
    cache.seed([{ key: 'k', name: 'ticket.queues', inputKey: '{}', meta: null, rows }])
    expect(cache.getState('k')).toMatchObject({ status: 'ready', isPrevious: false, rows })
    cache.acquire('k', () => undefined)
    cache.ask('k', 'ticket.queues', {})
    expect(cache.getState('k')).toMatchObject({ status: 'ready', isPrevious: false, rows })
    expect(known).toEqual([{ meta: null, rows }])
    asked[0]?.answer(answer)
    expect(cache.getState('k')).toMatchObject({ status: 'ready', rows: [] })
  })

  it('says of what it was seeded with that it answers something else where something else is asked', () => {
    const { asked, cache } = setUp()
    const rows = [{ key: 'a' }]
    cache.seed([{ key: 'k', name: 'draft.get', inputKey: '{"key":"channel/1"}', meta: null, rows }])
    cache.acquire('k', () => undefined)
    cache.ask('k', 'draft.get', { key: 'channel/2' })
    expect(cache.getState('k')).toMatchObject({ isPrevious: true, rows })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.input).toEqual({ key: 'channel/2' })
  })

  it('keeps what was seeded, asked ahead and then looked at for as long as somebody looks', () => {
    const { asked, cache } = setUp()
    cache.seed([{ key: 'k', name: 'ticket.queues', inputKey: '{}', meta: null, rows: [] }])
    cache.ask('k', 'ticket.queues', {})
    cache.acquire('k', () => undefined)
    asked[0]?.answer(answer)
    vi.advanceTimersByTime(10_000)
    expect(asked[0]?.isDisposed).toBe(false)
    expect(cache.getState('k').status).toBe('ready')
  })

  it('forgets what it was seeded with when nobody asks for it', () => {
    const { cache } = setUp()
    cache.seed([{ key: 'k', name: 'ticket.queues', inputKey: '{}', meta: null, rows: [] }])
    vi.advanceTimersByTime(1_000)
    expect(cache.getState('k').status).toBe('loading')
  })

  it('tells what is on screen: answered, and looked at by somebody', () => {
    const { asked, cache } = setUp()
    for (const key of ['looked at', 'asked ahead', 'not answered']) cache.ask(key, 'ticket.queues', {})
    cache.acquire('looked at', () => undefined)
    cache.acquire('not answered', () => undefined)
    asked[0]?.answer(answer)
    asked[1]?.answer(answer)
    expect(cache.shown()).toEqual([
      { key: 'looked at', name: 'ticket.queues', inputKey: '{}', meta: null, rows: [] },
    ])
  })

  it('shows what a command is about to make true until the answer comes, and takes it back where it failed', () => {
    const { asked, cache } = setUp()
    const told = vi.fn()
    cache.acquire('k', told)
    cache.ask('k', 'draft.get', { key: 'channel/1' })
    const before = { text: 'before', at: 1 }
    asked[0]?.answer(ok({ meta: before, rows: [] }) as unknown as LiveUpdate<never>)
    const takeBack = cache.foresee<'draft.get'>('k', (meta) => meta && { ...meta, text: 'after' })
    expect(cache.getState('k').meta).toEqual({ text: 'after', at: 1 })
    takeBack()
    expect(cache.getState('k').meta).toBe(before)

    const tooLate = cache.foresee<'draft.get'>('k', (meta) => meta && { ...meta, text: 'after' })
    const truth = { text: 'truth', at: 2 }
    asked[0]?.answer(ok({ meta: truth, rows: [] }) as unknown as LiveUpdate<never>)
    tooLate()
    expect(cache.getState('k').meta).toBe(truth)
    expect(told).toHaveBeenCalledTimes(5)
  })

  it('forgets everything for another workspace, tells who looks, and asks anew', () => {
    const { asked, cache } = setUp()
    const told = vi.fn()
    const release = cache.acquire('k', told)
    cache.ask('k', 'ticket.queues', {})
    asked[0]?.answer(answer)
    told.mockClear()
    cache.reset()
    expect(asked[0]?.isDisposed).toBe(true)
    expect(told).toHaveBeenCalledOnce()
    expect(cache.getState('k').status).toBe('loading')
    release()
    cache.acquire('k', told)
    cache.ask('k', 'ticket.queues', {})
    expect(asked).toHaveLength(2)
  })

  it('shows at once what was left a moment ago, and forgets it later', () => {
    const { asked, cache } = setUp()
    const release = cache.acquire('k', () => undefined)
    cache.ask('k', 'ticket.queues', {})
    asked[0]!.answer(answer)
    release()
    vi.advanceTimersByTime(900)
    expect(cache.getState('k').status).toBe('ready')
    cache.acquire('k', () => undefined)()
    vi.advanceTimersByTime(900)
    expect(asked[0]!.isDisposed).toBe(false)
    vi.advanceTimersByTime(200)
    expect(asked[0]!.isDisposed).toBe(true)
    expect(cache.getState('k').status).toBe('loading')
  })

  it('keeps only so many that nobody looks at', () => {
    const { asked, cache } = setUp({ maxLingering: 2 })
    for (const key of ['a', 'b', 'c']) {
      const release = cache.acquire(key, () => undefined)
      cache.ask(key, 'ticket.queues', {})
      release()
    }
    expect(asked.map(({ isDisposed }) => isDisposed)).toEqual([true, false, false])
  })

  it('keeps the rows and says so while other input is asked under the same key', () => {
    const { asked, cache } = setUp()
    cache.acquire('k', () => undefined)
    cache.ask('k', 'search.run', { text: 'a' })
    asked[0]!.answer(answer)
    cache.ask('k', 'search.run', { text: 'ab' })
    expect(asked).toHaveLength(1)
    expect(asked[0]!.changes).toEqual([{ text: 'ab' }])
    expect(cache.getState('k')).toMatchObject({ status: 'ready', isPrevious: true })
    asked[0]!.answer(answer)
    expect(cache.getState('k').isPrevious).toBe(false)
  })

  it('keeps the last rows beside an error', () => {
    const { asked, cache } = setUp()
    cache.acquire('k', () => undefined)
    cache.ask('k', 'ticket.queues', {})
    asked[0]!.answer(ok({ meta: null, rows: [{ key: 'a' }] }) as unknown as LiveUpdate<never>)
    asked[0]!.answer({ ok: false, error: { type: 'timeout' } })
    expect(cache.getState('k')).toMatchObject({
      status: 'error',
      rows: [{ key: 'a' }],
      error: { type: 'timeout' },
    })
  })
})

describe('inputToKey', () => {
  it('is the same whatever the order of the fields', () => {
    expect(inputToKey({ a: 1, b: { c: [2, 1], d: null } })).toBe(
      inputToKey({ b: { d: null, c: [2, 1] }, a: 1 }),
    )
    expect(inputToKey({ a: [1, 2] })).not.toBe(inputToKey({ a: [2, 1] }))
  })
})
