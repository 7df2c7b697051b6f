/** The files of one workspace, all in one folder. */
import fs from 'node:fs'
import path from 'node:path'

export interface WorkspaceFolder {
  readonly root: string
  readonly database: string
  /** What searches by meaning go by; made from the database, and made anew where it is missing. */
  readonly index: string
  readonly lock: string
  readonly backups: string
  readonly broken: string
  /** Files that people attached, by their content. */
  readonly blobs: string
}

export function workspaceFolder(root: string): WorkspaceFolder {
  return {
    root,
    database: path.join(root, 'workspace.db'),
    index: path.join(root, 'index.db'),
    lock: path.join(root, 'workspace.lock'),
    backups: path.join(root, 'backups'),
    broken: path.join(root, 'set-aside'),
    blobs: path.join(root, 'blobs'),
  }
}

/** Makes the folder and proves that it can be written to; throws the file system's error where not. */
export function prepareFolder(folder: WorkspaceFolder): void {
  fs.mkdirSync(folder.root, { recursive: true, mode: 0o700 })
  const probe = path.join(folder.root, `.probe-${String(process.pid)}`)
  fs.writeFileSync(probe, '')
  fs.rmSync(probe)
}

/** The newest backup, or null. */
export function newestBackup(folder: WorkspaceFolder): string | null {
  if (!fs.existsSync(folder.backups)) return null
  const names = fs.readdirSync(folder.backups).filter((name) => name.endsWith('.db'))
  const byAge = names
    .map((name) => path.join(folder.backups, name))
    .sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs)
  return byAge[0] ?? null
}

/** Moves the database and its journal out of the way, untouched. Returns where it lies now. */
export function setAside(folder: WorkspaceFolder, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, '-')
  const target = path.join(folder.broken, stamp)
  // Made of a database that will not be here any more.
  for (const suffix of ['-wal', '-shm', '']) fs.rmSync(folder.index + suffix, { force: true })
  fs.mkdirSync(target, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) {
    const file = folder.database + suffix
    if (fs.existsSync(file)) fs.renameSync(file, path.join(target, path.basename(file)))
  }
  return target
}

/** Puts a backup in the database's place; the present file must have been set aside before. */
export function restoreBackup(folder: WorkspaceFolder, backup: string): void {
  fs.copyFileSync(backup, folder.database, fs.constants.COPYFILE_EXCL)
}
