/** Who answers which query: reader threads for lists and searches, this thread for what stands in memory. */
import type { Log } from '#shared/base/log.ts'
import type { ParsedQuery } from '#shared/contract/parse.ts'
import type { PresenceRow, SyncMeta } from '#shared/contract/sync.ts'
import type { EngineStatusMeta } from '#shared/contract/workspace.ts'
import { passesQuickCheck, type Store } from '../store/open-store.ts'
import { runQuery } from './handlers.ts'
import { createInlineReader, type Reader } from './reader.ts'
import { createStartingReader } from './starting-reader.ts'
import { createWorkerReader } from './worker-reader.ts'

export interface ReadersDeps {
  readonly store: Store
  readonly binding: string | null
  /** The worker's entry point; null answers queries in this thread. */
  readonly entry: URL | null
  readonly slowMs: number
  readonly log: Log
  /** A reader thread ended. */
  readonly onFault: () => void
  /** What no table holds. */
  readonly memory: {
    engineStatus(): Omit<EngineStatusMeta, 'databaseBytes'>
    /** Null without sync. */
    syncStatus(): Pick<SyncMeta, 'connection' | 'catchingUp' | 'syncedAt' | 'clockAheadMs'> | null
    present(topic: string): PresenceRow[]
  }
}

export interface Readers {
  readerFor(query: ParsedQuery): Reader
  /** Whether the file passes SQLite's quick check; takes its time, beside everything else. */
  check(): Promise<boolean>
  dispose(): Promise<void>
}

export function createReaders({ store, binding, entry, slowMs, log, onFault, memory }: ReadersDeps): Readers {
  const { db, connection, folder } = store
  const checkHere = () => passesQuickCheck(connection)
  const answer = (query: ParsedQuery) => runQuery(db, query)
  const open = (): Reader => {
    if (entry === null) return createInlineReader(answer, checkHere)
    const data = { file: folder.database, binding, slowMs }
    return createStartingReader(answer, createWorkerReader(entry, data, log, onFault))
  }
  const inMemory = createInlineReader((query) => {
    const result = answer(query)
    switch (query.name) {
      case 'presence.list':
        return { ...result, rows: memory.present(query.input.topic) }
      case 'sync.status':
        return { ...result, meta: { ...(result.meta as SyncMeta), ...memory.syncStatus() } }
      default:
        return { ...result, meta: { ...(result.meta as EngineStatusMeta), ...memory.engineStatus() } }
    }
  }, checkHere)
  const lists = open()
  // Searches may take longer than a list; they get a thread of their own when the first one comes.
  let searches: Reader | null = null
  return {
    readerFor({ name }) {
      switch (name) {
        case 'engine.status':
        case 'sync.status':
        case 'presence.list':
          return inMemory
        case 'search.run':
          return (searches ??= open())
        default:
          return lists
      }
    },
    check: () => lists.check(),
    async dispose() {
      await Promise.all([lists.dispose(), searches?.dispose()])
    },
  }
}
