/** Roles of members, and members who go. Nobody acts on somebody above themselves, and one owner always stays. */
import type { PersonId } from '#shared/base/ids.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { Role } from '#shared/protocol/frames.ts'
import type { Identity } from './access-policy.ts'
import type { AccessContext } from './access-context.ts'
import type { PersonRow } from './access-store.ts'
import type { Change } from './changes.ts'
import { refuse, type Nothing, type Refusal } from './refusal.ts'
import { isAtLeast, isShared } from './rights.ts'

export function createMembers(context: AccessContext) {
  const { store, change, clock } = context

  const findPair = ({ workspaceId, personId }: Identity, targetId: PersonId) => {
    const actor = store.getPerson(workspaceId, personId)
    const target = store.getPerson(workspaceId, targetId)
    return actor?.removedAt === null && target?.removedAt === null ? { actor, target } : null
  }
  const isLastOwner = (person: PersonRow): boolean =>
    person.role === 'owner' && person.accountId !== null && store.countOwners(person.workspaceId) <= 1

  return {
    setRole(identity: Identity, targetId: PersonId, role: Role): Result<Nothing, Refusal> {
      return change((changing) => {
        const pair = findPair(identity, targetId)
        if (!pair) return refuse('not-found')
        const { actor, target } = pair
        const isAllowed =
          isAtLeast(actor.role, 'admin') && isAtLeast(actor.role, target.role) && isAtLeast(actor.role, role)
        if (!isAllowed) return refuse('no-access')
        if (target.role === role) return ok({})
        if (isLastOwner(target)) return refuse('last-owner')
        changing.putPerson({ ...target, role }, actor.personId)
        changing.rightsChanged(target.workspaceId, targetId)
        endInvitesOf(context, target, role)
        return ok({})
      })
    },

    /** Oneself too: one may always leave. */
    removeMember(identity: Identity, targetId: PersonId): Result<Nothing, Refusal> {
      return change((changing) => {
        const pair = findPair(identity, targetId)
        if (!pair) return refuse('not-found')
        const { actor, target } = pair
        const isSelf = actor.personId === target.personId
        const isAllowed = isAtLeast(actor.role, 'admin') && isAtLeast(actor.role, target.role)
        if (!isSelf && !isAllowed) return refuse('no-access')
        if (isLastOwner(target)) return refuse('last-owner')
        const now = clock.now()
        changing.putPerson({ ...target, removedAt: now }, actor.personId)
        leaveSpaces(context, changing, target, actor.personId)
        endInvitesOf(context, target, null)
        for (const { deviceId } of store.devicesOf(target.workspaceId, targetId)) {
          changing.endDevice(deviceId, 'removed', now)
        }
        changing.rightsChanged(target.workspaceId, targetId)
        return ok({})
      })
    },
  }
}

/** Ends the person's invites that they could not make any more. */
function endInvitesOf({ store, clock }: AccessContext, person: PersonRow, role: Role | null): void {
  const now = clock.now()
  for (const invite of store.openInvites(person.workspaceId, now)) {
    const isStillTheirs = role !== null && isAtLeast(role, 'admin') && isAtLeast(role, invite.role)
    if (invite.createdBy === person.personId && !isStillTheirs) store.endInvite(invite.inviteId, now)
  }
}

/**
 * Should they come back, they are to be asked into closed spaces again. A direct conversation stays what it was, and a
 * closed space of which they are the only one stays closed: without members it would read as open.
 */
function leaveSpaces({ store }: AccessContext, change: Change, person: PersonRow, author: PersonId): void {
  for (const spaceId of store.membershipsOf(person.workspaceId, person.personId)) {
    const space = store.getSpace(spaceId)
    if (!space || !isShared(space.kind)) continue
    const members = space.members.filter((member) => member !== person.personId)
    if (!space.isOpen && members.length === 0) continue
    store.setMembers(spaceId, space.isOpen, members)
    if (!space.isOpen) change.publishSpace(spaceId, author)
  }
}
