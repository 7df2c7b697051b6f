import { describe, expect, it, vi } from 'vitest'
import { createTicker } from './ticker.ts'

function createWorld() {
  let nowMs = 1000
  let tick: (() => void) | undefined
  const ticker = createTicker({
    clockMs: () => nowMs,
    periodMs: 15_000,
    setInterval: (callback) => {
      tick = callback
      return () => {
        tick = undefined
      }
    },
  })
  return {
    ticker,
    isRunning: () => tick !== undefined,
    pass: (ms: number) => {
      nowMs += ms
      tick?.()
    },
  }
}

describe('the ticker', () => {
  it('runs one timer, only while somebody listens', () => {
    const { ticker, isRunning } = createWorld()
    expect(isRunning()).toBe(false)
    const first = ticker.subscribe(() => undefined)
    const second = ticker.subscribe(() => undefined)
    expect(isRunning()).toBe(true)
    first()
    expect(isRunning()).toBe(true)
    second()
    expect(isRunning()).toBe(false)
  })

  it('tells every listener, with one time for all', () => {
    const { ticker, pass } = createWorld()
    const listener = vi.fn()
    ticker.subscribe(listener)
    expect(ticker.nowMs()).toBe(1000)
    pass(15_000)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(ticker.nowMs()).toBe(16_000)
  })
})
