/** Where people are in the documents that they look at together [R6]. Passed on in batches; nothing is kept. */
import type { Disposable } from '#shared/base/disposable.ts'
import type { Timers } from '#shared/base/timers.ts'
import { encode } from '#shared/protocol/codec.ts'
import { versionWithPoints } from '#shared/protocol/versions.ts'
import type { Session, Topic } from './session.ts'
import type { Valves } from './valves.ts'

export interface Points extends Disposable {
  set(session: Session, topic: Topic, point: Uint8Array): void
  /** The device does not watch the topic any more. */
  drop(session: Session, topic: Topic): void
}

const batchMs = 100
/** Each point goes to all of them: more is no writing together. */
const maxWatchers = 50

export function createPoints({
  valves,
  timers,
}: {
  readonly valves: Valves
  readonly timers: Timers
}): Points {
  const waiting = new Map<Topic, Map<Session, Uint8Array>>()
  let timer: Disposable | null = null
  let isDisposed = false

  const flush = (): void => {
    timer = null
    for (const [topic, points] of waiting) {
      if (topic.watchers.size > maxWatchers) continue
      for (const [session, point] of points) pass(topic, session, point)
    }
    waiting.clear()
  }
  const pass = (topic: Topic, from: Session, point: Uint8Array): void => {
    if (!from.device) return
    const { personId, deviceId } = from.device.identity
    const bytes = encode({ type: 'pointed', topic: topic.name, personId, deviceId, point })
    for (const session of topic.watchers.keys()) {
      const speaks = session.device !== null && session.device.version >= versionWithPoints
      if (session !== from && speaks) valves.send(session.valve, bytes)
    }
  }
  return {
    set(session, topic, point) {
      if (isDisposed || !topic.name.startsWith('doc/') || topic.watchers.size < 2) return
      const points = waiting.get(topic) ?? new Map<Session, Uint8Array>()
      waiting.set(topic, points.set(session, point))
      timer ??= timers.after(batchMs, flush)
    },
    drop(session, topic) {
      waiting.get(topic)?.delete(session)
    },
    dispose() {
      isDisposed = true
      timer?.dispose()
    },
  }
}
