/** What diagnostics show of the engine itself. Cheap, since it runs in the thread that writes: nothing is counted here. */
import fs from 'node:fs'
import path from 'node:path'
import type { EngineFacts, LoopDelay } from '#shared/contract/diagnostics.ts'
import type { Store } from '../store/open-store.ts'

export interface EngineFactsDeps {
  readonly store: Store
  readonly startedAt: number
  readonly slowMs: number
  readonly slowQueries: () => number
  /** Of the process; left out where nobody watches it. */
  readonly loop: (() => LoopDelay | null) | undefined
}

export function createEngineFacts({
  store,
  loop,
  slowQueries,
  ...known
}: EngineFactsDeps): () => EngineFacts {
  const { db, folder } = store
  const sqlite = db.value<string>('SELECT sqlite_version()') ?? ''
  return () => ({
    ...known,
    sqlite,
    schemaVersion: Number(store.connection.pragma('user_version', { simple: true })),
    loop: loop?.() ?? null,
    slowQueries: slowQueries(),
    heapBytes: process.memoryUsage().heapUsed,
    sizes: {
      database: withJournal(folder.database),
      index: withJournal(folder.index),
      backups: filesIn(folder.backups).reduce((sum, file) => sum + bytesOf(file), 0),
    },
  })
}

function withJournal(file: string): number {
  return ['', '-wal', '-shm'].reduce((sum, suffix) => sum + bytesOf(file + suffix), 0)
}

function bytesOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** A handful: backups are thinned out. */
function filesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder).map((name) => path.join(folder, name))
  } catch {
    return []
  }
}
