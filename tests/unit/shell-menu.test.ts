import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { accelerator, menuAccelerator } from '../../src-main/shell/accelerators.ts'
import { contextMenuTemplate, type TextMenuParams } from '../../src-main/shell/context-menu.ts'
import { enabledItems, menuTemplate } from '../../src-main/shell/menu.ts'
import { createTranslate, resolveLanguage } from '../../src-main/shell/translate.ts'
import { menuKeys } from '../../src-shared/contract/menu-keys.ts'
import { createShortcutRegistry } from '../../src-renderer/state/shortcut-registry.ts'

type Item = MenuItemConstructorOptions
const flatten = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])

interface Options {
  readonly development?: boolean
  readonly ownKeys?: Readonly<Record<string, string>>
}
function itemsOf(
  language: 'de' | 'en',
  platform: NodeJS.Platform,
  { development = false, ownKeys = {} }: Options = {},
): Item[] {
  const nothing = () => undefined
  return flatten(
    menuTemplate({
      translate: createTranslate(language),
      platform,
      development,
      ownKeys,
      sendAction: nothing,
      showMain: nothing,
      capture: nothing,
      zoom: nothing,
      showLogs: nothing,
    }),
  )
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it.each(['de', 'en'] as const)('has a label on every item in %s', (language) => {
    for (const item of itemsOf(language, platform))
      if (item.type !== 'separator') expect(item.label).toBeTruthy()
  })

  it('offers every action of the window, once', () => {
    const ids = itemsOf('en', platform).flatMap(({ id }) => (id === undefined ? [] : [id]))
    expect(ids).toEqual(expect.arrayContaining(Object.keys(menuKeys)))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives no key twice', () => {
    const keys = itemsOf('en', platform).flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [accelerator],
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has reload and developer tools only for developers', () => {
    const roles = (development: boolean) => itemsOf('en', platform, { development }).map(({ role }) => role)
    expect(roles(false)).not.toContain('reload')
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(true)).toContain('reload')
  })

  it('has the usual menus, and on macOS those that belong there', () => {
    const labels = itemsOf('en', platform).map(({ label }) => label)
    expect(labels).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Go', 'Window', 'Help']))
    const roles = itemsOf('en', platform).map(({ role }) => role)
    expect(roles.includes('windowMenu')).toBe(platform === 'darwin')
    expect(roles.includes('services')).toBe(platform === 'darwin')
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'close']),
    )
  })
})

describe('the keys in the menu', () => {
  const keyOf = (id: string, ownKeys: Readonly<Record<string, string>> = {}) =>
    itemsOf('en', 'linux', { ownKeys }).find((item) => item.id === id)?.accelerator

  it('are those of the shortcuts, as far as a menu can have them', () => {
    expect(keyOf('palette')).toBe('CmdOrCtrl+K')
    expect(keyOf('go-ask')).toBe('CmdOrCtrl+6')
    expect(keyOf('new-ticket')).toBe('CmdOrCtrl+N')
    expect(keyOf('back')).toBe('Alt+Left')
  })

  it('are the ones that the person chose, or none', () => {
    expect(keyOf('own-window', { 'app.ownWindow': 'Mod+Alt+W' })).toBe('CmdOrCtrl+Alt+W')
    expect(keyOf('own-window', { 'app.ownWindow': '' })).toBeUndefined()
    expect(keyOf('own-window', { 'app.ownWindow': 'w' })).toBeUndefined()
  })

  it.each([
    ['Mod+Shift+O', 'CmdOrCtrl+Shift+O'],
    ['Mod++', 'CmdOrCtrl+Plus'],
    ['Mod+,', 'CmdOrCtrl+,'],
    ['F6', 'F6'],
    ['Shift+N', undefined],
    ['g i', undefined],
    ['/', undefined],
    ['', undefined],
  ])('%j is %j', (keys, expected) => {
    expect(accelerator(keys)).toBe(expected)
    expect(menuAccelerator(keys, [])).toBe(expected)
  })

  it('never take keys from each other', () => {
    const registry = createShortcutRegistry(() => ({}))
    registry.declare('app', () =>
      Object.values(menuKeys).map(({ action, keys }) => ({ action, keys, label: action })),
    )
    for (const { action, keys } of Object.values(menuKeys))
      for (const each of keys) expect(registry.conflicts(action, each)).toEqual([])
  })
})

describe('what can be chosen', () => {
  it('in the main window with nothing open is no window for it', () => {
    expect(enabledItems({ focused: 'main', hasPlace: false })).toMatchObject({
      'own-window': false,
      'toggle-context': false,
      back: true,
      close: true,
    })
  })
  it('in a window with one place is the way back, and no list', () => {
    expect(enabledItems({ focused: 'place', hasPlace: false })).toMatchObject({
      'own-window': true,
      'toggle-list': false,
      back: false,
      'main-window': true,
    })
  })
  it('with no window in front is only what opens one', () => {
    const enabled = enabledItems({ focused: null, hasPlace: true })
    expect(Object.keys(enabled).filter((id) => enabled[id])).toEqual(['main-window'])
  })
  it('names entries that there are', () => {
    const ids = itemsOf('en', 'linux').map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(Object.keys(enabledItems({ focused: null, hasPlace: false }))))
  })
})

describe('the menu of a right click', () => {
  const flags = {
    canUndo: true,
    canRedo: true,
    canCut: true,
    canCopy: true,
    canPaste: true,
    canSelectAll: true,
  }
  const params: TextMenuParams = {
    isEditable: true,
    editFlags: flags as TextMenuParams['editFlags'],
    linkURL: '',
    misspelledWord: '',
    dictionarySuggestions: [],
    selectionText: '',
  }
  const done: string[] = []
  const menu = (change: Partial<TextMenuParams>) =>
    contextMenuTemplate({ ...params, ...change }, createTranslate('de'), {
      copy: (text) => done.push(`copy ${text}`),
      replace: (word) => done.push(`replace ${word}`),
      learn: (word) => done.push(`learn ${word}`),
    })
  const click = (item: Item | undefined) => (item?.click as (() => void) | undefined)?.()

  it('begins with what a misspelled word could be, at most five, and with keeping it', () => {
    const words = ['Fahrrad', 'Farad', 'Pfad', 'Fahrt', 'Fachrad', 'Fabrik']
    const items = menu({ misspelledWord: 'Fahrad', dictionarySuggestions: words })
    expect(items.slice(0, 6).map(({ label }) => label)).toEqual([
      ...words.slice(0, 5),
      'Zum Wörterbuch hinzufügen',
    ])
    click(items[0])
    click(items[5])
    expect(done).toEqual(['replace Fahrrad', 'learn Fahrad'])
  })
  it('says where there is no suggestion', () => {
    expect(menu({ misspelledWord: 'xqzv' })[0]).toMatchObject({ label: 'Keine Vorschläge', enabled: false })
  })
  it('has no spelling for a right word, and nothing at all where nothing can be done', () => {
    expect(menu({})[0]).toMatchObject({ role: 'undo' })
    expect(menu({ isEditable: false, misspelledWord: 'Fahrad' })).toEqual([])
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
