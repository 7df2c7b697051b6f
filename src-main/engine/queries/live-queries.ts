/**
 * Live queries: a query whose result is pushed again when its rows change. A subscription runs again only where
 * a committed key is among those it depends on, once at a time, and never before the window has acknowledged the
 * last diff: a slow window gets fewer, larger diffs and nothing piles up.
 */
import type { Log } from '#shared/base/log.ts'
import { liveRequest, type LiveResponse } from '#shared/contract/bridge.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { parseQuery, type ParsedQuery } from '#shared/contract/parse.ts'
import { storeError } from '../store/errors.ts'
import type { ChangedKey } from './changed-keys.ts'
import { dependenciesOf } from './handlers.ts'
import type { Reader } from './reader.ts'

/** More than a window could show. */
const maxSubscriptions = 500

export interface LiveConnection {
  /** Takes what a window sent; anything malformed is logged and dropped. */
  receive(message: unknown): void
  close(): void
}

export interface LiveQueries {
  connect(send: (response: LiveResponse) => void): LiveConnection
  invalidate(keys: ReadonlySet<ChangedKey>): void
  /** The queries that windows show now. */
  watched(): ParsedQuery[]
  dispose(): void
}

interface Subscription {
  /** Unique in this engine. */
  readonly id: number
  readonly send: (response: LiveResponse) => void
  /** As the window numbers it. */
  readonly number: number
  query: ParsedQuery
  keys: ReadonlySet<ChangedKey>
  revision: number
  isDirty: boolean
  isRunning: boolean
  isAcknowledged: boolean
  isClosed: boolean
}

export interface LiveQueriesDeps {
  /** Who answers this query. */
  readonly readerFor: (query: ParsedQuery) => Reader
  readonly log: Log
  /** Told why a query could not be answered. */
  readonly failed?: (error: unknown) => void
  /** Told when other queries than before are live. */
  readonly onWatched?: () => void
}

export function createLiveQueries({ readerFor, log, failed, onWatched }: LiveQueriesDeps): LiveQueries {
  const subscriptions = new Set<Subscription>()
  let lastId = 0

  const run = async (subscription: Subscription): Promise<void> => {
    subscription.isDirty = false
    subscription.isRunning = true
    const { query } = subscription
    try {
      const diff = await readerFor(query).live(subscription.id, query)
      if (diff && !subscription.isClosed) {
        subscription.revision++
        subscription.isAcknowledged = false
        const { number, revision } = subscription
        subscription.send({ type: 'diff', subscription: number, revision, diff })
      }
    } catch (error) {
      failed?.(error)
      if (!subscription.isClosed) {
        log.error('live-query-failed', { name: query.name })
        subscription.send({
          type: 'error',
          subscription: subscription.number,
          error: storeError(error) ?? internal,
        })
      }
    } finally {
      subscription.isRunning = false
      if (subscription.isClosed) readerFor(query).release(subscription.id)
      pump(subscription)
    }
  }
  const pump = (subscription: Subscription) => {
    const { isDirty, isRunning, isAcknowledged, isClosed } = subscription
    if (isDirty && !isRunning && isAcknowledged && !isClosed) void run(subscription)
  }
  const close = (subscription: Subscription) => {
    subscription.isClosed = true
    subscriptions.delete(subscription)
    if (!subscription.isRunning) readerFor(subscription.query).release(subscription.id)
  }

  const connect = (send: (response: LiveResponse) => void): LiveConnection => {
    const mine = new Map<number, Subscription>()
    let isGone = false
    const subscribe = (number: number, name: string, input: unknown) => {
      const parsed = parseQuery(name, input)
      if (!parsed.ok || mine.has(number) || mine.size >= maxSubscriptions) {
        const error: CallError = parsed.ok ? { type: 'invalid-input', issues: [] } : parsed.error
        send({ type: 'error', subscription: number, error })
        return
      }
      const subscription: Subscription = {
        id: ++lastId,
        send,
        number,
        query: parsed.value,
        keys: new Set(dependenciesOf(parsed.value)),
        revision: 0,
        isDirty: true,
        isRunning: false,
        isAcknowledged: true,
        isClosed: false,
      }
      mine.set(number, subscription)
      subscriptions.add(subscription)
      pump(subscription)
      onWatched?.()
    }
    return {
      receive(message) {
        if (isGone) return
        const request = liveRequest.safeParse(message)
        if (!request.success) {
          log.warn('live-request-refused')
          return
        }
        const { data } = request
        if (data.type === 'subscribe') {
          subscribe(data.subscription, data.name, data.input)
          return
        }
        const subscription = mine.get(data.subscription)
        if (!subscription) return
        switch (data.type) {
          case 'change': {
            const parsed = parseQuery(subscription.query.name, data.input)
            if (!parsed.ok) {
              send({ type: 'error', subscription: data.subscription, error: parsed.error })
              return
            }
            subscription.query = parsed.value
            subscription.keys = new Set(dependenciesOf(parsed.value))
            subscription.isDirty = true
            onWatched?.()
            break
          }
          case 'ack':
            if (data.revision === subscription.revision) subscription.isAcknowledged = true
            break
          case 'unsubscribe':
            mine.delete(data.subscription)
            close(subscription)
            onWatched?.()
            return
        }
        pump(subscription)
      },
      close() {
        isGone = true
        for (const subscription of mine.values()) close(subscription)
        mine.clear()
        onWatched?.()
      },
    }
  }

  return {
    connect,
    watched: () => [...subscriptions].map(({ query }) => query),
    invalidate(keys) {
      // The newest first: what was asked for last is what a person is looking at.
      for (const subscription of [...subscriptions].reverse()) {
        for (const key of keys) {
          if (!subscription.keys.has(key)) continue
          subscription.isDirty = true
          break
        }
        pump(subscription)
      }
    },
    dispose() {
      for (const subscription of subscriptions) subscription.isClosed = true
      subscriptions.clear()
    },
  }
}

const internal: CallError = { type: 'internal' }
