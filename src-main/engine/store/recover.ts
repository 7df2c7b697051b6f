/** What a person can choose when a workspace cannot be opened. Nothing is deleted: the old file is set aside. */
import type { OpenError } from '#shared/contract/errors.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { lockFolder } from './connection.ts'
import { openError } from './errors.ts'
import { newestBackup, restoreBackup, setAside, workspaceFolder } from './folder.ts'

/** @param binding a native binding of SQLite; null for its own */
export function recoverFolder(
  root: string,
  binding: string | null,
  action: 'retry' | 'restore-backup' | 'start-empty',
  nowMs: number,
): Result<void, OpenError> {
  if (action === 'retry') return ok()
  const folder = workspaceFolder(root)
  try {
    const lock = lockFolder(folder.lock, binding)
    if (!lock) return err({ type: 'in-use', folder: root })
    try {
      const backup = newestBackup(folder)
      if (action === 'restore-backup' && backup === null) {
        return err({ type: 'corrupt', file: folder.database, backup: null })
      }
      setAside(folder, nowMs)
      if (action === 'restore-backup' && backup !== null) restoreBackup(folder, backup)
      return ok()
    } finally {
      lock.close()
    }
  } catch (error) {
    return err(openError(error, root))
  }
}
