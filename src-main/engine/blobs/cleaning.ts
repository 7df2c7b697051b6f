/**
 * Keeps the files within their limit and the folder in step with the rows. Nothing goes that could not be had again:
 * only what the server has may leave, and nothing that a person keeps, has on a draft or has not sent yet.
 */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { Log } from '#shared/base/log.ts'
import { attachmentsChanged } from '../queries/changed-keys.ts'
import type { BlobFiles } from './blob-files.ts'
import { putHere, touchShown, type BlobContext } from './blob-rows.ts'
import { fileLimitOf } from './limits.ts'
import { sniffBytes, sniffType } from './sniff.ts'

const dayMs = 24 * 3_600_000
/** A file that nothing refers to may be missed again within this time: a deletion that is undone, a backup put back. */
const graceMs = 7 * dayMs

export interface CleaningDeps {
  readonly context: BlobContext & { readonly now: () => number }
  readonly files: BlobFiles
  readonly transact: <T>(work: () => T) => T
  readonly log: Log
}

export interface Cleaning {
  /** Takes the files away that were not used for the longest time, until the rest fits. */
  evict(): Promise<void>
  /** Takes away what was erased with the entry that carried it, without a time of grace. */
  removeErased(): Promise<void>
  /** Takes away what nothing refers to, and writes down what lies in the folder without a row. */
  sweep(): Promise<void>
}

const notOnDraft = 'NOT EXISTS (SELECT 1 FROM draft_files d WHERE d.blob_id = b.blob_id)'
const notCarried = 'NOT EXISTS (SELECT 1 FROM attachments a WHERE a.blob_id = b.blob_id)'
const evictable = `b.state = 'here' AND b.keep = 0 AND ${notOnDraft}
  AND EXISTS (SELECT 1 FROM blob_places p WHERE p.blob_id = b.blob_id AND p.state = 'there')
  AND NOT EXISTS (SELECT 1 FROM blob_places p JOIN attachments a ON a.blob_id = p.blob_id AND a.space_id = p.space_id
    WHERE p.blob_id = b.blob_id AND p.state IN ('sending', 'failed'))
  AND NOT EXISTS (SELECT 1 FROM attachments a JOIN kept_spaces USING (space_id) WHERE a.blob_id = b.blob_id)`

export function createCleaning({ context, files, transact, log }: CleaningDeps): Cleaning {
  const { db, changed } = context

  /** The row first: a file without a row is found again, a row without a file would be a promise. */
  const remove = async (id: BlobId): Promise<void> => {
    transact(() => {
      touchShown(context, id)
      db.run('DELETE FROM blobs WHERE blob_id = ?', [id])
      changed.add(attachmentsChanged)
    })
    await files.remove(id)
  }
  const used = (): number =>
    db.value<number>("SELECT coalesce(sum(size), 0) FROM blobs WHERE state = 'here'") ?? 0

  const adopt = async (id: BlobId, size: number, changedAt: number): Promise<void> => {
    const isCarried = db.value('SELECT 1 FROM attachments WHERE blob_id = ? LIMIT 1', [id]) !== undefined
    if (isCarried && (await files.verify(id))) {
      const type = await sniffType(await files.head(id, sniffBytes))
      transact(() => putHere(context, { id, size, type }, context.now()))
      log.info('file-adopted')
    } else if (isCarried || changedAt < Date.now() - graceMs) {
      await files.remove(id)
    }
  }
  const isKnown = (id: BlobId): boolean =>
    db.value("SELECT 1 FROM blobs WHERE blob_id = ? AND state = 'here'", [id]) !== undefined

  return {
    async evict() {
      let over = used() - fileLimitOf(db)
      while (over > 0) {
        const oldest = db.get<{ id: BlobId; size: number }>(
          `SELECT blob_id AS id, size FROM blobs b WHERE ${evictable} ORDER BY last_used_at LIMIT 1`,
        )
        if (!oldest) return
        await remove(oldest.id)
        over -= oldest.size
      }
    },
    async removeErased() {
      const erased = db.all<{ id: BlobId }>(
        `SELECT blob_id AS id FROM blobs b WHERE last_used_at = 0 AND ${notCarried} AND ${notOnDraft}`,
      )
      for (const { id } of erased) {
        await remove(id)
        await files.discardPartial(id)
      }
    },
    async sweep() {
      const unused = db.all<{ id: BlobId }>(
        `SELECT blob_id AS id FROM blobs b WHERE last_used_at < ? AND ${notCarried} AND ${notOnDraft}`,
        [context.now() - graceMs],
      )
      for (const { id } of unused) await remove(id)
      transact(() => {
        db.run(
          `DELETE FROM blob_places WHERE state <> 'erase' AND NOT EXISTS (SELECT 1 FROM attachments a
             WHERE a.blob_id = blob_places.blob_id AND a.space_id = blob_places.space_id)`,
        )
      })
      const here = db.all<{ id: BlobId; size: number }>(
        "SELECT blob_id AS id, size FROM blobs WHERE state = 'here'",
      )
      for (const { id, size } of here) {
        // Somebody took it out of the folder, or the disk did.
        if ((await files.sizeOf(id)) !== size) await remove(id)
      }
      for await (const { id, size, changedAt } of files.list()) {
        if (!isKnown(id)) await adopt(id, size, changedAt)
      }
      await files.sweepUnfinished(Date.now() - dayMs)
    },
  }
}
