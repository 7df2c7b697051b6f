/**
 * Which keys do what, now. Components register what they can do; the innermost and latest wins; the person's own keys
 * replace ours. Knows nothing of the DOM: shortcuts.ts feeds it presses.
 */
import { keysCollide, normalizeKeys, worksInTextFields } from './shortcut-keys.ts'

/** Where a shortcut belongs: the heading it is listed under. `app` works everywhere, and gives way to all others. */
export const shortcutScopes = [
  'app',
  'list',
  'inbox',
  'chat',
  'tickets',
  'knowledge',
  'search',
  'ask',
  'settings',
] as const
export type ShortcutScope = (typeof shortcutScopes)[number]

export interface ShortcutDefinition {
  /** A stable name, `ticket.reply`: preferences keep the person's keys under it. */
  readonly action: string
  /** `r`, `Mod+K`, `g t`; several where they mean the same, the first is shown. Empty: none until the person gives one. */
  readonly keys: string | readonly string[]
  /** What it does, in the person's language: "Reply". */
  readonly label: string
}

export interface Shortcut extends ShortcutDefinition {
  run(): void
  /** Left out: always. */
  when?(): boolean
  /** Also while a text field has the focus, though it has no Mod. */
  readonly inTextFields?: boolean
  /** Not listed in the palette: moving about in lists, and what only makes sense by key. */
  readonly isHiddenInPalette?: boolean
  /** The main window does it, in front of this one. */
  readonly leadsToMain?: boolean
}

export interface KnownShortcut {
  readonly action: string
  readonly scope: ShortcutScope
  readonly label: string
  /** The first of the keys that work now; empty for none. */
  readonly keys: string
  /** Others that mean the same. */
  readonly moreKeys: readonly string[]
  readonly defaultKeys: string
}

export interface ShortcutSlot {
  /** What the component can do now; to be called after each render. */
  set(shortcuts: readonly Shortcut[]): void
  /** The component is on screen until the returned function is called. */
  attach(): () => void
}

export interface ShortcutRegistry {
  createSlot(scope: ShortcutScope): ShortcutSlot
  /**
   * Makes shortcuts known (overlay, settings) before any component that carries them out is on screen.
   * @param make asked anew each time, so that the labels are in the present language
   */
  declare(scope: ShortcutScope, make: () => readonly ShortcutDefinition[]): void
  /** A press in the common form. True where it was used: the browser must not have it then. */
  press(step: string, options: { readonly inTextField: boolean; readonly nowMs: number }): boolean
  /** Does what the action's key would do now; false where nothing on screen does it. */
  run(action: string): boolean
  /** Calls `listener` when an action becomes known, or has other keys of ours. */
  readonly subscribe: (listener: () => void) => () => void
  /** Everything that was ever registered or declared. */
  known(): readonly KnownShortcut[]
  /** The first of the keys that an action has now; empty for none. */
  keysOf(action: string): string
  /** What can be done now: for the palette. */
  available(): readonly (Shortcut & { readonly scope: ShortcutScope; readonly shownKeys: string })[]
  /** Actions whose keys collide with these in the same place. */
  conflicts(action: string, keys: string): readonly KnownShortcut[]
}

/** Longer than this between the keys of a sequence, and it begins anew. */
const sequenceMs = 1_500

interface Defined {
  readonly scope: ShortcutScope
  readonly definition: ShortcutDefinition
}

interface Slot {
  readonly scope: ShortcutScope
  shortcuts: readonly Shortcut[]
}

/** @param remaps the person's own keys: action -> keys, an empty text for none */
export function createShortcutRegistry(remaps: () => Readonly<Record<string, string>>): ShortcutRegistry {
  const attached: Slot[] = []
  const definitions = new Map<string, Defined>()
  const declared: { readonly scope: ShortcutScope; readonly make: () => readonly ShortcutDefinition[] }[] = []
  const listeners = new Set<() => void>()
  let begun = ''
  let begunAtMs = 0

  const define = (scope: ShortcutScope, defined: readonly ShortcutDefinition[]): void => {
    let isNews = false
    for (const definition of defined) {
      const before = definitions.get(definition.action)?.definition
      if (!before || String(before.keys) !== String(definition.keys)) isNews = true
      definitions.set(definition.action, { scope, definition })
    }
    if (isNews) for (const listener of [...listeners]) listener()
  }

  const defaultsOf = ({ keys }: ShortcutDefinition): readonly string[] =>
    (typeof keys === 'string' ? [keys] : keys).map(normalizeKeys).filter((each) => each !== '')

  const keysOf = (definition: ShortcutDefinition): readonly string[] => {
    const own = remaps()[definition.action]
    if (own === undefined) return defaultsOf(definition)
    return own === '' ? [] : [normalizeKeys(own)]
  }

  /** What is on screen, innermost and latest first. */
  const active = (): readonly { readonly scope: ShortcutScope; readonly shortcut: Shortcut }[] =>
    [...attached]
      .reverse()
      .sort((a, b) => Number(a.scope === 'app') - Number(b.scope === 'app'))
      .flatMap(({ scope, shortcuts }) => shortcuts.map((shortcut) => ({ scope, shortcut })))

  const find = (keys: string, inTextField: boolean): { run: Shortcut | null; isBeginning: boolean } => {
    let isBeginning = false
    for (const { shortcut } of active()) {
      for (const own of keysOf(shortcut)) {
        if (inTextField && !worksInTextFields(own) && !shortcut.inTextFields) continue
        if (own !== keys && !own.startsWith(`${keys} `)) continue
        if (shortcut.when && !shortcut.when()) continue
        if (own === keys) return { run: shortcut, isBeginning: false }
        isBeginning = true
      }
    }
    return { run: null, isBeginning }
  }

  /** What was registered, and what was only declared so far. */
  const allDefinitions = (): ReadonlyMap<string, Defined> => {
    const all = new Map<string, Defined>()
    for (const { scope, make } of declared) {
      for (const definition of make()) all.set(definition.action, { scope, definition })
    }
    for (const [action, defined] of definitions) all.set(action, defined)
    return all
  }

  const known = (): readonly KnownShortcut[] =>
    [...allDefinitions().values()].map(({ scope, definition }) => ({
      action: definition.action,
      scope,
      label: definition.label,
      keys: keysOf(definition)[0] ?? '',
      moreKeys: keysOf(definition).slice(1),
      defaultKeys: defaultsOf(definition)[0] ?? '',
    }))

  return {
    createSlot(scope) {
      const slot: Slot = { scope, shortcuts: [] }
      return {
        set(shortcuts) {
          slot.shortcuts = shortcuts
          define(scope, shortcuts)
        },
        attach() {
          attached.push(slot)
          return () => {
            const index = attached.indexOf(slot)
            if (index !== -1) attached.splice(index, 1)
          }
        },
      }
    },

    declare(scope, make) {
      declared.push({ scope, make })
      for (const listener of [...listeners]) listener()
    },

    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    press(step, { inTextField, nowMs }) {
      const before = begun !== '' && nowMs - begunAtMs <= sequenceMs ? begun : ''
      begun = ''
      for (const keys of before === '' ? [step] : [`${before} ${step}`, step]) {
        const { run, isBeginning } = find(keys, inTextField)
        if (run) {
          run.run()
          return true
        }
        if (isBeginning) {
          begun = keys
          begunAtMs = nowMs
          return true
        }
      }
      return false
    },

    run(action) {
      const found = active().find(({ shortcut }) => shortcut.action === action && (shortcut.when?.() ?? true))
      found?.shortcut.run()
      return found !== undefined
    },

    known,

    keysOf(action) {
      const found = definitions.get(action) ?? allDefinitions().get(action)
      return found ? (keysOf(found.definition)[0] ?? '') : ''
    },

    available: () =>
      active()
        .filter(({ shortcut }) => !shortcut.isHiddenInPalette && (shortcut.when?.() ?? true))
        .map(({ scope, shortcut }) => ({ ...shortcut, scope, shownKeys: keysOf(shortcut)[0] ?? '' })),

    conflicts(action, keys) {
      const scope = allDefinitions().get(action)?.scope
      const wanted = normalizeKeys(keys)
      return known().filter(
        (other) =>
          other.action !== action &&
          (other.scope === scope ||
            other.scope === 'app' ||
            scope === 'app' ||
            scope === 'list' ||
            other.scope === 'list') &&
          keysCollide(other.keys, wanted),
      )
    },
  }
}
