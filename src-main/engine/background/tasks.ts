/** What the engine does in the background. */
import type { Clock } from '#shared/base/clock.ts'
import type { Documents } from '../documents/documents.ts'
import { findDocumentByKey } from '../documents/update-log.ts'
import { backUpDaily } from '../store/backup.ts'
import type { Store } from '../store/open-store.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import type { BackgroundTask } from './background.ts'

const dayMs = 24 * 60 * 60 * 1000
const idleMs = 20_000
const backupIdleMs = 60_000
/** Larger files are not copied daily: it would take the disk for minutes. They are backed up before migrations only. */
const maxDailyBackupBytes = 512 * 1024 * 1024

export function compactTask({ db }: Store, documents: Documents): BackgroundTask {
  // Documents that wait for updates still missing: looked at again with the next start.
  const waiting = new Set<number>()
  let after = 0
  return {
    name: 'compact',
    afterIdleMs: 0,
    step() {
      const docKey = db.value<number>(
        `SELECT doc_key FROM documents INDEXED BY documents_to_compact
         WHERE update_bytes > snapshot_bytes AND update_count >= 8 AND doc_key > ? ORDER BY doc_key LIMIT 1`,
        [after],
      )
      const row = docKey === undefined ? null : findDocumentByKey(db, docKey)
      if (!row) {
        after = 0
        return false
      }
      after = row.docKey
      if (waiting.has(row.docKey)) return true
      if (db.transaction(() => documents.compact(row)) === 'parts-missing') waiting.add(row.docKey)
      return true
    },
  }
}

/** Merges what is left in logs when the person pauses, so that the next start reads snapshots. */
export function tidyTask({ db }: Store, documents: Documents): BackgroundTask {
  let after = 0
  return {
    name: 'tidy',
    afterIdleMs: idleMs,
    step() {
      const docKey = db.value<number>(
        'SELECT doc_key FROM updates WHERE doc_key > ? GROUP BY doc_key HAVING count(*) > 1 LIMIT 1',
        [after],
      )
      if (docKey === undefined) {
        after = 0
        return false
      }
      after = docKey
      const row = findDocumentByKey(db, docKey)
      if (row) db.transaction(() => documents.compact(row))
      return true
    },
  }
}

export function backupTask(store: Store, clock: Clock, isStopped: () => boolean): BackgroundTask {
  const { db, connection, folder } = store
  return {
    name: 'backup',
    afterIdleMs: backupIdleMs,
    async step() {
      const last = Number(getMeta(db, 'lastBackupAt') ?? 0)
      const bytes =
        db.value<number>('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size') ?? 0
      if (Math.abs(clock.now() - last) < dayMs || bytes > maxDailyBackupBytes) return false
      if (getMeta(db, 'workspaceId') === null) return false
      await backUpDaily(connection, folder, clock.now(), isStopped)
      setMeta(db, 'lastBackupAt', String(clock.now()))
      return false
    },
  }
}
