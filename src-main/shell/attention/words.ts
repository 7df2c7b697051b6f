/** The shell's sentences with variables and plurals: notifications, tray and badge. Keys follow i18next, as in the window. */
import { pseudoCatalogue, type PseudoLocale } from '#shared/locales/pseudo.ts'
import { shellCatalogues, type ShellCatalogue } from '#shared/locales/shell.ts'
import type { Language } from '../translate.ts'

type Notifications = ShellCatalogue['notifications']
type Part = 'notice' | 'tray'
type Plain<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key
export type NoticeText = Plain<keyof Notifications['notice']>
export type TrayText = Plain<keyof Notifications['tray']>
export type Values = Readonly<Record<string, string | number>>

export interface Words {
  readonly language: Language
  notice(key: NoticeText, values?: Values): string
  tray(key: TrayText, values?: Values): string
  /** A time within the next days, with its day of the week: it stays true after midnight. */
  time(at: number): string
}

/** @param pseudo a language for developers, made of English */
export function createWords(language: Language, pseudo: PseudoLocale | null = null): Words {
  const own = shellCatalogues[pseudo === null ? language : 'en'].notifications
  const catalogue: Record<Part, Readonly<Record<string, string>>> = pseudo === null
    ? own
    : pseudoCatalogue(own, pseudo)
  // Made when they are first needed: the first one of a process reads the language's data, 20 ms of the start.
  let times: Intl.DateTimeFormat | undefined
  let plurals: Intl.PluralRules | undefined
  const formOf = (count: number): string =>
    (plurals ??= new Intl.PluralRules(pseudo ?? language)).select(count)
  const say = (part: Part, key: string, values: Values): string => {
    const texts = catalogue[part]
    const form = typeof values['count'] === 'number' ? formOf(values['count']) : ''
    const text = texts[`${key}_${form}`] ?? texts[key] ?? ''
    return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''))
  }
  return {
    language,
    notice: (key, values = {}) => say('notice', key, values),
    tray: (key, values = {}) => say('tray', key, values),
    time(at) {
      times ??= new Intl.DateTimeFormat(language, { weekday: 'short', hour: 'numeric', minute: '2-digit' })
      return times.format(at)
    },
  }
}
