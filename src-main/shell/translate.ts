/** The shell's own words: menus and the few dialogs that come before or after a window. */
import de from '#shared/locales/de/shell.json' with { type: 'json' }
import en from '#shared/locales/en/shell.json' with { type: 'json' }
import type { Preferences } from '#shared/contract/preferences.ts'

export type Language = 'de' | 'en'
export type MenuText = keyof typeof en.menu
export type FaultText = keyof typeof en.fault
export type FileText = keyof typeof en.file

export interface Translate {
  readonly language: Language
  menu(key: MenuText): string
  fault(key: FaultText): string
  file(key: FileText): string
}

const catalogues: Readonly<Record<Language, Pick<typeof en, 'menu' | 'fault' | 'file'>>> = { de, en }

export function createTranslate(language: Language): Translate {
  const { menu, fault, file } = catalogues[language]
  return { language, menu: (key) => menu[key], fault: (key) => fault[key], file: (key) => file[key] }
}

/** @param systemLanguage as BCP 47, such as "de-AT" */
export function resolveLanguage(choice: Preferences['language'], systemLanguage: string): Language {
  if (choice !== 'system') return choice
  return systemLanguage.toLowerCase().split(/[-_]/)[0] === 'de' ? 'de' : 'en'
}
