import { describe, expect, it } from 'vitest'
import { createTypingSignal } from './typing-signal.ts'

function setUp() {
  const told: boolean[] = []
  const clock = { nowMs: 0 }
  return {
    told,
    clock,
    signal: createTypingSignal({ tell: (on) => told.push(on), nowMs: () => clock.nowMs }),
  }
}

describe('the typing signal', () => {
  it('is given once in three seconds, however fast one types', () => {
    const { told, clock, signal } = setUp()
    for (clock.nowMs = 0; clock.nowMs < 7_000; clock.nowMs += 100) signal.type('a')
    expect(told).toEqual([true, true, true])
  })

  it('ends when the field is empty, and is not ended twice', () => {
    const { told, signal } = setUp()
    signal.type('a')
    signal.type('  ')
    signal.stop()
    expect(told).toEqual([true, false])
  })

  it('is given at once again after a message was sent', () => {
    const { told, signal } = setUp()
    signal.type('a')
    signal.stop()
    signal.type('b')
    expect(told).toEqual([true, false, true])
  })

  it('says nothing where nothing is typed', () => {
    const { told, signal } = setUp()
    signal.type('')
    signal.stop()
    expect(told).toEqual([])
  })
})
