/** What files need to ask of the server besides their bytes. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { SpaceId } from '#shared/base/ids.ts'
import type { CallServer } from '../sync/server-calls.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import type { BlobServer } from './blob-fetch.ts'
import type { BlobContext } from './blob-rows.ts'

export interface BlobCalls {
  /** Those that the space has; null where nobody answered. */
  find(spaceId: SpaceId, blobs: readonly BlobId[], signal: AbortSignal): Promise<ReadonlySet<BlobId> | null>
  copy(from: SpaceId, to: SpaceId, id: BlobId, signal: AbortSignal): Promise<'done' | 'not-there' | 'later'>
  /** Done also where it is gone already, or may not be taken away by this person. */
  erase(spaceId: SpaceId, id: BlobId, signal: AbortSignal): Promise<'done' | 'later'>
  noteMaxBytes(bytes: number): void
}

export interface BlobCallDeps {
  readonly context: BlobContext
  readonly transact: <T>(work: () => T, durability?: 'relaxed') => T
  readonly callServer: CallServer
  readonly server: () => BlobServer | null
}

export function createBlobCalls({ context, transact, callServer, server }: BlobCallDeps): BlobCalls {
  const { db, changed } = context
  const noteMaxBytes = (bytes: number): void => {
    if (getMeta(db, 'maxBlobBytes') === String(bytes)) return
    transact(() => {
      setMeta(db, 'maxBlobBytes', String(bytes))
      changed.add('files')
    }, 'relaxed')
  }
  const options = (signal: AbortSignal) => {
    const { address = '', token = null } = server() ?? {}
    return { address, token, signal }
  }

  return {
    noteMaxBytes,
    async find(id, blobs, signal) {
      if (!server()) return null
      const answer = await callServer('findBlobs', { id, blobs: [...blobs] }, options(signal))
      if (!answer.ok) return null
      if (!signal.aborted) noteMaxBytes(answer.value.maxBytes)
      return new Set(answer.value.blobs.map((blob) => blob.id))
    },
    async copy(from, id, blob, signal) {
      if (!server()) return 'later'
      const answer = await callServer('copyBlob', { id, from, blob }, options(signal))
      if (answer.ok) return 'done'
      return isFinal(answer.error) ? 'not-there' : 'later'
    },
    async erase(id, blob, signal) {
      if (!server()) return 'later'
      const answer = await callServer('eraseBlob', { id, blob }, options(signal))
      return answer.ok || isFinal(answer.error) ? 'done' : 'later'
    },
  }
}

/** The server has decided. */
function isFinal(error: { readonly type: string; readonly error?: string }): boolean {
  return error.type === 'server' && ['not-found', 'no-access'].includes(error.error ?? '')
}
