import { describe, expect, test } from 'vitest'
import { silentLog } from '../../src-shared/base/log.ts'
import { preferencesSchema, type Preferences } from '../../src-shared/contract/preferences.ts'
import { createCaptureKey, isWaylandSession } from '../../src-main/shell/capture/capture-key.ts'
import { placeNearPointer } from '../../src-main/shell/capture/place-near-pointer.ts'

/** A system where another program has Ctrl+Alt+T, and that knows no Ctrl+Alt+#. */
function createSystem(platform: NodeJS.Platform = 'linux', isWayland = false) {
  const held = new Map<string, () => void>()
  let captureKeys = 'default'
  const listeners: ((preferences: Preferences) => void)[] = []
  const get = () => preferencesSchema.parse({ captureKeys })
  let presses = 0
  const key = createCaptureKey({
    systemKeys: {
      register(accelerator, pressed) {
        if (accelerator.endsWith('#')) throw new TypeError('conversion failure')
        if (accelerator === 'CommandOrControl+Alt+T') return false
        held.set(accelerator, pressed)
        return true
      },
      unregister: (accelerator) => void held.delete(accelerator),
    },
    preferences: { get, onChange: (listener) => void listeners.push(listener) },
    platform,
    isWayland,
    pressed: () => presses++,
    log: silentLog,
  })
  return {
    key,
    held: () => [...held.keys()],
    press: () => [...held.values()].forEach((pressed) => pressed()),
    presses: () => presses,
    choose(keys: string) {
      captureKeys = keys
      for (const listener of listeners) listener(get())
    },
  }
}

describe('the key from everywhere', () => {
  test('is asked for once the program is ready, and does what it is for', () => {
    const { key, held, press, presses } = createSystem()
    expect(held()).toEqual([])
    key.start()
    expect(key.state()).toBe('on')
    expect(held()).toEqual(['CommandOrControl+Alt+J'])
    press()
    expect(presses()).toBe(1)
    key.dispose()
    expect(held()).toEqual([])
  })

  test('can be another one or none, and only ever one is held', () => {
    const { key, held, choose } = createSystem()
    key.start()
    choose('Mod+Alt+n')
    expect([key.state(), held()]).toEqual(['on', ['CommandOrControl+Alt+N']])
    choose('')
    expect([key.state(), held()]).toEqual(['off', []])
    choose('default')
    expect([key.state(), held()]).toEqual(['on', ['CommandOrControl+Alt+J']])
  })

  test('that another program has, that cannot be, or that the system does not know, is said to be so', () => {
    const { key, held, choose } = createSystem()
    key.start()
    for (const [keys, state] of [
      ['Mod+Alt+t', 'taken'],
      ['Mod+c', 'unfit'],
      ['g i', 'unfit'],
      ['Mod+Alt+#', 'unfit'],
    ] as const) {
      choose(keys)
      expect([keys, key.state(), held()]).toEqual([keys, state, []])
    }
  })

  test('is the desktop’s to give under Wayland: nobody is asked for it unasked, and it is not promised', () => {
    const { key, held, choose } = createSystem('linux', true)
    key.start()
    expect([key.state(), held()]).toEqual(['by-desktop', []])
    choose('Mod+Alt+n')
    expect([key.state(), held()]).toEqual(['by-desktop', ['CommandOrControl+Alt+N']])
    choose('Mod+Alt+t')
    expect([key.state(), held()]).toEqual(['by-desktop', []])
  })

  test.each([
    ['linux', { XDG_SESSION_TYPE: 'wayland' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', { XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-0' }, false],
    ['linux', { XDG_SESSION_TYPE: 'x11' }, false],
    ['linux', {}, false],
    ['darwin', { XDG_SESSION_TYPE: 'wayland' }, false],
    ['win32', {}, false],
  ] as const)('on %s with %o, Wayland is %s', (platform, env, expected) => {
    expect(isWaylandSession(platform, env)).toBe(expected)
  })
})

describe('the place', () => {
  const size = { width: 560, height: 400 }

  test.each([
    [
      { x: 0, y: 0, width: 1920, height: 1080 },
      { x: 680, y: 204, width: 560, height: 400 },
    ],
    // To the left of the main screen, and above it.
    [
      { x: -1280, y: -300, width: 1280, height: 1000 },
      { x: -920, y: -120, width: 560, height: 400 },
    ],
    // Smaller than the window.
    [
      { x: 10, y: 20, width: 500, height: 300 },
      { x: 10, y: 20, width: 500, height: 300 },
    ],
  ])('on %o is %o', (area, expected) => {
    expect(placeNearPointer(area, size)).toEqual(expected)
  })
})
