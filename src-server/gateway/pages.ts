/** Pages as bytes. The last few are kept: what is new in a space is the same page for all who follow it. */
import type { Clock } from '#shared/base/clock.ts'
import type { DocId, SpaceId } from '#shared/base/ids.ts'
import { encode } from '#shared/protocol/codec.ts'
import type { FeedEntry } from '#shared/protocol/frames.ts'
import type { Content } from '../content/content.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import type { GatewayLimits } from './gateway-limits.ts'

export interface EncodedPage {
  readonly bytes: Uint8Array
  readonly upTo: number
  readonly head: number
}

export interface Pages {
  read(spaceId: SpaceId, after: number): EncodedPage
}

export interface PagesDeps {
  readonly store: SyncStore
  readonly content: Pick<Content, 'stateOf'>
  readonly clock: Clock
  readonly limits: GatewayLimits
}

const kept = 16
/** A digest needs the whole document: that often, and of small ones only [E5]. */
const sampleEveryMs = 1_000
const sampleMaxBytes = 128 * 1024

export function createPages({ store, content, clock, limits }: PagesDeps): Pages {
  const recent = new Map<string, EncodedPage>()
  let sampledAt = -sampleEveryMs

  const sample = (spaceId: SpaceId, entries: readonly FeedEntry[]) => {
    if (Math.abs(clock.now() - sampledAt) < sampleEveryMs) return null
    const docId = lastDocument(entries)
    if (docId === null) return null
    sampledAt = clock.now()
    const payloads = store.documentLog(spaceId, docId).map(({ payload }) => payload)
    if (payloads.reduce((sum, { byteLength }) => sum + byteLength, 0) > sampleMaxBytes) return null
    const state = content.stateOf(payloads)
    return state?.isWhole === true ? { docId, digest: state.digest } : null
  }

  return {
    read(spaceId, after) {
      const key = `${spaceId} ${after}`
      const known = recent.get(key)
      if (known?.head === store.head(spaceId)) return known
      const { entries, upTo, head } = store.page(spaceId, after, {
        entries: limits.pageEntries,
        bytes: limits.pageBytes,
      })
      const bytes = encode({
        type: 'page',
        spaceId,
        epoch: store.epoch(),
        after,
        upTo,
        head,
        entries,
        // What a document must be is only known at the end of the feed.
        sample: upTo === head ? sample(spaceId, entries) : null,
      })
      const page = { bytes, upTo, head }
      const [oldest] = recent.keys()
      if (recent.size >= kept && oldest !== undefined) recent.delete(oldest)
      recent.delete(key)
      recent.set(key, page)
      return page
    },
  }
}

function lastDocument(entries: readonly FeedEntry[]): DocId | null {
  const entry = entries.findLast(({ type }) => type === 'update' || type === 'snapshot')
  return entry && 'docId' in entry ? entry.docId : null
}
