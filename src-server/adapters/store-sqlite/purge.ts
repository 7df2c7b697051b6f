/**
 * Takes what was dropped out of the files. SQLite's secure_delete wipes what is deleted, but not the copies that stay
 * behind in a page when its rows were moved to another one earlier: only writing the whole file anew does.
 */
import type { ServerDatabase } from './database.ts'

export interface Purge {
  /** Inside the transaction that erases: survives a crash before the purge. */
  note(): void
  isDue(): boolean
  run(): void
}

export function createPurge(db: ServerDatabase): Purge {
  const insert = db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('purgeDue', '1')")
  const select = db.prepare("SELECT 1 FROM meta WHERE key = 'purgeDue'").pluck()
  const remove = db.prepare("DELETE FROM meta WHERE key = 'purgeDue'")
  return {
    note: () => void insert.run(),
    isDue: () => select.get() !== undefined,
    run() {
      db.exec('VACUUM')
      db.pragma('wal_checkpoint(TRUNCATE)')
      remove.run()
    },
  }
}
