import type { PreferencesChange } from './preferences.ts'

/** What a file of settings would change here. */
export interface SettingsFile {
  readonly change: PreferencesChange
  /** Own words of the dictionary. */
  readonly words: readonly string[]
  /** Names that this version does not know. */
  readonly unknown: readonly string[]
  /** Settings whose value in the file is none of theirs. */
  readonly wrong: readonly string[]
}

export type SettingsFileError = 'too-large' | 'not-settings' | 'newer'
