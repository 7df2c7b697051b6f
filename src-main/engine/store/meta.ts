/** Single values that belong to the workspace file, such as who "I" am here. */
import type { PersonId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import type { PersonRole } from '#shared/contract/workspace.ts'
import type { ReadableDb, WritableDb } from './db.ts'

interface MetaValues {
  readonly workspaceId: WorkspaceId
  readonly workspaceName: string
  readonly workspaceCreatedAt: string
  readonly me: PersonId
  /** The personal space, where drafts and read markers live. */
  readonly personalSpaceId: string
  /** `1` after a stop that closed everything. */
  readonly cleanStop: '0' | '1'
  /** The version of search/fold.ts that the full-text indexes were written with. */
  readonly foldVersion: string
  readonly lastBackupAt: string
  /** Set, to something new each time, where erased text may still stand in the file's free places. */
  readonly scrub: string
  /** The sync server's address; missing in a local workspace. */
  readonly serverAddress: string
  readonly serverEmail: string
  readonly directoryId: SpaceId
  readonly role: PersonRole
  /** When everything was last in step with the server, in milliseconds since 1970. */
  readonly syncedAt: string
  /** The largest file that the server takes, in bytes, as it last said. */
  readonly maxBlobBytes: string
  /** How much room files may take on this device, in bytes. */
  readonly fileLimitBytes: string
  /** The server's epoch in which `blob_places` was asked for. */
  readonly blobEpoch: string
}
export type MetaKey = keyof MetaValues

export function getMeta<Key extends MetaKey>(db: ReadableDb, key: Key): MetaValues[Key] | null {
  return (
    (db.value<string>('SELECT value FROM meta WHERE key = ?', [key]) as MetaValues[Key] | undefined) ?? null
  )
}

export function setMeta<Key extends MetaKey>(db: WritableDb, key: Key, value: MetaValues[Key]): void {
  db.run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  )
}
