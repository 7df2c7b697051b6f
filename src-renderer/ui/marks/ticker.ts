/** One timer for every relative time on the screen. It runs only while somebody listens. */
import { createContext, use } from 'react'

export interface Ticker {
  /** Calls back every `periodMs`; returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** The time of the last tick, so that all readers within one tick agree; fresh while nobody listens. */
  readonly nowMs: () => number
}

export interface TickerDeps {
  readonly clockMs: () => number
  readonly setInterval: (callback: () => void, periodMs: number) => () => void
  readonly periodMs: number
}

export function createTicker({ clockMs, setInterval, periodMs }: TickerDeps): Ticker {
  const listeners = new Set<() => void>()
  let tickedAtMs = 0
  let stop: (() => void) | undefined
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      if (!stop) {
        tickedAtMs = clockMs()
        stop = setInterval(() => {
          tickedAtMs = clockMs()
          for (const listen of [...listeners]) listen()
        }, periodMs)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
    nowMs: () => (stop ? tickedAtMs : clockMs()),
  }
}

const TickerContext = createContext<Ticker>(
  createTicker({
    clockMs: () => Date.now(),
    setInterval: (callback, periodMs) => {
      const timer = setInterval(callback, periodMs)
      return () => {
        clearInterval(timer)
      }
    },
    periodMs: 15_000,
  }),
)

export function useTicker(): Ticker {
  return use(TickerContext)
}
