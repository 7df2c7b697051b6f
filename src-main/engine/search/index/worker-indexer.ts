/**
 * The index behind a thread of its own. When that dies it is started again, with patience; meanwhile searches go by
 * what is there. What it was working on when it died twice is left out from then on.
 */
import { Worker } from 'node:worker_threads'
import type { Log, LogFields, LogLevel } from '#shared/base/log.ts'
import type { IndexSettings } from './index-settings.ts'
import { failed, withBytes, type IndexEvents, type IndexHost } from './index-host.ts'
import type { IndexPoke, IndexRest, IndexStatus } from './indexer.ts'
import type { ModelFolders } from './load-model.ts'

export interface IndexerWorkerData extends ModelFolders {
  readonly storeFile: string
  readonly indexFile: string
  readonly binding: string | null
  /** Where the thread says what it is working on, so that this is known when it dies: see `writeRef`. */
  readonly working: SharedArrayBuffer
  readonly skip: readonly string[]
  readonly isCareful: boolean
  readonly onBattery: boolean
  /** What the thread before left behind, where that rested. */
  readonly compared: IndexSettings | null
  readonly restMs: RestMs
}

/** How long nothing has to be to do before the thread gives its memory back. */
export interface RestMs {
  /** Where nothing came since it began. */
  readonly unused: number
  readonly used: number
}

export type IndexerRequest =
  | { readonly type: 'poke'; readonly poke: IndexPoke }
  | { readonly type: 'power'; readonly onBattery: boolean }
  | { readonly type: 'model-files' }
  | { readonly type: 'make-anew' }
  | { readonly type: 'embed'; readonly id: number; readonly text: string }
  /** Answered by the thread's end. */
  | { readonly type: 'close' }

export type IndexerResponse =
  | { readonly type: 'opened' }
  | { readonly type: 'damaged' }
  | { readonly type: 'status'; readonly status: IndexStatus | null }
  /** It has nothing to do after so many requests, and may be ended. */
  | ({ readonly type: 'rested'; readonly received: number } & IndexRest)
  | { readonly type: 'embedded'; readonly id: number; readonly vector: Float32Array | null }
  | { readonly type: 'log'; readonly level: LogLevel; readonly event: string; readonly fields: LogFields }

export interface WorkerIndexerOptions extends ModelFolders, IndexEvents {
  readonly entry: URL
  readonly storeFile: string
  readonly indexFile: string
  readonly binding: string | null
  /** The first screen goes before. */
  readonly startAfterMs: number
  /** How long a dead thread is left alone, the first time, the second time and so on. */
  readonly patienceMs?: readonly number[]
  readonly restMs?: RestMs
  readonly log: Log
}

const defaultPatienceMs = [1_000, 5_000, 30_000, 300_000]
const usualRestMs: RestMs = { unused: 2_000, used: 60_000 }
const closeMs = 2_000
const heapMb = 512
export const workingBytes = 128

export function createWorkerIndexer(options: WorkerIndexerOptions): IndexHost {
  const {
    entry,
    storeFile,
    indexFile,
    binding,
    modelFolder,
    userModelFolder,
    catalogue = null,
    log,
  } = options
  const { patienceMs = defaultPatienceMs, restMs = usualRestMs } = options
  const working = new SharedArrayBuffer(workingBytes)
  const deathsOf = new Map<string, number>()
  const questions = new Map<number, (vector: Float32Array | null) => void>()
  let worker: Worker | null = null
  /** The thread is ended, or ending, as there was nothing to do: the next request starts another. */
  let rest: (IndexRest & { readonly requests: IndexerRequest[]; hasEnded: boolean }) | null = null
  let sent = 0
  let status: IndexStatus | null = null
  let deaths = 0
  let lastQuestion = 0
  let onBattery = false
  let isDisposed = false

  const receive = (response: IndexerResponse) => {
    switch (response.type) {
      case 'opened':
        options.onOpened()
        return
      case 'damaged':
        options.onDamaged()
        return
      case 'status':
        status = response.status
        options.onChange()
        return
      case 'rested':
        // What is under way to it wakes it, and it says so again.
        if (response.received !== sent || isDisposed) return
        send({ type: 'close' })
        rest = { compared: response.compared, requests: [], hasEnded: false }
        log.info('indexer-rests')
        return
      case 'embedded':
        questions.get(response.id)?.(response.vector)
        questions.delete(response.id)
        return
      case 'log':
        log[response.level](response.event, response.fields)
    }
  }
  const died = (code: number) => {
    worker = null
    if (rest) {
      rest.hasEnded = true
      if (rest.requests.length > 0 && !isDisposed) start()
      return
    }
    for (const answer of questions.values()) answer(null)
    questions.clear()
    if (isDisposed) return
    const ref = readRef(working)
    if (ref !== null) deathsOf.set(ref, (deathsOf.get(ref) ?? 0) + 1)
    log.error('indexer-died', { code, deaths: deaths + 1 })
    status = failed(status)
    options.onChange()
    timer = setTimeout(start, patienceMs[Math.min(deaths, patienceMs.length - 1)])
    timer.unref()
    deaths++
  }
  const start = () => {
    writeRef(working, null)
    const { compared = null, requests = [] } = rest ?? {}
    rest = null
    sent = 0
    const data: IndexerWorkerData = {
      ...{ storeFile, indexFile, binding, modelFolder, userModelFolder, catalogue, working, onBattery },
      skip: [...deathsOf].filter(([, count]) => count >= 2).map(([ref]) => ref),
      isCareful: deaths > 0,
      ...{ compared, restMs },
    }
    const started = new Worker(entry, {
      workerData: data,
      // More than it ever needs; what grows beyond takes only the thread along.
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    started.on('message', receive)
    started.on('error', (error) => {
      log.error('indexer-error', { error: error instanceof Error ? error.name : 'unknown' })
    })
    started.on('exit', died)
    worker = started
    for (const request of requests) send(request)
  }
  let timer = setTimeout(start, options.startAfterMs)
  timer.unref()
  function send(request: IndexerRequest): void {
    if (rest) {
      rest.requests.push(request)
      if (rest.hasEnded) start()
      return
    }
    if (!worker) return
    sent++
    worker.postMessage(request)
  }

  return {
    poke: (poke) => send({ type: 'poke', poke }),
    power(on) {
      onBattery = on
      // One that rests as all is done has nothing to go on with.
      if (!rest?.compared) send({ type: 'power', onBattery: on })
    },
    modelFilesChanged: () => send({ type: 'model-files' }),
    makeAnew: () => send({ type: 'make-anew' }),
    status: () => withBytes(status, indexFile),
    embedQuestion: (text) =>
      new Promise((resolve) => {
        if (!worker && !rest) {
          resolve(null)
          return
        }
        const id = ++lastQuestion
        questions.set(id, resolve)
        send({ type: 'embed', id, text })
      }),
    tasks: [],
    async dispose() {
      isDisposed = true
      clearTimeout(timer)
      const last = worker
      if (!last) return
      const ended = new Promise<void>((resolve) => last.once('exit', () => resolve()))
      send({ type: 'close' })
      const hurry = setTimeout(() => void last.terminate(), closeMs)
      await ended
      clearTimeout(hurry)
    },
  }
}

/** One byte of length, then the name; both threads see it at once, and it outlives the one that wrote it. */
export function writeRef(shared: SharedArrayBuffer, ref: string | null): void {
  const bytes = new Uint8Array(shared)
  const name = ref === null ? new Uint8Array(0) : new TextEncoder().encode(ref).subarray(0, workingBytes - 1)
  bytes.set(name, 1)
  bytes[0] = name.length
}

function readRef(shared: SharedArrayBuffer): string | null {
  const bytes = new Uint8Array(shared)
  const length = bytes[0] ?? 0
  // A copy: what is shared cannot be decoded as it is.
  return length === 0 ? null : new TextDecoder().decode(bytes.slice(1, 1 + length))
}
