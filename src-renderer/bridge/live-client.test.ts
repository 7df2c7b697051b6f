import { describe, expect, it } from 'vitest'
import type { Diff, EngineState, LiveRequest, LiveResponse } from '#shared/contract/bridge.ts'
import type { Keyed } from '#shared/contract/define.ts'
import { createLiveClient, type LiveUpdate } from './live-client.ts'

const fill = (...rows: readonly Keyed[]): Diff => ({
  meta: { value: null },
  removed: [],
  placed: rows.map((row, index) => ({ row, after: rows[index - 1]?.key ?? null })),
  changed: [],
})

/** The engine's side of the port, by hand. */
function setUp() {
  const sent: LiveRequest[] = []
  let answer: (response: LiveResponse) => void = () => undefined
  let setState: (state: EngineState) => void = () => undefined
  const client = createLiveClient({
    sendLive: (request) => sent.push(request),
    onLive: (listener) => {
      answer = listener
      return () => undefined
    },
    onEngineState: (listener) => {
      setState = listener
      listener({ type: 'starting' })
      return () => undefined
    },
  })
  const updates: LiveUpdate<'ticket.queues'>[] = []
  const ask = () => client.live('ticket.queues', {}, (update) => updates.push(update))
  return {
    sent,
    updates,
    ask,
    takeSent: () => sent.splice(0),
    ready: (generation: number) => setState({ type: 'ready', generation }),
    restarting: () => setState({ type: 'restarting', attempt: 1 }),
    diff: (subscription: number, revision: number, diff: Diff) =>
      answer({ type: 'diff', subscription, revision, diff }),
    rows: () => {
      const last = updates.at(-1)
      return last?.ok ? last.value.rows : null
    },
  }
}

describe('live queries', () => {
  it('are asked once the engine is ready, and every diff is acknowledged', () => {
    const { ask, takeSent, ready, diff, rows } = setUp()
    ask()
    expect(takeSent()).toEqual([])
    ready(1)
    const [subscribe] = takeSent()
    expect(subscribe).toMatchObject({ type: 'subscribe', name: 'ticket.queues', input: {} })
    diff(subscribe!.subscription, 1, fill({ key: 'a' }))
    expect(takeSent()).toEqual([{ type: 'ack', subscription: subscribe!.subscription, revision: 1 }])
    expect(rows()).toEqual([{ key: 'a' }])
  })

  it('are asked anew after a restart, keep what they had until then, and ignore late answers of the old engine', () => {
    const { ask, takeSent, ready, restarting, diff, updates, rows } = setUp()
    ready(1)
    ask()
    const old = takeSent()[0]!.subscription
    diff(old, 1, fill({ key: 'a' }, { key: 'b' }))
    const before = rows()
    takeSent()

    restarting()
    ready(2)
    const [again] = takeSent()
    expect(again).toMatchObject({ type: 'subscribe', name: 'ticket.queues' })
    expect(again!.subscription).not.toBe(old)
    diff(old, 2, { removed: ['a'], placed: [], changed: [] })
    expect(updates).toHaveLength(1)

    diff(again!.subscription, 1, fill({ key: 'a' }, { key: 'b' }, { key: 'c' }))
    expect(rows()).toEqual([{ key: 'a' }, { key: 'b' }, { key: 'c' }])
    expect(rows()![0]).toBe(before![0])
  })

  it('send changed input under the same number', () => {
    const { ask, takeSent, ready } = setUp()
    ready(1)
    const subscription = ask()
    const { subscription: number } = takeSent()[0]!
    subscription.change({})
    expect(takeSent()).toEqual([{ type: 'change', subscription: number, input: {} }])
  })

  it('start again where a diff does not fit', () => {
    const { ask, takeSent, ready, diff, rows } = setUp()
    ready(1)
    ask()
    const first = takeSent()[0]!.subscription
    diff(first, 1, fill({ key: 'a' }))
    takeSent()
    diff(first, 2, { removed: [], placed: [], changed: [{ key: 'x' }] })
    const [unsubscribe, subscribe] = takeSent()
    expect(unsubscribe).toEqual({ type: 'unsubscribe', subscription: first })
    expect(subscribe).toMatchObject({ type: 'subscribe' })
    expect(rows()).toEqual([{ key: 'a' }])
  })

  it('end when nobody wants them any more', () => {
    const { ask, takeSent, ready, diff, updates } = setUp()
    ready(1)
    const subscription = ask()
    const { subscription: number } = takeSent()[0]!
    subscription.dispose()
    expect(takeSent()).toEqual([{ type: 'unsubscribe', subscription: number }])
    diff(number, 1, fill({ key: 'a' }))
    expect(updates).toEqual([])
  })
})
