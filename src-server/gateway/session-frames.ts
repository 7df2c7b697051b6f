/** What a device may say once it has said hello, and what happens then. Rights are asked for at every frame [A1]. */
import type { DocId, SpaceId } from '#shared/base/ids.ts'
import type { Clock } from '#shared/base/clock.ts'
import { encode } from '#shared/protocol/codec.ts'
import type { ClientFrame, PushItem, ServerFrame } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { AccessPolicy, Identity } from '../access/access-policy.ts'
import type { Content } from '../content/content.ts'
import type { Feed } from '../feed/feed.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import type { PushOutcome } from '../feed/taking.ts'
import type { Following } from './following.ts'
import type { Pages } from './pages.ts'
import type { Presence } from './presence.ts'
import { behind, type Session } from './session.ts'
import { pauseReasons, type Valves } from './valves.ts'

export interface SessionFramesDeps {
  readonly store: SyncStore
  readonly feed: Feed
  readonly policy: AccessPolicy
  readonly content: Pick<Content, 'stateOf'>
  readonly following: Following
  readonly pages: Pages
  readonly presence: Presence
  readonly valves: Valves
  readonly clock: Clock
  readonly soon: (run: () => void) => void
}

export type WelcomedFrame = Exclude<ClientFrame, { type: 'hello' | 'ping' }>

export interface SessionFrames {
  receive(session: Session, identity: Identity, frame: WelcomedFrame): void
  pong(session: Session, nonce: number): void
}

/** Bytes of states in one frame; more go into another. */
const statesBytes = 1024 * 1024

export function createSessionFrames(deps: SessionFramesDeps): SessionFrames {
  const { store, feed, policy, content, following, pages, presence, valves, clock, soon } = deps
  const send = (session: Session, frame: ServerFrame) => valves.send(session.valve, encode(frame))

  const answer = (session: Session, items: readonly PushItem[], outcomes: readonly PushOutcome[]): void => {
    // Nobody is there to hear it: the device pushes again and gets the same answer [P4].
    if (session.valve.closeCode !== 0) return
    const taken = outcomes.filter((outcome) => outcome.type === 'taken')
    if (taken.length > 0) send(session, { type: 'ack', items: taken })
    outcomes.forEach((outcome, i) => {
      if (outcome.type === 'refused') {
        const { itemId, reason } = outcome
        const detail = outcome.detail.slice(0, protocolLimits.detailLength)
        send(session, { type: 'reject', itemId, reason, detail })
      } else if (items[i]?.type === 'update') {
        following.acknowledged(session, outcome.spaceId, outcome.seq)
      }
    })
  }

  const push = (session: Session, identity: Identity, items: readonly PushItem[]): void => {
    void feed.push(identity, items).then((outcomes) => answer(session, items, outcomes))
  }

  /** A space that is not there and one that may not be read look alike [P7] [S7]. */
  const revoke = (session: Session, { role }: Identity, spaceId: SpaceId): void => {
    following.unfollow(session, spaceId)
    send(session, { type: 'access', role, granted: [], revoked: [spaceId] })
  }

  const pull = (
    session: Session,
    identity: Identity,
    frame: Extract<ClientFrame, { type: 'pull' }>,
  ): void => {
    const { spaceId } = frame
    if (!policy.canRead(identity, spaceId)) {
      revoke(session, identity, spaceId)
      return
    }
    const isCurrent = frame.epoch === store.epoch() && frame.after <= store.head(spaceId)
    const page = pages.read(spaceId, isCurrent ? frame.after : 0)
    valves.send(session.valve, page.bytes)
    following.follow(session, spaceId, behind)
    following.paged(session, spaceId, page.upTo >= page.head ? page.upTo : behind)
  }

  const stateOf = ({ workspaceId }: Identity, spaceId: SpaceId, docId: DocId) => {
    const place = store.findDocument(workspaceId, docId)
    const isHere = place?.spaceId === spaceId && !place.isDeleted
    const log = isHere ? store.documentLog(spaceId, docId) : []
    const state = log.length > 0 ? content.stateOf(log.map(({ payload }) => payload)) : null
    return { docId, stateVector: state?.stateVector ?? nothing, digest: state?.digest ?? nothing }
  }

  /** Each document has to be put together: one at a time, with everybody else's work in between. */
  const compare = async (
    session: Session,
    identity: Identity,
    spaceId: SpaceId,
    docIds: ReadonlySet<DocId>,
  ) => {
    let docs: ReturnType<typeof stateOf>[] = []
    let bytes = 0
    const flush = () => {
      send(session, { type: 'states', spaceId, docs })
      docs = []
      bytes = 0
    }
    for (const docId of docIds) {
      await new Promise<void>((resolve) => soon(resolve))
      if (session.valve.closeCode !== 0) return
      if (!policy.canRead(identity, spaceId)) {
        revoke(session, identity, spaceId)
        return
      }
      const state = stateOf(identity, spaceId, docId)
      docs.push(state)
      bytes += state.stateVector.byteLength
      if (bytes > statesBytes) flush()
    }
    if (docs.length > 0 || docIds.size === 0) flush()
  }

  const compareInTurn = (
    session: Session,
    identity: Identity,
    spaceId: SpaceId,
    docIds: readonly DocId[],
  ) => {
    valves.pause(session.valve, pauseReasons.working)
    const work = (session.slowWork ?? Promise.resolve())
      .then(() => compare(session, identity, spaceId, new Set(docIds)))
      .finally(() => {
        if (session.slowWork !== work) return
        session.slowWork = null
        valves.resume(session.valve, pauseReasons.working)
      })
    session.slowWork = work
  }

  const pong = (session: Session, nonce: number) => {
    send(session, { type: 'pong', nonce, serverTime: clock.now() })
  }

  return {
    pong,
    receive(session, identity, frame) {
      switch (frame.type) {
        case 'push': {
          push(session, identity, frame.items)
          return
        }
        case 'pull': {
          pull(session, identity, frame)
          return
        }
        case 'watch': {
          presence.watch(session, frame.topics)
          return
        }
        case 'presence': {
          presence.set(session, frame.topic, frame.state)
          return
        }
        case 'point': {
          presence.point(session, frame.topic, frame.point)
          return
        }
        case 'compare':
          if (!policy.canRead(identity, frame.spaceId)) {
            revoke(session, identity, frame.spaceId)
            return
          }
          {
            compareInTurn(session, identity, frame.spaceId, frame.docIds)
            return
          }
      }
    },
  }
}

const nothing = new Uint8Array(0)
