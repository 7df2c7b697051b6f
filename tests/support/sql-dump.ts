/** A workspace database as SQL text, full-text indexes included, to keep files of old versions readable in the repository. */
import type Database from 'better-sqlite3'

interface Entry {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

const words = /^(message|ticket|article)_words$/

export function dumpSql(db: Database.Database): string {
  const entries = db
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .all() as Entry[]
  const isShadow = (name: string) => /^(message|ticket|article)_words_/.test(name)
  const schema = entries.filter(({ name, sql }) => sql !== null && !isShadow(name))
  // A virtual table holds nothing itself; its shadow tables do.
  const tables = entries.filter(({ type, name }) => type === 'table' && !words.test(name))
  const version = db.pragma('user_version', { simple: true }) as number
  return [
    `PRAGMA user_version = ${version};`,
    ...schema.map(({ sql }) => `${sql ?? ''};`),
    ...tables.flatMap(({ name }) => dumpRows(db, name)),
    '',
  ].join('\n')
}

function dumpRows(db: Database.Database, table: string): string[] {
  const rows = db.prepare(`SELECT * FROM ${table}`).raw().all() as (
    string | number | bigint | Buffer | null
  )[][]
  const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).join(', ')
  return rows.map(
    (row) => `INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${row.map(literal).join(', ')});`,
  )
}

function literal(value: string | number | bigint | Buffer | null): string {
  if (value === null) return 'NULL'
  if (Buffer.isBuffer(value)) return `x'${value.toString('hex')}'`
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return String(value)
}
