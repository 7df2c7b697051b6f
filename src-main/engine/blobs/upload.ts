/**
 * Brings one file to the server by the tus protocol 1.0: asks how far it got, goes on from there, in pieces that each may
 * fail. A client of our own and not tus-js-client: this is all we need of the protocol, over the same `fetch`, token and
 * SQLite rows as the rest of sync, where that one brings its own HTTP stack, back-off and memory of URLs.
 */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { SpaceId } from '#shared/base/ids.ts'
import type { FileFailure } from '#shared/contract/attachments.ts'
import { silentMs, type BlobResponse, type BlobServer } from './blob-fetch.ts'
import type { BlobFiles } from './blob-files.ts'

export interface UploadJob {
  readonly id: BlobId
  readonly spaceId: SpaceId
  readonly size: number
  /** Of an upload begun before; null for none. */
  readonly url: string | null
}

export type UploadOutcome =
  | { readonly type: 'done' }
  /** Trying again would not help. */
  | { readonly type: 'failed'; readonly reason: FileFailure; readonly maxBytes?: number }
  /** A broken line, a server that is busy, full or stopping: later. */
  | { readonly type: 'later'; readonly reason?: 'server-full' }

export interface UploadOptions {
  readonly server: BlobServer
  readonly files: BlobFiles
  readonly signal: AbortSignal
  /** Written down at once, so that whoever starts anew goes on from here. */
  readonly onProgress: (url: string, done: number) => void
}

/** Small enough that a slow line has something done within the server's time limit for a request. */
const pieceBytes = 1024 * 1024
/** Uploads that vanish on the server one after the other: something is wrong there. */
const maxBeginnings = 3
const uploadPath = '/blobs/uploads'

export async function uploadBlob(job: UploadJob, options: UploadOptions): Promise<UploadOutcome> {
  let { url } = job
  for (let beginnings = 0; beginnings < maxBeginnings;) {
    if (url === null) {
      beginnings++
      const begun = await begin(job, options)
      if ('type' in begun) return begun
      url = begun.url
      options.onProgress(url, 0)
      // tus ends an upload of no bytes as it begins.
      if (job.size === 0) return { type: 'done' }
    }
    const outcome = await goOn(job, url, options)
    if (outcome !== 'gone') return outcome
    url = null
  }
  return { type: 'later' }
}

async function begin(
  { id, spaceId, size }: UploadJob,
  options: UploadOptions,
): Promise<{ readonly url: string } | UploadOutcome> {
  const response = await ask(options, 'POST', uploadPath, {
    'upload-length': String(size),
    'upload-metadata': `space ${base64(spaceId)},sha256 ${base64(id)}`,
  })
  if (response.status !== 201) return refused(response)
  // Only our own server ever gets the token.
  const { origin } = new URL(options.server.address)
  const url = URL.parse(response.headers.get('location') ?? '', origin)
  if (url?.origin !== origin || !url.pathname.startsWith(`${uploadPath}/`)) return { type: 'later' }
  return { url: url.pathname }
}

async function goOn(job: UploadJob, url: string, options: UploadOptions): Promise<UploadOutcome | 'gone'> {
  const { size } = job
  const asked = await ask(options, 'HEAD', url, {})
  if (isGone(asked.status)) return 'gone'
  if (asked.status !== 200) return refused(asked)
  let offset = readOffset(asked, size)
  if (offset === null) return { type: 'later' }
  // One request even where all bytes are there: a server that stopped before it had looked at them looks now.
  do {
    options.onProgress(url, offset)
    const piece = await options.files.read(job.id, offset, Math.min(pieceBytes, size - offset))
    // The file here is shorter than it was: it is not what its name says any more.
    if (piece.byteLength === 0 && offset < size) return { type: 'failed', reason: 'damaged' }
    const sent = await ask(options, 'PATCH', url, { 'upload-offset': String(offset) }, piece)
    if (isGone(sent.status)) return 'gone'
    if (sent.status !== 204) return refused(sent)
    const next = readOffset(sent, size)
    if (next === null || next < offset + piece.byteLength) return { type: 'later' }
    offset = next
  } while (offset < size)
  options.onProgress(url, offset)
  return { type: 'done' }
}

async function refused(response: BlobResponse): Promise<UploadOutcome> {
  const { status } = response
  const body = await readJson(response)
  if (status === 404) return { type: 'failed', reason: 'no-access' }
  if (status === 413) {
    const { maxBytes } = body
    return { type: 'failed', reason: 'too-large', ...(typeof maxBytes === 'number' ? { maxBytes } : {}) }
  }
  // tus: the content is not what its check-sum says.
  if (status === 460) return { type: 'failed', reason: 'damaged' }
  return status === 507 ? { type: 'later', reason: 'server-full' } : { type: 'later' }
}

const isGone = (status: number): boolean => status === 404 || status === 410

function readOffset(response: BlobResponse, size: number): number | null {
  const text = response.headers.get('upload-offset') ?? ''
  const offset = /^\d{1,15}$/.test(text) ? Number(text) : null
  return offset !== null && offset <= size ? offset : null
}

async function readJson(response: BlobResponse): Promise<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(await response.text())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function ask(
  { server, signal }: UploadOptions,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | null = null,
): Promise<BlobResponse> {
  return server.fetch(new URL(path, server.address).href, {
    method,
    headers: {
      authorization: `Bearer ${server.token}`,
      'tus-resumable': '1.0.0',
      ...headers,
      ...(body ? { 'content-type': 'application/offset+octet-stream' } : {}),
    },
    body: body && new Uint8Array(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(2 * silentMs)]),
    redirect: 'error',
  })
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
