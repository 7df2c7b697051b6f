/**
 * Where accounts, people, devices, invites and the rights to spaces are kept. An interface, so that another database
 * can take SQLite's place. Writes are made inside `SyncStore.transaction`, so that a right and the record that tells of
 * it are one step.
 */
import type { DeviceId, InviteId, PersonId, SpaceId, TicketId, WorkspaceId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { Role } from '#shared/protocol/frames.ts'

export interface WorkspaceRow {
  readonly workspaceId: WorkspaceId
  readonly name: string
  readonly directoryId: SpaceId
  readonly createdAt: number
}

export interface AccountRow {
  readonly accountId: Ulid
  /** In lower case. */
  readonly email: string
  readonly passwordHash: string
}

/** A member of a workspace, or somebody who was only written down: these have no account. */
export interface PersonRow {
  readonly workspaceId: WorkspaceId
  readonly personId: PersonId
  readonly accountId: Ulid | null
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly title: string
  readonly removedAt: number | null
}

export interface DeviceRow {
  readonly deviceId: DeviceId
  readonly workspaceId: WorkspaceId
  readonly personId: PersonId
  readonly name: string
  readonly createdAt: number
  readonly lastSeenAt: number
}

export interface InviteRow {
  readonly inviteId: InviteId
  readonly workspaceId: WorkspaceId
  readonly role: Role
  /** Empty: whoever has the link. */
  readonly email: string
  readonly spaces: readonly SpaceId[]
  readonly createdBy: PersonId
  readonly createdAt: number
  readonly expiresAt: number
}

export interface SpaceRow {
  readonly spaceId: SpaceId
  readonly workspaceId: WorkspaceId
  readonly kind: string
  readonly parentId: SpaceId | null
  readonly isOpen: boolean
  readonly createdBy: PersonId | null
  /** Those named one by one: all of a closed space, the guests of an open one. */
  readonly members: readonly PersonId[]
}

/** Single values of the server. */
export type AccessMetaKey = 'setupCodeHash'

export interface AccessStore {
  /** Rises with every write, also with one that is rolled back: what was remembered before it may be wrong. */
  version(): number
  isInTransaction(): boolean

  getMeta(key: AccessMetaKey): string | null
  setMeta(key: AccessMetaKey, value: string | null): void

  hasAccounts(): boolean
  findAccount(email: string): AccountRow | null
  getAccount(accountId: Ulid): AccountRow | null
  insertAccount(account: AccountRow, now: number): void
  setPassword(accountId: Ulid, passwordHash: string): void

  getWorkspace(workspaceId: WorkspaceId): WorkspaceRow | null
  insertWorkspace(workspace: WorkspaceRow): void
  renameWorkspace(workspaceId: WorkspaceId, name: string): void

  getPerson(workspaceId: WorkspaceId, personId: PersonId): PersonRow | null
  /** Everybody whom the account is, also where they were removed. */
  peopleOfAccount(accountId: Ulid): readonly PersonRow[]
  /** Somebody who was only written down, with this address. */
  findWithoutAccount(workspaceId: WorkspaceId, email: string): PersonRow | null
  putPerson(person: PersonRow): void
  /** Members with an account who can still do what only owners can. */
  countOwners(workspaceId: WorkspaceId): number

  findDevice(tokenHash: Uint8Array): DeviceRow | null
  /** Those that have not ended, newest first. */
  devicesOf(workspaceId: WorkspaceId, personId: PersonId): readonly DeviceRow[]
  insertDevice(device: DeviceRow, tokenHash: Uint8Array): void
  endDevice(deviceId: DeviceId, now: number): void
  noteSeen(deviceId: DeviceId, at: number): void

  /** One that was neither used nor ended; it may have expired. */
  findInvite(tokenHash: Uint8Array): InviteRow | null
  openInvites(workspaceId: WorkspaceId, now: number): readonly InviteRow[]
  insertInvite(invite: InviteRow, tokenHash: Uint8Array): void
  useInvite(inviteId: InviteId, usedBy: PersonId, now: number): void
  endInvite(inviteId: InviteId, now: number): void

  getSpace(spaceId: SpaceId): SpaceRow | null
  /** The workspace's spaces that are not personal or direct: of those there are thousands, and each is for a few. */
  commonSpaces(workspaceId: WorkspaceId): readonly SpaceId[]
  /** Those that have it for their parent. */
  spacesBelow(spaceId: SpaceId): readonly SpaceId[]
  /** Spaces in which the person is named. */
  membershipsOf(workspaceId: WorkspaceId, personId: PersonId): readonly SpaceId[]
  /** With its members. */
  insertSpace(space: SpaceRow): void
  /** Also says for the spaces below it (`queue-internal`) whether they are open. */
  setMembers(spaceId: SpaceId, isOpen: boolean, members: readonly PersonId[]): void

  ticketNumber(workspaceId: WorkspaceId, ticketId: TicketId): number | null
  /** False where another ticket has the number. */
  takeTicketNumber(workspaceId: WorkspaceId, ticketId: TicketId, number: number): boolean
}
