import { describe, expect, it } from 'vitest'
import { indexOfKey, nextIndexForKey } from './list-movement.ts'

describe('moving through a list', () => {
  const at = (activeIndex: number) => ({ activeIndex, count: 10, pageRows: 4 })

  it('goes one by one, page by page and to the ends', () => {
    expect(nextIndexForKey('ArrowDown', at(3))).toBe(4)
    expect(nextIndexForKey('ArrowUp', at(3))).toBe(2)
    expect(nextIndexForKey('PageDown', at(3))).toBe(7)
    expect(nextIndexForKey('PageUp', at(3))).toBe(0)
    expect(nextIndexForKey('End', at(3))).toBe(9)
    expect(nextIndexForKey('Home', at(3))).toBe(0)
  })

  it('stops at the ends', () => {
    expect(nextIndexForKey('ArrowDown', at(9))).toBeUndefined()
    expect(nextIndexForKey('ArrowUp', at(0))).toBeUndefined()
    expect(nextIndexForKey('PageDown', at(8))).toBe(9)
  })

  it('begins at either end when nothing is active', () => {
    expect(nextIndexForKey('ArrowDown', at(-1))).toBe(0)
    expect(nextIndexForKey('ArrowUp', at(-1))).toBe(9)
  })

  it('leaves other keys and empty lists alone', () => {
    expect(nextIndexForKey('j', at(3))).toBeUndefined()
    expect(nextIndexForKey('ArrowDown', { activeIndex: -1, count: 0, pageRows: 4 })).toBeUndefined()
  })

  it('finds keys', () => {
    expect(indexOfKey('k7', 10, (index) => `k${index}`)).toBe(7)
    expect(indexOfKey('gone', 10, (index) => `k${index}`)).toBe(-1)
  })
})
