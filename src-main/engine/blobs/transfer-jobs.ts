/** One file up, or one down: what came of it is written into its rows. */
import type { Log } from '#shared/base/log.ts'
import type { BlobServer } from './blob-fetch.ts'
import type { BlobFiles } from './blob-files.ts'
import { putHere, type BlobContext } from './blob-rows.ts'
import type { Cleaning } from './cleaning.ts'
import { downloadBlob, type DownloadJob } from './download.ts'
import * as places from './places.ts'
import type { BlobCalls } from './server-questions.ts'
import { sniffBytes, sniffType } from './sniff.ts'
import { uploadBlob } from './upload.ts'

export interface TransferJobDeps {
  readonly context: BlobContext & { readonly now: () => number }
  readonly files: BlobFiles
  readonly cleaning: Cleaning
  readonly calls: BlobCalls
  readonly transact: <T>(work: () => T, durability?: 'relaxed') => T
  readonly log: Log
}

export interface TransferJobs {
  /** `later`: not now, but it may be tried again. Throws what the line and the disk say. */
  upload(due: places.DueUpload, server: BlobServer): Promise<'done' | 'later'>
  download(job: DownloadJob, server: BlobServer, signal: AbortSignal): Promise<'done' | 'later'>
}

const progressEveryMs = 250

/** @param stop ends all of them; nothing is written after that */
export function createTransferJobs(deps: TransferJobDeps, stop: AbortSignal): TransferJobs {
  const { context, files, calls, transact } = deps

  const upload = async (due: places.DueUpload, server: BlobServer): Promise<'done' | 'later'> => {
    const { id, spaceId } = due
    const place = (
      ...[state, reason]: [Parameters<typeof places.setPlace>[3], Parameters<typeof places.setPlace>[4]?]
    ) => transact(() => places.setPlace(context, id, spaceId, state, reason ?? null))
    if (due.fromSpaceId !== null) {
      const copied = await calls.copy(due.fromSpaceId, spaceId, id, stop)
      if (copied === 'done') {
        place('there')
        return 'done'
      }
      // Not there either: whoever wrote the entry still has to bring it. That may be this device.
      if (copied === 'later' || due.mine === 0) return 'later'
    }
    if ((await files.sizeOf(id)) !== due.size) {
      place('failed', 'lost')
      return 'done'
    }
    if (due.url === null) {
      const found = await calls.find(spaceId, [id], stop)
      if (!found) return 'later'
      if (found.has(id)) {
        place('there')
        return 'done'
      }
    }
    const outcome = await uploadBlob(due, {
      server,
      files,
      signal: stop,
      onProgress: (url, done) =>
        transact(() => places.setUploadProgress(context, id, spaceId, url, done), 'relaxed'),
    })
    if (stop.aborted) return 'done'
    switch (outcome.type) {
      case 'done': {
        // An upload that ended while the server stopped may have been forgotten there: believed only when it says so.
        const found = await calls.find(spaceId, [id], stop)
        if (!found?.has(id)) return 'later'
        place('there')
        return 'done'
      }
      case 'failed':
        if (outcome.maxBytes !== undefined) calls.noteMaxBytes(outcome.maxBytes)
        place('failed', outcome.reason)
        return 'done'
      case 'later':
        if (outcome.reason) place('failed', outcome.reason)
        return 'later'
    }
  }

  const download = async (
    job: DownloadJob,
    server: BlobServer,
    signal: AbortSignal,
  ): Promise<'done' | 'later'> => {
    let toldAt = 0
    const outcome = await downloadBlob(job, {
      server,
      files,
      signal,
      onProgress(done) {
        if (performance.now() - toldAt < progressEveryMs) return
        toldAt = performance.now()
        transact(() => places.setDownloadProgress(context, job.id, done), 'relaxed')
      },
    })
    if (stop.aborted || outcome.type === 'cancelled') return 'done'
    switch (outcome.type) {
      case 'done': {
        const type = await sniffType(await files.head(job.id, sniffBytes))
        transact(() => putHere(context, { id: job.id, size: outcome.size, type }, context.now()))
        await deps.cleaning.evict()
        return 'done'
      }
      case 'missing':
        transact(() => places.setPlace(context, job.id, job.spaceId, 'missing'))
        return 'done'
      case 'failed':
        transact(() => places.setDownloadFailed(context, job.id, outcome.reason))
        return 'done'
      case 'later':
        return 'later'
    }
  }

  return { upload, download }
}
