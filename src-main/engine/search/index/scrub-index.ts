/**
 * Takes erased text out of the index's file itself, as background/scrub.ts does for the store: merge the full-text
 * tables, rebuild the file, empty the journal. In small steps but for the rebuilding.
 */
import type { OpenIndex } from './open-index.ts'

export interface Scrubber {
  /**
   * Does a part of it. False where it is done, or has to wait.
   * @param mark of the erasure that is followed
   */
  step(mark: string | null): boolean
  waitMs(): number
}

const mergePages = 256
/** A reader holds the journal: not longer than a query. */
const busyMs = 2_000
const smallMs = 500

/** @param done told the mark when nothing of what was erased before it is left */
export function createScrubber(index: OpenIndex, done: (mark: string | null) => void): Scrubber {
  let run: {
    readonly turns: ReturnType<typeof scrubIndex>
    readonly mark: string | null
    ms: number
  } | null = null
  let notBefore = 0
  return {
    step(mark) {
      const start = performance.now()
      if (start < notBefore) return false
      run ??= { turns: scrubIndex(index), mark, ms: 0 }
      const turn = run.turns.next()
      run.ms += performance.now() - start
      if (turn.done !== true) return true
      const { isBusy } = turn.value
      if (!isBusy) done(run.mark)
      // Rebuilding a large file again and again would do nothing else: a tenth of the time at most.
      const restMs = isBusy ? busyMs : run.ms < smallMs ? 0 : 9 * run.ms
      notBefore = performance.now() + restMs
      run = null
      return false
    },
    waitMs: () => Math.max(0, notBefore - performance.now()),
  }
}

/** One scrubbing. Each turn does a part; it is done when the generator ends. `isBusy`: a reader stood in the way. */
function* scrubIndex({ db, connection }: OpenIndex): Generator<void, { readonly isBusy: boolean }> {
  for (const table of wordTables(connection)) {
    const merge = (pages: number): number => {
      const before = db.value<number>('SELECT total_changes()') ?? 0
      db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${String(pages)})`)
      return (db.value<number>('SELECT total_changes()') ?? 0) - before
    }
    // A negative number begins a merge of everything; positive ones go on with it. Fewer than two changes: nothing was left.
    merge(-mergePages)
    yield
    while (merge(mergePages) >= 2) yield
    // What is one part already is not merged, however many of its rows are only marked as deleted.
    db.run(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
    yield
  }
  connection.exec('VACUUM')
  const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return { isBusy: result?.busy !== 0 }
}

/** The FTS5 tables of the index, by what the schema says. */
function wordTables(connection: OpenIndex['connection']): string[] {
  return connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")
    .pluck()
    .all()
    .map(String)
    .filter((name) => /^\w+$/.test(name))
}
