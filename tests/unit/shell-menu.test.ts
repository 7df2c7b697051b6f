import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../src-main/shell/menu.ts'
import { createTranslate, resolveLanguage } from '../../src-main/shell/translate.ts'
import { menuActions } from '../../src-shared/contract/bridge.ts'

type Item = MenuItemConstructorOptions
const flatten = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])

function itemsOf(language: 'de' | 'en', platform: NodeJS.Platform, development = false): Item[] {
  const nothing = () => undefined
  const translate = createTranslate(language)
  return flatten(
    menuTemplate({ translate, platform, development, sendAction: nothing, zoom: nothing, showLogs: nothing }),
  )
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it.each(['de', 'en'] as const)('has a label on every item in %s', (language) => {
    for (const item of itemsOf(language, platform))
      if (item.type !== 'separator') expect(item.label).toBeTruthy()
  })

  it('offers every action of the window, once', () => {
    const ids = itemsOf('en', platform).flatMap(({ id }) => (id === undefined ? [] : [id]))
    expect(ids).toEqual(expect.arrayContaining([...menuActions]))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives no key twice', () => {
    const keys = itemsOf('en', platform).flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [accelerator],
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has reload and developer tools only for developers', () => {
    const roles = (development: boolean) => itemsOf('en', platform, development).map(({ role }) => role)
    expect(roles(false)).not.toContain('reload')
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(true)).toContain('reload')
  })
})

describe('the language of the shell', () => {
  it.each([
    ['system', 'de-AT', 'de'],
    ['system', 'de', 'de'],
    ['system', 'en-GB', 'en'],
    ['system', 'fr', 'en'],
    ['de', 'en-GB', 'de'],
    ['en', 'de-DE', 'en'],
  ] as const)('chosen as %s on a %s system is %s', (choice, system, language) => {
    expect(resolveLanguage(choice, system)).toBe(language)
  })
})
