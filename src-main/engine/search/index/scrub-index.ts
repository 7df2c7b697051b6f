/**
 * Takes erased text out of the index's file itself, as background/scrub.ts does for the store: merge the full-text
 * tables, rebuild the file, empty the journal. In small steps but for the rebuilding.
 */
import type { OpenIndex } from './open-index.ts'

const mergePages = 256

/** One scrubbing. Each turn does a part; it is done when the generator ends. `isBusy`: a reader stood in the way. */
export function* scrubIndex({ db, connection }: OpenIndex): Generator<void, { readonly isBusy: boolean }> {
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
