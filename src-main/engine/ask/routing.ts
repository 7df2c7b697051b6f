/**
 * Which passages may go to a provider. Nothing goes from a space that is marked "device only", of a kind that is withheld, or
 * from a space that this program knows too little about: where in doubt, it stays here.
 */
import { settingsDocId, type SpaceId } from '#shared/base/ids.ts'
import type { PassageType } from '#shared/contract/passages.ts'
import type { KnowledgeKind } from '#shared/contract/providers.ts'
import type { ReadableDb } from '../store/db.ts'
import { readWithheldKinds, type Provider } from './provider-rows.ts'

export interface Routed {
  readonly type: PassageType
  /** Null for files of this device. */
  readonly spaceId: string | null
}

/** Asked again for every question, and again at the moment of sending: spaces change. */
export function createRouting(
  db: ReadableDb,
  provider: Pick<Provider, 'withheldKinds' | 'withheldSpaces'>,
): (passage: Routed) => boolean {
  const withheld = new Set<KnowledgeKind>([...readWithheldKinds(db), ...provider.withheldKinds])
  const spaces = new Set<string>(provider.withheldSpaces)
  return ({ type, spaceId }) => {
    if (withheld.has(type)) return false
    if (type === 'file') return true
    if (spaceId === null) return false
    const space = findRoutedSpace(db, spaceId)
    if (!space || spaces.has(space.id)) return false
    return !(space.kind === 'direct' && withheld.has('direct'))
  }
}

/** The space whose settings count; null where it may not be sent from. */
function findRoutedSpace(
  db: ReadableDb,
  spaceId: string,
): { readonly id: string; readonly kind: string } | null {
  const space = readSpace(db, spaceId)
  if (!space || space.deviceOnly === 1) return null
  if (space.kind === 'knowledge') return space
  if (space.kind !== 'queue-internal') return hasSettings(db, spaceId) ? space : null
  // Notes follow their queue.
  const queue = space.parentId === null ? null : readSpace(db, space.parentId)
  return queue?.deviceOnly === 0 && hasSettings(db, queue.id) ? queue : null
}

function readSpace(db: ReadableDb, id: string) {
  return db.get<{ id: string; kind: string; parentId: string | null; deviceOnly: 0 | 1 }>(
    'SELECT space_id AS id, kind, parent_id AS parentId, device_only AS deviceOnly FROM spaces WHERE space_id = ?',
    [id],
  )
}

/** Until a space's settings have come and are read, nobody knows whether it is device-only. */
function hasSettings(db: ReadableDb, spaceId: string): boolean {
  const projected = db.value(
    'SELECT 1 FROM documents WHERE doc_id = ? AND projected_rev = rev AND projection_error IS NULL',
    [settingsDocId(spaceId as SpaceId)],
  )
  return projected !== undefined
}
