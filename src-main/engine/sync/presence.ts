/**
 * Who is here: topics that a window shows right now, and who else looks at them. Nothing is said while nobody looks, and
 * nothing is stored.
 */
import type { PersonId } from '#shared/base/ids.ts'
import type { PointRow, PresenceRow } from '#shared/contract/sync.ts'
import type { ClientFrame, ServerFrame } from '#shared/protocol/frames.ts'
import { versionWithPoints } from '#shared/protocol/versions.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'

type Presences = Extract<ServerFrame, { type: 'presences' }>
type Pointed = Extract<ServerFrame, { type: 'pointed' }>

export interface Presence {
  /** The topics that are on screen now. */
  watch(topics: ReadonlySet<string>): void
  typing(topic: string, on: boolean): void
  received(presences: Presences): void
  /** Where the person is in what the topic shows; empty for nowhere. */
  point(topic: string, point: Uint8Array): void
  pointed(frame: Pointed): void
  points(topic: string): PointRow[]
  /** A connection was made: says again what is watched. */
  connected(version: number): void
  disconnected(): void
  others(topic: string, me: PersonId | null): PresenceRow[]
}

export interface PresenceDeps {
  readonly send: (frame: ClientFrame) => void
  readonly invalidate: (keys: ReadonlySet<string>) => void
}

export const presenceKey = (topic: string) => `presence:${topic}`
export const pointsKey = (topic: string) => `points:${topic}`

/** Nobody writes with more at once. */
const maxPoints = 50

export function createPresence({ send, invalidate }: PresenceDeps): Presence {
  let watched: ReadonlySet<string> = new Set()
  const present = new Map<string, Presences['present']>()
  /** By topic and device. */
  const others = new Map<string, Map<string, PointRow>>()
  const mine = new Map<string, Uint8Array>()
  let version = 0
  const sendMine = (topic: string) => {
    const point = mine.get(topic)
    const isShared = (present.get(topic)?.length ?? 0) > 1
    if (point && isShared && version >= versionWithPoints) send({ type: 'point', topic, point })
  }
  const forget = (topic: string) => {
    if (others.delete(topic)) invalidate(new Set([pointsKey(topic)]))
  }
  const say = () => send({ type: 'watch', topics: [...watched].slice(0, protocolLimits.topics) })
  return {
    watch(topics) {
      if (topics.size === watched.size && [...topics].every((topic) => watched.has(topic))) return
      watched = topics
      for (const topic of present.keys()) {
        if (topics.has(topic)) continue
        present.delete(topic)
        mine.delete(topic)
        forget(topic)
      }
      say()
    },
    typing(topic, on) {
      // Nobody else is here to see it.
      if ((present.get(topic)?.length ?? 0) > 1) {
        send({ type: 'presence', topic, state: on ? 'typing' : 'viewing' })
      }
    },
    point(topic, point) {
      if (!watched.has(topic)) return
      mine.set(topic, point)
      sendMine(topic)
    },
    pointed({ topic, personId, deviceId, point }) {
      if (!watched.has(topic)) return
      const points = others.get(topic) ?? new Map<string, PointRow>()
      if (point.byteLength === 0) points.delete(deviceId)
      else if (points.has(deviceId) || points.size < maxPoints) {
        const text = Buffer.from(point).toString('base64')
        points.set(deviceId, { key: deviceId, personId, point: text })
      }
      others.set(topic, points)
      invalidate(new Set([pointsKey(topic)]))
    },
    points: (topic) => [...(others.get(topic)?.values() ?? [])],
    received({ topic, present: list }) {
      if (!watched.has(topic)) return
      const before = new Set(present.get(topic)?.map(({ deviceId }) => deviceId))
      present.set(topic, list)
      // Whoever came just now knows nothing of where we are.
      if (list.some(({ deviceId }) => !before.has(deviceId))) sendMine(topic)
      const here = new Set<string>(list.map(({ deviceId }) => deviceId))
      const gone = [...(others.get(topic)?.keys() ?? [])].filter((deviceId) => !here.has(deviceId))
      for (const deviceId of gone) others.get(topic)?.delete(deviceId)
      if (gone.length > 0) invalidate(new Set([pointsKey(topic)]))
      invalidate(new Set([presenceKey(topic)]))
    },
    connected(spoken) {
      version = spoken
      if (watched.size > 0) say()
    },
    disconnected() {
      const keys = new Set([...present.keys()].map(presenceKey))
      present.clear()
      for (const topic of [...others.keys()]) forget(topic)
      if (keys.size > 0) invalidate(keys)
    },
    others(topic, me) {
      const rows = new Map<PersonId, PresenceRow>()
      for (const { personId, state } of present.get(topic) ?? []) {
        if (personId === me || state === 'away') continue
        // On two devices at once: what they do on the livelier one.
        if (rows.get(personId)?.state !== 'typing') rows.set(personId, { key: personId, state })
      }
      return [...rows.values()]
    },
  }
}
