/**
 * Takes erased text out of the file itself. Deleting a row leaves traces: FTS5 only marks words as deleted in its older
 * parts, SQLite leaves copies in the free places of pages whose rows have moved (`secure_delete` overwrites the rows
 * themselves, not those), and the journal holds old pages. So: merge the indexes, rebuild the file, empty the journal.
 */
import { wordTables } from '../projections/runner.ts'
import type { WritableDb } from '../store/db.ts'
import { getMeta } from '../store/meta.ts'
import type { Store } from '../store/open-store.ts'
import type { BackgroundTask } from './background.ts'

/** Rebuilding more than this takes so long that it waits until the person pauses. */
const rebuildAtOnceBytes = 32 * 1024 * 1024
const idleMs = 30_000
const mergePages = 64

export function scrubTasks({ db, connection }: Store): BackgroundTask[] {
  let merging: { readonly mark: string; readonly tables: string[] } | null = null
  /** The mark whose words are merged already. */
  let merged: string | null = null

  /** What was erased since has left another mark. */
  const rebuild = (mark: string) => {
    connection.exec('VACUUM')
    connection.pragma('wal_checkpoint(TRUNCATE)')
    db.run("DELETE FROM meta WHERE key = 'scrub' AND value = ?", [mark])
  }
  const mergeIndexes: BackgroundTask = {
    name: 'scrub',
    afterIdleMs: 0,
    step() {
      const mark = getMeta(db, 'scrub')
      if (mark === null || mark === merged) return false
      if (merging?.mark !== mark) {
        merging = { mark, tables: [...wordTables] }
        // A negative number begins a merge of everything; positive ones go on with it.
        for (const table of wordTables) merge(db, table, -mergePages)
        return true
      }
      const [table] = merging.tables
      if (table !== undefined) {
        // As FTS5 says it: fewer than two changes mean that there was nothing left to merge.
        if (merge(db, table, mergePages) < 2) merging.tables.shift()
        return true
      }
      merging = null
      merged = mark
      if (sizeOf(db) <= rebuildAtOnceBytes) rebuild(mark)
      return false
    },
  }
  const rebuildWhenIdle: BackgroundTask = {
    name: 'scrub-file',
    afterIdleMs: idleMs,
    step() {
      const mark = getMeta(db, 'scrub')
      if (mark !== null && mark === merged) rebuild(mark)
      return false
    },
  }
  return [mergeIndexes, rebuildWhenIdle]
}

/** @returns how many rows the merge has changed */
function merge(db: WritableDb, table: string, pages: number): number {
  const changes = () => db.value<number>('SELECT total_changes()') ?? 0
  const before = changes()
  db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${String(pages)})`)
  return changes() - before
}

function sizeOf(db: WritableDb): number {
  return db.value<number>('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size') ?? 0
}
