/**
 * The notation for keys, used everywhere: `Mod+K` (Ctrl, or Command on Apple), `Shift+Alt+Enter`, and `g t` for one key
 * after another. Pure, so that the notation can be tested.
 */
export type KeyPlatform = 'apple' | 'other'

/** Steps of a sequence, each the keys to hold together. `g t` -> [['g'], ['t']]. */
export function parseShortcut(keys: string): readonly (readonly string[])[] {
  return keys
    .trim()
    .split(/\s+/)
    .map((step) => (step === '+' ? ['+'] : step.split('+').map((key) => (key === '' ? '+' : key))))
}

const appleSymbols: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Escape: 'Esc',
  Backspace: '⌫',
}

const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/**
 * What is printed on a key.
 * @param nameOf the name in the person's language (`Ctrl` -> `Strg`), or undefined for keys without one
 */
export function keyLabel(
  key: string,
  platform: KeyPlatform,
  nameOf: (key: string) => string | undefined,
): string {
  const arrow = arrows[key]
  if (arrow !== undefined) return arrow
  const symbol = platform === 'apple' ? appleSymbols[key] : undefined
  if (symbol !== undefined) return symbol
  const name = nameOf(key === 'Mod' ? 'Ctrl' : key)
  if (name !== undefined) return name
  return key.length === 1 ? key.toUpperCase() : key
}

/** Reads `navigator.platform`-like text. */
export function keyPlatformOf(platform: string): KeyPlatform {
  return /mac|iphone|ipad/i.test(platform) ? 'apple' : 'other'
}
