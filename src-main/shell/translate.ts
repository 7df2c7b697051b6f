/** The shell's own words: menus and the few dialogs that come before or after a window. */
import type { Preferences } from '#shared/contract/preferences.ts'
import { pickLanguage, type Language } from '#shared/locales/languages.ts'
import { pseudoCatalogue, type PseudoLocale } from '#shared/locales/pseudo.ts'
import { shellCatalogues, type ShellCatalogue } from '#shared/locales/shell.ts'

export type { Language }
export type MenuText = keyof ShellCatalogue['shell']['menu']
export type FaultText = keyof ShellCatalogue['shell']['fault']
export type FileText = keyof ShellCatalogue['shell']['file']

export interface Translate {
  readonly language: Language
  menu(key: MenuText): string
  fault(key: FaultText): string
  file(key: FileText): string
}

/** @param pseudo a language for developers, made of English */
export function createTranslate(language: Language, pseudo: PseudoLocale | null = null): Translate {
  const { shell } = shellCatalogues[pseudo === null ? language : 'en']
  const { menu, fault, file } = pseudo === null ? shell : pseudoCatalogue(shell, pseudo)
  return { language, menu: (key) => menu[key], fault: (key) => fault[key], file: (key) => file[key] }
}

/** @param systemLanguage as BCP 47, such as "de-AT" */
export function resolveLanguage(choice: Preferences['language'], systemLanguage: string): Language {
  return choice === 'system' ? pickLanguage([systemLanguage]) : choice
}
