/**
 * Sentences for the window. Synchronous: the catalogues are in the bundle, so no frame is drawn without text.
 * Keys are typed from the English catalogue: `t('tickets:field.owner')` compiles, a misspelt key does not.
 */
import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { catalogues, type Catalogue, type Language } from '#shared/locales/index.ts'
import { directionOf, wrapVariable } from '#shared/locales/languages.ts'
import { pseudoCatalogue, type PseudoLocale } from '#shared/locales/pseudo.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Catalogue
    returnNull: false
  }
}

export interface I18nOptions {
  readonly language: Language
  /** A language for developers, in place of the person's for the window's whole life. */
  readonly pseudoLocale?: PseudoLocale | null
}

/** An i18next instance that is ready when this returns. Change language with `instance.changeLanguage(language)`. */
export function createI18n(options: I18nOptions): I18n {
  const instance = createInstance()
  const { pseudoLocale: pseudo = null } = options
  const wrap = wrapVariable(pseudo ?? options.language)
  const wrapsVariables = directionOf(pseudo ?? options.language) === 'rtl'
  const resources =
    pseudo === null ? catalogues : { ...catalogues, [pseudo]: pseudoCatalogue(catalogues.en, pseudo) }
  instance.use(initReactI18next)
  void instance.init({
    initAsync: false,
    lng: pseudo ?? options.language,
    fallbackLng: pseudo ?? 'en',
    supportedLngs: Object.keys(resources),
    resources,
    defaultNS: 'common',
    ns: Object.keys(catalogues.en),
    // Not escaped, since React does that: the place where i18next lets a variable be wrapped.
    interpolation: { escapeValue: wrapsVariables, escape: (value) => wrap(value) },
    react: { useSuspense: false },
    returnNull: false,
  })
  return instance
}
