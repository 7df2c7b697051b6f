/**
 * The first screen does not wait for a thread: until the worker is up, queries are answered in this one. Then the
 * worker takes over, live queries included, and nobody notices.
 */
import type { QueryResult } from '#shared/contract/define.ts'
import type { ParsedQuery } from '#shared/contract/parse.ts'
import { createQuerySession, type Reader } from './reader.ts'
import type { WorkerReader } from './worker-reader.ts'

export function createStartingReader(
  answer: (query: ParsedQuery) => QueryResult,
  worker: WorkerReader,
): Reader {
  const session = createQuerySession(answer)
  const mine = new Set<number>()
  let isHandedOver = false
  void worker.ready.then(() => {
    isHandedOver = true
    for (const subscription of mine) {
      const last = session.last(subscription)
      // The worker works in order: what is asked of it from now on comes after this.
      if (last) worker.adopt(subscription, last)
      session.release(subscription)
    }
    mine.clear()
  })
  return {
    async run(query, signal) {
      return isHandedOver ? worker.run(query, signal) : session.run(query)
    },
    async live(subscription, query) {
      if (isHandedOver) return worker.live(subscription, query)
      mine.add(subscription)
      return session.live(subscription, query)
    },
    release(subscription) {
      if (mine.delete(subscription)) session.release(subscription)
      else worker.release(subscription)
    },
    check: () => worker.check(),
    dispose: () => worker.dispose(),
  }
}
