/** Gives the tree one language: sentences, formats, React Aria's own words, and the lang attribute for screen readers. */
import type { i18n as I18n } from 'i18next'
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import { directionOf } from '#shared/locales/languages.ts'
import { createFormats, type Formats } from './formats.ts'

const FormatsContext = createContext<Formats | undefined>(undefined)

export interface LocaleProviderProps {
  readonly i18n: I18n
  /** BCP 47 tag for numbers and dates, such as `de-AT`; the language itself when left out. */
  readonly locale?: string
  /** IANA name; the machine's own when left out. */
  readonly timeZone?: string
  readonly children: ReactNode
}

export function LocaleProvider({ i18n, locale, timeZone, children }: LocaleProviderProps): ReactNode {
  const [language, setLanguage] = useState(i18n.language)
  useEffect(() => {
    i18n.on('languageChanged', setLanguage)
    return () => {
      i18n.off('languageChanged', setLanguage)
    }
  }, [i18n])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])

  const formats = useMemo(() => createFormats(locale ?? language, timeZone), [locale, language, timeZone])
  return (
    <I18nextProvider i18n={i18n}>
      <I18nProvider locale={ariaLocale(locale ?? language)}>
        <FormatsContext value={formats}>{children}</FormatsContext>
      </I18nProvider>
    </I18nextProvider>
  )
}

/** React Aria knows the direction by the language, and none that is made up; its own few words are then Hebrew. */
function ariaLocale(locale: string): string {
  return locale === 'en-XB' ? 'he-IL' : locale
}

/** Number and date formatting in the person's locale. */
export function useFormats(): Formats {
  const formats = use(FormatsContext)
  if (!formats) throw new Error('useFormats needs a LocaleProvider above it')
  return formats
}
