/** Settings by their words and by their place, for the settings area and for the palette. */
import { i18n } from '../i18n.ts'
import { navigate } from '../navigation.ts'
import { setUi } from '../ui.ts'
import { findSetting, settings, type Setting, type SettingId } from './definitions.ts'
import { createSettingFinder, type FoundSetting } from './find-settings.ts'
import { searchableSettings, sentenceIn, type ExtraWords } from './searchable.ts'
import type { SentenceKey } from './setting-definition.ts'

/** A sentence by a key that is not written where it is used, in the language that is shown. */
export const sentence = (key: SentenceKey): string => sentenceIn(i18n, i18n.language, key)

/** In the language that is shown now, and in the others. */
export function createSearch(
  isThere: (setting: Setting) => boolean,
  extra: ExtraWords = {},
): (query: string) => readonly FoundSetting<SettingId>[] {
  return createSettingFinder(searchableSettings(settings.filter(isThere), i18n, i18n.language, extra))
}

/** Shows the setting, marks it, and puts the keyboard on its control. */
export function openSetting(id: SettingId): void {
  const setting = findSetting(id)
  if (!setting) return
  setUi({ settingToFocus: id })
  navigate({ area: 'settings', section: setting.section, setting: id })
}
