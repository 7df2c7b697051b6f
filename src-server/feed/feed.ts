/**
 * Takes pushes. Those that arrive in one turn of the event loop, from whichever device, share one transaction and one
 * wait for the disk; nobody is answered before it is durable. Keeps apart what belongs to different items: one that
 * cannot be taken never spoils another.
 */
import type { Clock } from '#shared/base/clock.ts'
import type { DocId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import type { UlidFactory } from '#shared/base/ulid.ts'
import type { PushItem } from '#shared/protocol/frames.ts'
import type { AccessPolicy, Identity } from '../access/access-policy.ts'
import type { FanOut } from '../gateway/fan-out.ts'
import type { FeedContent } from './content-port.ts'
import type { FeedMetrics } from './feed-metrics.ts'
import { createRecentDocuments } from './recent-documents.ts'
import { createRefusedDocuments } from './refused-documents.ts'
import { StoreFull, type SyncStore } from './sync-store.ts'
import { takeItem } from './take-item.ts'
import { noEffects, type Effects, type PushOutcome } from './taking.ts'

export interface Feed {
  /** One outcome an item, in their order; what was taken is durable. Never rejects. */
  push(identity: Identity, items: readonly PushItem[]): Promise<readonly PushOutcome[]>
  /** Everything pushed so far is answered. */
  settled(): Promise<void>
  /** True where nobody has written in the document in the last seconds. */
  isQuiet(docId: DocId): boolean
}

export interface FeedDeps {
  readonly store: SyncStore
  readonly policy: AccessPolicy
  readonly content: FeedContent
  readonly fanOut: FanOut
  readonly clock: Clock
  readonly ids: UlidFactory
  readonly log: Log
  readonly metrics: FeedMetrics
  /** Runs after what is due in this turn of the event loop: `setImmediate`, or the simulation's own. */
  readonly soon: (run: () => void) => void
}

interface Push {
  readonly identity: Identity
  readonly items: readonly PushItem[]
  readonly answer: (outcomes: readonly PushOutcome[]) => void
}

/** Keeps a transaction, and with it everybody's wait, to some tens of milliseconds. */
const itemsAtOnce = 2_000
/** Beyond that the disk does not keep up: devices hold on to what they have. */
const waitingItems = 20_000

export function createFeed(deps: FeedDeps): Feed {
  const { store, fanOut, log, metrics, soon } = deps
  const taking = { ...deps, refused: createRefusedDocuments(), newId: () => deps.ids.next() }
  const recent = createRecentDocuments(deps.clock)
  let waiting: Push[] = []
  let waitingCount = 0
  let isScheduled = false
  let whenSettled: (() => void)[] = []

  const takeAll = (pushes: readonly Push[]): { outcomes: PushOutcome[][]; effects: Effects } => {
    const effects = noEffects()
    const outcomes = store.transaction((writer) =>
      pushes.map(({ identity, items }) =>
        items.map((item) => takeItem({ ...taking, writer, identity, item, effects })),
      ),
    )
    return { outcomes, effects }
  }

  const commit = (pushes: readonly Push[]): PushOutcome[][] => {
    const start = performance.now()
    try {
      const { outcomes, effects } = takeAll(pushes)
      metrics.committed(count(pushes), performance.now() - start)
      tell(effects)
      return outcomes
    } catch (error) {
      if (error instanceof StoreFull) {
        log.error('disk-full')
        return pushes.map(({ items }) => items.map((item) => refusal(item, 'disk-full')))
      }
      return apart(pushes, error)
    }
  }

  /** Something went wrong that should not have: whoever it was, the others get what they asked for. */
  const apart = (pushes: readonly Push[], error: unknown): PushOutcome[][] => {
    const [first] = pushes
    if (pushes.length > 1 || (first && first.items.length > 1)) {
      return pushes.map((push) => push.items.flatMap((item) => commit([{ ...push, items: [item] }]).flat()))
    }
    log.error('push-failed', { error: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
    return pushes.map(({ items }) => items.map((item) => refusal(item, 'busy')))
  }

  const tell = ({ heads, rights, documents }: Effects): void => {
    for (const docId of documents) recent.note(docId)
    for (const { identity, of } of rights) {
      for (const personId of of) {
        fanOut.publish({ type: 'access', workspaceId: identity.workspaceId, personId })
      }
    }
    for (const [spaceId, head] of heads) fanOut.publish({ type: 'head', spaceId, head })
  }

  const flush = (): void => {
    const pushes = takeSome(waiting)
    waiting = waiting.slice(pushes.length)
    waitingCount -= count(pushes)
    const outcomes = commit(pushes)
    pushes.forEach(({ answer }, i) => {
      const own = outcomes[i] ?? []
      for (const outcome of own) if (outcome.type === 'refused') metrics.refused(outcome.reason)
      answer(own)
    })
    isScheduled = waiting.length > 0
    if (isScheduled) {
      soon(flush)
      return
    }
    for (const tellSettled of whenSettled) tellSettled()
    whenSettled = []
  }

  return {
    push(identity, items) {
      if (waitingCount + items.length > waitingItems) {
        return Promise.resolve(items.map((item) => refusal(item, 'busy')))
      }
      return new Promise((answer) => {
        if (!isScheduled) soon(flush)
        isScheduled = true
        waiting.push({ identity, items, answer })
        waitingCount += items.length
      })
    },
    settled: () => (isScheduled ? new Promise((resolve) => whenSettled.push(resolve)) : Promise.resolve()),
    isQuiet: (docId) => !recent.has(docId),
  }
}

const refusal = (item: PushItem, reason: 'busy' | 'disk-full'): PushOutcome => ({
  type: 'refused',
  itemId: item.itemId,
  reason,
  detail: '',
})

const count = (pushes: readonly Push[]): number => pushes.reduce((sum, { items }) => sum + items.length, 0)

/** As many as fit one transaction, but one at least. */
function takeSome(pushes: readonly Push[]): readonly Push[] {
  let items = 0
  const end = pushes.findIndex((push) => (items += push.items.length) > itemsAtOnce)
  return end < 0 ? pushes : pushes.slice(0, Math.max(1, end))
}
