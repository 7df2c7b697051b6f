/** How far the work under way is, and how long the rest may take. */
import type { IndexMeta } from '#shared/contract/index-care.ts'

export interface Pace {
  done(count: number): void
  worked(ms: number): void
  /** The work is over; the next begins at nothing. */
  reset(): void
  progress(left: number): NonNullable<IndexMeta['progress']>
}

/** Before that an estimate is a guess. */
const leastDone = 20
const leastMs = 1_000

export function createPace(): Pace {
  let done = 0
  let ms = 0
  return {
    done: (count) => (done += count),
    worked: (more) => (ms += more),
    reset() {
      done = 0
      ms = 0
    },
    progress(left) {
      const isKnown = done >= leastDone && ms >= leastMs
      return { done, total: done + left, secondsLeft: isKnown ? Math.ceil((left * ms) / done / 1_000) : null }
    },
  }
}
