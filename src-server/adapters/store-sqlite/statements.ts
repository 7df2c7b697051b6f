/** Statements are prepared once a connection, when they are first used. */
import type Database from 'better-sqlite3'
import type { ServerDatabase } from './database.ts'

export type SqlValue = string | number | Uint8Array | null

export interface Statements {
  /** The first row, or null. */
  get<Row>(sql: string, ...params: SqlValue[]): Row | null
  all<Row>(sql: string, ...params: SqlValue[]): Row[]
  /** The number of rows changed. */
  run(sql: string, ...params: SqlValue[]): number
}

export function createStatements(db: ServerDatabase): Statements {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return {
    get: <Row>(sql: string, ...params: SqlValue[]) =>
      (prepare(sql).get(...params) as Row | undefined) ?? null,
    all: <Row>(sql: string, ...params: SqlValue[]) => prepare(sql).all(...params) as Row[],
    run: (sql, ...params) => prepare(sql).run(...params).changes,
  }
}
