/**
 * The person's preferences on this device. Read before the first window, so that it comes up right. What the file
 * holds beyond this program's knowledge (a newer version wrote it) stays in it.
 */
import type { Log } from '#shared/base/log.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { preferencesChange, preferencesSchema, type Preferences } from '#shared/contract/preferences.ts'
import { createJsonFile } from './json-file.ts'

export interface PreferencesStore {
  get(): Preferences
  /** Sets the given keys, each as a whole. Refuses everything if anything in it is wrong. */
  update(change: unknown): Result<Preferences, 'invalid'>
  onChange(listener: (preferences: Preferences) => void): void
  /** Writes now what waits. */
  flush(): void
}

interface PreferencesDeps {
  readonly file: string
  readonly log: Log
}

export function createPreferencesStore({ file: path, log }: PreferencesDeps): PreferencesStore {
  const file = createJsonFile({ file: path, log })
  const listeners: ((preferences: Preferences) => void)[] = []
  let stored = file.read()
  let current = preferencesSchema.parse(stored)

  return {
    get: () => current,
    update(change) {
      const parsed = preferencesChange.safeParse(change)
      if (!parsed.success) return err('invalid')
      const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined)
      if (given.length === 0) return ok(current)
      stored = { ...stored, ...Object.fromEntries(given) }
      current = preferencesSchema.parse(stored)
      file.write(stored)
      for (const listener of listeners) listener(current)
      return ok(current)
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
    flush: () => file.flush(),
  }
}
