/**
 * Has the store take erased text out of its files. That may mean to write all files anew, and anybody may erase what is
 * theirs: so after each time it rests a hundred times as long as it took.
 */
import type { Log } from '#shared/base/log.ts'
import type { SyncStore } from './sync-store.ts'

export interface Purging {
  /** Called every `stepMs`. */
  step(): void
}

const restFactor = 100
const retryMs = 60_000

export function createPurging(
  store: Pick<SyncStore, 'needsPurge' | 'purge'>,
  log: Log,
  stepMs: number,
): Purging {
  let restSteps = 0
  return {
    step() {
      if (restSteps-- > 0 || !store.needsPurge()) return
      const start = performance.now()
      try {
        store.purge()
        restSteps = Math.floor((restFactor * (performance.now() - start)) / stepMs)
      } catch (error) {
        restSteps = retryMs / stepMs
        log.error('purge-failed', { error: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
      }
    },
  }
}
