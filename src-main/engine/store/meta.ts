/** Single values that belong to the workspace file, such as who "I" am here. */
import type { LibraryFileId, PersonId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'
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
  /** The last erasure, something new each time: the index compares it with the one that it has followed. */
  readonly erased: string
  /** `1` where a person stopped the index by meaning. */
  readonly indexPaused: '0' | '1'
  /** The kinds that a person left out of it, with spaces between them. */
  readonly indexExcluded: string
  /** The last wish to make it anew, something new each time. */
  readonly indexRebuild: string
  /** JSON array of the kinds of knowledge that go to no language model; missing until a person changes it. */
  readonly withheldKinds: string
  /** The model that searches by meaning use; missing for the built-in one. */
  readonly searchModel: string
  /** Where models are fetched from; missing for the program's own choice. */
  readonly modelAddress: string
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
  /** The library's file that is being read. */
  readonly libraryReading: LibraryFileId
  /** JSON array of files that were being read when the program ended without a stop. */
  readonly librarySuspects: string
  /** When this device first had everything there was: what is older is nobody's news. */
  readonly attentionSince: string
  /** What slept until then or before has woken: see attention/snoozes.ts. */
  readonly snoozedUpTo: string
  /** When the rows were taken out to be projected again; missing where that is done. */
  readonly attentionRebuild: string
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

/** Inside the transaction that erases: what is gone has to leave the files themselves, too. @param id something new */
export function markErased(db: WritableDb, id: string): void {
  setMeta(db, 'scrub', id)
  setMeta(db, 'erased', id)
}

export function deleteMeta(db: WritableDb, key: MetaKey): void {
  db.run('DELETE FROM meta WHERE key = ?', [key])
}
