/** The shell's sentences with variables and plurals: notifications, tray and badge. Keys follow i18next, as in the window. */
import de from '#shared/locales/de/notifications.json' with { type: 'json' }
import en from '#shared/locales/en/notifications.json' with { type: 'json' }
import type { Language } from '../translate.ts'

type Part = 'notice' | 'tray'
type Plain<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key
export type NoticeText = Plain<keyof typeof en.notice>
export type TrayText = Plain<keyof typeof en.tray>
export type Values = Readonly<Record<string, string | number>>

export interface Words {
  readonly language: Language
  notice(key: NoticeText, values?: Values): string
  tray(key: TrayText, values?: Values): string
}

const catalogues: Readonly<Record<Language, Record<Part, Readonly<Record<string, string>>>>> = { de, en }

export function createWords(language: Language): Words {
  const plurals = new Intl.PluralRules(language)
  const say = (part: Part, key: string, values: Values): string => {
    const texts = catalogues[language][part]
    const form = typeof values['count'] === 'number' ? plurals.select(values['count']) : ''
    const text = texts[`${key}_${form}`] ?? texts[key] ?? ''
    return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''))
  }
  return {
    language,
    notice: (key, values = {}) => say('notice', key, values),
    tray: (key, values = {}) => say('tray', key, values),
  }
}
