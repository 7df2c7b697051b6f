/** Copies of the database beside it: before a migration, and once a day when nothing else is to do. */
import fs from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import type { WorkspaceFolder } from './folder.ts'

/** How many daily copies stay. */
const keepDaily = 2

/** Complete when it returns; the database does not change meanwhile. */
export function backUpNow(connection: Database.Database, folder: WorkspaceFolder, name: string): string {
  fs.mkdirSync(folder.backups, { recursive: true })
  const target = path.join(folder.backups, `${name}.db`)
  // Under its own name only when it is whole: a half copy must never be offered to anybody.
  const unfinished = `${target}.unfinished`
  fs.rmSync(unfinished, { force: true })
  try {
    connection.prepare('VACUUM INTO ?').run(unfinished)
    fs.renameSync(unfinished, target)
  } finally {
    fs.rmSync(unfinished, { force: true })
  }
  return target
}

/** Copies page by page in small steps, so that commands go on in between. `isStopped` ends it early without a trace. */
export async function backUpDaily(
  connection: Database.Database,
  folder: WorkspaceFolder,
  nowMs: number,
  isStopped: () => boolean,
): Promise<void> {
  fs.mkdirSync(folder.backups, { recursive: true })
  const target = path.join(folder.backups, `daily-${new Date(nowMs).toISOString().slice(0, 10)}.db`)
  const unfinished = `${target}.unfinished`
  try {
    await connection.backup(unfinished, {
      progress: () => {
        if (isStopped()) throw new Error('stopped')
        return 200
      },
    })
    fs.renameSync(unfinished, target)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) fs.rmSync(unfinished + suffix, { force: true })
  }
  const daily = fs
    .readdirSync(folder.backups)
    .filter((name) => /^daily-.*\.db$/.test(name))
    .sort()
  for (const name of daily.slice(0, -keepDaily)) fs.rmSync(path.join(folder.backups, name))
}
