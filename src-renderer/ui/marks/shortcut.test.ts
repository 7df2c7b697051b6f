import { describe, expect, it } from 'vitest'
import { keyLabel, keyPlatformOf, parseShortcut } from './shortcut.ts'

describe('the notation for keys', () => {
  it('reads chords and sequences', () => {
    expect(parseShortcut('Mod+K')).toEqual([['Mod', 'K']])
    expect(parseShortcut('g t')).toEqual([['g'], ['t']])
    expect(parseShortcut('Mod+Shift+P x')).toEqual([['Mod', 'Shift', 'P'], ['x']])
    expect(parseShortcut('+')).toEqual([['+']])
    expect(parseShortcut('?')).toEqual([['?']])
  })

  it('prints what is on the key, by platform and language', () => {
    const german = (key: string): string | undefined => ({ Ctrl: 'Strg' })[key]
    expect(keyLabel('Mod', 'apple', german)).toBe('⌘')
    expect(keyLabel('Mod', 'other', german)).toBe('Strg')
    expect(keyLabel('Mod', 'other', () => undefined)).toBe('Mod')
    expect(keyLabel('k', 'other', german)).toBe('K')
    expect(keyLabel('ArrowDown', 'other', german)).toBe('↓')
  })

  it('knows Apple machines', () => {
    expect(keyPlatformOf('MacIntel')).toBe('apple')
    expect(keyPlatformOf('Linux x86_64')).toBe('other')
  })
})
