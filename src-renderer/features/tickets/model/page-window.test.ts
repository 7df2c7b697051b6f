import { describe, expect, it } from 'vitest'
import { maxRows, pageRows, pageWindow, stepIndex } from './page-window.ts'

describe('the window of loaded rows', () => {
  it('begins at the first page before anything is known', () => {
    expect(pageWindow(-1, -1)).toEqual({ offset: 0, limit: 2 * pageRows })
  })

  it('always covers what is on the screen, in whole pages, with room on both sides', () => {
    for (let first = 0; first < 3_000; first += 7) {
      const last = first + 40
      const { offset, limit } = pageWindow(first, last)
      expect(offset % pageRows).toBe(0)
      expect(offset).toBeLessThanOrEqual(Math.max(0, first - 50))
      expect(offset + limit).toBeGreaterThanOrEqual(last + 50)
      expect(limit).toBeLessThanOrEqual(maxRows)
    }
  })

  it('stays the same while somebody scrolls a few rows', () => {
    const windows = new Set(
      Array.from({ length: 40 }, (_, row) => JSON.stringify(pageWindow(160 + row, 190 + row))),
    )
    expect(windows.size).toBeLessThanOrEqual(2)
  })

  it('never asks for more than the contract allows, on however high a screen', () => {
    expect(pageWindow(0, 5_000).limit).toBe(maxRows)
  })
})

describe('moving along the list', () => {
  it('goes down and up, and stops at the ends', () => {
    expect(stepIndex(1, { index: 3, lastIndex: 3, count: 10 })).toBe(4)
    expect(stepIndex(1, { index: 9, lastIndex: 9, count: 10 })).toBe(9)
    expect(stepIndex(-1, { index: 0, lastIndex: 0, count: 10 })).toBe(0)
  })

  it('begins at the first row', () => {
    expect(stepIndex(1, { index: -1, lastIndex: -1, count: 10 })).toBe(0)
  })

  it('goes on from where the row was that has left the list', () => {
    expect(stepIndex(1, { index: -1, lastIndex: 4, count: 10 })).toBe(4)
    expect(stepIndex(-1, { index: -1, lastIndex: 4, count: 10 })).toBe(3)
    expect(stepIndex(1, { index: -1, lastIndex: 10, count: 10 })).toBe(9)
  })

  it('has nowhere to go in an empty list', () => {
    expect(stepIndex(1, { index: -1, lastIndex: 4, count: 0 })).toBe(-1)
  })
})
