/**
 * Who looks at what, told to those who look at the same. Costs nothing where nobody looks: no topic, no timer. Lists go
 * out in batches, the more seldom the more people they go to.
 */
import { isUlid } from '#shared/base/ulid.ts'
import { asId, type DocId, type SpaceId } from '#shared/base/ids.ts'
import type { Disposable } from '#shared/base/disposable.ts'
import type { Timers } from '#shared/base/timers.ts'
import { encode } from '#shared/protocol/codec.ts'
import type { PresenceState } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { AccessPolicy, Identity } from '../access/access-policy.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import { createPoints } from './points.ts'
import type { Session, Topic } from './session.ts'
import type { Valves } from './valves.ts'

export interface Presence extends Disposable {
  /** All that the device looks at now; what it may not see is left out [R1]. */
  watch(session: Session, topics: readonly string[]): void
  set(session: Session, topic: string, state: PresenceState): void
  /** Where in a document it is: passed on, and never kept [R6]. */
  point(session: Session, topic: string, point: Uint8Array): void
  leave(session: Session): void
  /** What the device may see has changed. */
  reconsider(session: Session): void
  /** Once a tick. */
  sweep(): void
}

export interface PresenceDeps {
  readonly store: SyncStore
  readonly policy: AccessPolicy
  readonly valves: Valves
  readonly timers: Timers
}

const batchMs = 500
/** A topic with as many watchers is told at most every second, one with twice as many every two. */
const watchersPerTick = 100
/** One more than the six seconds, as the first is not a whole one. */
const typingTicks = 7

export function createPresence({ store, policy, valves, timers }: PresenceDeps): Presence {
  const topics = new Map<string, Topic>()
  const changed = new Set<Topic>()
  /** Until which tick somebody counts as typing. */
  const typing = new Map<Topic, Map<Session, number>>()
  const points = createPoints({ valves, timers })
  let timer: Disposable | null = null
  let isDisposed = false

  const mayWatch = (identity: Identity, name: string): boolean => {
    const [kind, id] = splitOnce(name)
    if (kind === 'online') return id === null
    if (kind === 'space') return isUlid(id) && policy.canRead(identity, asId<SpaceId>(id))
    if (kind !== 'doc' || id === null) return false
    const place = store.findDocument(identity.workspaceId, id as DocId)
    return place !== null && !place.isDeleted && policy.canRead(identity, place.spaceId)
  }

  const note = (topic: Topic): void => {
    changed.add(topic)
    if (!isDisposed) timer ??= timers.after(batchMs, flush)
  }

  const drop = (session: Session, topic: Topic): void => {
    topic.watchers.delete(session)
    session.topics?.delete(topic)
    typing.get(topic)?.delete(session)
    points.drop(session, topic)
    if (topic.watchers.size > 0) {
      note(topic)
      return
    }
    topics.delete(topic.key)
    typing.delete(topic)
    changed.delete(topic)
  }

  const join = (session: Session, key: string, name: string): Topic => {
    const topic = topics.get(key) ?? { key, name, watchers: new Map(), wasShared: false, restsUntil: 0 }
    topics.set(key, topic)
    if (!topic.watchers.has(session)) {
      topic.watchers.set(session, 'viewing')
      note(topic)
    }
    return topic
  }

  const tell = (topic: Topic): void => {
    for (const session of [...topic.watchers.keys()]) {
      const isAllowed = session.device !== null && mayWatch(session.device.identity, topic.name)
      if (!isAllowed) drop(session, topic)
    }
    changed.delete(topic)
    const isShared = topic.watchers.size > 1
    if (!isShared && !topic.wasShared) return
    topic.wasShared = isShared
    topic.restsUntil = valves.now() + Math.floor(topic.watchers.size / watchersPerTick)
    const bytes = encode({ type: 'presences', topic: topic.name, present: listOf(topic) })
    for (const { valve } of topic.watchers.keys()) valves.send(valve, bytes)
  }

  const flush = (): void => {
    timer = null
    for (const topic of [...changed]) if (valves.now() >= topic.restsUntil) tell(topic)
    if (changed.size > 0) timer ??= timers.after(batchMs, flush)
  }

  const setState = (session: Session, topic: Topic, state: PresenceState): void => {
    if (state === 'typing') {
      const typists = typing.get(topic) ?? new Map<Session, number>()
      typing.set(topic, typists.set(session, valves.now() + typingTicks))
    } else {
      typing.get(topic)?.delete(session)
    }
    if (topic.watchers.get(session) === state) return
    topic.watchers.set(session, state)
    note(topic)
  }

  return {
    watch(session, names) {
      const identity = session.device?.identity
      if (!identity) return
      const allowed = names.filter((name) => mayWatch(identity, name))
      const wanted = new Set(allowed.map((name) => join(session, `${identity.workspaceId} ${name}`, name)))
      for (const topic of session.topics ?? []) if (!wanted.has(topic)) drop(session, topic)
      session.topics = wanted.size > 0 ? wanted : null
    },
    set(session, name, state) {
      for (const topic of session.topics ?? []) if (topic.name === name) setState(session, topic, state)
    },
    point(session, name, point) {
      for (const topic of session.topics ?? []) if (topic.name === name) points.set(session, topic, point)
    },
    leave(session) {
      for (const topic of [...(session.topics ?? [])]) drop(session, topic)
      session.topics = null
    },
    reconsider(session) {
      const identity = session.device?.identity
      for (const topic of [...(session.topics ?? [])]) {
        if (!identity || !mayWatch(identity, topic.name)) drop(session, topic)
      }
    },
    sweep() {
      for (const [topic, typists] of typing) {
        for (const [session, until] of typists) {
          if (valves.now() >= until) setState(session, topic, 'viewing')
        }
        if (typists.size === 0) typing.delete(topic)
      }
    },
    dispose() {
      isDisposed = true
      timer?.dispose()
      points.dispose()
    },
  }
}

function listOf({ watchers }: Topic) {
  const present = []
  for (const [session, state] of watchers) {
    if (present.length === protocolLimits.presences) break
    if (session.device === null) continue
    const { personId, deviceId } = session.device.identity
    present.push({ personId, deviceId, state })
  }
  return present
}

function splitOnce(name: string): readonly [kind: string, id: string | null] {
  const at = name.indexOf('/')
  return at < 0 ? [name, null] : [name.slice(0, at), name.slice(at + 1)]
}
