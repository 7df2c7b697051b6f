/**
 * Fetches one file of a model, on from where it stopped. Only encrypted addresses are followed; what comes is measured
 * against the catalogue while it comes, and its check-sum is the caller's to take.
 */
import fs, { type FileHandle } from 'node:fs/promises'
import type { ModelFetchError } from '#shared/contract/models.ts'
import { errorCode, isDiskFull } from '../../store/errors.ts'
import { dropPartial, etagOf } from './model-folder.ts'

/** The part of the standard `fetch` that is used, handed in. */
export type ModelFetch = (
  url: string,
  init: {
    readonly headers: Readonly<Record<string, string>>
    readonly signal: AbortSignal
    /** Each step is looked at here. */
    readonly redirect: 'manual'
  },
) => Promise<ModelResponse>

export interface ModelResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: AsyncIterable<Uint8Array> | null
}

export interface FetchFileOptions {
  readonly fetch: ModelFetch
  readonly signal: AbortSignal
  /** Starts to count silence; what is returned ends it. */
  readonly after: (ms: number, run: () => void) => { dispose(): void }
  readonly onProgress: (doneBytes: number) => void
}

export type FetchFileOutcome = 'done' | 'cancelled' | ModelFetchError

/** No piece of an answer for that long: the line is dead. */
const silentMs = 30_000
const maxRedirects = 5

/**
 * @param partial the file that is written to; with what it holds, the download goes on
 * @param expectedBytes what the whole file has
 */
export async function fetchFile(
  address: string,
  partial: string,
  expectedBytes: number,
  options: FetchFileOptions,
): Promise<FetchFileOutcome> {
  const own = new AbortController()
  const quiet = createSilence(options.after, own)
  const signal = AbortSignal.any([options.signal, own.signal])
  let hasAnswered = false
  try {
    const had = await beginningOf(partial, expectedBytes)
    if (had.bytes === expectedBytes) return 'done'
    const response = await follow(address, headersFor(had), signal, options.fetch)
    if (response === null) return 'refused'
    hasAnswered = true
    const from = startOf(response, had.bytes, expectedBytes)
    if (typeof from === 'string') {
      // What is here is no beginning of what is there.
      if (from === 'cut-off') await dropPartial(partial)
      return from
    }
    await rememberVersion(partial, response.headers.get('etag'))
    const size = await write(partial, from, expectedBytes, quiet.watch(response.body ?? []), options)
    if (size > expectedBytes) return 'wrong-checksum'
    return size === expectedBytes ? 'done' : 'cut-off'
  } catch (error) {
    if (options.signal.aborted) return 'cancelled'
    if (error instanceof WriteFailed) return error.reason
    return hasAnswered ? 'cut-off' : 'unreachable'
  } finally {
    quiet.dispose()
    // Whatever was not read of the answer is not wanted any more.
    own.abort()
  }
}

interface Beginning {
  readonly bytes: number
  readonly etag: string | null
}

async function beginningOf(partial: string, expectedBytes: number): Promise<Beginning> {
  const bytes = await fs.stat(partial).then(
    ({ size }) => size,
    () => 0,
  )
  if (bytes > expectedBytes) return { bytes: 0, etag: null }
  const etag = await fs.readFile(etagOf(partial), 'utf8').catch(() => null)
  return { bytes, etag }
}

function headersFor({ bytes, etag }: Beginning): Readonly<Record<string, string>> {
  return {
    // Packed on the way, neither ranges nor lengths would mean the file's bytes.
    'accept-encoding': 'identity',
    ...(bytes > 0 ? { range: `bytes=${bytes}-` } : {}),
    ...(bytes > 0 && etag !== null ? { 'if-range': etag } : {}),
  }
}

/** Null where a step leads to nowhere, in circles or to an address that is not encrypted. */
async function follow(
  address: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  fetch: ModelFetch,
): Promise<ModelResponse | null> {
  let url = new URL(address)
  if (!mayLead(url, url)) return null
  for (let step = 0; step <= maxRedirects; step++) {
    const response = await fetch(url.href, { headers, signal, redirect: 'manual' })
    if (![301, 302, 303, 307, 308].includes(response.status)) return response
    const location = response.headers.get('location')
    if (location === null || !URL.canParse(location, url.href)) return null
    const next: URL = new URL(location, url.href)
    if (!mayLead(url, next)) return null
    url = next
  }
  return null
}

/** To anything that is encrypted. What is not may only lead from this machine to this machine. */
function mayLead(from: URL, to: URL): boolean {
  return to.protocol === 'https:' || (isPlainHere(from) && isPlainHere(to))
}

function isPlainHere({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** Where the answer's bytes belong, or why they are not wanted. */
function startOf(response: ModelResponse, had: number, expectedBytes: number): number | ModelFetchError {
  const { status, headers } = response
  if (status === 404 || status === 410) return 'missing-file'
  if (status === 416) return 'cut-off'
  if (status !== 200 && status !== 206) return 'refused'
  if (headers.get('content-type')?.startsWith('text/html') === true) return 'not-a-file'
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '')
    if (range === null || Number(range[1]) !== had) return 'cut-off'
    return range[2] === '*' || Number(range[2]) === expectedBytes ? had : 'wrong-checksum'
  }
  const length = headers.get('content-length')
  const isPacked = (headers.get('content-encoding') ?? 'identity') !== 'identity'
  if (length !== null && !isPacked && Number(length) !== expectedBytes) return 'wrong-checksum'
  return 0
}

/** Weak ones promise no equal bytes. */
async function rememberVersion(partial: string, etag: string | null): Promise<void> {
  if (etag?.startsWith('"') === true) await writing(() => fs.writeFile(etagOf(partial), etag))
  else await fs.rm(etagOf(partial), { force: true })
}

/** Writes until the end, or until there is more than there may be. Answers the file's size. */
async function write(
  partial: string,
  from: number,
  expectedBytes: number,
  pieces: AsyncIterable<Uint8Array>,
  { onProgress }: FetchFileOptions,
): Promise<number> {
  const handle = await writing(() => fs.open(partial, from === 0 ? 'w' : 'r+', 0o600))
  let size = from
  try {
    await writing(() => handle.truncate(from))
    for await (const piece of pieces) {
      if (size + piece.byteLength > expectedBytes) return size + piece.byteLength
      await writing(() => writeAll(handle, piece, size))
      size += piece.byteLength
      onProgress(size)
    }
    await writing(() => handle.sync())
    return size
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, piece: Uint8Array, at: number): Promise<void> {
  let written = 0
  while (written < piece.byteLength) {
    const { bytesWritten } = await handle.write(piece, written, piece.byteLength - written, at + written)
    written += bytesWritten
  }
}

/** Tells the disk's failures from the line's. */
export class WriteFailed extends Error {
  readonly reason: 'disk-full' | 'not-writable'
  constructor(cause: unknown) {
    super('a model could not be written', { cause })
    this.reason = isDiskFull(errorCode(cause)) ? 'disk-full' : 'not-writable'
  }
}

export async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new WriteFailed(error)
  }
}

/** Ends the request when nothing comes any more, from the asking on. */
function createSilence(after: FetchFileOptions['after'], request: AbortController) {
  const arm = () => after(silentMs, () => request.abort())
  let timer = arm()
  return {
    async *watch(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
      for await (const piece of body) {
        timer.dispose()
        yield piece
        timer = arm()
      }
    },
    dispose: () => timer.dispose(),
  }
}
