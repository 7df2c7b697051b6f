import type { UpdateId } from '#shared/base/ids.ts'
import { ulidTime } from '#shared/base/ulid.ts'
import type { CountedThing, diagnosticsQueries } from '#shared/contract/diagnostics.ts'
import type { ReadableDb } from '../store/db.ts'
import type { QueryHandlers } from './query.ts'

/** Where each is counted. */
const countSql: Readonly<Record<CountedThing, string>> = {
  documents: 'SELECT count(*) FROM documents',
  updates: 'SELECT count(*) FROM updates',
  snapshots: 'SELECT count(*) FROM snapshots',
  channels: "SELECT count(*) FROM spaces WHERE kind IN ('channel', 'direct')",
  messages: 'SELECT count(*) FROM messages',
  tickets: 'SELECT count(*) FROM tickets',
  articles: 'SELECT count(*) FROM articles',
  people: 'SELECT count(*) FROM people',
  files: "SELECT count(*) FROM blobs WHERE state = 'here'",
  libraryFiles: 'SELECT count(*) FROM library_files',
  librarySkipped: "SELECT count(*) FROM library_files WHERE state = 'skipped'",
}

export const diagnosticsQueryHandlers: QueryHandlers<keyof typeof diagnosticsQueries> = {
  'diagnostics.engine': {
    dependsOn: () => [],
    run: () => ({
      // The engine fills it in.
      meta: {
        ...{
          sqlite: '',
          schemaVersion: 0,
          startedAt: 0,
          loop: null,
          slowQueries: 0,
          slowMs: 0,
          heapBytes: 0,
        },
        sizes: { database: 0, index: 0, backups: 0 },
      },
      rows: [],
    }),
  },
  'diagnostics.counts': {
    dependsOn: () => [],
    run(db) {
      const counts = Object.fromEntries(
        Object.entries(countSql).map(([thing, sql]) => [thing, db.value<number>(sql) ?? 0]),
      ) as Record<CountedThing, number>
      const first = db.value<UpdateId>(
        'SELECT update_id FROM updates WHERE update_key = (SELECT min(update_key) FROM pending)',
      )
      return {
        meta: {
          counts,
          fileBytes: db.value<number>("SELECT coalesce(sum(size), 0) FROM blobs WHERE state = 'here'") ?? 0,
          oldestWaitingAt: first === undefined ? null : ulidTime(first),
        },
        rows: [],
      }
    },
  },
  'diagnostics.tables': {
    dependsOn: () => [],
    run: (db) => ({ meta: null, rows: tablesOf(db).map((key) => ({ key })) }),
  },
  'diagnostics.check': {
    dependsOn: () => [],
    run(db, { table }) {
      // A name that is not there would have SQLite check something else.
      if (!tablesOf(db).includes(table)) return { meta: { problems: 0 }, rows: [] }
      const found = db.all<{ quick_check: string }>(`PRAGMA quick_check("${table.replaceAll('"', '""')}")`)
      return { meta: { problems: found.filter((row) => row.quick_check !== 'ok').length }, rows: [] }
    },
  },
}

function tablesOf(db: ReadableDb): readonly string[] {
  return db
    .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .map(({ name }) => name)
}
