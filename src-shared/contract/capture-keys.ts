/**
 * The key that opens quick capture from any program: in the notation of the window's keys (`Mod+Alt+j`), and as Electron
 * wants it. Apart from preferences.ts, so that the window loads no schema library for it.
 */

/** Not chosen by the person: the key below, where the desktop is known to give it. */
export const defaultCapture = 'default'

/** Why a key cannot be one that works everywhere. */
export type UnfitKey =
  /** Two keys after each other. */
  | 'sequence'
  /** A letter by itself, or with Shift: nobody could type it any more. */
  | 'typed'
  /** Copy, paste, close, switch: every program has a use for it. */
  | 'everywhere'
  /** The system knows no name for it. */
  | 'unknown'

export type CaptureAccelerator =
  { readonly ok: true; readonly accelerator: string } | { readonly ok: false; readonly why: UnfitKey }

/**
 * How it stands with the key. `taken`: the system refused it, mostly because another program has it. `by-desktop`: there
 * (Wayland) programs have no keys of their own, unless the desktop gives them one.
 */
export type CaptureKeyState = 'on' | 'off' | 'taken' | 'unfit' | 'by-desktop'

/**
 * J as in "jot". Ctrl+Alt is AltGr on Windows: J types nothing with it on German, English, American, French, Spanish,
 * Nordic and Polish keyboards, as O, E or Q do. No common desktop uses it. On Apple, Option with a letter types, and
 * Ctrl+Option is VoiceOver's.
 */
export function defaultCaptureKeys(platform: string): string {
  return platform === 'darwin' ? 'Mod+Ctrl+j' : 'Mod+Alt+j'
}

/** The keys that a choice means; empty for none. */
export function captureKeysOf(chosen: string, platform: string): string {
  return chosen === defaultCapture ? defaultCaptureKeys(platform) : chosen
}

export function toAccelerator(keys: string, platform: string): CaptureAccelerator {
  if (keys.includes(' ')) return { ok: false, why: 'sequence' }
  const isPlus = keys === '+' || keys.endsWith('++')
  const parts = (isPlus ? keys.slice(0, -1) : keys).split('+').filter((part) => part !== '')
  const key = isPlus ? '+' : (parts.pop() ?? '')
  const name = acceleratorKey(key)
  if (name === null || !parts.every((part) => Object.hasOwn(modifierNames, part)))
    return { ok: false, why: 'unknown' }
  const held = new Set(parts)
  const isFunctionKey = /^F\d+$/.test(name)
  if (!isFunctionKey && !['Mod', 'Ctrl', 'Meta', 'Alt'].some((each) => held.has(each)))
    return { ok: false, why: 'typed' }
  if (isEverywhere(name, held, platform)) return { ok: false, why: 'everywhere' }
  const modifiers = [...held].map((part) => modifierNames[part] ?? part)
  return { ok: true, accelerator: [...modifiers, name].join('+') }
}

const modifierNames: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  Meta: 'Super',
  Alt: 'Alt',
  Shift: 'Shift',
}

const namedKeys: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  '+': 'Plus',
  ...Object.fromEntries(
    ['Space', 'Insert', 'Home', 'End', 'PageUp', 'PageDown', 'PrintScreen', 'Tab', 'Escape'].map((key) => [
      key,
      key,
    ]),
  ),
}

function acceleratorKey(key: string): string | null {
  if (Object.hasOwn(namedKeys, key)) return namedKeys[key] ?? null
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key
  // Letters with accents have no name that the systems know.
  return /^[\x21-\x7e]$/.test(key) ? key.toUpperCase() : null
}

/** Keys that belong to every program, or to the desktop. */
function isEverywhere(name: string, held: ReadonlySet<string>, platform: string): boolean {
  const isOnly = (...modifiers: readonly string[]): boolean =>
    held.size === modifiers.length && modifiers.every((modifier) => held.has(modifier))
  const isFunctionKey = /^F\d+$/.test(name)
  if (isOnly('Mod')) return !isFunctionKey
  if (isOnly('Mod', 'Shift')) return ['C', 'N', 'T', 'V', 'Z', 'Tab', 'Escape'].includes(name)
  if (isOnly('Alt')) {
    const isDesktops = ['F4', 'Tab', 'Space', 'Escape', 'Left', 'Right', 'Up', 'Down'].includes(name)
    return isDesktops || (platform === 'darwin' && !isFunctionKey)
  }
  if (isOnly('Alt', 'Shift')) return name === 'Tab' || (platform === 'darwin' && !isFunctionKey)
  return false
}
