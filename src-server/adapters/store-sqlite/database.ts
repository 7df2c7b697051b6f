/** Opens the server's one SQLite file. WAL, so that pulls never wait for pushes; FULL, as an ack promises the disk. */
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { blobSchema, schema, schemaVersion } from './schema.ts'

export type ServerDatabase = Database.Database

export class NewerDatabase extends Error {}
export class BrokenDatabase extends Error {}

/**
 * @param folder made where it is missing
 * @throws NewerDatabase, BrokenDatabase, or what SQLite says
 */
export function openDatabase(folder: string): ServerDatabase {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const db = new Database(path.join(folder, 'outpost-server.db'), { timeout: 5_000 })
  try {
    db.pragma('page_size = 4096')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('secure_delete = ON')
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = OFF')
    db.pragma('temp_store = MEMORY')
    db.pragma('cache_size = -8192')
    db.pragma('journal_size_limit = 67108864')
    const version = db.pragma('user_version', { simple: true }) as number
    if (version > schemaVersion) throw new NewerDatabase()
    if (version > 0 && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new BrokenDatabase()
    if (version < schemaVersion) {
      db.transaction(() => {
        if (version === 0) db.exec(schema)
        db.exec(blobSchema)
        db.pragma(`user_version = ${String(schemaVersion)}`)
      }).immediate()
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
