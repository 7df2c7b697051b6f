/** Fetches one file from the server, on from where it stopped, and takes it only if it is what its name says. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { SpaceId } from '#shared/base/ids.ts'
import type { FileFailure } from '#shared/contract/attachments.ts'
import { silentMs, type BlobResponse, type BlobServer } from './blob-fetch.ts'
import type { BlobFiles } from './blob-files.ts'

export interface DownloadJob {
  readonly id: BlobId
  readonly spaceId: SpaceId
  /** As the message says. */
  readonly size: number
}

export type DownloadOutcome =
  | { readonly type: 'done'; readonly size: number }
  /** The space does not have it (any more, or yet). */
  | { readonly type: 'missing' }
  | { readonly type: 'failed'; readonly reason: FileFailure }
  | { readonly type: 'later' }
  | { readonly type: 'cancelled' }

export interface DownloadOptions {
  readonly server: BlobServer
  readonly files: BlobFiles
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/** Throws what the disk and the line say. */
export async function downloadBlob(job: DownloadJob, options: DownloadOptions): Promise<DownloadOutcome> {
  const { files, signal } = options
  const had = Math.min(await files.partialSize(job.id), job.size)
  const quiet = new AbortController()
  const response = await ask(job, had, options, AbortSignal.any([signal, quiet.signal]))
  switch (response.status) {
    case 200:
    case 206:
      break
    case 404:
      return { type: 'missing' }
    case 416:
      // All of it is here already, or what is here is of something else: the check-sum tells.
      if (had === job.size && (await files.finish(job.id))) return { type: 'done', size: had }
      await files.discardPartial(job.id)
      return { type: 'later' }
    default:
      return { type: 'later' }
  }
  const from = response.status === 206 ? had : 0
  if (response.status === 206 && !startsAt(response, from)) return { type: 'later' }
  const body = response.body ?? []
  const appended = await files.append(job.id, watched(body, quiet), from, {
    maxBytes: job.size,
    signal,
    onProgress: options.onProgress,
  })
  if (!appended.ok) {
    if (appended.error === 'cancelled') return { type: 'cancelled' }
    await files.discardPartial(job.id)
    return { type: 'failed', reason: 'damaged' }
  }
  const announced = Number(response.headers.get('content-length') ?? NaN)
  // The line broke and did not say so.
  if (Number.isFinite(announced) && appended.value < from + announced) return { type: 'later' }
  if (!(await files.finish(job.id))) return { type: 'failed', reason: 'damaged' }
  return { type: 'done', size: appended.value }
}

function ask(
  { id, spaceId }: DownloadJob,
  from: number,
  { server }: DownloadOptions,
  signal: AbortSignal,
): Promise<BlobResponse> {
  return server.fetch(new URL(`/blobs/${spaceId}/${id}`, server.address).href, {
    method: 'GET',
    headers: {
      authorization: `Bearer ${server.token}`,
      // Packed on the way, neither ranges nor lengths would mean the file's bytes.
      'accept-encoding': 'identity',
      ...(from > 0 ? { range: `bytes=${from}-` } : {}),
    },
    body: null,
    signal,
    redirect: 'error',
  })
}

function startsAt(response: BlobResponse, from: number): boolean {
  return response.headers.get('content-range')?.startsWith(`bytes ${from}-`) === true
}

/** Ends a line on which nothing comes any more. */
async function* watched(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  quiet: AbortController,
): AsyncIterable<Uint8Array> {
  const arm = () => setTimeout(() => quiet.abort(), silentMs)
  let timer = arm()
  try {
    for await (const piece of body) {
      clearTimeout(timer)
      yield piece
      timer = arm()
    }
  } finally {
    clearTimeout(timer)
  }
}
