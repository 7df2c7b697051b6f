/** The AccessPolicy over the server's own tables. */
import type { SpaceId } from '#shared/base/ids.ts'
import type { AccessPolicy, Identity } from './access-policy.ts'
import type { AccessStore } from './access-store.ts'
import { acceptProposal } from './proposals.ts'
import { mayErase, mayRead, mayWrite } from './rights.ts'
import { createRightsCache } from './rights-cache.ts'
import { hashSecret } from './secrets.ts'

export interface PolicyDeps {
  readonly store: AccessStore
}

export function createAccessPolicy({ store }: PolicyDeps): AccessPolicy {
  const cache = createRightsCache(store)

  /** Asks one of the rules. A space of another workspace is none [P7]; the role is the person's present one. */
  const ask = (rule: typeof mayRead, identity: Identity, spaceId: SpaceId): boolean => {
    const space = cache.space(spaceId)
    if (space?.workspaceId !== identity.workspaceId) return false
    const role = cache.role(identity.workspaceId, identity.personId)
    if (role === null) return false
    const parent = space.parentId === null ? null : cache.space(space.parentId)
    const isParentOurs = parent?.workspaceId === identity.workspaceId
    return rule({ personId: identity.personId, role }, space, isParentOurs ? parent : null)
  }

  const policy: AccessPolicy = {
    identify(token) {
      const device = cache.device(hashSecret(token).toString('hex'))
      if (!device) return null
      const { deviceId, personId, workspaceId } = device
      const role = cache.role(workspaceId, personId)
      const directoryId = cache.directory(workspaceId)
      if (role === null || directoryId === null) return null
      return { deviceId, personId, workspaceId, directoryId, role }
    },
    readableSpaces(identity) {
      const { workspaceId, personId } = identity
      const named = store.membershipsOf(workspaceId, personId)
      const candidates = new Set([...cache.commonSpaces(workspaceId), ...named])
      return [...candidates].filter((spaceId) => policy.canRead(identity, spaceId))
    },
    canRead: (identity, spaceId) => ask(mayRead, identity, spaceId),
    canWrite: (identity, spaceId) => ask(mayWrite, identity, spaceId),
    canErase: (identity, spaceId) => ask(mayErase, identity, spaceId),
    accept(identity, proposal) {
      const role = cache.role(identity.workspaceId, identity.personId)
      if (role === null) return null
      return acceptProposal({ store, canWrite: policy.canWrite }, { ...identity, role }, proposal)
    },
  }
  return policy
}
