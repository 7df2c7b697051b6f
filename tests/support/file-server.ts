/** A server of files on this machine that can be told to be a bad one. */
import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type ServerMood =
  | { readonly type: 'good' }
  /** Sends so many bytes of an answer that is longer, then nothing, for ever. */
  | { readonly type: 'hang'; readonly after: number }
  /** Takes the request and says nothing. */
  | { readonly type: 'silent' }
  /** Sends all of it, whatever part was asked for. */
  | { readonly type: 'ignores-range' }
  /** Says which part it sends, and sends another. */
  | { readonly type: 'wrong-range' }
  | { readonly type: 'html' }
  | { readonly type: 'status'; readonly status: number }
  | { readonly type: 'redirect'; readonly to: (path: string) => string; readonly status?: number }
  /** More than there should be, and no word about how much. */
  | { readonly type: 'endless' }

export interface SeenRequest {
  readonly path: string
  readonly range: string | null
  readonly ifRange: string | null
}

export interface FileServer {
  readonly address: string
  readonly seen: readonly SeenRequest[]
  /** Bytes of files that went out. */
  sentBytes(): number
  setMood(mood: ServerMood): void
  setFile(path: string, bytes: Buffer): void
  /** Ends all lines, in the middle of what they carry. */
  cut(): void
  /** Resolves when so many bytes of files went out. */
  untilSent(bytes: number): Promise<void>
}

export async function startFileServer(files: ReadonlyMap<string, Buffer>): Promise<FileServer> {
  const content = new Map(files)
  const seen: SeenRequest[] = []
  const waiting: { readonly bytes: number; readonly resolve: () => void }[] = []
  let mood: ServerMood = { type: 'good' }
  let sent = 0

  const note = (bytes: number): void => {
    sent += bytes
    for (const { bytes: wanted, resolve } of waiting) if (sent >= wanted) resolve()
  }

  const server = http.createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    const range = request.headers.range ?? null
    const ifRange = typeof request.headers['if-range'] === 'string' ? request.headers['if-range'] : null
    seen.push({ path, range, ifRange })
    const now = mood
    if (now.type === 'silent') return
    if (now.type === 'html') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Please sign in</h1>')
      return
    }
    if (now.type === 'status') {
      response.writeHead(now.status).end('no')
      return
    }
    if (now.type === 'redirect' && !path.startsWith('/cdn/')) {
      response.writeHead(now.status ?? 302, { location: now.to(path) }).end()
      return
    }
    const bytes = content.get(path.replace(/^\/cdn/, ''))
    if (!bytes) {
      response.writeHead(404).end('not found')
      return
    }
    if (now.type === 'endless') {
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) note(65_536)
      }
      response.on('drain', pour)
      pour()
      return
    }
    const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`
    const asked = /^bytes=(\d+)-$/.exec(range ?? '')
    const isPart = asked !== null && now.type !== 'ignores-range' && (ifRange === null || ifRange === etag)
    const from = isPart ? Number(asked[1]) : 0
    if (isPart && from >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end()
      return
    }
    const said = now.type === 'wrong-range' ? from + 1 : from
    const body = bytes.subarray(from)
    response.writeHead(isPart ? 206 : 200, {
      'content-type': 'application/octet-stream',
      'content-length': body.length,
      etag,
      ...(isPart ? { 'content-range': `bytes ${said}-${bytes.length - 1}/${bytes.length}` } : {}),
    })
    if (now.type === 'hang' && body.length > now.after) {
      const beginning = body.subarray(0, now.after)
      response.write(beginning, () => note(beginning.length))
      return
    }
    response.end(body, () => note(body.length))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    sentBytes: () => sent,
    setMood: (next) => (mood = next),
    setFile: (path, bytes) => content.set(path, bytes),
    cut: () => server.closeAllConnections(),
    untilSent: (bytes) =>
      new Promise((resolve) => {
        if (sent >= bytes) resolve()
        else waiting.push({ bytes, resolve })
      }),
  }
}
