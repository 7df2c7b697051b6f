/**
 * Gives every chunk its vector. At any time one model serves; another one may be on its way to take its place: it goes
 * through all chunks while the old one answers, then they change places in one transaction.
 */
import type { IndexMeta, ModelName } from '#shared/contract/index-care.ts'
import type { WritableDb } from '../../store/db.ts'
import { isSqliteError } from '../../store/errors.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { getIndexMeta, setIndexMeta } from './index-meta.ts'
import {
  countPending,
  findModelInfo,
  modelKeyOf,
  pendingChunks,
  putVectors,
  type PendingChunk,
} from './vectors.ts'

export type ModelError = NonNullable<IndexMeta['modelError']>

export interface EmbeddingWork {
  /** The model that should serve from now on. Null with why not: what serves goes on, for what it has. */
  choose(embedder: Embedder | null, error: ModelError | null): void
  /** The embedder of the model that still serves, so that what is new gets its vectors too. */
  lend(embedder: Embedder): void
  /** New chunks wait. */
  chunksAdded(): void
  chunksRemoved(count: number): void
  /** Embeds one batch, or tidies up. False where nothing is left to do. */
  step(): Promise<boolean>
  readonly serving: ModelName | null
  readonly next: IndexMeta['next']
  readonly modelError: ModelError | null
  /** Chunks that wait for the serving model and were there at the start. */
  readonly backlog: number
  embedQuestion(text: string): Promise<Float32Array | null>
  dispose(): Promise<void>
}

export interface EmbeddingWorkDeps {
  readonly db: WritableDb
  /** How many texts an embedder is given at once. */
  readonly batchSize: (embedder: Embedder) => number
  /** Told before each batch which sources it is of, where it is of one only; null after it. */
  readonly working: (ref: string | null) => void
  /** All chunks of the index. */
  readonly chunks: () => number
}

interface Lane {
  readonly modelKey: number
  readonly name: ModelName
  embedder: Embedder | null
  /** Chunks up to this key have their vectors. */
  after: number
  isDone: boolean
  done: number
}

/** Batches of one read: sorting by length pays where there is something to sort. */
const batchesAtOnce = 4
const removedAtOnce = 2_000

export function createEmbeddingWork({ db, batchSize, working, chunks }: EmbeddingWorkDeps): EmbeddingWork {
  let modelError: ModelError | null = null
  let serving = laneOf(getIndexMeta(db, 'serving'))
  let next = laneOf(getIndexMeta(db, 'next'))
  let hasStale = true
  let backlog = serving ? countPending(db, serving.modelKey) : 0
  const newestAtStart = db.value<number>('SELECT max(chunk_key) FROM chunks') ?? 0

  function laneOf(key: string | null): Lane | null {
    const name = key === null ? null : findModelInfo(db, Number(key))
    if (key === null || name === null) return null
    const modelKey = Number(key)
    const done = db.value<number>('SELECT count(*) FROM vectors WHERE model_key = ?', [modelKey]) ?? 0
    return { modelKey, name, embedder: null, after: 0, isDone: false, done }
  }
  const open = (key: number, embedder: Embedder): Lane | null => {
    const lane = laneOf(String(key))
    if (lane) lane.embedder = embedder
    return lane
  }

  const choose: EmbeddingWork['choose'] = (embedder, error) => {
    modelError = error
    if (!embedder) return
    db.transaction(() => {
      const key = modelKeyOf(db, embedder.info)
      if (serving === null || serving.modelKey === key) {
        setIndexMeta(db, 'serving', String(key))
        setIndexMeta(db, 'next', null)
        if (serving?.modelKey === key) serving.embedder = embedder
        else {
          serving = open(key, embedder)
          backlog = chunks()
        }
        next = null
      } else {
        setIndexMeta(db, 'next', String(key))
        if (next?.modelKey === key) next.embedder = embedder
        else next = open(key, embedder)
      }
      hasStale = true
    })
  }

  /** Null where the lane has nothing to do. */
  const embedNext = async (lane: Lane): Promise<boolean> => {
    const { embedder } = lane
    if (!embedder || lane.isDone) return false
    const size = batchSize(embedder)
    const found = pendingChunks(db, lane.modelKey, lane.after, size * batchesAtOnce)
    const last = found.at(-1)
    if (!last) {
      lane.isDone = true
      return false
    }
    const sorted = [...found].sort((a, b) => a.text.length - b.text.length)
    const vectors: Float32Array[] = []
    try {
      for (let from = 0; from < sorted.length; from += size) {
        const batch = sorted.slice(from, from + size)
        working(refOf(batch))
        vectors.push(
          ...(await embedder.embed(
            batch.map(({ text }) => text),
            'passage',
          )),
        )
      }
    } catch (error) {
      if (isSqliteError(error)) throw error
      // Without its model the index goes on by words; a restart or another choice tries again.
      lane.embedder = null
      modelError = isOutOfMemory(error) ? 'out-of-memory' : 'broken'
      return true
    } finally {
      working(null)
    }
    lane.done += db.transaction(() => putVectors(db, lane.modelKey, sorted, vectors))
    lane.after = last.chunkKey
    if (lane === serving)
      backlog = Math.max(0, backlog - found.filter((c) => c.chunkKey <= newestAtStart).length)
    return true
  }

  const switchOver = () => {
    const arrived = next
    if (!arrived) return
    db.transaction(() => {
      setIndexMeta(db, 'serving', String(arrived.modelKey))
      setIndexMeta(db, 'next', null)
    })
    const left = serving?.embedder
    serving = arrived
    next = null
    hasStale = true
    if (left && left !== arrived.embedder) void left.dispose()
  }

  /** Vectors of models that neither serve nor will, a slice at a time. False where none are left. */
  const removeStale = (): boolean => {
    const keep = [serving?.modelKey ?? -1, next?.modelKey ?? -1]
    const stale = db.value<number>('SELECT model_key FROM models WHERE model_key NOT IN (?, ?) LIMIT 1', keep)
    if (stale === undefined) return false
    db.transaction(() => {
      const removed = db.run(
        `DELETE FROM vectors WHERE vector_key IN (SELECT vector_key FROM vectors WHERE model_key = ? LIMIT ${String(removedAtOnce)})`,
        [stale],
      )
      if (removed < removedAtOnce) db.run('DELETE FROM models WHERE model_key = ?', [stale])
    })
    return true
  }

  return {
    choose,
    lend(embedder) {
      const { id, version } = embedder.info
      if (
        serving &&
        serving.embedder === null &&
        serving.name.id === id &&
        serving.name.version === version
      ) {
        serving.embedder = embedder
      } else void embedder.dispose()
    },
    chunksAdded() {
      if (serving) serving.isDone = false
      if (next) next.isDone = false
    },
    chunksRemoved(count) {
      if (serving) serving.done = Math.max(0, serving.done - count)
      if (next) next.done = Math.max(0, next.done - count)
    },
    async step() {
      if (serving && (await embedNext(serving))) return true
      if (next && (await embedNext(next))) return true
      if (next?.isDone === true) {
        switchOver()
        return true
      }
      return (hasStale = hasStale && serving !== null && removeStale())
    },
    get serving() {
      return serving?.name ?? null
    },
    get next() {
      return next && { ...next.name, done: Math.min(next.done, chunks()), total: chunks() }
    },
    get modelError() {
      return modelError
    },
    get backlog() {
      return serving?.embedder ? backlog : 0
    },
    async embedQuestion(text) {
      const [vector] = (await serving?.embedder?.embed([text], 'question')) ?? []
      return vector ?? null
    },
    async dispose() {
      const embedders = new Set([serving?.embedder, next?.embedder])
      for (const embedder of embedders) await embedder?.dispose()
    },
  }
}

function refOf(batch: readonly PendingChunk[]): string | null {
  const [first] = batch
  return first && batch.every(({ ref }) => ref === first.ref) ? first.ref : null
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /memory|bad_alloc|allocat/i.test(error.message)
}
