/** How long to wait before the next try: doubled each time, with full jitter, so that a thousand devices come back one by one. */
export interface BackOff {
  /** @param atLeastMs what the server asked for */
  next(atLeastMs?: number): number
  reset(): void
}

const firstMs = 500
const longestMs = 60_000

/** @param random a number in [0, 1) */
export function createBackOff(random: () => number): BackOff {
  let ceiling = firstMs
  return {
    next(atLeastMs = 0) {
      const wait = Math.round(random() * ceiling)
      ceiling = Math.min(longestMs, ceiling * 2)
      return atLeastMs + wait
    },
    reset() {
      ceiling = firstMs
    },
  }
}
