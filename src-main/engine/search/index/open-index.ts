/**
 * Opens the index, or makes it. All of it can be made again, so whatever is wrong with the file (another version,
 * another workspace's, damage) has one answer: it is deleted and made anew.
 */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type Database from 'better-sqlite3'
import type { Log } from '#shared/base/log.ts'
import { openConnection } from '../../store/connection.ts'
import { createDb, type WritableDb } from '../../store/db.ts'
import { errorCode, isCorrupt } from '../../store/errors.ts'
import { getIndexMeta, setIndexMeta } from './index-meta.ts'
import { indexSchema, indexVersion } from './schema.ts'

export interface OpenIndex {
  readonly db: WritableDb
  readonly connection: Database.Database
  readonly file: string
  /** It was made just now. */
  readonly isNew: boolean
  close(): void
}

export interface OpenIndexOptions {
  readonly file: string
  readonly binding: string | null
  readonly log: Log
  /** The workspace that it belongs to; null before there is one. */
  readonly workspaceId: string | null
}

const slowMs = 2_000
const checkpointPages = 8_000
/** More of them are not worth keeping: readers then load everything again. */
const maxGone = 50_000

/** @throws what the file system or SQLite says where neither opening nor making it works */
export function openIndex(options: OpenIndexOptions): OpenIndex {
  return openExisting(options) ?? makeIndex(options)
}

/** Deletes the index. @throws where a file is held by somebody else, which only Windows minds */
export function removeIndexFiles(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal', '']) fs.rmSync(file + suffix, { force: true })
}

/** Null where there is none that can be used. */
function openExisting(options: OpenIndexOptions): OpenIndex | null {
  const { file, log, workspaceId } = options
  if (!fs.existsSync(file)) return null
  let index: OpenIndex | null = null
  try {
    index = connect(options, false)
    const version = index.connection.pragma('user_version', { simple: true })
    const reason = version !== indexVersion ? 'version' : prepare(index.db, workspaceId)
    if (reason === null) return index
    log.info('index-outdated', { reason })
  } catch (error) {
    const code = errorCode(error)
    index?.close()
    // A full disk or a folder without permission is no fault of the file.
    if (!isCorrupt(code) && code !== 'SQLITE_ERROR') throw error
    log.warn('index-damaged', { code })
    return null
  }
  index.close()
  return null
}

/** @returns why this index cannot be gone on with; null where it can */
function prepare(db: WritableDb, workspaceId: string | null): string | null {
  const owner = getIndexMeta(db, 'workspace')
  if (workspaceId !== null && owner !== null && owner !== workspaceId) return 'workspace'
  if (getIndexMeta(db, 'made') === null) return 'incomplete'
  if (workspaceId !== null && owner === null) setIndexMeta(db, 'workspace', workspaceId)
  if ((db.value<number>('SELECT count(*) FROM gone') ?? 0) > maxGone) {
    db.transaction(() => {
      db.run('DELETE FROM gone')
      setIndexMeta(db, 'made', randomUUID())
    })
  }
  return null
}

function makeIndex(options: OpenIndexOptions): OpenIndex {
  removeIndexFiles(options.file)
  const index = connect(options, true)
  try {
    index.connection
      .transaction(() => {
        index.connection.exec(indexSchema)
        setIndexMeta(index.db, 'made', randomUUID())
        if (options.workspaceId !== null) setIndexMeta(index.db, 'workspace', options.workspaceId)
        index.connection.pragma(`user_version = ${String(indexVersion)}`)
      })
      .immediate()
    return index
  } catch (error) {
    index.close()
    throw error
  }
}

function connect({ file, binding, log }: OpenIndexOptions, isNew: boolean): OpenIndex {
  const connection = openConnection({ file, binding, readonly: false })
  // What a power cut takes is made again: no wait for the disk.
  connection.pragma('synchronous = NORMAL')
  connection.pragma(`wal_autocheckpoint = ${String(checkpointPages)}`)
  return {
    db: createDb(connection, { log, slowMs }),
    connection,
    file,
    isNew,
    close: () => connection.close(),
  }
}
