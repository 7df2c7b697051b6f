/**
 * What this device remembers about how Outpost looks. The shell keeps it; the window changes its copy at once and
 * tells the shell. Colours and sizes are set on <html> by app/appearance.ts, because state draws nothing.
 */
import { create } from 'zustand'
import type { Preferences, PreferencesChange } from '#shared/contract/preferences.ts'
import { client } from '../bridge/window-client.ts'

const store = create<Preferences>(() => client.info.preferences)

client.onPreferences((preferences) => store.setState(preferences, true))

/** The present preferences, or a part of them: `usePreferences((p) => p.density)`. */
export function usePreferences(): Preferences
export function usePreferences<Part>(select: (preferences: Preferences) => Part): Part
export function usePreferences<Part>(select?: (preferences: Preferences) => Part): Part | Preferences {
  return store<Part | Preferences>(select ?? whole)
}

export function getPreferences(): Preferences {
  return store.getState()
}

/** As they are before anybody changes them. */
export const defaultPreferences: Preferences = client.info.defaultPreferences

/** Calls `listener` on each change. */
export function onPreferences(listener: (preferences: Preferences) => void): () => void {
  return store.subscribe(listener)
}

/** Changes here at once; the shell stores it. Records are replaced as a whole: spread the old one. */
export function setPreferences(change: PreferencesChange): void {
  store.setState(withoutUndefined(change))
  // What the shell answers is what it stored. If it cannot (a full disk), the choice holds until the window closes.
  client.updatePreferences(change).then(
    (stored) => store.setState(stored, true),
    () => undefined,
  )
}

const whole = (preferences: Preferences): Preferences => preferences

function withoutUndefined(change: PreferencesChange): Partial<Preferences> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
