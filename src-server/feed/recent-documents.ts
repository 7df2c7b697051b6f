/** Which documents were written in a short while ago: people are at work on them. */
import type { Clock } from '#shared/base/clock.ts'
import type { DocId } from '#shared/base/ids.ts'

export interface RecentDocuments {
  note(docId: DocId): void
  has(docId: DocId): boolean
}

const quietMs = 10_000

export function createRecentDocuments(clock: Clock): RecentDocuments {
  // In the order of the last write, so that the old ones stand in front.
  const writtenAt = new Map<DocId, number>()
  const isOld = (at: number) => Math.abs(clock.now() - at) >= quietMs
  const forgetOld = () => {
    for (const [docId, at] of writtenAt) {
      if (!isOld(at)) return
      writtenAt.delete(docId)
    }
  }
  return {
    note(docId) {
      forgetOld()
      writtenAt.delete(docId)
      writtenAt.set(docId, clock.now())
    },
    has(docId) {
      const at = writtenAt.get(docId)
      return at !== undefined && !isOld(at)
    },
  }
}
