/**
 * In which spaces a document may be. Ids are made by devices, so without this anybody could take the name of somebody
 * else's document, or put internal notes where guests read them [A3].
 */
import { parseDocId, type DocId } from '#shared/base/ids.ts'
import type { Identity } from '../access/access-policy.ts'
import type { FeedSpace } from './sync-store.ts'

export function mayLiveIn(docId: DocId, space: FeedSpace, identity: Identity): boolean {
  const parsed = parseDocId(docId)
  // Kinds of newer versions are stored as they come [V4]; they too belong to something.
  if (parsed === null) return false
  switch (parsed.kind) {
    case 'ticket':
      return space.kind === 'queue'
    case 'notes':
      return space.kind === 'queue-internal'
    case 'article':
    case 'article-log':
      return space.kind === 'knowledge'
    case 'chat':
      return parsed.owner === space.spaceId && (space.kind === 'channel' || space.kind === 'direct')
    case 'personal':
      return space.kind === 'personal' && parsed.owner === identity.personId
    case 'settings':
      return parsed.owner === space.spaceId
    case null:
      return space.kind !== 'directory'
  }
}
