/**
 * When to start a process again that died: soon, then later and later, and not for ever. Five deaths within a minute
 * and the sixth is final, until a person asks again.
 */
export interface RestartPolicy {
  /** Call at each death. Null: give up. */
  next(): { readonly attempt: number; readonly delayMs: number } | null
  /** Forgets all deaths: a person asked for another try. */
  reset(): void
}

interface RestartPolicyDeps {
  /** Milliseconds from a clock that only rises. */
  readonly monotonicMs: () => number
  readonly maxAttempts?: number
  readonly windowMs?: number
  readonly firstDelayMs?: number
  readonly maxDelayMs?: number
}

export function createRestartPolicy(deps: RestartPolicyDeps): RestartPolicy {
  const { monotonicMs, maxAttempts = 5, windowMs = 60_000, firstDelayMs = 100, maxDelayMs = 5_000 } = deps
  let deaths: number[] = []
  return {
    next() {
      const now = monotonicMs()
      deaths = [...deaths.filter((at) => now - at < windowMs), now]
      const attempt = deaths.length
      if (attempt > maxAttempts) return null
      return { attempt, delayMs: Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1)) }
    },
    reset() {
      deaths = []
    },
  }
}
