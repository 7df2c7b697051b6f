/** The bodies of the records that the server writes into feeds. Keys are never renamed or removed. */
import type { PersonRow, SpaceRow, WorkspaceRow } from './access-store.ts'

export function personBody(
  person: Pick<PersonRow, 'name' | 'email' | 'role' | 'title' | 'removedAt'>,
): string {
  const { name, email, role, title } = person
  return JSON.stringify({ name, email, role, title, removed: person.removedAt !== null })
}

export function workspaceBody({ name, createdAt }: WorkspaceRow): string {
  return JSON.stringify({ name, createdAt })
}

/**
 * No members means open to all colleagues.
 * @param parent of a `queue-internal` space its queue, whose members are its own
 */
export function spaceBody(space: SpaceRow, parent: SpaceRow | null = null): string {
  const { isOpen, members } = parent ?? space
  return JSON.stringify({ kind: space.kind, parentId: space.parentId, members: isOpen ? [] : members })
}
