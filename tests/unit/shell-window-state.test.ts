import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWindowStateStore, minimumSize, placeWindow } from '../../src-main/shell/window-state.ts'
import { silentLog } from '../../src-shared/base/log.ts'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const right = { x: 1920, y: 0, width: 2560, height: 1440 }

describe('the place of a window', () => {
  it('is left to the system at first', () => {
    expect(placeWindow(null, [main])).toEqual({ width: 1280, height: 820 })
  })

  it('is where the window was', () => {
    const bounds = { x: 100, y: 120, width: 900, height: 700 }
    expect(placeWindow(bounds, [main])).toEqual(bounds)
  })

  it('may be on the second screen', () => {
    const bounds = { x: 3000, y: 900, width: 900, height: 700 }
    expect(placeWindow(bounds, [main, right])).toEqual(bounds)
  })

  it('is given up, not the size, where that screen is gone', () => {
    expect(placeWindow({ x: 3000, y: 300, width: 900, height: 700 }, [main])).toEqual({
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
    expect(placeWindow(bounds, [main])).not.toHaveProperty('x')
  })

  it('is no larger than the screen and no smaller than the least size', () => {
    expect(placeWindow({ x: 0, y: 25, width: 9000, height: 9000 }, [main])).toMatchObject({
      width: 1920,
      height: 1055,
    })
    expect(placeWindow({ x: 0, y: 25, width: 10, height: 10 }, [main])).toMatchObject(minimumSize)
  })

  it('starts below a bar that has appeared at the top', () => {
    expect(placeWindow({ x: 10, y: 0, width: 900, height: 700 }, [main])).toMatchObject({ x: 10, y: 25 })
  })

  it('works without any screen', () => {
    expect(placeWindow({ x: 10, y: 0, width: 900, height: 700 }, [])).toEqual({ width: 900, height: 700 })
  })
})

describe('the remembered window', () => {
  it('falls back value by value where its file is wrong, and is kept over a restart', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'outpost-test-'))
    const file = path.join(folder, 'window.json')
    writeFileSync(file, JSON.stringify({ bounds: { x: 1, y: 'two' }, maximized: true, zoomLevel: 99 }))
    const store = createWindowStateStore({ file, log: silentLog })
    expect(store.get()).toEqual({ bounds: null, maximized: true, fullScreen: false, zoomLevel: 0 })
    const bounds = { x: -5, y: 3, width: 800, height: 600 }
    store.update({ bounds, zoomLevel: 1.5 })
    store.flush()
    expect(createWindowStateStore({ file, log: silentLog }).get()).toEqual({
      bounds,
      maximized: true,
      fullScreen: false,
      zoomLevel: 1.5,
    })
    rmSync(folder, { recursive: true })
  })
})
