/**
 * Opens SQLite. Pragmas, and why:
 * - WAL: readers never wait for the writer, and a kill -9 loses nothing that was committed.
 * - synchronous FULL for the writer: a commit that was acknowledged survives a dead battery too. Measured in
 *   docs/performance.md; a person's command is one small transaction, so one fsync each is affordable.
 * - secure_delete: deleted content is overwritten, erasure must reach the file.
 * - busy_timeout: a checkpoint by another connection makes us wait, not fail.
 */
import Database from 'better-sqlite3'

export interface ConnectionOptions {
  readonly file: string
  /** A native binding of better-sqlite3; null for its own. */
  readonly binding: string | null
  readonly readonly: boolean
}

const busyMs = 5_000
const writerCacheKiB = 16_384
const readerCacheKiB = 32_768

export function openConnection({ file, binding, readonly }: ConnectionOptions): Database.Database {
  const connection = new Database(file, {
    readonly,
    fileMustExist: readonly,
    timeout: busyMs,
    ...(binding === null ? {} : { nativeBinding: binding }),
  })
  try {
    if (!readonly) {
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      connection.pragma('secure_delete = ON')
      connection.pragma('journal_size_limit = 67108864')
    }
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    connection.pragma('temp_store = MEMORY')
    connection.pragma(`cache_size = -${String(readonly ? readerCacheKiB : writerCacheKiB)}`)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Commits of `work` do not wait for the disk: for what a power cut may take, as it is made or fetched again. */
export function relaxed<T>(connection: Database.Database, work: () => T): T {
  connection.pragma('synchronous = NORMAL')
  try {
    return work()
  } finally {
    connection.pragma('synchronous = FULL')
  }
}

/**
 * Holds the folder for this process. The lock is SQLite's own on a file beside the database: the operating
 * system lets go of it when the process ends, however it ends. Null where somebody else holds it.
 */
export function lockFolder(file: string, binding: string | null): Database.Database | null {
  const connection = new Database(file, {
    timeout: 0,
    ...(binding === null ? {} : { nativeBinding: binding }),
  })
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    connection.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}
