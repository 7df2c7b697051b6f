/** Does one piece of work after the other while there is any, and sleeps until it is told that there may be more. */
import type { Log } from '#shared/base/log.ts'
import { errorCode } from '../store/errors.ts'

export interface WorkLoop {
  kick(): void
  idle(): Promise<void>
  /** Stops what is under way and waits for its end. */
  dispose(): Promise<void>
}

/** After a piece failed (a full disk, say): with the first kick after this. */
const retryMs = 30_000

/** @param step does one piece; false where there was none. Gives up where the signal fires. */
export function createWorkLoop(
  name: string,
  log: Log,
  step: (signal: AbortSignal) => Promise<boolean>,
): WorkLoop {
  const stop = new AbortController()
  const isStopped = (): boolean => stop.signal.aborted
  let running: Promise<void> | null = null
  let isKicked = false
  const wasKicked = (): boolean => isKicked
  let failedAt: number | null = null

  const run = async (): Promise<void> => {
    // After what is due now: the answer of the command that made the work goes out first.
    await new Promise((resolve) => setImmediate(resolve))
    try {
      while (!isStopped()) {
        // A kick that comes while the last step finds nothing is for the next one.
        isKicked = false
        if (!(await step(stop.signal)) && !wasKicked()) return
        await new Promise((resolve) => setImmediate(resolve))
      }
    } catch (error) {
      if (isStopped()) return
      failedAt = performance.now()
      log.error(`${name}-failed`, {
        code: errorCode(error),
        error: error instanceof Error ? error.name : 'unknown',
      })
    }
  }
  return {
    kick() {
      isKicked = true
      if (isStopped() || running) return
      if (failedAt !== null && performance.now() - failedAt < retryMs) return
      failedAt = null
      running = run().finally(() => {
        running = null
      })
    },
    async idle() {
      while (running) await running
    },
    async dispose() {
      stop.abort()
      await running
    },
  }
}
