/** Who answers which query: reader threads for lists and searches, this thread for what stands in memory. */
import type { Log } from '#shared/base/log.ts'
import type { QuestionId } from '#shared/base/ids.ts'
import type { Question } from '#shared/contract/ask.ts'
import type { EngineFacts } from '#shared/contract/diagnostics.ts'
import type { ModelList, ModelRow } from '#shared/contract/models.ts'
import type { ParsedQuery } from '#shared/contract/parse.ts'
import type { PointRow, PresenceRow, SyncMeta } from '#shared/contract/sync.ts'
import type { EngineStatusMeta } from '#shared/contract/workspace.ts'
import type { IndexHost } from '../search/index/index-host.ts'
import type { ReaderJob } from '../search/answers/reader-job.ts'
import { passesQuickCheck, type Store } from '../store/open-store.ts'
import { runQuery } from './handlers.ts'
import { createCheckReader } from './check-reader.ts'
import { createInlineReader, type Reader } from './reader.ts'
import type { SearchIndexFiles } from './search-answers.ts'
import { createSearchReader } from './search-reader.ts'
import { createStartingReader } from './starting-reader.ts'
import { createWorkerReader } from './worker-reader.ts'

/** What the first screen asks for, it has asked by then. */
const listsAfterMs = 800

export interface ReadersDeps {
  readonly store: Store
  readonly binding: string | null
  /** The worker's entry point; null answers queries in this thread. */
  readonly entry: URL | null
  readonly slowMs: number
  readonly log: Log
  /** A reader thread ended. */
  readonly onFault: () => void
  /** Null for searches by the words of the store alone. */
  readonly index: (SearchIndexFiles & Pick<IndexHost, 'status' | 'embedQuestion' | 'makeAnew'>) | null
  /** What no table holds. */
  readonly memory: {
    engineFacts(): EngineFacts
    engineStatus(): Omit<EngineStatusMeta, 'databaseBytes'>
    /** Null without sync. */
    syncStatus(): Pick<SyncMeta, 'connection' | 'catchingUp' | 'syncedAt' | 'clockAheadMs'> | null
    present(topic: string): PresenceRow[]
    points(topic: string): PointRow[]
    /** Null for one that is not in flight. */
    question(id: QuestionId): Question | null
    /** What lies on this device, and what is being fetched. */
    models(): { readonly rows: ModelRow[]; readonly runsOthers: boolean }
  }
}

export interface Readers {
  readerFor(query: ParsedQuery): Reader
  /** Whether the file passes SQLite's quick check; takes its time, beside everything else. */
  check(): Promise<boolean>
  /** The index can be attached, or has to be let go of. */
  setIndex(on: boolean): void
  /** Work for questions: see search/answers/reader-job.ts. Null without an index. */
  work(job: ReaderJob, signal?: AbortSignal): Promise<unknown> | null
  dispose(): Promise<void>
}

export function createReaders(deps: ReadersDeps): Readers {
  const { store, binding, entry, slowMs, log, onFault, index, memory } = deps
  const { db, connection, folder } = store
  const checkHere = () => passesQuickCheck(connection)
  const answer = (query: ParsedQuery) => runQuery(db, query)
  const open = (startAfterMs: number): Reader => {
    if (entry === null) return createInlineReader(answer, checkHere)
    const data = { file: folder.database, binding, slowMs, index: null }
    const startWorker = () => createWorkerReader(entry, data, log, onFault)
    return createStartingReader({ answer, startWorker, startAfterMs })
  }
  const inMemory = createInlineReader((query) => {
    const result = answer(query)
    switch (query.name) {
      case 'presence.list':
        return { ...result, rows: memory.present(query.input.topic) }
      case 'presence.points':
        return { ...result, rows: memory.points(query.input.topic) }
      case 'ask.get':
        return { ...result, meta: memory.question(query.input.questionId) ?? result.meta }
      case 'sync.status':
        return { ...result, meta: { ...(result.meta as SyncMeta), ...memory.syncStatus() } }
      case 'index.status':
        return index?.status() ?? result
      case 'diagnostics.engine':
        return { ...result, meta: memory.engineFacts() }
      case 'model.list': {
        const { rows, runsOthers } = memory.models()
        return { rows, meta: { ...(result.meta as ModelList), runsOthers } }
      }
      default:
        return { ...result, meta: { ...(result.meta as EngineStatusMeta), ...memory.engineStatus() } }
    }
  }, checkHere)
  const lists = open(listsAfterMs)
  const checks = createCheckReader(() =>
    entry === null
      ? createInlineReader(answer, checkHere)
      : createWorkerReader(entry, { file: folder.database, binding, slowMs, index: null }, log, onFault),
  )
  // Searches may take longer than a list; they get a thread of their own when the first one comes.
  let searches: Reader | null = null
  const searchesIndex =
    index &&
    createSearchReader({
      ...{ file: folder.database, binding, entry, index, slowMs, log, onFault, check: checkHere },
      onIndexDamaged: () => index.makeAnew(),
      embedQuestion: (text) => index.embedQuestion(text),
    })
  return {
    readerFor({ name }) {
      switch (name) {
        case 'engine.status':
        case 'sync.status':
        case 'presence.list':
        case 'presence.points':
        case 'ask.get':
        case 'model.list':
        case 'index.status':
        case 'diagnostics.engine':
          return inMemory
        case 'diagnostics.check':
          return checks
        case 'search.run':
        case 'search.passages':
        case 'help.ticket':
        case 'help.draft':
          return searchesIndex ?? (searches ??= open(0))
        default:
          return lists
      }
    },
    check: () => lists.check(),
    setIndex: (on) => searchesIndex?.setIndex(on),
    work: (job, signal) => searchesIndex?.work(job, signal) ?? null,
    async dispose() {
      await Promise.all([lists.dispose(), checks.dispose(), searches?.dispose(), searchesIndex?.dispose()])
    },
  }
}
