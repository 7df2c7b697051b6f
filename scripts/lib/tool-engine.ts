/** An engine under plain Node for command-line tools: the same one that the program runs, answering in this thread. */
import { randomBytes } from 'node:crypto'
import { systemClock } from '#shared/base/clock.ts'
import { silentLog } from '#shared/base/log.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import { createEngine, type Engine } from '../../src-main/engine/engine.ts'

/** Ends the tool with a sentence where the folder cannot be opened. */
export function openToolEngine(folder: string): Engine {
  const opened = createEngine({
    folder,
    sqliteBinding: null,
    clock: systemClock,
    ids: createUlidFactory(systemClock.now, () => randomBytes(1)[0] ?? 0),
    log: silentLog,
    readerEntry: null,
    sync: null,
  })
  if (opened.ok) return opened.value
  console.error(`The workspace in ${folder} cannot be opened: ${JSON.stringify(opened.error)}`)
  process.exit(1)
}
