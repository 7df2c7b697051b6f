import { describe, expect, it } from 'vitest'
import { windowKinds } from '../../src-main/shell/window-kinds.ts'
import { placeWindow } from '../../src-main/shell/window-place.ts'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const right = { x: 1920, y: 0, width: 2560, height: 1440 }
const limits = windowKinds.main

describe('the place of a window', () => {
  it('is left to the system at first', () => {
    expect(placeWindow(null, [main], limits)).toEqual({ width: 1280, height: 820 })
  })

  it('is where the window was', () => {
    const bounds = { x: 100, y: 120, width: 900, height: 700 }
    expect(placeWindow(bounds, [main], limits)).toEqual(bounds)
  })

  it('may be on the second screen', () => {
    const bounds = { x: 3000, y: 900, width: 900, height: 500 }
    expect(placeWindow(bounds, [main, right], limits)).toEqual(bounds)
  })

  it('is given up, not the size, where that screen is gone', () => {
    expect(placeWindow({ x: 3000, y: 300, width: 900, height: 700 }, [main], limits)).toEqual({
      width: 900,
      height: 700,
    })
  })

  it.each([
    { x: 1915, y: 100, width: 900, height: 700 },
    { x: -850, y: 100, width: 900, height: 700 },
    { x: 100, y: 1075, width: 900, height: 700 },
    { x: 100, y: -600, width: 900, height: 700 },
  ])('is given up where its title bar is out of reach: %o', (bounds) => {
    expect(placeWindow(bounds, [main], limits)).not.toHaveProperty('x')
  })

  it('is no larger than the screen and no smaller than the least size of its kind', () => {
    expect(placeWindow({ x: 0, y: 25, width: 9000, height: 9000 }, [main], limits)).toMatchObject({
      width: 1920,
      height: 1055,
    })
    for (const kind of Object.values(windowKinds)) {
      expect(placeWindow({ x: 0, y: 25, width: 10, height: 10 }, [main], kind)).toMatchObject(kind.minimum)
    }
  })

  it('starts below a bar that has appeared at the top', () => {
    expect(placeWindow({ x: 10, y: 0, width: 900, height: 700 }, [main], limits)).toMatchObject({
      x: 10,
      y: 25,
    })
  })

  it('works without any screen', () => {
    expect(placeWindow({ x: 10, y: 0, width: 900, height: 700 }, [], limits)).toEqual({
      width: 900,
      height: 700,
    })
  })
})

describe('windows that would lie exactly over each other', () => {
  const bounds = { x: 100, y: 120, width: 560, height: 700 }

  it('are stepped down and to the right', () => {
    const first = placeWindow(bounds, [main], limits, [bounds])
    expect(first).toMatchObject({ x: 132, y: 152 })
    const second = placeWindow(bounds, [main], limits, [bounds, { ...bounds, x: 132, y: 152 }])
    expect(second).toMatchObject({ x: 164, y: 184 })
  })

  it('stay where they are beside others', () => {
    expect(placeWindow(bounds, [main], limits, [{ ...bounds, x: 400 }])).toEqual(bounds)
  })

  it('begin anew at the top where the screen ends, and every one of many has a place of its own in reach', () => {
    const taken: { x: number; y: number; width: number; height: number }[] = []
    for (let count = 0; count < 30; count++) {
      const { x = NaN, y = NaN, width, height } = placeWindow(bounds, [main], limits, taken)
      expect(taken.some((other) => other.x === x && other.y === y)).toBe(false)
      expect(x >= main.x && x + 120 <= main.x + main.width).toBe(true)
      expect(y >= main.y && y + 40 <= main.y + main.height).toBe(true)
      taken.push({ x, y, width, height })
    }
  })

  it('are left in place where they fill the screen', () => {
    expect(placeWindow(main, [main], limits, [main])).toMatchObject({ width: 1920, height: 1055 })
  })
})
