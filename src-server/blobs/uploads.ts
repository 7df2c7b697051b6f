/**
 * Uploads in pieces, by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload): `@tus/server` over files in
 * the data folder, with our own questions asked at each step. An upload names its space and the SHA-256 of its content
 * when it begins; it belongs to the person who began it, and looks missing to all others.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type ServerOptions } from '@tus/server'
import { isBlobId, type BlobId } from '#shared/base/blob-id.ts'
import { asId, type SpaceId } from '#shared/base/ids.ts'
import { isUlid } from '#shared/base/ulid.ts'
import type { AccessPolicy, Identity } from '../access/access-policy.ts'
import { StoreFull } from '../feed/sync-store.ts'
import { hashOf, isMissing, type BlobFiles } from './blob-files.ts'
import type { BlobStore } from './blob-store.ts'
import { sniffType } from './sniff.ts'

export interface Uploads {
  /** Answers a request of the protocol in the name of this person. */
  handle(identity: Identity, request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Takes away what nobody has gone on with since that time. */
  sweep(before: number): Promise<void>
}

export interface UploadDeps {
  readonly folder: string
  readonly files: BlobFiles
  readonly store: BlobStore
  readonly policy: Pick<AccessPolicy, 'canWrite'>
  readonly now: () => number
}

export const uploadPath = '/blobs/uploads'
/** Begun and not ended, of everybody together: what is beyond is not wanted by people. */
const maxOpen = 5_000
/** Left free for the database, which everybody's work needs. */
const reserveBytes = 256 * 1024

type Upload = Parameters<NonNullable<ServerOptions['onUploadFinish']>>[1]
type Request = Parameters<NonNullable<ServerOptions['onUploadFinish']>>[0]

/** What we answer instead of going on: @tus/server reads status and body off what is thrown. */
class UploadRefused extends Error {
  readonly status_code: number
  readonly body: string
  constructor(status: number, error: string, more: object = {}) {
    super(error)
    this.status_code = status
    this.body = JSON.stringify({ error, ...more })
  }
}

/**
 * The library makes its folder unasked and behind one's back, where a failure ends the process. Ours is there already.
 * The method is private, so that it can only be taken away like this.
 */
class UploadStore extends FileStore {}
Object.defineProperty(UploadStore.prototype, 'checkOrCreateDirectory', { value: () => undefined })

const notFound = () => new UploadRefused(404, 'not-found')

export function createUploads({ folder, files, store, policy, now }: UploadDeps): Uploads {
  const datastore = new UploadStore({ directory: folder })
  const identities = new WeakMap<IncomingMessage, Identity>()
  /** Two that end with the same content at a time wait for each other. */
  const ending = new Map<string, Promise<unknown>>()

  const identityOf = (request: Request): Identity => {
    const incoming = request.runtime?.node?.req as IncomingMessage | undefined
    const identity = incoming && identities.get(incoming)
    if (!identity) throw new UploadRefused(401, 'signed-out')
    return identity
  }
  const fileOf = (id: string): string => path.join(folder, id)

  const begin: NonNullable<ServerOptions['onUploadCreate']> = async (request, upload) => {
    const identity = identityOf(request)
    const { space, sha256 } = upload.metadata ?? {}
    if (!isUlid(space) || !isBlobId(sha256) || upload.size === undefined) {
      throw new UploadRefused(400, 'invalid-input')
    }
    if (!policy.canWrite(identity, asId<SpaceId>(space))) throw notFound()
    const maxBytes = store.maxBytes(identity.workspaceId)
    if (upload.size > maxBytes) throw new UploadRefused(413, 'too-large', { maxBytes })
    if ((await files.freeBytes()) < upload.size + reserveBytes) throw new UploadRefused(507, 'disk-full')
    if ((await readdir(folder)).length > maxOpen * 2) throw new UploadRefused(507, 'disk-full')
    const { personId, workspaceId } = identity
    return { metadata: { space, sha256, personId, workspaceId } }
  }

  const check = async (request: Request, id: string): Promise<void> => {
    // Of a new one there is nothing yet; `begin` asks for that.
    if (request.method === 'POST') return
    const identity = identityOf(request)
    const { metadata } = await datastore.getUpload(id)
    const { space, personId, workspaceId } = metadata ?? {}
    const isTheirs = personId === identity.personId && workspaceId === identity.workspaceId
    if (!isTheirs || !isUlid(space) || !policy.canWrite(identity, asId<SpaceId>(space))) throw notFound()
  }

  const end = async (identity: Identity, upload: Upload): Promise<void> => {
    const { space, sha256 } = upload.metadata ?? {}
    if (!isUlid(space) || !isBlobId(sha256) || upload.size === undefined) throw notFound()
    const file = fileOf(upload.id)
    if ((await hashOf(file)) !== sha256) {
      await datastore.remove(upload.id)
      // The status that tus has for a check-sum that does not fit.
      throw new UploadRefused(460, 'wrong-checksum')
    }
    const type = await sniffType(file)
    await inTurn(sha256, async () => {
      if (!(await files.has(sha256, upload.size ?? 0))) await files.settle(file, sha256)
      const blob = { blobId: sha256, size: upload.size ?? 0, type, addedBy: identity.personId }
      store.put(asId<SpaceId>(space), blob, now())
    })
    await rm(file, { force: true })
    await rm(`${file}.json`, { force: true })
  }

  const inTurn = async (blobId: BlobId, work: () => Promise<void>): Promise<void> => {
    const turn = (ending.get(blobId) ?? Promise.resolve()).then(work, work)
    ending.set(blobId, turn)
    try {
      await turn
    } finally {
      if (ending.get(blobId) === turn) ending.delete(blobId)
    }
  }

  const server = new Server({
    path: uploadPath,
    datastore,
    relativeLocation: true,
    // No page of another origin has any business here.
    allowedOrigins: () => false,
    namingFunction: () => randomBytes(16).toString('hex'),
    getFileIdFromRequest: (_request, last) =>
      last !== undefined && /^[0-9a-f]{32}$/.test(last) ? last : undefined,
    onIncomingRequest: check,
    onUploadCreate: begin,
    async onUploadFinish(request, upload) {
      try {
        await end(identityOf(request), upload)
      } catch (error) {
        if (error instanceof StoreFull || isFull(error)) throw new UploadRefused(507, 'disk-full')
        throw error
      }
      return {}
    },
    async onResponseError(_request, error) {
      if (error instanceof UploadRefused) return { status_code: error.status_code, body: error.body }
      const status = 'status_code' in error ? error.status_code : isMissing(error) ? 404 : 500
      // @tus/file-store does not say why it could not write.
      const isDiskFull = status === 500 && (isFull(error) || (await files.freeBytes()) < reserveBytes)
      if (isDiskFull) return { status_code: 507, body: JSON.stringify({ error: 'disk-full' }) }
      return { status_code: status, body: JSON.stringify({ error: errorNames[status] ?? 'invalid-input' }) }
    },
  })

  return {
    handle(identity, request, response) {
      identities.set(request, identity)
      return server.handle(request, response)
    },
    async sweep(before) {
      for (const name of await readdir(folder)) {
        if (name.endsWith('.json')) continue
        const file = fileOf(name)
        try {
          if ((await stat(file)).mtimeMs >= before) continue
        } catch (error) {
          if (isMissing(error)) continue
          throw error
        }
        await rm(file, { force: true })
        await rm(`${file}.json`, { force: true })
      }
    },
  }
}

const errorNames: Readonly<Record<number, string>> = {
  404: 'not-found',
  409: 'wrong-offset',
  410: 'not-found',
  413: 'too-large',
  500: 'internal',
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code))
}
