/** Looks up spaces by their ids; rows come from records (see records/records.ts). */
import type { SpaceId } from '#shared/base/ids.ts'
import type { ReadableDb } from '../store/db.ts'

export type SpaceKind =
  'queue' | 'queue-internal' | 'channel' | 'direct' | 'knowledge' | 'personal' | 'directory'

export interface SpaceRow {
  readonly spaceKey: number
  readonly spaceId: SpaceId
  readonly kind: SpaceKind
  readonly parentId: SpaceId | null
}

export function findSpace(db: ReadableDb, spaceId: SpaceId): SpaceRow | null {
  return (
    db.get<SpaceRow>(
      'SELECT space_key AS spaceKey, space_id AS spaceId, kind, parent_id AS parentId FROM spaces WHERE space_id = ?',
      [spaceId],
    ) ?? null
  )
}

/** @throws where the space is not known: its record must be stored before its documents */
export function spaceKeyOf(db: ReadableDb, spaceId: SpaceId): number {
  const space = findSpace(db, spaceId)
  if (!space) throw new Error('document of an unknown space')
  return space.spaceKey
}
