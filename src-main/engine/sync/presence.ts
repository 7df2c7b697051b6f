/**
 * Who is here: topics that a window shows right now, and who else looks at them. Nothing is said while nobody looks, and
 * nothing is stored.
 */
import type { PersonId } from '#shared/base/ids.ts'
import type { PresenceRow } from '#shared/contract/sync.ts'
import type { ClientFrame, ServerFrame } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'

type Presences = Extract<ServerFrame, { type: 'presences' }>

export interface Presence {
  /** The topics that are on screen now. */
  watch(topics: ReadonlySet<string>): void
  typing(topic: string, on: boolean): void
  received(presences: Presences): void
  /** A connection was made: says again what is watched. */
  connected(): void
  disconnected(): void
  others(topic: string, me: PersonId | null): PresenceRow[]
}

export interface PresenceDeps {
  readonly send: (frame: ClientFrame) => void
  readonly invalidate: (keys: ReadonlySet<string>) => void
}

export const presenceKey = (topic: string) => `presence:${topic}`

export function createPresence({ send, invalidate }: PresenceDeps): Presence {
  let watched: ReadonlySet<string> = new Set()
  const present = new Map<string, Presences['present']>()
  const say = () => send({ type: 'watch', topics: [...watched].slice(0, protocolLimits.topics) })
  return {
    watch(topics) {
      if (topics.size === watched.size && [...topics].every((topic) => watched.has(topic))) return
      watched = topics
      for (const topic of present.keys()) if (!topics.has(topic)) present.delete(topic)
      say()
    },
    typing(topic, on) {
      // Nobody else is here to see it.
      if ((present.get(topic)?.length ?? 0) > 1) {
        send({ type: 'presence', topic, state: on ? 'typing' : 'viewing' })
      }
    },
    received({ topic, present: list }) {
      if (!watched.has(topic)) return
      present.set(topic, list)
      invalidate(new Set([presenceKey(topic)]))
    },
    connected() {
      if (watched.size > 0) say()
    },
    disconnected() {
      const keys = new Set([...present.keys()].map(presenceKey))
      present.clear()
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
