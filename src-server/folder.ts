/** The data folder, held and opened: lock, database, epoch. */
import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { UlidFactory } from '#shared/base/ulid.ts'
import { openDatabase, type ServerDatabase } from './adapters/store-sqlite/database.ts'
import { keepEpoch, type EpochKeeper } from './adapters/store-sqlite/epoch.ts'
import { lockFolder } from './adapters/store-sqlite/lock.ts'
import { folderError, type StartError } from './start-error.ts'

export interface OpenFolder {
  readonly db: ServerDatabase
  readonly epoch: EpochKeeper
  /** Lets go of the folder, with all that was written in one file. */
  close(): void
}

export function openFolder(
  folder: string,
  options: { readonly ids: UlidFactory; readonly isRestored: boolean },
): Result<OpenFolder, StartError> {
  const opened: (() => void)[] = []
  const closeAll = (): void => {
    for (const close of opened.splice(0).reverse()) close()
  }
  try {
    prepare(folder)
    const lock = lockFolder(folder)
    if (!lock) return err({ type: 'folder-in-use', folder })
    opened.push(() => lock.dispose())
    const db = openDatabase(folder)
    opened.push(() => db.close())
    const epoch = keepEpoch({ db, folder, ...options })
    return ok({ db, epoch, close: closeAll })
  } catch (error) {
    closeAll()
    const known = folderError(error, folder)
    if (known) return err(known)
    throw error
  }
}

/** Makes the folder, for nobody else's eyes, and proves that it can be written to. */
function prepare(folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const probe = path.join(folder, `.probe-${process.pid}`)
  fs.writeFileSync(probe, '')
  fs.rmSync(probe)
}
