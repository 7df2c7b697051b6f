/** Tells of changes at most so often; the last one is always told. */
import type { Disposable } from '#shared/base/disposable.ts'
import type { Timers } from '#shared/base/timers.ts'

export interface Throttle {
  /** Runs now, or once when the time is over; of several that wait, the last one counts. */
  run(key: string, work: () => void): void
  drop(key: string): void
}

/** @param timers null: everything runs at once */
export function createThrottle(timers: Timers | null, ms: number): Throttle {
  const waiting = new Map<string, { next: (() => void) | null; timer: Disposable }>()
  const wait = (key: string): void => {
    if (!timers) return
    const timer = timers.after(ms, () => {
      const next = waiting.get(key)?.next
      waiting.delete(key)
      if (!next) return
      next()
      wait(key)
    })
    waiting.set(key, { next: null, timer })
  }
  return {
    run(key, work) {
      const entry = waiting.get(key)
      if (entry) {
        entry.next = work
        return
      }
      work()
      wait(key)
    },
    drop(key) {
      waiting.get(key)?.timer.dispose()
      waiting.delete(key)
    },
  }
}
