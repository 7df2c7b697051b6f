/** The index beside the store, for a connection that may only read: its tables are then called `idx.chunks` and so on. */
import fs from 'node:fs'
import type Database from 'better-sqlite3'
import { indexVersion } from './schema.ts'

/**
 * Attaches the index, in place of one that may be attached already. False where there is none yet, or only one of
 * another version; searches then go by the words of the store. The connection must not be inside a transaction.
 */
export function attachIndex(connection: Database.Database, file: string): boolean {
  detachIndex(connection)
  if (!fs.existsSync(file)) return false
  try {
    connection.prepare('ATTACH DATABASE ? AS idx').run(file)
    if (connection.pragma('idx.user_version', { simple: true }) === indexVersion) return true
  } catch {
    // Damaged, or being made this moment: whoever writes it will tell when it is ready.
  }
  detachIndex(connection)
  return false
}

export function detachIndex(connection: Database.Database): void {
  if (hasIndex(connection)) connection.exec('DETACH DATABASE idx')
}

export function hasIndex(connection: Database.Database): boolean {
  const names = connection.pragma('database_list') as { name: string }[]
  return names.some(({ name }) => name === 'idx')
}
