/**
 * The key that opens quick capture while another program is in front. Whether the system gives it, and keeps giving it,
 * is the system's: everything that the key does can be done without it.
 */
import type { Log } from '#shared/base/log.ts'
import {
  captureKeysOf,
  defaultCapture,
  toAccelerator,
  type CaptureKeyState,
} from '#shared/contract/capture-keys.ts'
import type { PreferencesStore } from '../preferences.ts'

/** Electron's `globalShortcut`, as far as it is needed. */
export interface SystemKeys {
  register(accelerator: string, pressed: () => void): boolean
  unregister(accelerator: string): void
}

export interface CaptureKey {
  /** Once the app is ready. From then on it follows the preferences. */
  start(): void
  state(): CaptureKeyState
  dispose(): void
}

interface CaptureKeyDeps {
  readonly systemKeys: SystemKeys
  readonly preferences: Pick<PreferencesStore, 'get' | 'onChange'>
  readonly platform: NodeJS.Platform
  /**
   * There a desktop hands keys out itself, some after asking the person, and a program is told that it has one before
   * anybody was asked: nothing is registered unless the person chose a key, and nothing is promised then.
   */
  readonly isWayland: boolean
  readonly pressed: () => void
  readonly log: Log
}

export function createCaptureKey(deps: CaptureKeyDeps): CaptureKey {
  const { systemKeys, preferences, platform, isWayland, pressed, log } = deps
  let registered: string | null = null
  let followed: string | null = null
  let state: CaptureKeyState = 'off'

  const release = (): void => {
    if (registered !== null) systemKeys.unregister(registered)
    registered = null
  }
  const register = (accelerator: string): CaptureKeyState => {
    try {
      if (!systemKeys.register(accelerator, pressed)) return isWayland ? 'by-desktop' : 'taken'
    } catch {
      // Thrown where the system has no such key.
      return 'unfit'
    }
    registered = accelerator
    return isWayland ? 'by-desktop' : 'on'
  }
  const follow = (): void => {
    const chosen = preferences.get().captureKeys
    if (chosen === followed) return
    followed = chosen
    release()
    const keys = captureKeysOf(chosen, platform)
    if (keys === '') state = 'off'
    else if (isWayland && chosen === defaultCapture) state = 'by-desktop'
    else {
      const made = toAccelerator(keys, platform)
      state = made.ok ? register(made.accelerator) : 'unfit'
    }
    log.info('capture.key', { state })
  }

  return {
    start() {
      follow()
      preferences.onChange(follow)
    },
    state: () => state,
    dispose: release,
  }
}

/** Whether the session is one where programs cannot take keys for themselves. */
export function isWaylandSession(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform !== 'linux') return false
  const { XDG_SESSION_TYPE: session, WAYLAND_DISPLAY: display } = env
  return session === 'wayland' || (session !== 'x11' && display !== undefined && display !== '')
}
