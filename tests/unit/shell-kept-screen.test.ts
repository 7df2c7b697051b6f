import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFirstFrame } from '../../src-main/shell/first-frame.ts'
import { createKeptScreen } from '../../src-main/shell/kept-screen.ts'
import { silentLog } from '../../src-shared/base/log.ts'
import { maxKeptScreenLength } from '../../src-shared/contract/kept-screen.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

function setUp(content?: string) {
  const file = path.join(temporaryFolder(), 'kept-screen.json')
  if (content !== undefined) writeFileSync(file, content)
  return { file, keptScreen: createKeptScreen({ file: () => file, log: silentLog }) }
}

describe('the screen that is kept for the next start', () => {
  it('is read once, gone from the disk by then, and given to one page', () => {
    const { file, keptScreen } = setUp('rows')
    expect(keptScreen.read()).toBe('rows')
    expect(existsSync(file)).toBe(false)
    expect(keptScreen.take()).toBe('rows')
    expect(keptScreen.take()).toBeNull()
  })

  it('is nothing where nothing was left, or too much', () => {
    expect(setUp().keptScreen.read()).toBeNull()
    expect(setUp('').keptScreen.read()).toBeNull()
    const { file, keptScreen } = setUp('x'.repeat(maxKeptScreenLength + 1))
    expect(keptScreen.read()).toBeNull()
    expect(existsSync(file)).toBe(false)
  })

  it('is not shown where it cannot be deleted', () => {
    const { file, keptScreen } = setUp()
    mkdirSync(file)
    expect(keptScreen.read()).toBeNull()
    expect(keptScreen.take()).toBeNull()
  })

  it('is left behind only by a program that ends', () => {
    const { file, keptScreen } = setUp()
    keptScreen.keep('of a page that was loaded anew')
    keptScreen.flush()
    expect(existsSync(file)).toBe(false)
    keptScreen.quitting()
    keptScreen.keep('x'.repeat(maxKeptScreenLength + 1))
    keptScreen.keep('the last one')
    keptScreen.flush()
    expect(readFileSync(file, 'utf8')).toBe('the last one')
  })

  it('is left nowhere where there is no folder', () => {
    const file = path.join(temporaryFolder(), 'never set up', 'kept-screen.json')
    const keptScreen = createKeptScreen({ file: () => file, log: silentLog })
    keptScreen.quitting()
    keptScreen.keep('rows')
    expect(() => keptScreen.flush()).not.toThrow()
    expect(existsSync(file)).toBe(false)
  })
})

describe('waiting for the first frame', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function setUp() {
    const frame = createFirstFrame(1_000)
    let isDrawn = false
    void frame.drawn.then(() => (isDrawn = true))
    let ready = (): void => undefined
    const window = { once: (_event: string, listener: () => void) => void (ready = listener) }
    return { frame, window, draw: () => ready(), isDrawn: () => isDrawn }
  }
  type Waited = Parameters<ReturnType<typeof createFirstFrame>['await']>[0]

  it('ends when the window has drawn it', async () => {
    const { frame, window, draw, isDrawn } = setUp()
    frame.await(window as unknown as Waited)
    await vi.advanceTimersByTimeAsync(500)
    expect(isDrawn()).toBe(false)
    draw()
    await vi.advanceTimersByTimeAsync(1)
    expect(isDrawn()).toBe(true)
  })

  it('does not last longer than a second, and not at all where there is nothing to draw from', async () => {
    const slow = setUp()
    slow.frame.await(slow.window as unknown as Waited)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(slow.isDrawn()).toBe(true)
    const none = setUp()
    none.frame.skip()
    await vi.advanceTimersByTimeAsync(0)
    expect(none.isDrawn()).toBe(true)
  })
})
