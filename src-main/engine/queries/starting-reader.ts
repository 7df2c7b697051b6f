/**
 * The first screen does not wait for a thread, nor share the processor with the start of one, and a program that was
 * only started has none: the first queries are answered in this one. With those that come later a worker is started,
 * and when it is up it takes over, live queries included, and nobody notices.
 */
import type { QueryResult } from '#shared/contract/define.ts'
import type { ParsedQuery } from '#shared/contract/parse.ts'
import { createQuerySession, type Reader } from './reader.ts'
import type { WorkerReader } from './worker-reader.ts'

/** An answer that takes longer must not hold up the writer again. */
const slowMs = 50

export interface StartingReaderDeps {
  readonly answer: (query: ParsedQuery) => QueryResult
  readonly startWorker: () => WorkerReader
  /** What is asked later than that after the first query starts the worker. */
  readonly startAfterMs: number
}

export function createStartingReader({ answer, startWorker, startAfterMs }: StartingReaderDeps): Reader {
  let worker: WorkerReader | null = null
  let handedOver: WorkerReader | null = null
  let firstAt: number | null = null
  const mine = new Set<number>()
  const session = createQuerySession((query) => {
    const start = performance.now()
    const result = answer(query)
    firstAt ??= start
    if (start - firstAt >= startAfterMs || performance.now() - start > slowMs) begin()
    return result
  })

  function begin(): WorkerReader {
    if (worker) return worker
    const started = startWorker()
    worker = started
    void started.ready.then(() => {
      handedOver = started
      for (const subscription of mine) {
        const last = session.last(subscription)
        // The worker works in order: what is asked of it from now on comes after this.
        if (last) started.adopt(subscription, last)
        session.release(subscription)
      }
      mine.clear()
    })
    return started
  }

  return {
    async run(query, signal) {
      return handedOver ? handedOver.run(query, signal) : session.run(query)
    },
    async live(subscription, query) {
      if (handedOver) return handedOver.live(subscription, query)
      mine.add(subscription)
      return session.live(subscription, query)
    },
    release(subscription) {
      if (mine.delete(subscription)) session.release(subscription)
      else handedOver?.release(subscription)
    },
    check: () => begin().check(),
    async dispose() {
      await worker?.dispose()
    },
  }
}
