/** Where waiting comes from; handed in, so that simulations own it like the clock. */
import type { Disposable } from './disposable.ts'

export interface Timers {
  /** Runs once after so many milliseconds, unless disposed of before. Does not keep a process alive. */
  after(ms: number, run: () => void): Disposable
}
