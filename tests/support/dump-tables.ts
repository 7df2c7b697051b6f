/** What a workspace file holds, as plain data to compare. */
import type Database from 'better-sqlite3'
import { derivedTables, wordTables } from '../../src-main/engine/projections/runner.ts'

export type TableDump = Readonly<Record<string, readonly string[]>>

/**
 * The rows that can be rebuilt, in an order of their own. `message_key` stays out: which of two messages of the
 * same instant got the next free key depends on who came first.
 */
export function dumpDerived(db: Database.Database): TableDump {
  const dump: Record<string, string[]> = {}
  for (const table of derivedTables) {
    dump[table] = rows(db, table, ({ message_key: _, ...row }) => row)
  }
  dump['spaces'] = rows(db, 'spaces', (row) => row)
  for (const table of wordTables) dump[table] = dumpWords(db, table)
  dump['message_words'] = dumpMessageWords(db)
  dump['dirty'] = db
    .prepare('SELECT doc_id FROM documents WHERE projected_rev <> rev')
    .all()
    .map((row) => JSON.stringify(row))
  return dump
}

/** Everything, with the update log, but without what the engine notes about itself at each start. */
export function dumpAll(db: Database.Database): TableDump {
  const dump: Record<string, string[]> = { ...dumpDerived(db) } as Record<string, string[]>
  for (const table of ['records', 'people', 'documents', 'snapshots', 'updates']) {
    dump[table] = rows(db, table, (row) => row)
  }
  dump['meta'] = db
    .prepare("SELECT key, value FROM meta WHERE key NOT IN ('cleanStop') ORDER BY key")
    .all()
    .map((row) => JSON.stringify(row))
  return dump
}

type Row = Readonly<Record<string, unknown>>

function rows(db: Database.Database, table: string, pick: (row: Row) => Row): string[] {
  const all = db.prepare(`SELECT * FROM ${table}`).all() as Row[]
  return all.map((row) => JSON.stringify(pick(row), toText)).sort()
}

/** Every word of a full-text index with the row, column and place that it stands in. */
export function dumpWords(db: Database.Database, table: string): string[] {
  return vocabulary(db, table)
    .map(({ term, doc, col, offset }) => JSON.stringify([term, doc, col, offset]))
    .sort()
}

/** The same for messages, by their ids. */
function dumpMessageWords(db: Database.Database): string[] {
  const idOf = new Map(
    (db.prepare('SELECT message_key, message_id FROM messages').all() as Row[]).map((row) => [
      row['message_key'],
      row['message_id'],
    ]),
  )
  return vocabulary(db, 'message_words')
    .map(({ term, doc, col, offset }) =>
      JSON.stringify([term, idOf.get(doc) ?? `no message ${doc}`, col, offset]),
    )
    .sort()
}

interface Instance {
  readonly term: string
  readonly doc: number
  readonly col: string
  readonly offset: number
}

function vocabulary(db: Database.Database, table: string): Instance[] {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_seen USING fts5vocab(main, ${table}, instance)`)
  return db.prepare(`SELECT term, doc, col, offset FROM temp.${table}_seen`).all() as Instance[]
}

function toText(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array || Buffer.isBuffer(value) ? Buffer.from(value).toString('base64') : value
}
