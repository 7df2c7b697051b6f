/**
 * Who answers queries: the same session either in this thread or behind a worker. A session remembers what each
 * live query last answered and returns only the difference.
 */
import type { Diff } from '#shared/contract/bridge.ts'
import type { QueryResult } from '#shared/contract/define.ts'
import { diffResults } from './diff.ts'
import type { AskedQuery } from './query.ts'

export interface Reader {
  /** Rejects with an AbortError where the signal fires before the query has begun. */
  run(query: AskedQuery, signal?: AbortSignal): Promise<QueryResult>
  /** What changed since the last answer for this subscription; null where nothing did. */
  live(subscription: number, query: AskedQuery): Promise<Diff | null>
  release(subscription: number): void
  /** `PRAGMA quick_check` over the whole file. */
  check(): Promise<boolean>
  dispose(): Promise<void>
}

export interface QuerySession {
  run(query: AskedQuery): QueryResult
  live(subscription: number, query: AskedQuery): Diff | null
  release(subscription: number): void
  /** What a live query answered last; null where it did not. */
  last(subscription: number): QueryResult | null
  /** Goes on where another session left off. */
  adopt(subscription: number, last: QueryResult): void
}

/** @param answer how a query is answered */
export function createQuerySession(answer: (query: AskedQuery) => QueryResult): QuerySession {
  const last = new Map<number, QueryResult>()
  return {
    run: answer,
    live(subscription, query) {
      const result = answer(query)
      const diff = diffResults(last.get(subscription) ?? null, result)
      last.set(subscription, result)
      return diff
    },
    release: (subscription) => last.delete(subscription),
    last: (subscription) => last.get(subscription) ?? null,
    adopt: (subscription, result) => last.set(subscription, result),
  }
}

/** Answers in this thread, for simulations and small tools. */
export function createInlineReader(answer: (query: AskedQuery) => QueryResult, check: () => boolean): Reader {
  const session = createQuerySession(answer)
  return {
    run: (query) => Promise.resolve().then(() => session.run(query)),
    live: (subscription, query) => Promise.resolve().then(() => session.live(subscription, query)),
    release: (subscription) => {
      session.release(subscription)
    },
    check: () => Promise.resolve(check()),
    dispose: () => Promise.resolve(),
  }
}
