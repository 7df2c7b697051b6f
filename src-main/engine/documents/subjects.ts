/** What a change of a document is about: the ids beside which a mark says that it waits for the server. */
import { parseDocId, type DocId } from '#shared/base/ids.ts'
import { isUlid } from '#shared/base/ulid.ts'
import { chatRoots, messageOfKey } from '#shared/model/chat/chat.ts'
import type { DocChanges } from './doc-changes.ts'

export function subjectsOf(docId: DocId, changes: DocChanges): ReadonlySet<string> {
  const parsed = parseDocId(docId)
  const subjects = new Set<string>()
  switch (parsed?.kind) {
    case 'chat':
      for (const root of chatRoots) {
        for (const key of changes.keys(root)) {
          const messageId = messageOfKey(key)
          if (messageId) subjects.add(messageId)
        }
      }
      break
    case 'ticket':
    case 'notes':
      subjects.add(parsed.owner)
      for (const root of ['replies', 'history', 'notes']) {
        for (const key of changes.keys(root)) if (isUlid(key)) subjects.add(key)
      }
      break
    case 'article':
    case 'article-log':
      subjects.add(parsed.owner)
      break
    default:
    // Drafts, read marks and settings have no mark of their own.
  }
  return subjects
}

/** The live queries that show what is pending of a document. */
export function pendingKeys(docId: DocId): readonly string[] {
  const parsed = parseDocId(docId)
  switch (parsed?.kind) {
    case 'chat':
      return [`channel:${parsed.owner}`]
    case 'ticket':
    case 'notes':
      return ['tickets', `ticket:${parsed.owner}`]
    case 'article':
    case 'article-log':
      return ['articles', `article:${parsed.owner}`, `articleLog:${parsed.owner}`]
    default:
      return []
  }
}
