/** What goes wrong in the shell itself, and in Chromium's own processes: noted, and where it must be, the end. */
import { rmSync } from 'node:fs'
import type { App } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { faultFields } from './fault-report.ts'

interface WatchFaultsDeps {
  readonly app: Pick<App, 'on'>
  readonly log: Log
  /** A folder to delete at the end; null for none. */
  readonly temporary: string | null
  readonly fail: () => void
}

export function watchFaults({ app, log, temporary, fail }: WatchFaultsDeps): void {
  process.on('uncaughtException', (error) => {
    log.error('shell.fault', faultFields(error))
    fail()
  })
  process.on('unhandledRejection', (error) => log.error('shell.rejection', faultFields(error)))
  if (temporary !== null) {
    // The last moment that is ours. What Chromium still writes after it, the system clears with its other leftovers.
    process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))
  }
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.warn('shell.child-gone', { type, reason, code: exitCode })
  })
}
