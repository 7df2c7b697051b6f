/** The small things that a running server writes down now and then, and once more when it stops. */
import type { Disposable } from '#shared/base/disposable.ts'
import type { Log } from '#shared/base/log.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { AccessService } from './access/access-service.ts'
import type { EpochKeeper } from './adapters/store-sqlite/epoch.ts'
import { errorFields } from './log.ts'

const seenEveryMs = 60_000
const runIdEveryMs = 10 * 60_000

export interface UpkeepDeps {
  readonly timers: Timers
  readonly log: Log
  readonly access: AccessService
  readonly epoch: EpochKeeper
}

export function keepAtIt({ timers, log, access, epoch }: UpkeepDeps): Disposable {
  const tasks = [
    { everyMs: seenEveryMs, run: () => access.writeSeen() },
    { everyMs: runIdEveryMs, run: () => epoch.renewRunId() },
  ]
  const waiting = new Map<object, Disposable>()
  const attempt = (run: () => void): void => {
    try {
      run()
    } catch (error) {
      // A full disk, most likely: when a device was last here is lost, and a restored copy may go unnoticed.
      log.warn('upkeep-failed', errorFields(error))
    }
  }
  const arm = (task: (typeof tasks)[number]): void => {
    const timer = timers.after(task.everyMs, () => {
      attempt(task.run)
      arm(task)
    })
    waiting.set(task, timer)
  }
  tasks.forEach(arm)
  let isOver = false
  return {
    dispose() {
      if (isOver) return
      isOver = true
      for (const timer of waiting.values()) timer.dispose()
      for (const { run } of tasks) attempt(run)
    },
  }
}
