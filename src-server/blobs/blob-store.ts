/** Which space has which blob. An interface, so that another database can take SQLite's place. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type { PersonId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'

export interface BlobRow {
  readonly blobId: BlobId
  readonly size: number
  /** By its content, as this server found it. */
  readonly type: string
  readonly addedBy: PersonId
}

export interface BlobStore {
  /** The largest file that the workspace takes, in bytes. */
  maxBytes(workspaceId: WorkspaceId): number
  find(spaceId: SpaceId, blobId: BlobId): BlobRow | null
  /** Nothing where the space has it already. Throws `StoreFull` where the disk is. */
  put(spaceId: SpaceId, blob: BlobRow, at: number): void
  remove(spaceId: SpaceId, blobId: BlobId): void
  /** Whether any space has it. */
  isUsed(blobId: BlobId): boolean
}
