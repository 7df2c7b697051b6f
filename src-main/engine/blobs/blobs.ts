/** Everything about files in one: taking them in, moving them to and from the server, keeping them within their limit. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { Log } from '#shared/base/log.ts'
import type { AttachSource, BlobFile } from '#shared/contract/host.ts'
import type { BackgroundTask } from '../background/background.ts'
import { attachmentsChanged } from '../queries/changed-keys.ts'
import { getMeta } from '../store/meta.ts'
import { createServerCalls } from '../sync/server-calls.ts'
import type { SyncOptions } from '../sync/sync.ts'
import type { BlobServer } from './blob-fetch.ts'
import { createBlobFiles } from './blob-files.ts'
import type { BlobContext } from './blob-rows.ts'
import { createCleaning } from './cleaning.ts'
import { createImports } from './imports.ts'
import { isPictureType } from './picture-types.ts'
import { createBlobCalls } from './server-questions.ts'
import { createTransfers } from './transfers.ts'

export interface Blobs {
  attach(draftKey: string, sources: readonly AttachSource[]): Promise<void>
  /** Where it lies, for somebody who is about to look at it; null where it is not here. */
  find(id: BlobId): BlobFile | null
  /** Told after each commit what it changed, and of each change of the connection (`sync`). */
  changed(keys: ReadonlySet<string>): void
  wake(): void
  readonly tasks: readonly BackgroundTask[]
  dispose(): Promise<void>
}

export interface BlobDeps {
  /** The folder for the files; made with the first one. */
  readonly folder: string
  readonly context: BlobContext & { readonly now: () => number; readonly nextId: () => string }
  readonly transact: <T>(work: () => T, durability?: 'relaxed') => T
  /** Null for an engine that never talks to a server. */
  readonly sync: SyncOptions | null
  readonly isOnline: () => boolean
  /** False while rows are behind their documents. */
  readonly isReady: () => boolean
  readonly log: Log
}

const sweepIdleMs = 30_000
const sweepEveryMs = 24 * 3_600_000
/** Looking at a picture again and again is one use. */
const noteUseEveryMs = 10 * 60_000

export function createBlobs({ folder, context, transact, sync, isOnline, isReady, log }: BlobDeps): Blobs {
  const { db } = context
  const files = createBlobFiles(folder)
  const imports = createImports({ context, files, transact, log })
  const cleaning = createCleaning({ context, files, transact, log })

  const server = (): BlobServer | null => {
    const address = getMeta(db, 'serverAddress')
    const token = sync?.token.get() ?? null
    if (!sync?.blobFetch || address === null || token === null || !isOnline()) return null
    return { address, token, fetch: sync.blobFetch }
  }
  const transfers =
    sync &&
    createTransfers({
      context,
      files,
      cleaning,
      calls: createBlobCalls({ context, transact, callServer: createServerCalls(sync.fetch), server }),
      server,
      transact,
      isReady,
      timers: sync.timers,
      random: sync.random,
      log,
    })

  let sweptAt: number | null = null
  const sweepTask: BackgroundTask = {
    name: 'sweep-files',
    afterIdleMs: sweepIdleMs,
    async step() {
      if (!isReady() || (sweptAt !== null && performance.now() - sweptAt < sweepEveryMs)) return false
      sweptAt = performance.now()
      await cleaning.sweep()
      await cleaning.evict()
      return false
    },
  }
  /** What was erased goes at once; so does what a lowered limit leaves no room for. */
  let isDirty = false
  const tidyTask: BackgroundTask = {
    name: 'tidy-files',
    afterIdleMs: 0,
    async step() {
      if (!isDirty || !isReady()) return false
      isDirty = false
      await cleaning.removeErased()
      await cleaning.evict()
      return false
    },
  }

  return {
    attach: (draftKey, sources) => imports.attach(draftKey, sources),
    find(id) {
      const row = db.get<{ type: string; size: number; lastUsedAt: number }>(
        "SELECT type, size, last_used_at AS lastUsedAt FROM blobs WHERE blob_id = ? AND state = 'here'",
        [id],
      )
      if (!row) return null
      const now = context.now()
      if (Math.abs(now - row.lastUsedAt) > noteUseEveryMs) {
        transact(() => {
          // What was erased is not to live on because somebody looked at it.
          db.run('UPDATE blobs SET last_used_at = ? WHERE blob_id = ? AND last_used_at > 0', [now, id])
        }, 'relaxed')
      }
      return { path: files.pathOf(id), type: row.type, size: row.size, isPicture: isPictureType(row.type) }
    },
    changed(keys) {
      const isAboutFiles = keys.has(attachmentsChanged)
      if (isAboutFiles) isDirty = true
      if (isAboutFiles || keys.has('sync')) transfers?.kick(isAboutFiles)
    },
    wake: () => transfers?.wake(),
    tasks: [tidyTask, sweepTask],
    async dispose() {
      await Promise.all([imports.dispose(), transfers?.dispose()])
    },
  }
}
