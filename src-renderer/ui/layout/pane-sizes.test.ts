import { describe, expect, it } from 'vitest'
import { clampPane, isPulledShut, paneSizeForKey } from './pane-sizes.ts'

const limits = { minPx: 200, maxPx: 500 }

describe('pane sizes', () => {
  it('keep within their limits', () => {
    expect(clampPane(100, limits)).toBe(200)
    expect(clampPane(900, limits)).toBe(500)
    expect(clampPane(300.4, limits)).toBe(300)
    expect(clampPane(300, { minPx: 200, maxPx: 100 })).toBe(200)
  })

  it('snap shut when pulled below half of the least width', () => {
    expect(isPulledShut(99, limits)).toBe(true)
    expect(isPulledShut(150, limits)).toBe(false)
  })

  it('follow the separator by key, on either side of it', () => {
    expect(paneSizeForKey('ArrowRight', false, 300, limits, 'before')).toBe(316)
    expect(paneSizeForKey('ArrowRight', false, 300, limits, 'after')).toBe(284)
    expect(paneSizeForKey('ArrowRight', false, 300, limits, 'before', -1)).toBe(284)
    expect(paneSizeForKey('ArrowLeft', true, 300, limits, 'before')).toBe(236)
    expect(paneSizeForKey('Home', false, 300, limits, 'before')).toBe(200)
    expect(paneSizeForKey('End', false, 300, limits, 'before')).toBe(500)
    expect(paneSizeForKey('a', false, 300, limits, 'before')).toBeUndefined()
  })
})
