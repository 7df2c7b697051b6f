import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWindowStateStore, maxReopened } from '../../src-main/shell/window-state.ts'
import { nextZoom, zoomSteps } from '../../src-main/shell/zoom.ts'
import { silentLog } from '../../src-shared/base/log.ts'

let folder = ''
const open = (content?: unknown) => {
  const file = path.join(folder, 'window.json')
  if (content !== undefined) writeFileSync(file, JSON.stringify(content))
  return createWindowStateStore({ file, log: silentLog })
}
const bounds = { x: -5, y: 3, width: 800, height: 600 }
const place = { bounds, maximized: false, fullScreen: false }
const ticket = { type: 'place', route: 'tickets/all/01JQ0000000000000000000001' } as const

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the remembered windows', () => {
  it('fall back value by value where the file is wrong', () => {
    const store = open({
      bounds: { x: 1, y: 'two' },
      maximized: true,
      zoomFactor: 99,
      others: [{ name: 'ticket', bounds }, 'nonsense', { name: '', bounds }],
      open: [
        { workspace: 'workspace', view: ticket },
        { workspace: '../elsewhere', view: ticket },
        { workspace: 'workspace', view: { type: 'place', route: 'settings' } },
        { workspace: 'workspace', view: { type: 'place', route: 'tickets/all/x' } },
      ],
    })
    expect(store.placeOf('main')).toEqual({ bounds: null, maximized: true, fullScreen: false })
    expect(store.zoomFactor()).toBe(1)
    expect(store.placeOf('ticket')).toEqual(place)
    expect(store.placeOf('')).toBeNull()
    expect(store.open()).toEqual([{ workspace: 'workspace', view: ticket }])
  })

  it.each(['text', [], { others: 'x', open: 7 }])('are none in a file that is %j', (content) => {
    const store = open(content)
    expect(store.placeOf('main')?.bounds).toBeNull()
    expect(store.open()).toEqual([])
  })

  it('are kept over a restart', () => {
    const store = open()
    store.keepPlace('main', { ...place, maximized: true })
    store.keepPlace('channel', place)
    store.setZoomFactor(1.25)
    store.setOpen([{ workspace: 'workspace', view: ticket }])
    store.flush()
    const again = open()
    expect(again.placeOf('main')).toEqual({ ...place, maximized: true })
    expect(again.placeOf('channel')).toEqual(place)
    expect(again.zoomFactor()).toBe(1.25)
    expect(again.open()).toEqual([{ workspace: 'workspace', view: ticket }])
  })

  it('are as many as there is a use for: the places that were used last, and a few that come back', () => {
    const store = open()
    for (let n = 0; n < 200; n++) store.keepPlace(`window ${n}`, place)
    store.setOpen(Array.from({ length: 50 }, () => ({ workspace: 'workspace', view: ticket })))
    expect(store.placeOf('window 199')).toEqual(place)
    expect(store.placeOf('window 100')).toBeNull()
    expect(store.open()).toHaveLength(maxReopened)
  })

  it('have the zoom that an earlier version kept', () => {
    expect(open({ zoomLevel: 1 }).zoomFactor()).toBeCloseTo(1.2)
    expect(open({ zoomLevel: -5 }).zoomFactor()).toBe(0.5)
  })
})

describe('the zoom', () => {
  it('goes from half to three times in steps, back again, and no further', () => {
    let factor: number = zoomSteps[0]
    const up = zoomSteps.map(() => (factor = nextZoom(factor, 'in')))
    expect(up).toEqual([...zoomSteps.slice(1), 3])
    const down = zoomSteps.map(() => (factor = nextZoom(factor, 'out')))
    expect(down).toEqual([...zoomSteps.slice(0, -1).reverse(), 0.5])
    expect(nextZoom(2.5, 'reset')).toBe(1)
  })

  it('goes on from between two steps', () => {
    expect(nextZoom(1.2, 'in')).toBe(1.25)
    expect(nextZoom(1.2, 'out')).toBe(1.1)
    expect(nextZoom(1.0999999, 'in')).toBe(1.25)
  })
})
