/** The way from one schema to the next: one transaction a step, a backup before the first, and never backwards. */
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { silentLog } from '#shared/base/log.ts'
import { backUpNow } from '../../src-main/engine/store/backup.ts'
import { workspaceFolder } from '../../src-main/engine/store/folder.ts'
import { migrate } from '../../src-main/engine/store/migrate.ts'
import {
  migrations,
  schemaVersion,
  type Migration,
} from '../../src-main/engine/store/migrations/migrations.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const first = schemaVersion + 1
/** Steps that no version has yet. */
const future: readonly Migration[] = [
  ...migrations,
  {
    version: first,
    up: (db) => db.exec('CREATE TABLE shifts (shift_id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT'),
  },
  {
    version: first + 1,
    up: (db) =>
      db.exec("ALTER TABLE shifts ADD COLUMN site TEXT NOT NULL DEFAULT ''; UPDATE shifts SET site = 'Nord'"),
  },
]

function openDatabase() {
  const folder = workspaceFolder(temporaryFolder())
  const db = new Database(folder.database)
  onTestFinished(() => void db.close())
  const backedUp: string[] = []
  const run = (steps: readonly Migration[]) =>
    migrate(db, {
      log: silentLog,
      steps,
      backUp: (version) => void backedUp.push(backUpNow(db, folder, `before-migration-from-${version}`)),
    })
  const version = () => db.pragma('user_version', { simple: true })
  return { db, folder, run, version, backedUp }
}

describe('the steps of the schema', () => {
  test('are numbered without a gap', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1))
    expect(schemaVersion).toBe(migrations.length)
  })

  test('carry over what the version before wrote', () => {
    const { db, run, version } = openDatabase()
    expect(run(future.slice(0, -1)).ok).toBe(true)
    db.exec("INSERT INTO shifts VALUES ('a', 'Nacht')")
    expect(run(future).ok).toBe(true)
    expect(version()).toBe(first + 1)
    expect(db.prepare('SELECT * FROM shifts').all()).toEqual([{ shift_id: 'a', name: 'Nacht', site: 'Nord' }])
  })

  test('give the same schema in one go and one by one', () => {
    const schemaOf = (db: Database.Database) =>
      db.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all()
    const atOnce = openDatabase()
    atOnce.run(future)
    const oneByOne = openDatabase()
    for (let count = 1; count <= future.length; count++) oneByOne.run(future.slice(0, count))
    expect(schemaOf(oneByOne.db)).toEqual(schemaOf(atOnce.db))
  })

  test('make a whole backup before they change an existing file, and none of a new one', () => {
    const { db, run, backedUp, folder } = openDatabase()
    run(migrations)
    expect(backedUp).toEqual([])
    db.exec("INSERT INTO meta VALUES ('workspaceName', 'Nord')")
    run(future)
    expect(backedUp).toEqual([path.join(folder.backups, `before-migration-from-${schemaVersion}.db`)])
    const copy = new Database(backedUp[0], { readonly: true })
    onTestFinished(() => void copy.close())
    expect(copy.pragma('user_version', { simple: true })).toBe(schemaVersion)
    expect(copy.prepare('SELECT value FROM meta').pluck().get()).toBe('Nord')
    expect(fs.readdirSync(folder.backups)).toHaveLength(1)
    run(future)
    expect(backedUp).toHaveLength(1)
  })

  test('do not begin where the backup cannot be made, and leave no half copy', () => {
    const { db, version, run } = openDatabase()
    run(migrations)
    const refuse = () =>
      migrate(db, {
        log: silentLog,
        steps: future,
        backUp: () => {
          throw new Error('no room')
        },
      })
    expect(refuse).toThrow('no room')
    expect(version()).toBe(schemaVersion)
  })

  test('stop at the one that fails, with all before it done and nothing of it', () => {
    const { db, run, version } = openDatabase()
    const broken: Migration = {
      version: first + 1,
      up: (database) => {
        database.exec('CREATE TABLE half_done (x)')
        database.exec('CREATE TABLE shifts (x)')
      },
    }
    expect(() => run([...future.slice(0, -1), broken])).toThrow('already exists')
    expect(version()).toBe(first)
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half_done'").pluck().get()).toBe(0)
    expect(run(future).ok).toBe(true)
  })

  test('refuse a file from the future', () => {
    const { run } = openDatabase()
    run(future)
    const error = { type: 'newer-version', fileVersion: first + 1, programVersion: schemaVersion }
    expect(run(migrations)).toEqual({ ok: false, error })
  })
})
