/** An engine as the engine host has it, for measuring under plain Node. */
import { randomBytes } from 'node:crypto'
import { systemClock } from '#shared/base/clock.ts'
import { silentLog } from '#shared/base/log.ts'
import { unwrap } from '#shared/base/result.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import { createEngine, type Engine } from '../src-main/engine/engine.ts'

export const benchIds = createUlidFactory(systemClock.now, () => randomBytes(1)[0] ?? 0)

export function openBenchEngine(folder: string): Engine {
  return unwrap(
    createEngine({
      folder,
      sqliteBinding: null,
      clock: systemClock,
      ids: benchIds,
      log: silentLog,
      readerEntry: new URL('../src-main/workers/db-reader.ts', import.meta.url),
      sync: null,
    }),
  )
}
