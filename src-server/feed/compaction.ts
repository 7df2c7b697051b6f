/**
 * The feed's housekeeping. Merges the logs of documents that nobody is writing in, one document at a time between other work. The merged state
 * is a new entry at the end of the feed and the older ones go in the same transaction, so a device that is reading the
 * feed in pages meets every document's content at its old place or at the end, never neither [S9].
 */
import { disposable, type Disposable } from '#shared/base/disposable.ts'
import { asId, parseDocId, type DocId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { UlidFactory } from '#shared/base/ulid.ts'
import type { FanOut } from '../gateway/fan-out.ts'
import type { FeedContent } from './content-port.ts'
import type { FeedMetrics } from './feed-metrics.ts'
import type { Feed } from './feed.ts'
import { createPurging } from './purging.ts'
import { StoreFull, type SyncStore } from './sync-store.ts'

export interface CompactionDeps {
  readonly store: SyncStore
  readonly feed: Feed
  readonly content: FeedContent
  readonly fanOut: FanOut
  readonly ids: UlidFactory
  readonly timers: Timers
  readonly log: Log
  readonly metrics: FeedMetrics
}

export interface Compaction extends Disposable {
  /** Merges this document now, whatever its size; false where that cannot be. */
  compact(spaceId: SpaceId, docId: DocId): boolean
}

const pauseMs = 5_000
/** Between two documents, so that a person's push never waits for more than one. */
const betweenMs = 20
const documentsAtOnce = 50
/** A document that misses parts is looked at again when its log has grown. */
const rememberedWaiting = 10_000

export function createCompaction(deps: CompactionDeps): Compaction {
  const { store, feed, content, fanOut, ids, timers, log, metrics } = deps
  const waitingAt = new Map<DocId, number>()
  const purging = createPurging(store, log, pauseMs)

  const compact = (spaceId: SpaceId, docId: DocId): boolean => {
    // What this version does not know it does not rewrite [V4].
    if (parseDocId(docId)?.kind == null) return false
    const entries = store.documentLog(spaceId, docId)
    if (entries.length < 2 || waitingAt.get(docId) === entries.length) return false
    const merged = content.merge(entries.map(({ payload }) => payload))
    if (!merged.ok || !merged.value.isWhole) {
      if (waitingAt.size >= rememberedWaiting) waitingAt.clear()
      waitingAt.set(docId, entries.length)
      return false
    }
    waitingAt.delete(docId)
    const { payload } = merged.value
    // Who erased something before must stay sure that it is gone, also for a device that was away all the time.
    const erases = entries.some((entry) => entry.type === 'snapshot' && entry.erases)
    const author = store.soleAuthor(spaceId, docId)
    const seq = store.transaction((writer) => {
      const entryId = asId<UpdateId>(ids.next())
      const snapshot = { type: 'snapshot', entryId, docId, payload, erases } as const
      const appended = writer.append(spaceId, snapshot, author)
      writer.dropEntriesBelow(spaceId, docId, appended.seq)
      return appended.seq
    })
    metrics.compacted(
      entries.reduce((sum, entry) => sum + entry.payload.byteLength, 0),
      payload.byteLength,
    )
    fanOut.publish({ type: 'head', spaceId, head: seq })
    return true
  }

  const compactQuietly = (spaceId: SpaceId, docId: DocId): void => {
    try {
      compact(spaceId, docId)
    } catch (error) {
      log.error('compaction-failed', { isFull: error instanceof StoreFull })
    }
  }

  let due: { readonly spaceId: SpaceId; readonly docId: DocId }[] = []
  const look = (): void => {
    purging.step()
    due = store.documentsToCompact(documentsAtOnce).filter(({ docId }) => feed.isQuiet(docId))
    timer = timers.after(due.length > 0 ? betweenMs : pauseMs, step)
  }
  const step = (): void => {
    const next = due.shift()
    if (next) compactQuietly(next.spaceId, next.docId)
    timer = due.length > 0 ? timers.after(betweenMs, step) : timers.after(pauseMs, look)
  }
  let timer = timers.after(pauseMs, look)
  return { ...disposable(() => timer.dispose()), compact }
}
