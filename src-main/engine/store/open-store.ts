/** Opens a workspace's store, or says why not. Nothing is ever thrown away: a broken file stays where it is. */
import fs from 'node:fs'
import type Database from 'better-sqlite3'
import type { Log } from '#shared/base/log.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { OpenError } from '#shared/contract/errors.ts'
import { backUpNow } from './backup.ts'
import { lockFolder, openConnection, relaxed } from './connection.ts'
import { createDb, type WritableDb } from './db.ts'
import { errorCode, isCorrupt, openError } from './errors.ts'
import { newestBackup, prepareFolder, workspaceFolder, type WorkspaceFolder } from './folder.ts'
import { getMeta, setMeta } from './meta.ts'
import { migrate } from './migrate.ts'

/** Above this size the check after an unclean stop runs in the background (see `needsCheck`). */
const checkAtOnceBytes = 48 * 1024 * 1024

export interface Store {
  readonly db: WritableDb
  readonly connection: Database.Database
  readonly folder: WorkspaceFolder
  /** The last stop was not clean and the file is large: somebody should run `quick_check` soon. */
  readonly needsCheck: boolean
  /** Marks the stop as clean and closes. */
  close(): void
}

export interface StoreOptions {
  readonly folder: string
  readonly binding: string | null
  readonly log: Log
  readonly slowMs: number
}

export function openStore({ folder: root, binding, log, slowMs }: StoreOptions): Result<Store, OpenError> {
  const folder = workspaceFolder(root)
  let lock: Database.Database | null = null
  let connection: Database.Database | null = null
  const fail = (error: OpenError): Result<Store, OpenError> => {
    connection?.close()
    lock?.close()
    return err(error)
  }
  try {
    prepareFolder(folder)
    lock = lockFolder(folder.lock, binding)
    if (!lock) return fail({ type: 'in-use', folder: root })
    const isNew = !fs.existsSync(folder.database)
    if (!isNew && isEmptied(folder)) {
      return fail({ type: 'corrupt', file: folder.database, backup: newestBackup(folder) })
    }
    connection = openConnection({ file: folder.database, binding, readonly: false })
    const open = connection
    const migrated = migrate(open, {
      log,
      backUp: (version) => backUpNow(open, folder, `before-migration-from-${String(version)}`),
    })
    if (!migrated.ok) return fail(migrated.error)
    const db = createDb(open, { log, slowMs })
    const wasClean = isNew || getMeta(db, 'cleanStop') === '1'
    const isLarge = fs.statSync(folder.database).size > checkAtOnceBytes
    if (!wasClean && !isLarge && !passesQuickCheck(open)) {
      return fail({ type: 'corrupt', file: folder.database, backup: newestBackup(folder) })
    }
    noteStart(db, open)
    return ok(createStore(db, open, lock, folder, !wasClean && isLarge))
  } catch (error) {
    log.error('store-open-failed', { code: errorCode(error) })
    if (isCorrupt(errorCode(error))) {
      return fail({ type: 'corrupt', file: folder.database, backup: newestBackup(folder) })
    }
    return fail(openError(error, root))
  }
}

/**
 * SQLite takes a file of no bytes for a new database. Here it is one only where nothing says that there was more: a
 * backup, or a journal of changes.
 */
function isEmptied(folder: WorkspaceFolder): boolean {
  if (fs.statSync(folder.database).size > 0) return false
  const journal = fs.statSync(`${folder.database}-wal`, { throwIfNoEntry: false })
  return newestBackup(folder) !== null || (journal?.size ?? 0) > 0
}

/** Not worth a wait for the disk: it gets there before the first thing that anybody does. */
function noteStart(db: WritableDb, connection: Database.Database): void {
  relaxed(connection, () => setMeta(db, 'cleanStop', '0'))
}

export function passesQuickCheck(connection: Database.Database): boolean {
  const rows = connection.pragma('quick_check(1)') as { quick_check: string }[]
  return rows[0]?.quick_check === 'ok'
}

function createStore(
  db: WritableDb,
  connection: Database.Database,
  lock: Database.Database,
  folder: WorkspaceFolder,
  needsCheck: boolean,
): Store {
  return {
    db,
    connection,
    folder,
    needsCheck,
    close() {
      if (!connection.open) return
      try {
        setMeta(db, 'cleanStop', '1')
        connection.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        connection.close()
        lock.close()
      }
    },
  }
}
