import { describe, expect, test } from 'vitest'
import {
  captureKeysOf,
  defaultCapture,
  defaultCaptureKeys,
  toAccelerator,
} from '../../src-shared/contract/capture-keys.ts'

const fit = (keys: string, platform = 'linux') => {
  const made = toAccelerator(keys, platform)
  return made.ok ? made.accelerator : made.why
}

describe('a key for every program', () => {
  test.each([
    ['Mod+Alt+j', 'CommandOrControl+Alt+J'],
    ['Mod+Shift+j', 'CommandOrControl+Shift+J'],
    ['Mod+Ctrl+j', 'CommandOrControl+Control+J'],
    ['Meta+Shift+Space', 'Super+Shift+Space'],
    ['Mod+Alt+ArrowUp', 'CommandOrControl+Alt+Up'],
    ['Mod+Alt++', 'CommandOrControl+Alt+Plus'],
    ['Mod+Alt+.', 'CommandOrControl+Alt+.'],
    ['F9', 'F9'],
    ['Mod+F9', 'CommandOrControl+F9'],
  ])('%s is %s to the system', (keys, accelerator) => {
    expect(fit(keys)).toBe(accelerator)
  })

  test.each([
    ['g i', 'sequence'],
    ['j', 'typed'],
    ['Shift+j', 'typed'],
    ['Mod+c', 'everywhere'],
    ['Mod+Tab', 'everywhere'],
    ['Mod+Shift+v', 'everywhere'],
    ['Alt+F4', 'everywhere'],
    ['Alt+Tab', 'everywhere'],
    ['Mod+Alt+ö', 'unknown'],
    ['Mod+Alt+Dead', 'unknown'],
    ['Mod+Alt+F25', 'unknown'],
    ['Hyper+j', 'unknown'],
    ['Mod+Alt+constructor', 'unknown'],
    ['constructor+j', 'unknown'],
    ['', 'unknown'],
    ['Mod+Alt', 'unknown'],
    ['+'.repeat(40), 'typed'],
  ])('%s is none: %s', (keys, why) => {
    expect(fit(keys)).toBe(why)
  })

  test('types nothing that somebody wants to type on a Mac', () => {
    expect(fit('Alt+j', 'darwin')).toBe('everywhere')
    expect(fit('Alt+Shift+j', 'darwin')).toBe('everywhere')
    expect(fit('Alt+j', 'win32')).toBe('Alt+J')
  })

  test.each(['linux', 'win32', 'darwin'])('is there on %s, until another or none was chosen', (platform) => {
    expect(toAccelerator(captureKeysOf(defaultCapture, platform), platform).ok).toBe(true)
    expect(captureKeysOf('', platform)).toBe('')
    expect(captureKeysOf('Mod+Alt+n', platform)).toBe('Mod+Alt+n')
    expect(defaultCaptureKeys(platform)).not.toContain(' ')
  })
})
