/** The few things that the shell itself asks of an engine for the person: from the tray, and from a notification. */
import { createBytePool } from '#shared/base/byte-pool.ts'
import { systemClock } from '#shared/base/clock.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import { bridgeVersion } from '#shared/contract/bridge.ts'
import type { WorkspaceMeta } from '#shared/contract/workspace.ts'
import { snoozeUntil, type SnoozeChoice } from '#shared/model/personal/snooze-times.ts'
import type { EngineProcess } from '../engine-process.ts'

export interface EngineCalls {
  pause(engine: EngineProcess, until: number | null): void
  /** A reply from within a notification; nothing where the engine is gone. */
  sendMessage(engine: EngineProcess | null, channelId: string, text: string): void
  /** The ticket becomes this person's. */
  claim(engine: EngineProcess | null, ticketId: string): void
  /** @param place as in Notice */
  snooze(engine: EngineProcess | null, place: string, choice: SnoozeChoice): void
}

/** Windows count from 1: no window has the shell's own calls. */
const shellWindow = 0

export function createEngineCalls(): EngineCalls {
  const ids = createUlidFactory(
    systemClock.now,
    createBytePool((bytes) => void crypto.getRandomValues(bytes)),
  )
  let calls = 0
  const command = (engine: EngineProcess, name: string, input: unknown): void => {
    const id = `desktop:${String(++calls)}`
    // What it answers is logged by the engine; there is no window to tell it in.
    void engine.call(shellWindow, { version: bridgeVersion, id, kind: 'command', name, input })
  }
  const claim = async (engine: EngineProcess, ticketId: string): Promise<void> => {
    const id = `desktop:${String(++calls)}`
    const query = { version: bridgeVersion, id, kind: 'query', name: 'workspace.get', input: {} } as const
    const answer = await engine.call(shellWindow, query)
    // An answer of our own engine, typed there.
    const me = answer.ok ? (answer.value as { readonly meta: WorkspaceMeta }).meta.meId : null
    if (me === null) return
    command(engine, 'ticket.update', { ticketId, fields: { ownerId: me } })
    command(engine, 'attention.seen', { ticketId })
  }
  return {
    pause: (engine, until) => command(engine, 'notify.pause', { until }),
    claim(engine, ticketId) {
      if (engine) void claim(engine, ticketId)
    },
    snooze(engine, place, choice) {
      const [type, id] = place.split('/')
      const until = snoozeUntil(choice, systemClock.now())
      if (engine && until !== null) command(engine, 'notify.snooze', { type, id, until })
    },
    sendMessage(engine, channelId, text) {
      if (!engine || text.trim() === '') return
      const messageId = ids.next()
      command(engine, 'chat.send', { channelId, messageId, text })
      command(engine, 'chat.markRead', { channelId, upTo: messageId })
    },
  }
}
