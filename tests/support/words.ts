/** The program's sentences in one language, to find things on the screen by what a person reads there. */
import { createInstance } from 'i18next'
import { catalogues, type Language } from '#shared/locales/index.ts'
import { directionOf, wrapVariable } from '#shared/locales/languages.ts'
import { isPseudoLocale, pseudoCatalogue, type PseudoLocale } from '#shared/locales/pseudo.ts'

/** `say('chat:composer.send')`: the words for a key, with its variables. */
export type Say = (key: string, variables?: Readonly<Record<string, string | number>>) => string

export function createSay(language: Language | PseudoLocale): Say {
  const i18n = createInstance()
  void i18n.init({
    initAsync: false,
    lng: language,
    resources: isPseudoLocale(language)
      ? { [language]: pseudoCatalogue(catalogues.en, language) }
      : catalogues,
    defaultNS: 'common',
    ns: Object.keys(catalogues.en),
    interpolation: { escapeValue: directionOf(language) === 'rtl', escape: wrapVariable(language) },
  })
  const t = i18n.getFixedT(language) as (key: string, variables: object) => string
  return (key, variables = {}) => {
    if (!i18n.exists(key, variables)) throw new Error(`the catalogues have no ${key}`)
    return t(key, variables)
  }
}

/** Matches the sentence of a key whatever its variables are. */
export function sentencePattern(say: Say, key: string, variables: readonly string[]): RegExp {
  const marked = say(key, Object.fromEntries(variables.map((name) => [name, '\0'])))
  const escaped = marked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(escaped.replaceAll('\0', '.+'), 'u')
}
