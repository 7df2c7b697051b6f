/**
 * A reader in a worker thread with a connection of its own, so that long reads never hold up the writer. One
 * query at a time is with the worker; what waits here can still be cancelled.
 */
import { Worker } from 'node:worker_threads'
import type { Diff } from '#shared/contract/bridge.ts'
import type { QueryResult } from '#shared/contract/define.ts'
import type { LogFields, LogLevel } from '#shared/base/log.ts'
import type { Log } from '#shared/base/log.ts'
import type { ReaderJob } from '../search/answers/reader-job.ts'
import type { AskedQuery } from './query.ts'
import type { Reader } from './reader.ts'
import type { SearchIndexFiles } from './search-answers.ts'

export interface ReaderWorkerData {
  readonly file: string
  readonly binding: string | null
  readonly slowMs: number
  /** For the thread that answers searches. */
  readonly index: SearchIndexFiles | null
}

export type ReaderRequest =
  | { readonly type: 'run'; readonly query: AskedQuery }
  | { readonly type: 'live'; readonly subscription: number; readonly query: AskedQuery }
  | { readonly type: 'release'; readonly subscription: number }
  | { readonly type: 'adopt'; readonly subscription: number; readonly last: QueryResult }
  | { readonly type: 'check' }
  /** For questions; only of the thread that answers searches. */
  | { readonly type: 'work'; readonly job: ReaderJob }
  /** The index can be attached, or has to be let go of. */
  | { readonly type: 'index'; readonly on: boolean }

export type ReaderResponse =
  /** The connection is open. */
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly message: string; readonly code: string }
  | { readonly type: 'index-damaged' }
  | { readonly type: 'log'; readonly level: LogLevel; readonly event: string; readonly fields: LogFields }

export interface WorkerReader extends Reader {
  /** Resolves when the thread can answer; never where it ends before. */
  readonly ready: Promise<void>
  /** Takes a live query over from another session: the next answer is a difference to `last`. */
  adopt(subscription: number, last: QueryResult): void
  /** Attaches the index, or lets go of it; between two queries. */
  setIndex(on: boolean): void
  /** See reader-job.ts. */
  work(job: ReaderJob, signal?: AbortSignal): Promise<unknown>
}

interface Job {
  readonly request: ReaderRequest
  readonly signal: AbortSignal | undefined
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export class ReaderError extends Error {
  readonly code: string
  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/**
 * @param onIndexDamaged told when the thread had to let go of the index
 * @param onDied told when the thread ends by itself; what was asked then fails, and so does everything after
 */
export function createWorkerReader(
  entry: URL,
  data: ReaderWorkerData,
  log: Log,
  onDied: () => void,
  onIndexDamaged: () => void = () => undefined,
): WorkerReader {
  const worker = new Worker(entry, { workerData: data })
  const waiting: Job[] = []
  let current: Job | null = null
  let ended: Error | null = null
  let isDisposed = false
  let becomeReady = (): void => undefined
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })

  const next = () => {
    if (current || ended) return
    const job = waiting.shift()
    if (!job) return
    if (job.signal?.aborted) {
      job.reject(abortError())
      next()
      return
    }
    current = job
    worker.postMessage(job.request)
  }
  const finish = (settle: (job: Job) => void) => {
    const job = current
    current = null
    if (job) settle(job)
    next()
  }
  const end = (error: Error) => {
    ended = error
    current?.reject(error)
    for (const job of waiting.splice(0)) job.reject(error)
    current = null
  }
  worker.on('message', (response: ReaderResponse) => {
    if (response.type === 'ready') becomeReady()
    else if (response.type === 'index-damaged') onIndexDamaged()
    else if (response.type === 'log') log[response.level](response.event, response.fields)
    else if (response.type === 'done') finish((job) => job.resolve(response.value))
    else finish((job) => job.reject(new ReaderError(response.message, response.code)))
  })
  worker.on('error', (error) => {
    log.error('reader-died', { error: error instanceof Error ? error.name : 'unknown' })
    end(error instanceof Error ? error : new Error('reader died'))
  })
  worker.on('exit', () => {
    if (isDisposed) return
    end(ended ?? new Error('reader ended'))
    onDied()
  })

  const ask = (request: ReaderRequest, signal?: AbortSignal) =>
    new Promise<unknown>((resolve, reject) => {
      if (ended) {
        reject(ended)
        return
      }
      waiting.push({ request, signal, resolve, reject })
      next()
    })

  return {
    ready,
    adopt: (subscription, last) => {
      if (!ended) ask({ type: 'adopt', subscription, last }).catch(() => undefined)
    },
    setIndex: (on) => {
      if (!ended) ask({ type: 'index', on }).catch(() => undefined)
    },
    run: (query, signal) => ask({ type: 'run', query }, signal) as Promise<QueryResult>,
    live: (subscription, query) => ask({ type: 'live', subscription, query }) as Promise<Diff | null>,
    release: (subscription) => {
      if (!ended) ask({ type: 'release', subscription }).catch(() => undefined)
    },
    work: (job, signal) => ask({ type: 'work', job }, signal),
    check: () => ask({ type: 'check' }) as Promise<boolean>,
    async dispose() {
      isDisposed = true
      end(new Error('closed'))
      await worker.terminate()
    },
  }
}

function abortError(): Error {
  return new DOMException('cancelled', 'AbortError')
}
