/**
 * Live queries over the bridge's port. Each subscription has its result; the engine sends diffs, and the next one
 * only when the last was acknowledged.
 *
 * Invariants: an engine that restarted is asked everything anew, under new numbers, so that a late answer of the old
 * one is never mixed in; what was known stays with the subscriber until the new engine has answered.
 */
import type { Bridge, Diff, LiveResponse } from '#shared/contract/bridge.ts'
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/contract.ts'
import type { QueryResult } from '#shared/contract/define.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { applyDiff, emptyResult } from './apply-diff.ts'
import { reuseRows } from './reuse-rows.ts'

export interface LiveSubscription<Name extends QueryName> {
  /** Asks the same query with other input. The next update holds its answer; rows in both keep their identity. */
  change(input: QueryInput<Name>): void
  dispose(): void
}

export type LiveUpdate<Name extends QueryName> = Result<QueryOutput<Name>, CallError>

export interface LiveClient {
  /**
   * Calls `onUpdate` with the whole result when it first comes and each time it changed.
   * @param known what the subscriber shows meanwhile: rows that are the same keep their identity
   */
  live<Name extends QueryName>(
    name: Name,
    input: QueryInput<Name>,
    onUpdate: (update: LiveUpdate<Name>) => void,
    known?: QueryResult,
  ): LiveSubscription<Name>
}

interface Subscription {
  readonly name: string
  input: unknown
  result: QueryResult
  /** Nothing has come from the present engine yet: the next diff starts from nothing. */
  fresh: boolean
  onUpdate(update: Result<QueryResult, CallError>): void
}

export function createLiveClient(bridge: Pick<Bridge, 'sendLive' | 'onLive' | 'onEngineState'>): LiveClient {
  let byNumber = new Map<number, Subscription>()
  const numberOf = new Map<Subscription, number>()
  let nextNumber = 0
  let generation: number | null = null

  const start = (subscription: Subscription): void => {
    const number = nextNumber++
    byNumber.set(number, subscription)
    numberOf.set(subscription, number)
    subscription.fresh = true
    if (generation === null) return
    bridge.sendLive({
      type: 'subscribe',
      subscription: number,
      name: subscription.name,
      input: subscription.input,
    })
  }

  const stop = (subscription: Subscription): void => {
    const number = numberOf.get(subscription)
    if (number === undefined) return
    byNumber.delete(number)
    numberOf.delete(subscription)
    if (generation !== null) bridge.sendLive({ type: 'unsubscribe', subscription: number })
  }

  const receiveDiff = (subscription: Subscription, number: number, revision: number, diff: Diff): void => {
    const previous = subscription.result
    const next = tryApply(subscription.fresh ? emptyResult : previous, diff)
    if (!next) {
      // A diff against nothing that does not fit is the engine's fault and would come again.
      const wasFresh = subscription.fresh
      stop(subscription)
      if (wasFresh) subscription.onUpdate(err({ type: 'internal' }))
      else start(subscription)
      return
    }
    subscription.result = subscription.fresh ? reuseRows(previous, next) : next
    subscription.fresh = false
    bridge.sendLive({ type: 'ack', subscription: number, revision })
    subscription.onUpdate(ok(subscription.result))
  }

  const receive = (response: LiveResponse): void => {
    const subscription = byNumber.get(response.subscription)
    if (!subscription) return
    if (response.type === 'diff')
      receiveDiff(subscription, response.subscription, response.revision, response.diff)
    else subscription.onUpdate(err(response.error))
  }

  bridge.onLive(receive)
  bridge.onEngineState((state) => {
    if (state.type !== 'ready') {
      generation = null
      return
    }
    if (state.generation === generation) return
    generation = state.generation
    const all = [...byNumber.values()]
    byNumber = new Map()
    for (const subscription of all) start(subscription)
  })

  return {
    live(name, input, onUpdate, known) {
      const subscription: Subscription = {
        name,
        input,
        result: known ?? emptyResult,
        fresh: true,
        // The contract types what the engine returns for each name; it is our own and is not parsed again.
        onUpdate,
      }
      start(subscription)
      return {
        change(changed) {
          subscription.input = changed
          const number = numberOf.get(subscription)
          if (number === undefined) start(subscription)
          else if (generation !== null)
            bridge.sendLive({ type: 'change', subscription: number, input: changed })
        },
        dispose: () => stop(subscription),
      }
    },
  }
}

function tryApply(result: QueryResult, diff: Diff): QueryResult | null {
  try {
    return applyDiff(result, diff)
  } catch {
    return null
  }
}
