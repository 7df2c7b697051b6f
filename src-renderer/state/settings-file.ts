/** Settings into a file and out of one: what people choose on a device, and nothing that signs them in. */
import type { Preferences, PreferencesChange } from '#shared/contract/preferences.ts'
import type { SettingsFile, SettingsFileError } from '#shared/contract/settings-file.ts'
import { err, type Result } from '#shared/base/result.ts'
import { client } from '../bridge/window-client.ts'
import { saveText } from './diagnostics.ts'
import { getPreferences } from './preferences.ts'
import { settings, type Setting } from './settings/definitions.ts'

export type PreferenceSetting = Setting & {
  readonly default: {
    readonly preference: keyof PreferencesChange
    readonly values: Readonly<Record<string, unknown>>
  }
}

/** Those that a file takes along, in the order of the pages. */
export const portableSettings = settings.filter(
  (setting): setting is PreferenceSetting => setting.default !== null && 'preference' in setting.default,
)

export async function saveSettings(): Promise<void> {
  const preferences = getPreferences()
  const chosen = Object.fromEntries(
    portableSettings.map(({ default: { preference } }) => [preference, preferences[preference]]),
  ) as Partial<Preferences>
  // Without them the rest is still worth saving.
  const words = [...(await client.ownWords().catch(() => []))].sort()
  const file = { format: 'outpost-settings', version: 1, preferences: chosen, words }
  await saveText('settings', `${JSON.stringify(file, null, 2)}\n`)
}

const maxBytes = 2_000_000

/** What it would change; changes nothing. */
export async function readSettings(file: File): Promise<Result<SettingsFile, SettingsFileError>> {
  if (file.size > maxBytes) return err('too-large')
  try {
    return await client.readSettings(await file.text())
  } catch {
    return err('not-settings')
  }
}
