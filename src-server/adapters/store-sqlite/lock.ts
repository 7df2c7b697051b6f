/**
 * Holds the data folder for this process. The lock is SQLite's own on a file beside the database: the operating system
 * lets go of it when the process ends, however it ends.
 */
import path from 'node:path'
import Database from 'better-sqlite3'
import { disposable, type Disposable } from '#shared/base/disposable.ts'

/** @returns null where another server holds it */
export function lockFolder(folder: string): Disposable | null {
  const connection = new Database(path.join(folder, 'outpost-server.lock'), { timeout: 0 })
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
    return disposable(() => connection.close())
  } catch (error) {
    connection.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}
