/**
 * Sentences for the window. Synchronous: the catalogues are in the bundle, so no frame is drawn without text.
 * Keys are typed from the English catalogue: `t('tickets:field.owner')` compiles, a misspelt key does not.
 */
import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { catalogues, type Catalogue, type Language } from '#shared/locales/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Catalogue
    returnNull: false
  }
}

export interface I18nOptions {
  readonly language: Language
}

/** An i18next instance that is ready when this returns. Change language with `instance.changeLanguage(language)`. */
export function createI18n(options: I18nOptions): I18n {
  const instance = createInstance()
  instance.use(initReactI18next)
  void instance.init({
    initAsync: false,
    lng: options.language,
    fallbackLng: 'en',
    supportedLngs: Object.keys(catalogues),
    resources: catalogues,
    defaultNS: 'common',
    ns: Object.keys(catalogues.en),
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  })
  return instance
}
