/** Who may do what. Asked at every push, pull, watch and upload; answers from memory, as it is asked that often. */
import type { PersonId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { Role } from '#shared/protocol/frames.ts'

/** Who is behind a device's token. The role is that of the moment; questions are answered by the present one. */
export interface Identity {
  readonly deviceId: Ulid
  readonly personId: PersonId
  readonly workspaceId: WorkspaceId
  readonly directoryId: SpaceId
  readonly role: Role
}

/** A record that a device proposes [P10]. */
export interface RecordProposal {
  readonly spaceId: SpaceId
  readonly recordType: string
  readonly recordId: string
  readonly body: string
}

/** A record as it is to be published. */
export interface AcceptedRecord {
  readonly spaceId: SpaceId
  readonly body: string
  /**
   * Whose rights it changes: after commit an `access` message goes to each, [null] standing for everybody in the
   * workspace. Mostly nobody's.
   */
  readonly rightsOf: readonly (PersonId | null)[]
}

export interface AccessPolicy {
  /** Null where the token is unknown, ended or revoked. */
  identify(token: string): Identity | null
  readableSpaces(identity: Identity): readonly SpaceId[]
  canRead(identity: Identity, spaceId: SpaceId): boolean
  canWrite(identity: Identity, spaceId: SpaceId): boolean
  /** Erasing and deleting others' work takes an admin. */
  canErase(identity: Identity, spaceId: SpaceId): boolean
  /**
   * Takes a proposed record over into the server's own tables and returns it as it is to be published, in which
   * space's feed; null where it is refused. Runs inside the store's transaction. It alone decides on records: nobody
   * asks `canWrite` first, as nobody but the server writes to the directory.
   */
  accept(identity: Identity, proposal: RecordProposal): AcceptedRecord | null
}
