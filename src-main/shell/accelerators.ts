/** A shortcut's keys as Electron writes them beside a menu's entry. Pure. */
const keyNames: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  '+': 'Plus',
}

/**
 * Undefined where a menu must not have these keys: a sequence, or a letter alone, which belongs to whoever types.
 * @param keys in the notation of shortcuts, such as `Mod+Shift+O`
 */
export function accelerator(keys: string): string | undefined {
  if (keys === '' || /\s/.test(keys)) return undefined
  // The last plus may be the key itself.
  const parts = keys.split(/\+(?!$)/)
  const key = parts.pop() ?? ''
  const modifiers = parts.map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part))
  if (!modifiers.some((modifier) => modifier !== 'Shift') && !/^F\d+$/.test(key)) return undefined
  return [...modifiers, keyNames[key] ?? key].join('+')
}

/** The first of them that a menu can have; the person's own keys take the place of ours, also where they are none. */
export function menuAccelerator(own: string | undefined, ours: readonly string[]): string | undefined {
  const all = own === undefined ? ours : [own]
  return all.map(accelerator).find((found) => found !== undefined)
}
