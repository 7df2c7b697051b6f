/** Time that stands still until a test lets it go on: a clock, and timers that fire when it passes them. */
import type { Clock } from '#shared/base/clock.ts'
import { disposable } from '#shared/base/disposable.ts'
import type { Timers } from '#shared/base/timers.ts'

export interface Clockwork {
  readonly clock: Clock
  readonly timers: Timers
  /** Lets time pass; what is due in it runs in its order. */
  advance(ms: number): void
  /** As if somebody had set the clock; no timer notices. */
  setClock(ms: number): void
}

export function createClockwork(startMs = Date.UTC(2026, 0, 5, 9)): Clockwork {
  let elapsed = 0
  let offset = startMs
  const due = new Set<{ at: number; run: () => void }>()
  return {
    clock: { now: () => offset + elapsed },
    timers: {
      after(ms, run) {
        const timer = { at: elapsed + ms, run }
        due.add(timer)
        return disposable(() => due.delete(timer))
      },
    },
    advance(ms) {
      const end = elapsed + ms
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        due.delete(next)
        elapsed = Math.max(elapsed, next.at)
        next.run()
      }
      elapsed = end
    },
    setClock(ms) {
      offset = ms - elapsed
    },
  }
}
