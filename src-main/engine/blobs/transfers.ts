/**
 * Moves files between this device and the server. The rows are the queue (places.ts): whatever is commanded, cut off or
 * restarted, a turn looks at them again and does what is due, two up and two down at a time. A turn comes after every
 * change of files and of the connection; what failed for now rests, longer each time.
 */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { Disposable } from '#shared/base/disposable.ts'
import type { Timers } from '#shared/base/timers.ts'
import { createBackOff, type BackOff } from '../sync/back-off.ts'
import { errorCode, isDiskFull } from '../store/errors.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import type { BlobServer } from './blob-fetch.ts'
import type { DownloadJob } from './download.ts'
import * as places from './places.ts'
import { createTransferJobs, type TransferJobDeps } from './transfer-jobs.ts'

export interface Transfers {
  /** @param isStale attachments have come, gone or been asked for */
  kick(isStale: boolean): void
  /** A good moment to try again what rests. */
  wake(): void
  dispose(): Promise<void>
}

export interface TransferDeps extends TransferJobDeps {
  /** Null while there is none, no connection to it, or nobody signed in. */
  readonly server: () => BlobServer | null
  /** False while rows are behind their documents: what entries carry is not known then. */
  readonly isReady: () => boolean
  readonly timers: Timers
  readonly random: () => number
}

const atOnce = 2
/** Files that their sender has not brought yet are asked for again, at first often. */
const firstAskAgainMs = 1_000
const longestAskAgainMs = 5 * 60_000

export function createTransfers(deps: TransferDeps): Transfers {
  const { context, calls, transact, timers, log } = deps
  const { db } = context
  const stop = new AbortController()
  const jobs = createTransferJobs(deps, stop.signal)
  const uploads = new Map<string, Promise<void>>()
  const downloads = new Map<BlobId, AbortController>()
  const running = new Set<Promise<void>>()
  const backOffs = new Map<string, BackOff>()
  const resting = new Map<string, Disposable>()
  let askAgain: Disposable | null = null
  let askAgainMs = firstAskAgainMs
  let isDue = false
  let isStale = true

  const rest = (key: string): void => {
    if (stop.signal.aborted) return
    const backOff = backOffs.get(key) ?? createBackOff(deps.random)
    backOffs.set(key, backOff)
    const timer = timers.after(backOff.next(500), () => {
      resting.delete(key)
      kick(false)
    })
    resting.set(key, timer)
  }
  const track = (work: Promise<void>): void => {
    running.add(work)
    void work.finally(() => running.delete(work))
  }
  /** Once a piece of work is over, well or not. */
  const settle = (key: string, isForLater: boolean): void => {
    if (isForLater) rest(key)
    else backOffs.delete(key)
    kick(false)
  }

  const startUpload = (due: places.DueUpload, server: BlobServer): void => {
    const key = `up:${due.spaceId}:${due.id}`
    if (uploads.has(key) || resting.has(key)) return
    const work = jobs
      .upload(due, server)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) log.info('upload-cut', { code: errorCode(error) })
        return 'later' as const
      })
      .then((how) => {
        uploads.delete(key)
        settle(key, how === 'later')
      })
    uploads.set(key, work)
    track(work)
  }
  const startDownload = (job: DownloadJob, server: BlobServer): void => {
    const key = `down:${job.id}`
    if (downloads.has(job.id) || resting.has(key)) return
    const cancel = new AbortController()
    downloads.set(job.id, cancel)
    const work = jobs
      .download(job, server, AbortSignal.any([stop.signal, cancel.signal]))
      .catch((error: unknown) => {
        if (stop.signal.aborted || cancel.signal.aborted) return 'done' as const
        const code = errorCode(error)
        log.info('download-cut', { code })
        if (!isDiskFull(code)) return 'later' as const
        transact(() => places.setDownloadFailed(context, job.id, 'disk-full'))
        return 'done' as const
      })
      .then((how) => {
        downloads.delete(job.id)
        settle(key, how === 'later')
      })
    track(work)
  }

  /** Asks the server which files it has, of those of which that is not known. */
  const askFor = async (state: 'unknown' | 'missing'): Promise<void> => {
    for (const { spaceId, blobs } of places.questions(db, state)) {
      const found = await calls.find(spaceId, blobs, stop.signal)
      if (!found || stop.signal.aborted) return
      transact(() => {
        for (const id of blobs) places.setPlace(context, id, spaceId, found.has(id) ? 'there' : 'missing')
      }, 'relaxed')
    }
  }
  const armAskAgain = (): void => {
    if (askAgain || !places.hasMissing(db)) return
    askAgain = timers.after(askAgainMs, () => {
      askAgain = null
      askAgainMs = Math.min(longestAskAgainMs, askAgainMs * 2)
      track(
        askFor('missing')
          .catch((error: unknown) => log.warn('files-ask-failed', { code: errorCode(error) }))
          .then(() => kick(false)),
      )
    })
  }
  const erase = async (): Promise<void> => {
    for (;;) {
      const next = places.nextErasure(db)
      if (!next || (await calls.erase(next.spaceId, next.id, stop.signal)) === 'later') return
      transact(() => places.dropPlace(context, next.id, next.spaceId))
    }
  }
  const noteNew = (): void => {
    if (!isStale) return
    isStale = false
    const epoch = db.value<string>('SELECT max(epoch) FROM cursors') ?? null
    transact(() => {
      if (epoch !== null && getMeta(db, 'blobEpoch') !== epoch) {
        if (getMeta(db, 'blobEpoch') !== null) places.askAllAgain(db)
        setMeta(db, 'blobEpoch', epoch)
      }
      if (places.noteNew(db, context.now()) > 0) askAgainMs = firstAskAgainMs
    }, 'relaxed')
  }

  const turn = async (): Promise<void> => {
    for (const [id, cancel] of downloads) if (!places.isWanted(db, id)) cancel.abort()
    const server = deps.server()
    if (!server || !deps.isReady()) return
    noteNew()
    await erase()
    await askFor('unknown')
    if (stop.signal.aborted) return
    for (const due of places.dueUploads(db)) if (uploads.size < atOnce) startUpload(due, server)
    for (const job of places.dueDownloads(db)) if (downloads.size < atOnce) startDownload(job, server)
    armAskAgain()
  }

  let turning: Promise<void> | null = null
  const run = (): void => {
    if (turning || stop.signal.aborted || !isDue) return
    isDue = false
    turning = turn()
      .catch((error: unknown) => log.warn('files-failed', { code: errorCode(error) }))
      .finally(() => {
        turning = null
        run()
      })
    track(turning)
  }
  const kick = (stale: boolean): void => {
    isStale ||= stale
    if (isDue || stop.signal.aborted) return
    isDue = true
    // After what is due now: the answer of the command that asked for it goes out first.
    setImmediate(run)
  }

  return {
    kick,
    wake() {
      for (const timer of resting.values()) timer.dispose()
      resting.clear()
      backOffs.clear()
      askAgain?.dispose()
      askAgain = null
      askAgainMs = firstAskAgainMs
      kick(true)
    },
    async dispose() {
      stop.abort()
      askAgain?.dispose()
      for (const timer of resting.values()) timer.dispose()
      await Promise.allSettled([...running])
    },
  }
}
