/**
 * Keys for components.
 *
 *   useShortcuts('tickets', [{ action: 'ticket.reply', keys: 'r', label: t('action.reply'), run: focusComposer }])
 *
 * A sequence is `g t`, Mod is Ctrl or Command. Without Mod nothing fires while a text field or an open menu has the
 * focus. The person may give every action other keys. `useShortcutKeys(action)` gives what to print on a button.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { getPreferences, setPreferences, usePreferences } from './preferences.ts'
import { keysCollide, normalizeKeys, pressToStep, type KeyPlatform } from './shortcut-keys.ts'
import {
  createShortcutRegistry,
  type KnownShortcut,
  type Shortcut,
  type ShortcutDefinition,
  type ShortcutScope,
} from './shortcut-registry.ts'

export { shortcutScopes } from './shortcut-registry.ts'
export type { KnownShortcut, Shortcut, ShortcutDefinition, ShortcutScope } from './shortcut-registry.ts'

export const keyPlatform: KeyPlatform = /mac/i.test(navigator.platform) ? 'apple' : 'other'

/** One for the window: there is one keyboard. */
const registry = createShortcutRegistry(() => getPreferences().shortcuts)

/** Binds keys while the component is on screen. Closures may be new at each render. */
export function useShortcuts(scope: ShortcutScope, shortcuts: readonly Shortcut[]): void {
  const [slot] = useState(() => registry.createSlot(scope))
  useEffect(() => slot.set(shortcuts))
  useEffect(() => slot.attach(), [slot])
}

/**
 * For the overlay and the settings, before the component that binds them was ever on screen: call it once, at the top
 * of an area's module. `make` is asked anew each time, so that labels follow the language: use `i18n.t` in it.
 */
export function declareShortcuts(scope: ShortcutScope, make: () => readonly ShortcutDefinition[]): void {
  registry.declare(scope, make)
}

/** The keys of an action as they are now, for a tooltip or a menu; undefined for none. */
export function useShortcutKeys(action: string): string | undefined {
  usePreferences((preferences) => preferences.shortcuts[action])
  const keys = useSyncExternalStore(registry.subscribe, () => registry.keysOf(action))
  return keys === '' ? undefined : keys
}

export function knownShortcuts(): readonly KnownShortcut[] {
  return registry.known()
}

/** Calls `listener` when an action becomes known. */
export const onShortcutsKnown = registry.subscribe

export function availableShortcuts(): ReturnType<typeof registry.available> {
  return registry.available()
}

export function conflictingShortcuts(action: string, keys: string): readonly KnownShortcut[] {
  return registry.conflicts(action, keys)
}

/** Does what the action's key would do now. */
export function runShortcut(action: string): void {
  registry.run(action)
}

/** Actions that these keys would be taken from, wherever in the program they work. */
export function collidingShortcuts(keys: string): readonly KnownShortcut[] {
  return registry.known().filter((known) => keysCollide(known.keys, normalizeKeys(keys)))
}

/** Gives an action other keys: an empty text for none, null for ours. */
export function remapShortcut(action: string, keys: string | null): void {
  const { [action]: _old, ...others } = getPreferences().shortcuts
  setPreferences({ shortcuts: keys === null ? others : { ...others, [action]: normalizeKeys(keys) } })
}

export function resetShortcuts(): void {
  setPreferences({ shortcuts: {} })
}

/** A press in the notation of shortcuts, for recording; null for modifiers alone. */
export function keyEventToStep(event: KeyboardEvent): string | null {
  if (event.isComposing) return null
  return pressToStep(
    {
      key: event.key,
      code: event.code,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
      isAltGraph: event.getModifierState('AltGraph'),
    },
    keyPlatform,
  )
}

/** Listens to the keyboard until the returned function is called. */
export function startShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('[data-shortcuts="off"]')) return
    const step = keyEventToStep(event)
    if (step === null || isUsedByTarget(target, step)) return
    const inTextField = isTextField(target) || isInOverlay(target)
    if (registry.press(step, { inTextField, nowMs: event.timeStamp })) event.preventDefault()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

export function isTextField(target: Element | null): boolean {
  if (target instanceof HTMLInputElement)
    return !/^(button|checkbox|radio|range|submit|reset|color|file)$/.test(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

/** Menus, dialogs and lists that are open over the window have keys of their own. */
function isInOverlay(target: Element | null): boolean {
  return Boolean(target?.closest('[role=dialog],[role=alertdialog],[role=menu],.ui-popover,.ui-modal'))
}

/** Enter and Space press the button that has the focus. */
function isUsedByTarget(target: Element | null, step: string): boolean {
  if (step !== 'Enter' && step !== 'Space') return false
  return Boolean(
    target?.closest('button,a[href],summary,[role=button],[role=tab],[role=switch],[role=radio]'),
  )
}
