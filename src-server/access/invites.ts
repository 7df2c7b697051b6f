/** Invites: made, listed and ended by admins, for roles up to their own. */
import { asId, type InviteId, type PersonId, type WorkspaceId } from '#shared/base/ids.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { Invite, ServerInput, ServerOutput } from '#shared/contract/server-api.ts'
import type { Identity } from './access-policy.ts'
import type { AccessContext } from './access-context.ts'
import type { InviteRow, SpaceRow } from './access-store.ts'
import { refuse, type Nothing, type Refusal } from './refusal.ts'
import { isAtLeast, isShared, mayWrite } from './rights.ts'
import { createSecret } from './secrets.ts'

export interface CreatedInvite {
  readonly invite: Invite
  readonly code: string
}

export function createInvites(context: AccessContext) {
  const { store, change, clock, ids, randomBytes } = context
  return {
    createInvite(
      identity: Identity,
      { role, email = '', spaces = [], validHours = 168 }: ServerInput<'createInvite'>,
    ): Result<CreatedInvite, Refusal> {
      return change(() => {
        const { workspaceId, personId } = identity
        const ownRole = store.getPerson(workspaceId, personId)?.role
        if (!ownRole || !isAtLeast(ownRole, 'admin') || !isAtLeast(ownRole, role)) return refuse('no-access')
        if (spaces.length > 0 && role !== 'guest') return refuse('invalid-input')
        for (const spaceId of spaces) {
          const space = store.getSpace(spaceId)
          if (!space || !mayInviteTo(context, workspaceId, personId, space)) return refuse('not-found')
        }
        const code = createSecret(randomBytes)
        const now = clock.now()
        const row: InviteRow = {
          inviteId: asId<InviteId>(ids.next()),
          workspaceId,
          role,
          email: email.toLowerCase(),
          spaces: [...new Set(spaces)],
          createdBy: personId,
          createdAt: now,
          expiresAt: now + validHours * 3_600_000,
        }
        store.insertInvite(row, code.hash)
        return ok({ invite: toInvite(row), code: code.text })
      })
    },

    listInvites({ workspaceId, role }: Identity): Result<ServerOutput<'listInvites'>, Refusal> {
      if (!isAtLeast(role, 'admin')) return refuse('no-access')
      return ok({ invites: store.openInvites(workspaceId, clock.now()).map(toInvite) })
    },

    endInvite({ workspaceId, role }: Identity, inviteId: InviteId): Result<Nothing, Refusal> {
      if (!isAtLeast(role, 'admin')) return refuse('no-access')
      return change(() => {
        const isOpen = store.openInvites(workspaceId, clock.now()).some((row) => row.inviteId === inviteId)
        if (!isOpen) return refuse('not-found')
        store.endInvite(inviteId, clock.now())
        return ok({})
      })
    },
  }
}

/** Whether the person may let a guest into the space: one that people share, and that they write in themselves. */
export function mayInviteTo(
  { store }: Pick<AccessContext, 'store'>,
  workspaceId: WorkspaceId,
  personId: PersonId,
  space: SpaceRow,
): boolean {
  const person = store.getPerson(workspaceId, personId)
  if (space.workspaceId !== workspaceId || person?.removedAt !== null || !isShared(space.kind)) return false
  return mayWrite(person, { ...space, members: new Set(space.members) }, null)
}

function toInvite({ inviteId, role, email, createdBy, createdAt, expiresAt }: InviteRow): Invite {
  return { inviteId, role, email, createdBy, createdAt, expiresAt }
}
