import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEngineProcess } from '../../src-main/shell/engine-process.ts'
import { createRestartPolicy } from '../../src-main/shell/restart-policy.ts'
import { silentLog } from '../../src-shared/base/log.ts'
import type { CallRequest, CallResponse, EngineState } from '../../src-shared/contract/bridge.ts'
import type { HostRequest, HostResponse } from '../../src-shared/contract/host.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const options = { folder: '/data', sqliteBinding: null, demo: false, token: null }

interface FakeHost {
  readonly posted: HostRequest[]
  killed: boolean
  say(message: HostResponse): void
  die(code?: number): void
}

/** The supervisor is real; only the process that it starts is played, since what counts is when it dies. */
function setUp() {
  const hosts: FakeHost[] = []
  const states: EngineState[] = []
  const tokens: (string | null)[] = []
  let generation = 0
  const engine = createEngineProcess({
    fork({ onMessage, onExit }) {
      const host: FakeHost = { posted: [], killed: false, say: onMessage, die: (code = 9) => onExit(code) }
      hosts.push(host)
      return {
        post: (message) => host.posted.push(message),
        kill: () => {
          host.killed = true
        },
      }
    },
    options: () => ({ ...options, token: tokens.at(-1) ?? null }),
    onToken: (token) => tokens.push(token),
    nextGeneration: () => ++generation,
    policy: createRestartPolicy({ monotonicMs: () => Date.now() }),
    log: { ...silentLog, write: () => undefined, flush: () => undefined, clear: () => true },
  })
  engine.onState((state) => states.push(state))
  engine.start()
  const host = () => hosts.at(-1) as FakeHost
  return { engine, hosts, states, tokens, host }
}

const request = (id: string, timeoutMs?: number): CallRequest => ({
  version: 1,
  id,
  kind: 'query',
  name: 'workspace.get',
  input: {},
  ...(timeoutMs === undefined ? {} : { timeoutMs }),
})
const answer: CallResponse = { ok: true, value: 7 }
const error = (type: string) => ({ ok: false, error: { type } })
const callsOf = (host: FakeHost) =>
  host.posted.flatMap((message) => (message.type === 'call' ? [message.request] : []))

describe('the engine process', () => {
  it('is opened, and is ready when it says so', () => {
    const { host, states } = setUp()
    expect(host().posted).toEqual([{ type: 'open', options }])
    host().say({ type: 'preparing', done: 1, total: 2 })
    host().say({ type: 'opened' })
    expect(states).toEqual([
      { type: 'preparing', done: 1, total: 2 },
      { type: 'ready', generation: 1 },
    ])
  })

  it('hands over the token that it was given last, and wakes only an engine that is there', () => {
    const { engine, host, hosts, tokens } = setUp()
    engine.wake()
    expect(host().posted.some(({ type }) => type === 'wake')).toBe(false)
    host().say({ type: 'opened' })
    engine.wake()
    expect(host().posted.at(-1)).toEqual({ type: 'wake' })
    host().say({ type: 'token', token: 'secret' })
    expect(tokens).toEqual(['secret'])
    host().die()
    vi.advanceTimersByTime(60_000)
    expect(hosts).toHaveLength(2)
    expect(host().posted[0]).toEqual({
      type: 'open',
      options: { ...options, token: 'secret', isAfterCrash: true },
    })
  })

  it('answers each window, though two used the same id', async () => {
    const { engine, host } = setUp()
    host().say({ type: 'opened' })
    const first = engine.call(1, request('a'))
    const second = engine.call(2, request('a'))
    const [one, two] = callsOf(host())
    expect(one?.id).not.toBe(two?.id)
    host().say({ type: 'result', id: two?.id ?? '', response: { ok: true, value: 'two' } })
    host().say({ type: 'result', id: one?.id ?? '', response: { ok: true, value: 'one' } })
    expect(await first).toEqual({ ok: true, value: 'one' })
    expect(await second).toEqual({ ok: true, value: 'two' })
  })

  it('holds calls until it is ready', async () => {
    const { engine, host } = setUp()
    const call = engine.call(1, request('a'))
    expect(callsOf(host())).toEqual([])
    host().say({ type: 'opened' })
    host().say({ type: 'result', id: callsOf(host())[0]?.id ?? '', response: answer })
    expect(await call).toEqual(answer)
  })

  it('ends a call by its time, 30 s if none is given, and tells the engine', async () => {
    const { engine, host } = setUp()
    host().say({ type: 'opened' })
    const short = engine.call(1, request('a', 500))
    const usual = engine.call(1, request('b'))
    const ids = callsOf(host()).map(({ id }) => id)
    await vi.advanceTimersByTimeAsync(500)
    expect(await short).toEqual(error('timeout'))
    await vi.advanceTimersByTimeAsync(29_500)
    expect(await usual).toEqual(error('timeout'))
    expect(host().posted.slice(-2)).toEqual(ids.map((id) => ({ type: 'cancel', id })))
  })

  it('lets a window cancel its own calls and no other', async () => {
    const { engine, host } = setUp()
    host().say({ type: 'opened' })
    const call = engine.call(1, request('a'))
    engine.cancel(2, 'a')
    engine.cancel(1, 'b')
    expect(host().posted.some(({ type }) => type === 'cancel')).toBe(false)
    engine.cancel(1, 'a')
    expect(await call).toEqual(error('cancelled'))
    expect(host().posted.at(-1)?.type).toBe('cancel')
  })

  it('refuses an id that is in use, and more calls at a time than anyone makes', async () => {
    const { engine, host } = setUp()
    host().say({ type: 'opened' })
    void engine.call(1, request('a'))
    expect(await engine.call(1, request('a'))).toMatchObject(error('invalid-input'))
    for (let n = 0; n < 999; n++) void engine.call(1, request(`n${n}`))
    expect(await engine.call(1, request('one-more'))).toEqual(error('engine-unavailable'))
    expect(callsOf(host())).toHaveLength(1_000)
  })

  it('is started again when it dies; what it had seen fails, what waited is done', async () => {
    const { engine, host, hosts, states } = setUp()
    host().say({ type: 'opened' })
    const seen = engine.call(1, request('a'))
    host().die()
    const waits = engine.call(1, request('b'))
    expect(await seen).toEqual(error('engine-unavailable'))
    expect(states.at(-1)).toEqual({ type: 'restarting', attempt: 1 })
    await vi.advanceTimersByTimeAsync(100)
    expect(hosts).toHaveLength(2)
    host().say({ type: 'opened' })
    expect(states.at(-1)).toEqual({ type: 'ready', generation: 2 })
    host().say({ type: 'result', id: callsOf(host())[0]?.id ?? '', response: answer })
    expect(await waits).toEqual(answer)
  })

  it('hears nothing more of a process that died', async () => {
    const { hosts, host, states } = setUp()
    host().say({ type: 'opened' })
    host().die()
    hosts[0]?.say({ type: 'opened' })
    hosts[0]?.die()
    expect(states.at(-1)).toEqual({ type: 'restarting', attempt: 1 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(hosts).toHaveLength(2)
  })

  it('is given up after five new starts in a minute, until a person asks', async () => {
    const { engine, host, hosts, states } = setUp()
    for (let n = 0; n < 6; n++) {
      host().die()
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect(hosts).toHaveLength(6)
    expect(states.at(-1)).toEqual({ type: 'failed', error: { type: 'crashed' } })
    expect(await engine.call(1, request('a'))).toEqual(error('engine-unavailable'))
    engine.recover('retry')
    expect(hosts).toHaveLength(7)
    expect(host().posted).toEqual([{ type: 'recover', action: 'retry', options }])
    host().say({ type: 'opened' })
    expect(states.at(-1)).toEqual({ type: 'ready', generation: 1 })
  })

  it('that cannot open its workspace says why, and waits for the person', async () => {
    const { engine, host, hosts, states } = setUp()
    const failure = { type: 'corrupt', file: '/data/a', backup: null } as const
    const early = engine.call(1, request('a'))
    host().say({ type: 'open-failed', error: failure })
    expect(await early).toEqual(error('engine-unavailable'))
    expect(states.at(-1)).toEqual({ type: 'failed', error: failure })
    engine.recover('start-empty')
    expect(host().posted.at(-1)).toEqual({ type: 'recover', action: 'start-empty', options })
    expect(hosts).toHaveLength(1)
    expect(states.at(-1)).toEqual({ type: 'starting' })
  })

  it('that dies after saying so is not started over and over', async () => {
    const { engine, host, hosts, states } = setUp()
    host().say({ type: 'open-failed', error: { type: 'failed', code: 'X' } })
    host().die()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(hosts).toHaveLength(1)
    expect(states.at(-1)).toMatchObject({ type: 'failed', error: { type: 'failed' } })
    engine.recover('retry')
    expect(hosts).toHaveLength(2)
  })

  it('ignores a recovery while it runs', () => {
    const { engine, host } = setUp()
    host().say({ type: 'opened' })
    engine.recover('start-empty')
    expect(host().posted.at(-1)?.type).toBe('open')
  })

  it('closes in its own time, and is not started again', async () => {
    const { engine, host, hosts } = setUp()
    host().say({ type: 'opened' })
    const closed = engine.close()
    expect(engine.close()).toBe(closed)
    expect(host().posted.filter(({ type }) => type === 'close')).toHaveLength(1)
    host().say({ type: 'closed' })
    host().die(0)
    await closed
    await vi.advanceTimersByTimeAsync(60_000)
    expect(hosts).toHaveLength(1)
  })

  it('is ended when it does not close within five seconds', async () => {
    const { engine, host } = setUp()
    host().say({ type: 'opened' })
    const closed = engine.close()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(host().killed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await closed
    expect(host().killed).toBe(true)
  })

  it('is not started any more when the program closes between death and restart', async () => {
    const { engine, host, hosts } = setUp()
    host().die()
    await engine.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(hosts).toHaveLength(1)
  })

  it('drops the calls of a window that is gone', async () => {
    const { engine, host } = setUp()
    host().say({ type: 'opened' })
    const call = engine.call(1, request('a'))
    engine.forgetWindow(1)
    expect(await call).toEqual(error('cancelled'))
    expect(host().posted.some(({ type }) => type === 'cancel')).toBe(false)
  })
})

describe('the restart policy', () => {
  it('waits longer each time, and begins anew after a quiet minute', () => {
    let now = 0
    const policy = createRestartPolicy({ monotonicMs: () => now })
    const delays = Array.from({ length: 6 }, () => {
      now += 1_000
      return policy.next()?.delayMs ?? null
    })
    expect(delays).toEqual([100, 200, 400, 800, 1_600, null])
    now += 60_000
    expect(policy.next()).toEqual({ attempt: 1, delayMs: 100 })
  })
})
