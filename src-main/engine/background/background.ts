/**
 * Work that nobody waits for, in small slices between commands: rows of dirty documents first, then compaction,
 * then the daily backup. Each slice is bounded, so that a command never waits behind more than one.
 */
import type { Disposable } from '#shared/base/disposable.ts'
import type { Log } from '#shared/base/log.ts'

export interface BackgroundTask {
  readonly name: string
  /** How long nothing else may have happened before it runs; 0 for at once. */
  readonly afterIdleMs: number
  /** Does one small step. False where nothing is left to do. */
  step(): boolean | Promise<boolean>
}

export interface Background extends Disposable {
  /** Something happened that may have made work. */
  kick(): void
  /** Resolves when nothing is left that needs no idle time. */
  settled(): Promise<void>
}

const sliceMs = 8
/** A task that failed (a full disk, say) is tried again with the first work after this. */
const retryMs = 60_000

export function createBackground(tasks: readonly BackgroundTask[], log: Log): Background {
  let lastKick = performance.now()
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let isDisposed = false
  let isKicked = false
  const failedAt = new Map<string, number>()

  const runTask = async (task: BackgroundTask): Promise<void> => {
    let sliceStart = performance.now()
    try {
      while (!isDisposed && (await task.step())) {
        if (performance.now() - sliceStart < sliceMs) continue
        await new Promise((resolve) => setImmediate(resolve))
        sliceStart = performance.now()
      }
    } catch (error) {
      // A task that cannot be done must not stop the others or run for ever.
      failedAt.set(task.name, performance.now())
      log.error('background-failed', {
        task: task.name,
        error: error instanceof Error ? error.name : 'unknown',
      })
    }
  }
  const runDue = async (): Promise<void> => {
    isKicked = false
    for (const task of tasks) {
      if (isResting(task) || performance.now() - lastKick < task.afterIdleMs) continue
      await runTask(task)
    }
  }
  const isResting = ({ name }: BackgroundTask): boolean => {
    const at = failedAt.get(name)
    return at !== undefined && performance.now() - at < retryMs
  }
  const schedule = () => {
    if (timer) clearTimeout(timer)
    const idleFor = performance.now() - lastKick
    const nextMs = Math.min(...tasks.map((task) => task.afterIdleMs - idleFor).filter((ms) => ms > 0))
    if (Number.isFinite(nextMs) && !isDisposed) {
      timer = setTimeout(start, nextMs + 1)
      timer.unref()
    }
  }
  const start = () => {
    if (isDisposed) return
    // After what is due now: the answer of the command that made the work goes out first.
    running ??= new Promise((resolve) => setImmediate(resolve)).then(runDue).finally(() => {
      running = null
      // What was made meanwhile may be for a task that had its turn already.
      if (isKicked) start()
      else schedule()
    })
  }
  return {
    kick() {
      lastKick = performance.now()
      isKicked = true
      start()
    },
    async settled() {
      while (running) await running
    },
    dispose() {
      isDisposed = true
      if (timer) clearTimeout(timer)
    },
  }
}
