/** Time that moves only when the simulation says so; one for all, with a skewed clock for each device. */
import { disposable } from '#shared/base/disposable.ts'
import type { Clock } from '#shared/base/clock.ts'
import type { Timers } from '#shared/base/timers.ts'

export interface VirtualTime extends Clock {
  readonly timers: Timers
  /** A clock that is off by as much as `skew` says at the moment. */
  skewed(skew: () => number): Clock
  /** Moves on, and runs what has come due in its order. `settle` is awaited after each. */
  advance(ms: number, settle: () => Promise<void>): Promise<void>
}

interface Due {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

export function createVirtualTime(start: number): VirtualTime {
  let now = start
  let order = 0
  const due = new Set<Due>()
  const next = (until: number): Due | undefined => {
    let first: Due | undefined
    for (const candidate of due) {
      if (candidate.at > until) continue
      if (!first || candidate.at < first.at || (candidate.at === first.at && candidate.order < first.order)) {
        first = candidate
      }
    }
    return first
  }
  return {
    now: () => now,
    timers: {
      after(ms, run) {
        const entry = { at: now + ms, order: order++, run }
        due.add(entry)
        return disposable(() => due.delete(entry))
      },
    },
    skewed: (skew) => ({ now: () => now + skew() }),
    async advance(ms, settle) {
      const until = now + ms
      for (let entry = next(until); entry; entry = next(until)) {
        due.delete(entry)
        now = Math.max(now, entry.at)
        entry.run()
        await settle()
      }
      now = until
    },
  }
}
