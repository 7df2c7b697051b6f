/** This window's sentences, in the language of the preferences, or the system's. */
import { pickLanguage, type Language } from '#shared/locales/index.ts'
import { client } from '../bridge/window-client.ts'
import { createI18n } from '../i18n/i18n.ts'
import { getPreferences, onPreferences } from './preferences.ts'

/** Language of the interface, such as `de`. */
export function currentLanguage(): Language {
  const { language } = getPreferences()
  return language === 'system' ? pickLanguage([client.info.systemLanguage, ...navigator.languages]) : language
}

/**
 * How numbers and dates are written, such as `de-AT`: the system's own manner where it speaks the interface's
 * language, else the language's.
 */
export function currentLocale(language: Language): string {
  const { systemLanguage, pseudoLocale } = client.info
  if (pseudoLocale !== null) return pseudoLocale
  return pickLanguage([systemLanguage]) === language && systemLanguage.startsWith(language)
    ? systemLanguage
    : language
}

export const i18n = createI18n({ language: currentLanguage(), pseudoLocale: client.info.pseudoLocale })

onPreferences(() => {
  const language = client.info.pseudoLocale ?? currentLanguage()
  if (i18n.language !== language) void i18n.changeLanguage(language)
})
