/**
 * Keys as text, and key presses as the same text: `Mod+k`, `Shift+j`, `g t`, `?`. The notation is that of ui/marks
 * (`Mod` is Ctrl, or Command on Apple); here it is brought into one form that can be compared. Pure.
 */
export type KeyPlatform = 'apple' | 'other'

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** Third-level keys (`@` on a German keyboard) come with Ctrl and Alt set on Windows. */
  readonly isAltGraph: boolean
}

const modifierKeys = new Set([
  'Control',
  'Meta',
  'Alt',
  'AltGraph',
  'Shift',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
])
const order = ['Mod', 'Ctrl', 'Meta', 'Alt', 'Shift']

/** One press in the common form; null for modifiers alone, and for parts of a composition. */
export function pressToStep(press: KeyPress, platform: KeyPlatform): string | null {
  if (modifierKeys.has(press.key)) return null
  const held = new Set<string>()
  if (!press.isAltGraph) {
    if (press.ctrlKey) held.add(platform === 'apple' ? 'Ctrl' : 'Mod')
    if (press.metaKey) held.add(platform === 'apple' ? 'Mod' : 'Meta')
    if (press.altKey) held.add('Alt')
  }
  if (press.shiftKey) held.add('Shift')
  return toStep(held, keyOf(press, held))
}

/** Keys as somebody wrote them, in the common form. */
export function normalizeKeys(keys: string): string {
  return keys.trim().split(/\s+/).filter(Boolean).map(normalizeStep).join(' ')
}

/** Whether the first step holds Mod or is a function key: such keys work in text fields too. */
export function worksInTextFields(keys: string): boolean {
  return /^(Mod|Ctrl|Meta)\+|^F\d/.test(normalizeKeys(keys))
}

/** Whether one of them could never be pressed without the other: equal, or the beginning of the other. */
export function keysCollide(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
}

function normalizeStep(step: string): string {
  const plus = step === '+' || step.endsWith('++')
  const parts = (plus ? step.slice(0, -1) : step).split('+').filter(Boolean)
  const key = plus ? '+' : (parts.pop() ?? '')
  return toStep(new Set(parts), key)
}

function toStep(held: Set<string>, key: string): string {
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  // Shift is part of how `?` is typed, and on which keys it is needed depends on the keyboard.
  if (key.length === 1 && !isLetter && key !== ' ') held.delete('Shift')
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key
  return [...order.filter((modifier) => held.has(modifier)), name].join('+')
}

/** With Mod the place on the keyboard counts where the letter is not Latin, or the digit needs Shift (French). */
function keyOf({ key, code }: KeyPress, held: ReadonlySet<string>): string {
  if (!held.has('Mod') && !held.has('Alt')) return key
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined && !/^\d$/.test(key) && !held.has('Shift')) return digit
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  return letter !== undefined && !/^[\x20-\x7e]$/.test(key) && key.length === 1 ? letter : key
}
