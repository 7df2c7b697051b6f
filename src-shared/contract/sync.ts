/** The workspace's server: connecting to it, how sync is doing, what waits, what was refused, who is here. */
import { z } from 'zod'
import type { DocId, PersonId, SpaceId, WorkspaceId } from '../base/ids.ts'
import type { Ulid } from '../base/ulid.ts'
import type { PresenceState, RejectReason } from '../protocol/frames.ts'
import { command, query, type CommandSpec } from './define.ts'
import { serverApi, type ServerOutput } from './server-api.ts'
import { limits, lineText, personId, presenceTopic, ticketId, workspaceId } from './values.ts'
import type { PersonRole } from './workspace.ts'

/** Where a workspace stands with its server. */
export type Connection =
  /** A local workspace. */
  | { readonly type: 'none' }
  | { readonly type: 'connecting' }
  | { readonly type: 'online' }
  /** No connection; the next try is at `retryAt`, null while the system says that there is no network. */
  | { readonly type: 'offline'; readonly retryAt: number | null }
  /** The token is no longer good: everything is kept, and waits for the person to sign in again. */
  | { readonly type: 'signed-out' }
  /** The person was taken out of the workspace. */
  | { readonly type: 'removed' }
  | { readonly type: 'upgrade'; readonly which: 'program' | 'server' }

export interface SyncMeta {
  readonly connection: Connection
  readonly address: string | null
  readonly email: string | null
  readonly role: PersonRole | null
  /** Changes that the server has not acknowledged; drafts and read marks are not counted. */
  readonly waiting: number
  readonly refused: number
  /** Entries of feeds still to come, and how many there were when catching up began. */
  readonly catchingUp: { readonly done: number; readonly total: number } | null
  /** When everything was last in step with the server; null for not yet. */
  readonly syncedAt: number | null
  /** How far this device's clock is ahead of the server's, where that is worth a warning. */
  readonly clockAheadMs: number | null
}

/** What a waiting or refused change is about, for a line in a list. */
export interface ChangeSubject {
  readonly docId: DocId
  readonly spaceId: SpaceId
  readonly kind: 'message' | 'ticket' | 'note' | 'article' | 'settings' | 'other'
  /** The ticket's or article's title, or the channel's name; empty where it is not known (any more). */
  readonly title: string
}

export interface WaitingRow extends ChangeSubject {
  readonly key: string
  /** How many changes of this document wait. */
  readonly count: number
  readonly since: number
}

export interface RefusedRow extends ChangeSubject {
  readonly key: string
  readonly reason: RejectReason | 'revoked' | 'server-lost'
  readonly at: number
  /** What the person had written, to copy; empty where the change held no text. */
  readonly text: string
}

export interface PresenceRow {
  /** The PersonId. */
  readonly key: PersonId
  readonly state: Exclude<PresenceState, 'away'>
}

/** Where somebody else is in a document. What the point says only its kind of document knows. */
export interface PointRow {
  /** The device's id. */
  readonly key: Ulid
  readonly personId: PersonId
  /** Base64. */
  readonly point: string
}

/** Calls that need the server's answer: they take their time, fail offline, and may be cancelled. */
function request<Output>() {
  return <Input extends z.ZodType>(input: Input): CommandSpec<Input, Output> => ({ input })
}

/** The same for calls whose answer is only that they were done. */
const requestDone = <Input extends z.ZodType>(input: Input): CommandSpec<Input, void> => ({ input })

const address = lineText(limits.address)
const code = lineText(limits.address)
const { email, password } = serverApi.setUp.input.shape

export type SignInOutcome =
  | { readonly type: 'signed-in' }
  | {
      readonly type: 'choose-workspace'
      readonly workspaces: readonly { readonly workspaceId: WorkspaceId; readonly name: string }[]
    }

export const serverRequests = {
  /** Is there a sync server at this address? */
  'server.about': request<ServerOutput<'about'>>()(z.strictObject({ address })),
  'server.readInvite': request<ServerOutput<'readInvite'>>()(z.strictObject({ address, code })),
  /** The first account of a server. A local workspace that is open moves there with all its history, under its own names. */
  'server.setUp': requestDone(
    z.strictObject({
      address,
      code,
      workspaceName: lineText(limits.name),
      personName: lineText(limits.name),
      email,
      password,
      /** What a new workspace begins with; one that moves there has its own. */
      begin: z
        .strictObject({ channelName: lineText(limits.name), queueName: lineText(limits.name) })
        .optional(),
    }),
  ),
  /** Into an empty folder, or again into the workspace that this folder belongs to. */
  'server.signIn': request<SignInOutcome>()(
    z.strictObject({
      address,
      email,
      password: z.string().max(limits.password),
      workspaceId: workspaceId.nullable().default(null),
    }),
  ),
  'server.join': requestDone(
    z.strictObject({ address, code, personName: lineText(limits.name), email, password }),
  ),
  /** Ends this device's token. What is on the device stays; what waits goes on waiting. */
  'server.signOut': requestDone(z.strictObject({})),
  'server.createInvite': request<ServerOutput<'createInvite'>>()(serverApi.createInvite.input),
  'server.listInvites': request<ServerOutput<'listInvites'>>()(serverApi.listInvites.input),
  'server.endInvite': requestDone(serverApi.endInvite.input),
  'server.listDevices': request<ServerOutput<'listDevices'>>()(serverApi.listDevices.input),
  'server.endDevice': requestDone(serverApi.endDevice.input),
  'server.changePassword': requestDone(serverApi.changePassword.input),
  'server.setRole': requestDone(serverApi.setRole.input),
  'server.removeMember': requestDone(serverApi.removeMember.input),
  'server.setSpaceMembers': requestDone(serverApi.setSpaceMembers.input),
}

export const syncCommands = {
  /** Tries to connect now instead of at the next turn. */
  'sync.now': command(z.strictObject({})),
  /** The person has seen it, and copied what they wanted. */
  'refused.dismiss': command(z.strictObject({ key: z.string().max(limits.draftKey) })),
  /** I am typing in what this topic shows; falls back by itself. */
  'presence.type': command(z.strictObject({ topic: presenceTopic, on: z.boolean() })),
  /** Where I am in what this topic shows, in base64; '' for nowhere. Passed on to who looks at the same, and not kept. */
  'presence.point': command(
    z.strictObject({
      topic: presenceTopic,
      point: z
        .string()
        .max(684)
        .regex(/^[A-Za-z0-9+/]*={0,2}$/),
    }),
  ),
  /** Ends a clash of claims: the ticket is this person's, and everybody sees who decided. */
  'ticket.settleClash': command(z.strictObject({ ticketId, ownerId: personId.nullable() })),
}

export const syncQueries = {
  'sync.status': query<SyncMeta, never>()(z.strictObject({})),
  /** What waits for the server, a line a document, the oldest first. */
  'sync.waiting': query<{ readonly total: number }, WaitingRow>()(z.strictObject({})),
  /** What the server refused, newest first, until dismissed. */
  'sync.refused': query<{ readonly total: number }, RefusedRow>()(z.strictObject({})),
  /**
   * Others who look at the same: `space/{ChannelId}`, `doc/ticket/{TicketId}`, or `online` for everybody who is
   * connected. As long as this is live, others see me there too.
   */
  /** Where the others are, as far as they say so. Shown only while `presence.list` of the topic is live, too. */
  'presence.points': query<null, PointRow>()(z.strictObject({ topic: presenceTopic })),
  'presence.list': query<null, PresenceRow>()(z.strictObject({ topic: presenceTopic })),
}
