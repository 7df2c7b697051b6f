/**
 * The sync server's HTTP interface: signing in, inviting, managing devices and members. JSON both ways; both sides
 * parse what comes. The token of a device travels in the `authorization` header.
 */
import { z } from 'zod'
import type { InviteId, DeviceId, PersonId, SpaceId, WorkspaceId } from '../base/ids.ts'
import { isBlobId, type BlobId } from '../base/blob-id.ts'
import { isUlid, type Ulid } from '../base/ulid.ts'
import { personRoles } from './workspace.ts'
import { limits, lineText } from './values.ts'

const id = <T extends Ulid>() => z.custom<T>(isUlid, 'not an id')
const password = z.string().min(10).max(200)
const email = z
  .string()
  .max(limits.email)
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => /^[^\s@]+@[^\s@]+$/u.test(value), 'not an e-mail address')
const deviceName = lineText(limits.name)
const role = z.enum(personRoles)

/** What a device gets when it is let in. */
export const signedIn = z.object({
  token: z.string().min(20).max(200),
  deviceId: id<DeviceId>(),
  personId: id<PersonId>(),
  workspaceId: id<WorkspaceId>(),
  workspaceName: z.string(),
  directoryId: id<SpaceId>(),
  role,
})
export type SignedIn = z.output<typeof signedIn>

export const invite = z.object({
  inviteId: id<InviteId>(),
  role,
  email: z.string(),
  createdBy: id<PersonId>(),
  createdAt: z.number(),
  expiresAt: z.number(),
})
export type Invite = z.output<typeof invite>

export const device = z.object({
  deviceId: id<DeviceId>(),
  name: z.string(),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  isThis: z.boolean(),
})
export type Device = z.output<typeof device>

const blob = z.custom<BlobId>(isBlobId, 'not a blob id')

/** Every call: method, path (`:id` stands for an id), what goes in, what comes out, and whether it needs a token. */
export const serverApi = {
  /** What is at this address? No token. */
  about: {
    method: 'GET',
    path: '/api/about',
    input: z.object({}),
    output: z.object({
      product: z.literal('outpost-server'),
      version: z.string(),
      protocol: z.object({ min: z.number(), max: z.number() }),
      /** No account exists yet: the first is made with the link printed at the server's first start. */
      needsSetup: z.boolean(),
    }),
  },
  /**
   * The first account, its workspace and its device. With `workspace` an existing local one moves here: it keeps its
   * ids, and the person keeps theirs.
   */
  setUp: {
    method: 'POST',
    path: '/api/set-up',
    input: z.strictObject({
      code: z.string().min(1).max(200),
      workspaceName: lineText(limits.name),
      workspaceId: id<WorkspaceId>().nullable(),
      personId: id<PersonId>().nullable(),
      personName: lineText(limits.name),
      email,
      password,
      deviceName,
    }),
    output: signedIn,
  },
  /** With several workspaces and none named the answer is `choose-workspace`. */
  signIn: {
    method: 'POST',
    path: '/api/sign-in',
    input: z.strictObject({
      email,
      password: z.string().max(200),
      deviceName,
      workspaceId: id<WorkspaceId>().nullable(),
    }),
    output: z.union([
      signedIn,
      z.object({
        workspaces: z.array(z.object({ workspaceId: id<WorkspaceId>(), name: z.string() })),
      }),
    ]),
  },
  /** Shows an invite before one accepts it. No token. */
  readInvite: {
    method: 'POST',
    path: '/api/invites/read',
    input: z.strictObject({ code: z.string().min(1).max(200) }),
    output: z.object({ workspaceName: z.string(), role, email: z.string(), invitedBy: z.string() }),
  },
  /** An account that exists gives its password; a new one gets it. */
  join: {
    method: 'POST',
    path: '/api/join',
    input: z.strictObject({
      code: z.string().min(1).max(200),
      personName: lineText(limits.name),
      email,
      password,
      deviceName,
    }),
    output: signedIn,
  },
  signOut: { method: 'POST', path: '/api/sign-out', input: z.strictObject({}), output: z.object({}) },
  createInvite: {
    method: 'POST',
    path: '/api/invites',
    input: z.strictObject({
      role,
      email: z.union([z.literal(''), email]).default(''),
      spaces: z.array(id<SpaceId>()).max(100).default([]),
      validHours: z.int().min(1).max(720).default(168),
    }),
    /** `link` is `outpost://join/{host}/{code}`, with `?http=1` where the server has no TLS; the code is shown this once. */
    output: z.object({ invite, link: z.string() }),
  },
  listInvites: {
    method: 'GET',
    path: '/api/invites',
    input: z.object({}),
    output: z.object({ invites: z.array(invite) }),
  },
  endInvite: {
    method: 'DELETE',
    path: '/api/invites/:id',
    input: z.object({ id: id<InviteId>() }),
    output: z.object({}),
  },
  listDevices: {
    method: 'GET',
    path: '/api/devices',
    input: z.object({}),
    output: z.object({ devices: z.array(device) }),
  },
  endDevice: {
    method: 'DELETE',
    path: '/api/devices/:id',
    input: z.object({ id: id<DeviceId>() }),
    output: z.object({}),
  },
  changePassword: {
    method: 'POST',
    path: '/api/password',
    input: z.strictObject({ current: z.string().max(200), next: password }),
    output: z.object({}),
  },
  setRole: {
    method: 'PUT',
    path: '/api/members/:id/role',
    input: z.object({ id: id<PersonId>(), role }),
    output: z.object({}),
  },
  removeMember: {
    method: 'DELETE',
    path: '/api/members/:id',
    input: z.object({ id: id<PersonId>() }),
    output: z.object({}),
  },
  /** The people of a closed space. An open one becomes closed with `members`; an empty list opens it again. */
  setSpaceMembers: {
    method: 'PUT',
    path: '/api/spaces/:id/members',
    input: z.object({ id: id<SpaceId>(), members: z.array(id<PersonId>()).max(1000) }),
    output: z.object({}),
  },
  /**
   * Which of these files the space has. Their bytes travel by other ways: up by the tus protocol at `/blobs/uploads`,
   * with `space` and `sha256` in its metadata, down by `GET /blobs/{space}/{sha256}` with ranges.
   */
  findBlobs: {
    method: 'POST',
    path: '/api/spaces/:id/blobs/find',
    input: z.object({ id: id<SpaceId>(), blobs: z.array(blob).max(200) }),
    output: z.object({
      blobs: z.array(z.object({ id: blob, size: z.number(), type: z.string() })),
      /** The largest file that the workspace takes. */
      maxBytes: z.number(),
    }),
  },
  /** Lets the space have a file that another one has, which the person may read too. */
  copyBlob: {
    method: 'POST',
    path: '/api/spaces/:id/blobs/copy',
    input: z.object({ id: id<SpaceId>(), from: id<SpaceId>(), blob }),
    output: z.object({}),
  },
  /** Takes a file from the space: the one who sent it, and admins. */
  eraseBlob: {
    method: 'POST',
    path: '/api/spaces/:id/blobs/erase',
    input: z.object({ id: id<SpaceId>(), blob }),
    output: z.object({}),
  },
} as const

export type ServerCall = keyof typeof serverApi
export type ServerInput<Call extends ServerCall> = z.input<(typeof serverApi)[Call]['input']>
export type ServerOutput<Call extends ServerCall> = z.output<(typeof serverApi)[Call]['output']>

/** Why the server refused; the body of every answer with a status of 400 or more. */
export const serverErrors = [
  'invalid-input',
  'wrong-password',
  'invite-invalid',
  'setup-invalid',
  'account-exists',
  'signed-out',
  'no-access',
  'not-found',
  'last-owner',
  'too-many-tries',
  'disk-full',
  'draining',
  'internal',
] as const
export const serverError = z.object({ error: z.enum(serverErrors) })
export type ServerErrorType = (typeof serverErrors)[number]
