/** Rights in a few maps, for tests of what asks for them. The real rules are in src-server/access. */
import type { PersonId, SpaceId } from '#shared/base/ids.ts'
import type { Role } from '#shared/protocol/frames.ts'
import type { AcceptedRecord, AccessPolicy, Identity } from '../../src-server/access/access-policy.ts'

export interface TestPolicy extends AccessPolicy {
  readonly members: Map<SpaceId, Set<PersonId>>
  readonly readers: Map<SpaceId, Set<PersonId>>
  readonly tokens: Map<string, Identity>
  readonly roles: Map<PersonId, Role>
  /** What becomes of proposed records. */
  onAccept: (identity: Identity, proposal: Parameters<AccessPolicy['accept']>[1]) => AcceptedRecord | null
}

export function createTestPolicy(): TestPolicy {
  const members: TestPolicy['members'] = new Map()
  const readers: TestPolicy['readers'] = new Map()
  const tokens: TestPolicy['tokens'] = new Map()
  const roles: TestPolicy['roles'] = new Map()
  const isIn = (spaces: TestPolicy['members'], { personId }: Identity, spaceId: SpaceId) =>
    spaces.get(spaceId)?.has(personId) ?? false
  const roleOf = (identity: Identity) => roles.get(identity.personId) ?? identity.role
  const policy: TestPolicy = {
    members,
    readers,
    tokens,
    roles,
    onAccept: () => null,
    identify(token) {
      const identity = tokens.get(token)
      return identity ? { ...identity, role: roleOf(identity) } : null
    },
    readableSpaces: (identity) =>
      [...new Set([...members.keys(), ...readers.keys()])].filter((spaceId) =>
        policy.canRead(identity, spaceId),
      ),
    canRead: (identity, spaceId) => isIn(members, identity, spaceId) || isIn(readers, identity, spaceId),
    canWrite: (identity, spaceId) => isIn(members, identity, spaceId),
    canErase: (identity, spaceId) =>
      isIn(members, identity, spaceId) && ['owner', 'admin'].includes(roleOf(identity)),
    accept: (identity, proposal) => policy.onAccept(identity, proposal),
  }
  return policy
}
