/** Ids to the keys that rows have. Remembered, as every push asks; forgotten whenever a transaction is undone. */
import type { SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import type { FeedSpace } from '../../feed/sync-store.ts'
import type { ServerDatabase } from './database.ts'

export interface SpaceRow extends FeedSpace {
  readonly spaceKey: number
  readonly workspaceKey: number
}

export interface SpaceKeys {
  find(spaceId: SpaceId): SpaceRow | null
  /** @throws where there is no such space */
  get(spaceId: SpaceId): SpaceRow
  /** @throws where there is no such workspace */
  workspaceKey(workspaceId: WorkspaceId): number
  /** A row that was made in a transaction may be gone with it, and its key may come back for another. */
  forget(): void
}

export function createSpaceKeys(db: ServerDatabase): SpaceKeys {
  const selectSpace = db.prepare<[string], SpaceRow>(
    `SELECT s.space_key AS spaceKey, s.workspace_key AS workspaceKey, s.space_id AS spaceId,
       w.workspace_id AS workspaceId, s.kind, s.parent_id AS parentId
     FROM spaces s JOIN workspaces w USING (workspace_key) WHERE s.space_id = ?`,
  )
  const selectWorkspace = db
    .prepare<[string], number>('SELECT workspace_key FROM workspaces WHERE workspace_id = ?')
    .pluck()
  const spaces = new Map<SpaceId, SpaceRow>()
  const workspaces = new Map<WorkspaceId, number>()
  const find = (spaceId: SpaceId): SpaceRow | null => {
    const known = spaces.get(spaceId)
    if (known) return known
    const row = selectSpace.get(spaceId)
    if (row) spaces.set(spaceId, row)
    return row ?? null
  }
  return {
    find,
    get(spaceId) {
      const row = find(spaceId)
      if (!row) throw new Error('no such space')
      return row
    },
    workspaceKey(workspaceId) {
      const known = workspaces.get(workspaceId)
      if (known !== undefined) return known
      const key = selectWorkspace.get(workspaceId)
      if (key === undefined) throw new Error('no such workspace')
      workspaces.set(workspaceId, key)
      return key
    },
    forget() {
      spaces.clear()
      workspaces.clear()
    },
  }
}
