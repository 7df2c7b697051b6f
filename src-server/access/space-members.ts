/**
 * Who is in a closed space. Any colleague in it can ask others in, and leave; taking others out, closing and opening
 * is for whoever made it and for admins, as far as they are in it themselves.
 */
import type { PersonId, SpaceId } from '#shared/base/ids.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { Identity } from './access-policy.ts'
import type { AccessContext } from './access-context.ts'
import type { PersonRow, SpaceRow } from './access-store.ts'
import type { Change } from './changes.ts'
import { refuse, type Nothing, type Refusal } from './refusal.ts'
import { isAtLeast, isShared } from './rights.ts'

export function createSpaceMembers({ store, policy, change }: AccessContext) {
  return {
    setSpaceMembers(
      identity: Identity,
      spaceId: SpaceId,
      wanted: readonly PersonId[],
    ): Result<Nothing, Refusal> {
      return change((changing) => {
        const space = store.getSpace(spaceId)
        const actor = store.getPerson(identity.workspaceId, identity.personId)
        if (!space || !actor || !policy.canRead(identity, spaceId)) return refuse('not-found')
        const members = [...new Set(wanted)]
        const people = members.map((personId) => store.getPerson(identity.workspaceId, personId))
        if (!isShared(space.kind) || people.some((person) => person?.removedAt !== null)) {
          return refuse('invalid-input')
        }
        if (!maySetMembers(actor, space, members)) return refuse('no-access')
        const isOpen = members.length === 0
        // Opening lets colleagues in; guests who were in stay.
        const kept = isOpen ? space.members.filter((id) => isGuest(identity, id)) : members
        store.setMembers(spaceId, isOpen, kept)
        changing.publishSpace(spaceId, actor.personId)
        noteRights(changing, space, isOpen, kept)
        return ok({})
      })
    },
  }

  function isGuest({ workspaceId }: Identity, personId: PersonId): boolean {
    return store.getPerson(workspaceId, personId)?.role === 'guest'
  }
}

function maySetMembers(actor: PersonRow, space: SpaceRow, members: readonly PersonId[]): boolean {
  if (!isAtLeast(actor.role, 'agent')) return false
  if (space.createdBy === actor.personId || isAtLeast(actor.role, 'admin')) return true
  if (space.isOpen || members.length === 0) return false
  const takenOut = space.members.filter((personId) => !members.includes(personId))
  return takenOut.every((personId) => personId === actor.personId)
}

function noteRights(change: Change, space: SpaceRow, isOpen: boolean, members: readonly PersonId[]): void {
  if (isOpen || space.isOpen) {
    change.rightsChanged(space.workspaceId, null)
    return
  }
  for (const personId of new Set([...space.members, ...members])) {
    if (space.members.includes(personId) !== members.includes(personId)) {
      change.rightsChanged(space.workspaceId, personId)
    }
  }
}
