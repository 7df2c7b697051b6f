/**
 * What is asked at every frame, kept in memory. Nobody has to say what became wrong: the store counts its writes, and
 * after one everything is read again. While a transaction has changed something nothing is kept, as it may be rolled
 * back.
 */
import type { PersonId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import type { Role } from '#shared/protocol/frames.ts'
import type { AccessStore, DeviceRow } from './access-store.ts'
import type { SpaceRights } from './rights.ts'

export interface SpaceInWorkspace extends SpaceRights {
  readonly workspaceId: WorkspaceId
}

export interface RightsCache {
  space(spaceId: SpaceId): SpaceInWorkspace | null
  /** Null for somebody who was removed. */
  role(workspaceId: WorkspaceId, personId: PersonId): Role | null
  directory(workspaceId: WorkspaceId): SpaceId | null
  /** All but the personal and direct ones. */
  commonSpaces(workspaceId: WorkspaceId): readonly SpaceId[]
  /** @param tokenHash in hex */
  device(tokenHash: string): DeviceRow | null
}

export function createRightsCache(store: AccessStore): RightsCache {
  const spaces = new Map<SpaceId, SpaceInWorkspace>()
  const peopleRoles = new Map<string, Role>()
  const directories = new Map<WorkspaceId, SpaceId>()
  const commonSpaces = new Map<WorkspaceId, readonly SpaceId[]>()
  const devices = new Map<string, DeviceRow>()
  let version = store.version()

  const refresh = (): void => {
    if (version === store.version()) return
    for (const map of [spaces, peopleRoles, directories, commonSpaces, devices]) map.clear()
    if (!store.isInTransaction()) version = store.version()
  }
  /** What does not exist is not kept: anybody could fill the memory with it. */
  const cached = <Key, Value>(map: Map<Key, Value>, key: Key, load: () => Value | null): Value | null => {
    refresh()
    const known = map.get(key)
    if (known !== undefined) return known
    const value = load()
    if (value !== null) map.set(key, value)
    return value
  }

  return {
    space: (spaceId) =>
      cached(spaces, spaceId, () => {
        const row = store.getSpace(spaceId)
        return row && { ...row, members: new Set(row.members) }
      }),
    role: (workspaceId, personId) =>
      cached(peopleRoles, `${workspaceId}/${personId}`, () => {
        const person = store.getPerson(workspaceId, personId)
        return person?.removedAt === null ? person.role : null
      }),
    directory: (workspaceId) =>
      cached(directories, workspaceId, () => store.getWorkspace(workspaceId)?.directoryId ?? null),
    commonSpaces: (workspaceId) =>
      cached(commonSpaces, workspaceId, () => store.commonSpaces(workspaceId)) ?? [],
    device: (tokenHash) => cached(devices, tokenHash, () => store.findDevice(Buffer.from(tokenHash, 'hex'))),
  }
}
