import { disposable } from '#shared/base/disposable.ts'
import type { Timers } from '#shared/base/timers.ts'

export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms).unref()
    return disposable(() => clearTimeout(timer))
  },
}
