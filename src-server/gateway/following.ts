/**
 * Who follows which space and how far each has read it: keeps devices that are up to date so, with pages they did not
 * ask for, and tells the others once that there is more [S4]. The position kept here is the device's cursor, moved by
 * the same frames that move it there.
 */
import type { SpaceId } from '#shared/base/ids.ts'
import type { Timers } from '#shared/base/timers.ts'
import { encode } from '#shared/protocol/codec.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import type { GatewayLimits } from './gateway-limits.ts'
import type { GatewayMetrics } from './gateway-metrics.ts'
import type { Pages } from './pages.ts'
import { behind, type FollowedSpace, type Session } from './session.ts'
import type { Valves } from './valves.ts'

export interface Following {
  /** @param position the device's cursor where it is at the head, or `behind`; kept as it is where it follows already */
  follow(session: Session, spaceId: SpaceId, position: number): void
  unfollow(session: Session, spaceId: SpaceId): void
  leave(session: Session): void
  follows(session: Session, spaceId: SpaceId): boolean
  /** The device was told that an item of its own has this number [S8]. */
  acknowledged(session: Session, spaceId: SpaceId, seq: number): void
  /** The device was sent a page that it asked for. */
  paged(session: Session, spaceId: SpaceId, position: number): void
  headMoved(spaceId: SpaceId, head: number): void
}

export interface FollowingDeps {
  readonly store: SyncStore
  readonly pages: Pages
  readonly valves: Valves
  readonly limits: GatewayLimits
  readonly metrics: GatewayMetrics
  readonly timers: Timers
  readonly soon: (run: () => void) => void
}

/**
 * Telling a thousand devices takes as long as storing some hundred updates. After that it rests about as long, in which
 * pushes are answered, and what they brought is told together.
 */
const receiversPerRestMs = 100
const longestRestMs = 50

export function createFollowing(deps: FollowingDeps): Following {
  const { store, pages, valves, limits, metrics, timers, soon } = deps
  const spaces = new Map<SpaceId, FollowedSpace>()
  const moved = new Set<FollowedSpace>()
  let isScheduled = false

  const remove = (session: Session, space: FollowedSpace): void => {
    session.following.delete(space)
    space.followers.delete(session)
    if (space.followers.size === 0) spaces.delete(space.spaceId)
  }

  const deliver = (space: FollowedSpace): number => {
    const start = performance.now()
    const { spaceId, head, followers } = space
    let receivers = 0
    let poke: Uint8Array | null = null
    for (const session of followers) {
      const position = session.following.get(space) ?? behind
      if (position === behind || position >= head) continue
      receivers++
      if (session.valve.socket.bufferedAmount <= limits.pokeAboveBytes) {
        const page = pages.read(spaceId, position)
        if (page.upTo >= head) {
          valves.send(session.valve, page.bytes)
          session.following.set(space, page.upTo)
          continue
        }
      }
      poke ??= encode({ type: 'poke', spaceId, head })
      valves.send(session.valve, poke)
      session.following.set(space, behind)
    }
    if (receivers > 0) metrics.fannedOut(receivers, performance.now() - start)
    return receivers
  }

  const deliverAll = (): void => {
    const due = [...moved]
    moved.clear()
    const receivers = due.reduce((sum, space) => sum + deliver(space), 0)
    const restMs = Math.min(receivers / receiversPerRestMs, longestRestMs)
    if (restMs < 1) {
      isScheduled = false
      return
    }
    timers.after(restMs, () => {
      isScheduled = false
      if (moved.size > 0) schedule()
    })
  }
  const schedule = (): void => {
    if (isScheduled) return
    isScheduled = true
    soon(deliverAll)
  }

  return {
    follow(session, spaceId, position) {
      const known = spaces.get(spaceId)
      const space = known ?? { spaceId, head: store.head(spaceId), followers: new Set() }
      if (!known) spaces.set(spaceId, space)
      space.followers.add(session)
      if (!session.following.has(space)) session.following.set(space, position)
    },
    unfollow(session, spaceId) {
      const space = spaces.get(spaceId)
      if (space) remove(session, space)
    },
    leave(session) {
      for (const space of [...session.following.keys()]) remove(session, space)
    },
    follows(session, spaceId) {
      const space = spaces.get(spaceId)
      return space !== undefined && session.following.has(space)
    },
    acknowledged(session, spaceId, seq) {
      const space = spaces.get(spaceId)
      if (space && session.following.get(space) === seq - 1) session.following.set(space, seq)
    },
    paged(session, spaceId, position) {
      const space = spaces.get(spaceId)
      if (space && session.following.has(space)) session.following.set(space, position)
    },
    headMoved(spaceId, head) {
      const space = spaces.get(spaceId)
      // Messages may come late.
      if (!space || head <= space.head) return
      space.head = head
      // After what is due: whoever pushed is answered first, and need not be sent its own.
      moved.add(space)
      schedule()
    },
  }
}
