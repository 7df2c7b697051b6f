/** The words of settings, out of the catalogues, for finding them. Knows no window. */
import type { i18n as I18n } from 'i18next'
import { languages } from '#shared/locales/index.ts'
import type { Setting, SettingId } from './definitions.ts'
import type { Searchable, SettingWords } from './find-settings.ts'
import type { SentenceKey } from './setting-definition.ts'

/** More words of a setting, such as those of all keys, in the language that is shown. */
export type ExtraWords = Partial<Record<SettingId, readonly string[]>>

/** A sentence by a key that is not written where it is used. */
export function sentenceIn(i18n: I18n, language: string, key: SentenceKey): string {
  return i18n.t(key, { lng: language })
}

export function searchableSettings(
  settings: readonly Setting[],
  i18n: I18n,
  shown: string,
  extra: ExtraWords = {},
): readonly Searchable<SettingId>[] {
  const others = languages.filter((language) => language !== shown)
  return settings.map((setting) => ({
    id: setting.id,
    languages: [
      wordsOf(setting, i18n, shown, extra[setting.id] ?? []),
      ...others.map((language) => wordsOf(setting, i18n, language, [])),
    ],
  }))
}

function wordsOf(setting: Setting, i18n: I18n, language: string, extra: readonly string[]): SettingWords {
  const say = (key: SentenceKey): string => sentenceIn(i18n, language, key)
  const { name, text, words, also = [], section, default: standard } = setting
  const values = standard && 'preference' in standard ? Object.values(standard.values) : []
  return {
    name: say(name),
    text: say(text),
    words: say(words),
    section: say(`settings:section.${section}`),
    also: [...[...also, ...values].map(say), ...extra],
  }
}
