/**
 * `/blobs`: uploads by the tus protocol, and downloads with ranges. What is served is never shown by a browser: it is a
 * download of a type found by its content, in a sandbox, whatever it holds.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { isBlobId } from '#shared/base/blob-id.ts'
import { asId, type SpaceId } from '#shared/base/ids.ts'
import { isUlid } from '#shared/base/ulid.ts'
import type { AccessService } from '../access/access-service.ts'
import type { Blobs } from '../blobs/blobs.ts'
import { uploadPath } from '../blobs/uploads.ts'
import { identify } from './bearer.ts'
import { answerRefusal } from './refusals.ts'

export interface BlobRouteDeps {
  readonly access: AccessService
  readonly blobs: Blobs
  readonly isDraining: () => boolean
}

/** Ends the transfers that are under way: they are gone on with when the server is back. */
export interface BlobRoutes {
  drain(): void
}

export function addBlobRoutes(app: FastifyInstance, deps: BlobRouteDeps): BlobRoutes {
  const { access, blobs, isDraining } = deps
  const running = new Set<FastifyRequest['raw']>()
  const track = ({ raw }: FastifyRequest): void => {
    running.add(raw)
    raw.socket.once('close', () => running.delete(raw))
  }

  const upload = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (isDraining()) return answerRefusal(reply, { type: 'draining' })
    const identity = identify(access, request)
    if (!identity) return answerRefusal(reply, { type: 'signed-out' })
    track(request)
    // From here on @tus/server answers, with the headers that every answer of ours has.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    reply.hijack()
    try {
      await blobs.uploads.handle(identity, request.raw, reply.raw)
    } finally {
      running.delete(request.raw)
    }
    return reply
  }

  const download = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (isDraining()) return answerRefusal(reply, { type: 'draining' })
    const identity = identify(access, request)
    if (!identity) return answerRefusal(reply, { type: 'signed-out' })
    const { space, blob: blobId } = request.params as { space: string; blob: string }
    const blob = isUlid(space) && isBlobId(blobId) ? blobs.find(identity, asId<SpaceId>(space), blobId) : null
    if (!blob || !(await blobs.files.has(blob.blobId, blob.size))) {
      return answerRefusal(reply, { type: 'not-found' })
    }
    reply.headers({
      'content-type': blob.type,
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
      etag: `"${blob.blobId}"`,
    })
    const range = readRange(request.headers.range, blob.size)
    if (range === 'unsatisfiable') {
      reply.header('content-range', `bytes */${blob.size}`)
      return answerRefusal(reply.type('application/json'), { type: 'invalid-input' }, 416)
    }
    const length = range ? range.last - range.first + 1 : blob.size
    reply.header('content-length', length)
    if (range) reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${blob.size}`)
    if (request.method === 'HEAD') return reply.send()
    track(request)
    return reply.send(blobs.files.read(blob.blobId, range))
  }

  void app.register(async (scope) => {
    // The bytes of an upload go past Fastify, straight to the one who stores them.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))
    const route = (method: HTTPMethods[], url: string, call: string, handler: typeof upload): void =>
      void scope.route({ method, url, config: { call }, handler })
    route(['POST'], uploadPath, 'beginUpload', upload)
    route(['HEAD', 'PATCH', 'DELETE'], `${uploadPath}/:upload`, 'upload', upload)
    route(['GET', 'HEAD'], '/blobs/:space/:blob', 'download', download)
  })
  return {
    drain() {
      for (const raw of running) raw.destroy()
    },
  }
}

/** One range of bytes; null for the whole, also where the header is of a kind that we may ignore (RFC 9110, 14.2). */
function readRange(
  header: string | undefined,
  size: number,
): { readonly first: number; readonly last: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  const [, from = '', to = ''] = match ?? []
  if (!match || (from === '' && to === '')) return null
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first >= size || (from === '' && Number(to) === 0)) return 'unsatisfiable'
  return first <= last ? { first, last } : null
}
