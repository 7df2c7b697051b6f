/** How this workspace stands with its server. */
import type { Connection, SyncMeta } from '#shared/contract/sync.ts'
import type { LiveState } from './live-cache.ts'
import { useLiveSelect } from './live.ts'

type SyncState = LiveState<'sync.status'>

/** Null for a local workspace, and before the first answer. */
export function useSync(): SyncMeta | null {
  return useLiveSelect('sync.status', {}, selectServer)
}

/** False before the first answer, too: what needs a server is not offered on a guess. */
export function useHasServer(): boolean {
  return useLiveSelect('sync.status', {}, selectHasServer)
}

/** Undefined before the first answer. */
export function useConnectionType(): Connection['type'] | undefined {
  return useLiveSelect('sync.status', {}, selectConnectionType)
}

/** Owners and administrators manage people, on a server. */
export function useCanManage(): boolean {
  return useLiveSelect('sync.status', {}, selectCanManage)
}

const selectConnectionType = ({ meta }: SyncState): Connection['type'] | undefined => meta?.connection.type

function selectHasServer(state: SyncState): boolean {
  const type = selectConnectionType(state)
  return type !== undefined && type !== 'none'
}

const selectServer = (state: SyncState): SyncMeta | null =>
  selectHasServer(state) ? (state.meta ?? null) : null

function selectCanManage(state: SyncState): boolean {
  const role = state.meta?.role
  return selectHasServer(state) && (role === 'owner' || role === 'admin')
}
