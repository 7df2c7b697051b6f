/** How long this process makes others wait. Watched only while somebody asks: watching wakes the processor. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { LoopDelay } from '#shared/contract/diagnostics.ts'

const resolutionMs = 10
const minSamples = 20
const idleMs = 60_000

/** Answers with null until it has watched for a moment; a minute after the last question it stops watching. */
export function createLoopWatch(): () => LoopDelay | null {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
  let timer: NodeJS.Timeout | null = null
  return () => {
    if (timer) clearTimeout(timer)
    else {
      histogram.reset()
      histogram.enable()
    }
    timer = setTimeout(() => {
      histogram.disable()
      timer = null
    }, idleMs)
    timer.unref()
    if (histogram.count < minSamples) return null
    // What is measured is the time from one tick to the next, which is never less than between two ticks.
    const late = (ns: number): number => Math.max(0, Math.round((ns / 1e6 - resolutionMs) * 10) / 10)
    return {
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
      max: late(histogram.max),
    }
  }
}
