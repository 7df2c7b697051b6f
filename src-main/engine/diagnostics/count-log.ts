import { forwardingLog, type Log } from '#shared/base/log.ts'

/** A log that counts what says that a statement was slow, in whichever thread it ran. */
export function createCountingLog(log: Log): { readonly log: Log; readonly slowQueries: () => number } {
  let slow = 0
  return {
    log: forwardingLog((level, event, fields) => {
      if (event === 'slow-query') slow += 1
      log[level](event, fields)
    }),
    slowQueries: () => slow,
  }
}
