/** All that people do with blobs. A space without access, and a blob that the space does not have, look the same. */
import fs from 'node:fs'
import path from 'node:path'
import type { BlobId } from '#shared/base/blob-id.ts'
import type { Clock } from '#shared/base/clock.ts'
import type { Disposable } from '#shared/base/disposable.ts'
import type { SpaceId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { AccessPolicy, Identity } from '../access/access-policy.ts'
import { refuse, type Refusal } from '../access/refusal.ts'
import { errorFields } from '../log.ts'
import { createBlobFiles, type BlobFiles } from './blob-files.ts'
import type { BlobRow, BlobStore } from './blob-store.ts'
import { createUploads, type Uploads } from './uploads.ts'

export interface Blobs extends Disposable {
  readonly uploads: Uploads
  readonly files: BlobFiles
  /** Null also where the person may not read the space. */
  find(identity: Identity, spaceId: SpaceId, blobId: BlobId): BlobRow | null
  /** The largest file that the person's workspace takes. */
  maxBytes(identity: Identity): number
  /** Lets a second space have what the first has; who may read the one could send it to the other anyway. */
  copy(identity: Identity, from: SpaceId, to: SpaceId, blobId: BlobId): Result<void, Refusal>
  /** Takes it from the space, and off the disk with the last space that has it. */
  erase(identity: Identity, spaceId: SpaceId, blobId: BlobId): Promise<Result<void, Refusal>>
}

export interface BlobDeps {
  /** The server's data folder. */
  readonly folder: string
  readonly store: BlobStore
  readonly policy: AccessPolicy
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
}

const hourMs = 3_600_000
/** An upload that nobody went on with for that long is not gone on with. */
const keepUnfinishedMs = 7 * 24 * hourMs

export function createBlobs({ folder, store, policy, clock, timers, log }: BlobDeps): Blobs {
  const now = () => clock.now()
  const files = createBlobFiles(path.join(folder, 'blobs'))
  const uploadFolder = path.join(folder, 'uploads')
  // Before @tus/file-store makes it: with its own rights everybody on the machine could look inside.
  for (const own of [uploadFolder, path.join(folder, 'blobs')])
    fs.mkdirSync(own, { recursive: true, mode: 0o700 })
  const uploads = createUploads({ folder: uploadFolder, files, store, policy, now })

  let timer: Disposable | null = null
  const arm = (): void => {
    timer = timers.after(hourMs, () => {
      uploads
        .sweep(now() - keepUnfinishedMs)
        .catch((error: unknown) => log.warn('uploads-sweep-failed', errorFields(error)))
      arm()
    })
  }
  arm()

  const find: Blobs['find'] = (identity, spaceId, blobId) =>
    policy.canRead(identity, spaceId) ? store.find(spaceId, blobId) : null

  return {
    uploads,
    files,
    find,
    maxBytes: ({ workspaceId }) => store.maxBytes(workspaceId),
    copy(identity, from, to, blobId) {
      const blob = find(identity, from, blobId)
      if (!blob || !policy.canWrite(identity, to)) return refuse('not-found')
      store.put(to, { ...blob, addedBy: identity.personId }, now())
      return ok()
    },
    async erase(identity, spaceId, blobId) {
      const blob = find(identity, spaceId, blobId)
      if (!blob) return refuse('not-found')
      const isTheirs = blob.addedBy === identity.personId && policy.canWrite(identity, spaceId)
      if (!isTheirs && !policy.canErase(identity, spaceId)) return refuse('no-access')
      store.remove(spaceId, blobId)
      if (!store.isUsed(blobId)) await files.remove(blobId)
      return ok()
    },
    dispose: () => timer?.dispose(),
  }
}
