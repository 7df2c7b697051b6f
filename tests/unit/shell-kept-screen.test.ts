import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
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
    expect(keptScreen.take()).toBe('rows')
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, 'rows of another')
    expect(keptScreen.take()).toBeNull()
  })

  it('is nothing where nothing was left, or too much', () => {
    expect(setUp().keptScreen.take()).toBeNull()
    expect(setUp('').keptScreen.take()).toBeNull()
    const { file, keptScreen } = setUp('x'.repeat(maxKeptScreenLength + 1))
    expect(keptScreen.take()).toBeNull()
    expect(existsSync(file)).toBe(false)
  })

  it('is not shown where it cannot be deleted', () => {
    const { file, keptScreen } = setUp()
    mkdirSync(file)
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
