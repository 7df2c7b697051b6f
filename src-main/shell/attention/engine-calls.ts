/** The few things that the shell itself asks of an engine for the person: from the tray, and from a notification. */
import { randomFillSync } from 'node:crypto'
import { createBytePool } from '#shared/base/byte-pool.ts'
import { systemClock } from '#shared/base/clock.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import { bridgeVersion } from '#shared/contract/bridge.ts'
import type { EngineProcess } from '../engine-process.ts'

export interface EngineCalls {
  pause(engine: EngineProcess, until: number | null): void
  /** A reply from within a notification; nothing where the engine is gone. */
  sendMessage(engine: EngineProcess | null, channelId: string, text: string): void
}

/** Windows count from 1: no window has the shell's own calls. */
const shellWindow = 0

export function createEngineCalls(): EngineCalls {
  const ids = createUlidFactory(systemClock.now, createBytePool(randomFillSync))
  let calls = 0
  const command = (engine: EngineProcess, name: string, input: unknown): void => {
    const id = `desktop:${String(++calls)}`
    // What it answers is logged by the engine; there is no window to tell it in.
    void engine.call(shellWindow, { version: bridgeVersion, id, kind: 'command', name, input })
  }
  return {
    pause: (engine, until) => command(engine, 'notify.pause', { until }),
    sendMessage(engine, channelId, text) {
      if (!engine || text.trim() === '') return
      const messageId = ids.next()
      command(engine, 'chat.send', { channelId, messageId, text })
      command(engine, 'chat.markRead', { channelId, upTo: messageId })
    },
  }
}
