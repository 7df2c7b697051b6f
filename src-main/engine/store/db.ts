/**
 * The only way to the tables. A ReadableDb can look, a WritableDb can change: a function's signature says which
 * it does. Statements are prepared once a connection and kept; slow ones are logged with their plan.
 */
import type Database from 'better-sqlite3'
import type { Log } from '#shared/base/log.ts'

export type SqlValue = string | number | bigint | Uint8Array | null
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>

export interface ReadableDb {
  /** The first row, or undefined. */
  get<Row>(sql: string, params?: SqlParams): Row | undefined
  all<Row>(sql: string, params?: SqlParams): Row[]
  /** The first column of the first row; undefined where there is none. */
  value<Value extends SqlValue>(sql: string, params?: SqlParams): Value | undefined
  /** Runs `work` against one unchanging view of the data. */
  snapshot<T>(work: () => T): T
}

export interface WritableDb extends ReadableDb {
  /** The number of rows changed. */
  run(sql: string, params?: SqlParams): number
  /** Inserts and returns the new rowid. */
  insert(sql: string, params?: SqlParams): number
  /** Runs `work` in one write transaction, or in a savepoint where one is open. Rolls back if it throws. */
  transaction<T>(work: () => T): T
}

export interface DbOptions {
  readonly log: Log
  /** Statements that take longer are logged. */
  readonly slowMs: number
}

export function createDb(connection: Database.Database, { log, slowMs }: DbOptions): WritableDb {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = connection.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  const timed = <T>(sql: string, params: SqlParams, work: (statement: Database.Statement) => T): T => {
    const statement = prepare(sql)
    const start = performance.now()
    const result = work(statement)
    const ms = performance.now() - start
    if (ms > slowMs)
      log.warn('slow-query', { ms: Math.round(ms), sql: oneLine(sql), plan: plan(connection, sql, params) })
    return result
  }
  return {
    get: <Row>(sql: string, params: SqlParams = []) =>
      timed(sql, params, (s) => s.get(params) as Row | undefined),
    all: <Row>(sql: string, params: SqlParams = []) => timed(sql, params, (s) => s.all(params) as Row[]),
    value: <Value>(sql: string, params: SqlParams = []) =>
      timed(sql, params, (s) => {
        const row = s.get(params) as Record<string, Value> | undefined
        return row && Object.values(row)[0]
      }),
    run: (sql, params = []) => timed(sql, params, (s) => s.run(params).changes),
    insert: (sql, params = []) => timed(sql, params, (s) => Number(s.run(params).lastInsertRowid)),
    transaction: (work) => connection.transaction(work).immediate(),
    snapshot: (work) => connection.transaction(work).deferred(),
  }
}

/** The query plan in one line. Statements hold placeholders only, so no content gets into the log. */
function plan(connection: Database.Database, sql: string, params: SqlParams): string {
  try {
    const rows = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params) as { detail: string }[]
    return rows.map((row) => row.detail).join('; ')
  } catch {
    return 'none'
  }
}

function oneLine(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim().slice(0, 300)
}
