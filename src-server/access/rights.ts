/** The rules of who may read and write which space, as pure functions: the one place where they stand. */
import type { PersonId, SpaceId } from '#shared/base/ids.ts'
import { roles, type Role } from '#shared/protocol/frames.ts'

export interface SpaceRights {
  readonly kind: string
  readonly parentId: SpaceId | null
  readonly isOpen: boolean
  readonly members: { has(personId: PersonId): boolean }
}

/** Kinds of spaces in which people work together, and that a guest can be asked into. */
const sharedKinds: readonly string[] = ['channel', 'queue', 'knowledge']

export const isShared = (kind: string): boolean => sharedKinds.includes(kind)

/** True where `role` may do all that `other` may: the owner's rights hold the admin's, and so on. */
export const isAtLeast = (role: Role, other: Role): boolean => roles.indexOf(role) <= roles.indexOf(other)

/**
 * Owners and admins have no right of their own to closed spaces: what people say in confidence stays so.
 * @param parent of a `queue-internal` space its queue; it is open to whom the queue is, guests left out [A3]
 */
export function mayRead(
  person: { readonly personId: PersonId; readonly role: Role },
  space: SpaceRights,
  parent: SpaceRights | null,
): boolean {
  const isColleague = isAtLeast(person.role, 'agent')
  switch (space.kind) {
    case 'directory':
      return true
    case 'queue-internal':
      return isColleague && parent !== null && mayRead(person, parent, null)
    case 'channel':
    case 'queue':
    case 'knowledge':
      return (space.isOpen && isColleague) || space.members.has(person.personId)
    default:
      // `personal`, `direct`, and kinds of newer versions, of which this one knows nothing that would open them.
      return space.members.has(person.personId)
  }
}

/** Only the server writes to the directory. */
export function mayWrite(...[person, space, parent]: Parameters<typeof mayRead>): boolean {
  return space.kind !== 'directory' && mayRead(person, space, parent)
}

/** Erasing and deleting others' work takes an admin; in their own space there is nobody else's. */
export function mayErase(...[person, space, parent]: Parameters<typeof mayRead>): boolean {
  return mayWrite(person, space, parent) && (space.kind === 'personal' || isAtLeast(person.role, 'admin'))
}
