/**
 * Keeps the index in step with the store. Works in bounded steps; each commits a whole number of sources, or of
 * vectors, so that a death at any moment leaves nothing half done and nothing is done twice: what is due is told by
 * comparing, never by remembering.
 */
import type { IndexedKind, IndexMeta, IndexRow } from '#shared/contract/index-care.ts'
import type { Log } from '#shared/base/log.ts'
import type { ReadableDb } from '../../store/db.ts'
import { isSqliteError } from '../../store/errors.ts'
import { builtInModelId } from '#shared/contract/models.ts'
import type { Chunk } from '../chunks/chunk.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { createComparing } from './comparing.ts'
import { createDue, type DueItem } from './due.ts'
import { createEmbeddingWork, type ModelError } from './embedding-work.ts'
import { createIndexCounts } from './index-counts.ts'
import { getIndexMeta, setIndexMeta } from './index-meta.ts'
import { kindOfType, readIndexSettings, type IndexSettings } from './index-settings.ts'
import { anewStamp, putSource, removeSource } from './index-store.ts'
import type { CompoundSplitter } from '../lexical/compounds.ts'
import type { OpenIndex } from './open-index.ts'
import { createPace } from './pace.ts'
import {
  findIndexedDocument,
  findIndexedFile,
  readDocument,
  readFile,
  refOfFile,
  type ReadSource,
} from './read-source.ts'
import { createScrubber } from './scrub-index.ts'

/** What a commit of the store may have changed. */
export interface IndexPoke {
  readonly documents: readonly number[]
  /** Files of the library changed. */
  readonly library: boolean
  /** Compare everything: nobody knows what changed. */
  readonly all: boolean
}

export interface IndexStatus {
  readonly meta: Omit<IndexMeta, 'bytes'>
  readonly rows: readonly IndexRow[]
}

export interface IndexerDeps {
  /** May only read. */
  readonly store: ReadableDb
  readonly index: OpenIndex
  readonly log: Log
  /** Takes compounds apart for the words of the index; null leaves them whole. */
  readonly split: CompoundSplitter | null
  /** Chunks or vectors changed. */
  readonly onChange: () => void
  /** Told which source it is about to work on, and null when it is done with it. */
  readonly working?: (ref: string | null) => void
  /** Sources that ended the thread: they are marked, and left alone until they change. */
  readonly skip?: ReadonlySet<string>
  /** How long a step that cuts may take; 40 where left out. */
  readonly stepMs?: number
  /** The thread was ended by something: one text at a time, so that the next time it is known by which. */
  readonly isCareful?: boolean
  /** What `rest` of the one before it said; null or left out where nothing is known, and all is compared. */
  readonly compared?: IndexSettings | null
}

export interface IndexRest {
  /**
   * With these settings the index held what the store holds: from now on only what is told of has to be looked at, as long
   * as they stay. Null where something was left to do.
   */
  readonly compared: IndexSettings | null
}

export interface Indexer {
  poke(poke: IndexPoke): void
  /** As the store says them now. */
  settings(): IndexSettings
  /** On battery only what changes just now is indexed, and that only with a model that costs next to nothing. */
  power(onBattery: boolean): void
  choose(embedder: Embedder | null, error: ModelError | null): void
  lend(embedder: Embedder): void
  /** False where nothing is left to do until the next poke. Throws where the store or the index fails. */
  step(): Promise<boolean>
  /** When to go on with what has to wait; null where nothing does. */
  waitMs(): number | null
  /** What a thread that ends now has to leave behind; null where it must not end: something is under way or dear to load. */
  rest(): IndexRest | null
  status(): IndexStatus
  embedQuestion(text: string): Promise<Float32Array | null>
  dispose(): Promise<void>
}

/** Fewer, larger transactions make fewer parts of the full-text tables to merge. */
const chunksAStep = 1_000
const defaultStepMs = 40
const lightBatch = 256
const heavyBatch = 16

export function createIndexer(deps: IndexerDeps): Indexer {
  const { store, index, log, onChange, working = () => undefined, skip = new Set<string>() } = deps
  const { stepMs = defaultStepMs } = deps
  const { db } = index
  const counts = createIndexCounts(db)
  const due = createDue()
  const pace = createPace()
  const embedding = createEmbeddingWork({
    db,
    working,
    chunks: () => counts.chunks(),
    batchSize: (embedder) =>
      deps.isCareful === true ? 1 : embedder.info.id === builtInModelId ? lightBatch : heavyBatch,
  })
  const { compared = null } = deps
  let settings = compared
  const scrubber = createScrubber(index, (mark) => setIndexMeta(db, 'erased', mark))
  let onBattery = false

  const isIncluded = (kind: IndexedKind) => settings?.excluded.has(kind) !== true
  const comparing = createComparing({ store, index: db, due, isIncluded })
  if (compared === null) comparing.want('all')
  const isErasing = () => settings !== null && settings.erased !== getIndexMeta(db, 'erased')

  const takeSettings = (): IndexSettings => {
    const before = settings
    const now = readIndexSettings(store)
    settings = now
    if (now.rebuild !== null && now.rebuild !== getIndexMeta(db, 'rebuilt')) {
      db.transaction(() => {
        db.run('UPDATE sources SET stamp = ?', [anewStamp])
        setIndexMeta(db, 'rebuilt', now.rebuild)
      })
      comparing.want('all')
    }
    const isOther =
      before !== null &&
      ([...before.excluded].join() !== [...now.excluded].join() || (before.isPaused && !now.isPaused))
    // A mark may be seen before the poke that belongs to it: what it is about has to be found first.
    if (isOther || (now.erased !== before?.erased && isErasing())) comparing.want('all')
    return now
  }

  const remove = (ref: string) => {
    const removed = removeSource(db, ref)
    if (!removed) return
    counts.add(removed.type, removed)
    embedding.chunksRemoved(-removed.chunks)
  }
  /** @returns how many chunks need vectors */
  const put = ({ head, read }: ReadSource): number => {
    if (!isIncluded(kindOfType[head.type])) {
      remove(head.ref)
      return 0
    }
    // While it is paused nothing new comes in, but what is erased goes out.
    const isKnown = db.value<number>('SELECT 1 FROM sources WHERE ref = ?', [head.ref]) !== undefined
    if (settings?.isPaused === true && !isKnown) return 0
    let chunks: readonly Chunk[] = []
    let failure: string | null = null
    working(head.ref)
    try {
      if (skip.has(head.ref)) failure = 'ended-the-thread'
      else chunks = read()
    } catch (error) {
      if (isSqliteError(error)) throw error
      failure = error instanceof Error ? error.name : 'unknown'
      log.warn('index-source-failed', { type: head.type, error: failure })
    }
    working(null)
    const difference = db.transaction(() =>
      putSource(db, head, chunks, { error: failure, split: deps.split }),
    )
    counts.add(head.type, difference)
    if (difference.added > difference.chunks) embedding.chunksRemoved(difference.added - difference.chunks)
    return difference.added
  }
  const putDocument = (item: Extract<DueItem, { type: 'document' }>): number => {
    const document = findIndexedDocument(store, item.docKey)
    if (!document) {
      const ref = db.value<string>('SELECT ref FROM sources WHERE doc_key = ?', [item.docKey])
      if (ref !== undefined) remove(ref)
      return 0
    }
    if (document.stamp === null) return 0
    // The title of a ticket stands above its notes, too.
    const notes = item.isUrgent && document.kind === 'ticket' ? notesOf(document.docId) : undefined
    if (notes !== undefined) due.addUrgent(notes)
    const source = readDocument(store, document)
    return source ? put(source) : 0
  }
  const notesOf = (docId: string): number | undefined => {
    const notes = store.get<{ docKey: number; title: string }>(
      `SELECT d.doc_key AS docKey, t.title FROM documents AS d JOIN tickets AS t ON t.ticket_id = substr(d.doc_id, 7)
       WHERE d.doc_id = ?`,
      [docId.replace('ticket/', 'notes/')],
    )
    const known = notes && db.value<string>('SELECT title FROM sources WHERE doc_key = ?', [notes.docKey])
    return known === undefined || known === notes?.title ? undefined : notes?.docKey
  }
  const putFile = (item: Extract<DueItem, { type: 'file' }>): number => {
    const file = findIndexedFile(store, item.fileId)
    if (file) return put(readFile(store, file))
    remove(refOfFile(item.fileId))
    return 0
  }

  /** Some sources in one transaction. False where none is due. */
  const chunkStep = (onlyUrgent: boolean): boolean => {
    const start = performance.now()
    let sources = 0
    let added = 0
    store.snapshot(() =>
      db.transaction(() => {
        while (added < chunksAStep && performance.now() - start < stepMs) {
          const item = due.take(onlyUrgent)
          if (!item) break
          sources++
          if (item.type === 'vanished') remove(item.ref)
          else added += item.type === 'file' ? putFile(item) : putDocument(item)
        }
      }),
    )
    if (added > 0) embedding.chunksAdded()
    pace.done(sources)
    if (sources > 0) onChange()
    return sources > 0
  }

  const work = async (): Promise<boolean> => {
    const { isPaused } = takeSettings()
    // What waits is found when it goes on: until then, a list of it would only take memory.
    if (isPaused && !isErasing()) return false
    if (comparing.step()) return true
    if (isErasing()) {
      if (chunkStep(false)) return true
      if (scrubber.step(settings?.erased ?? null)) return true
    }
    if (isPaused) return false
    const isTooHeavy = onBattery && (embedding.next !== null || embedding.serving?.id !== builtInModelId)
    if (!isTooHeavy && (await embedding.step())) {
      onChange()
      return true
    }
    return chunkStep(onBattery)
  }

  return {
    poke({ documents, library, all }) {
      for (const docKey of documents) due.addUrgent(docKey)
      if (all) comparing.want('all')
      else if (library) comparing.want('files')
    },
    settings: takeSettings,
    power: (on) => (onBattery = on),
    choose: (embedder, error) => embedding.choose(embedder, error),
    lend: (embedder) => embedding.lend(embedder),
    async step() {
      const backlog = embedding.backlog
      const start = performance.now()
      const more = await work()
      pace.done(Math.max(0, backlog - embedding.backlog))
      pace.worked(performance.now() - start)
      if (!more && due.size === 0) pace.reset()
      return more
    },
    waitMs: () => (isErasing() ? scrubber.waitMs() : null),
    rest() {
      const { serving, next, backlog } = embedding
      if (isErasing() || next !== null || (serving !== null && serving.id !== builtInModelId)) return null
      const isDone = !comparing.isBusy() && due.size + backlog === 0
      return { compared: isDone && settings?.isPaused === false ? settings : null }
    },
    status() {
      const { serving, next, modelError, backlog } = embedding
      const left = due.size + backlog
      const isPaused = settings?.isPaused === true
      const isBusy = left > 0 || next !== null || comparing.isBusy()
      const state = isPaused || (onBattery && isBusy) ? 'paused' : isBusy ? 'working' : 'idle'
      const progress =
        left > 0 ? pace.progress(left) : next && { done: next.done, total: next.total, secondsLeft: null }
      return {
        meta: {
          state,
          pausedBy: state === 'paused' ? (isPaused ? 'person' : 'battery') : null,
          progress,
          chunks: counts.chunks(),
          serving,
          next,
          modelError,
        },
        rows: counts.rows(isIncluded),
      }
    },
    embedQuestion: (text) => embedding.embedQuestion(text),
    dispose: () => embedding.dispose(),
  }
}
