/**
 * Pulls what others wrote: a few spaces at a time, each page stored with its cursor, in slices that let commands in
 * between. Frames that change the store go through here one by one, in the order they came.
 */
import type { SpaceId } from '#shared/base/ids.ts'
import type { ClientFrame, FeedEntry, ServerFrame, SpaceHead } from '#shared/protocol/frames.ts'
import type { CommandContext } from '../commands/context.ts'
import { applyEntries } from './apply-entries.ts'
import { findCursor, putCursor } from './cursors.ts'
import { checkSample } from './reconcile.ts'

type Page = Extract<ServerFrame, { type: 'page' }>

export interface Progress {
  readonly done: number
  readonly total: number
}

export interface Puller {
  /** The spaces' feeds reach to here. */
  headsMoved(heads: readonly SpaceHead[]): void
  /** Stores a page. Resolves when it is stored, or was found to be none of ours. */
  store(page: Page): Promise<void>
  /** The space is gone, or has to be read from where its cursor now is. */
  forget(spaceId: SpaceId): void
  progress(): Progress | null
  /** Whether all spaces are read to their heads. */
  isUpToDate(): boolean
  reset(): void
}

export interface PullerDeps {
  readonly context: CommandContext
  /** One write transaction, told to live queries after its commit; `relaxed` does not wait for the disk. */
  readonly transact: <T>(work: () => T, durability?: 'relaxed') => T
  readonly send: (frame: ClientFrame) => void
  /** Lets what is due run first. */
  readonly yieldNow: () => Promise<void>
  /** All that was missing is stored, or will not come for now. */
  readonly onCaughtUp: () => void
}

const maxPulls = 4
/** As much as may hold up a command: about 8 ms on a slow machine. */
const sliceEntries = 250
/** Live work is shown with the commit that stores it; a flood is shown a little later. */
const projectNowEntries = 24

export function createPuller({ context, transact, send, yieldNow, onCaughtUp }: PullerDeps): Puller {
  /** Of spaces that are not read to their end: those that are cost nothing. */
  const heads = new Map<SpaceId, number>()
  /** Asked for, with the place after which. */
  const pulling = new Map<SpaceId, number>()
  let progress: { done: number; total: number } | null = null
  let run = 0

  const missing = (spaceId: SpaceId): number => {
    const cursor = findCursor(context.db, spaceId)
    return cursor ? Math.max(0, (heads.get(spaceId) ?? 0) - cursor.seq) : 0
  }
  const ask = (spaceId: SpaceId, after: number) => {
    const cursor = findCursor(context.db, spaceId)
    if (!cursor) return
    pulling.set(spaceId, after)
    send({ type: 'pull', spaceId, epoch: cursor.epoch, after })
  }
  const pull = () => {
    for (const spaceId of heads.keys()) {
      if (pulling.size >= maxPulls) return
      if (pulling.has(spaceId) || missing(spaceId) === 0) continue
      ask(spaceId, findCursor(context.db, spaceId)?.seq ?? 0)
    }
  }
  /** Entries still to come. */
  const count = (): number => {
    let sum = 0
    for (const spaceId of heads.keys()) {
      const due = missing(spaceId)
      sum += due
      if (due === 0) heads.delete(spaceId)
    }
    return sum
  }

  const caughtUp = () => {
    if (!progress) return
    progress = null
    onCaughtUp()
  }

  const storeSlices = async ({ spaceId, epoch, upTo, entries }: Page, own: number): Promise<void> => {
    const projecting = entries.length <= projectNowEntries ? 'now' : 'later'
    let stored = 0
    do {
      const slice: readonly FeedEntry[] = entries.slice(stored, stored + sliceEntries)
      stored += slice.length
      const seq = stored < entries.length ? (slice.at(-1)?.seq ?? upTo) : upTo
      transact(() => {
        applyEntries(context, spaceId, slice, projecting)
        putCursor(context.db, spaceId, epoch, seq)
      }, 'relaxed')
      if (progress) progress.done += slice.length
      if (stored < entries.length) await yieldNow()
      // The connection ended meanwhile: the cursor says how far this came, the rest will be asked for again.
      if (own !== run) return
    } while (stored < entries.length)
  }

  return {
    headsMoved(moved) {
      for (const { spaceId, head } of moved) heads.set(spaceId, Math.max(head, heads.get(spaceId) ?? 0))
      const due = count()
      // A handful of messages is no catching up that anybody would want to watch.
      if (due > projectNowEntries && (!progress || progress.done + due > progress.total)) {
        progress = { done: progress?.done ?? 0, total: (progress?.done ?? 0) + due }
      }
      pull()
    },
    async store(page) {
      const { spaceId, after, upTo, head } = page
      const cursor = findCursor(context.db, spaceId)
      const asked = pulling.get(spaceId)
      if (asked === after) pulling.delete(spaceId)
      if (!cursor || cursor.epoch !== page.epoch) return
      heads.set(spaceId, Math.max(head, heads.get(spaceId) ?? 0))
      // What an acknowledgement has moved the cursor past meanwhile is here already.
      const isNext = after <= cursor.seq && cursor.seq < upTo
      const entries = isNext ? page.entries.filter(({ seq }) => seq > cursor.seq) : []
      if (!isNext && upTo !== cursor.seq) {
        pull()
        return
      }
      // The next page travels while this one is stored.
      if (upTo < head && upTo > after && !pulling.has(spaceId)) ask(spaceId, upTo)
      if (isNext) await storeSlices({ ...page, entries }, run)
      if (page.sample) transact(() => checkSample(context, page), 'relaxed')
      if (count() === 0) caughtUp()
      pull()
    },
    forget(spaceId) {
      pulling.delete(spaceId)
      if (!findCursor(context.db, spaceId)) heads.delete(spaceId)
      pull()
    },
    progress: () => progress && { ...progress },
    isUpToDate() {
      const isDone = count() === 0
      // The last of it may have come with an acknowledgement instead of a page.
      if (isDone) caughtUp()
      return isDone
    },
    reset() {
      run++
      heads.clear()
      pulling.clear()
      caughtUp()
    },
  }
}
