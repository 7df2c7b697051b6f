/** The languages of the program. Apart from the catalogues, for who needs to choose one and not all their sentences. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** The language to use for a preference list such as `navigator.languages`; English where none fits. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const match = languages.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language)
    if (match) return match
  }
  return 'en'
}

/**
 * What a variable is wrapped in before it stands in a sentence. Between words that run from the right, a name or a number
 * keeps its own order, and takes no sign beside it along (Unicode's isolates).
 */
export function wrapVariable(tag: string): (value: string) => string {
  return directionOf(tag) === 'rtl' ? (value) => `\u2068${value}\u2069` : (value) => value
}

/** How a language is written: none that the program speaks is written from the right yet. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|en-XB|fa|he|iw|ps|sd|syr|ug|ur|yi)(-|$)/i.test(tag) ? 'rtl' : 'ltr'
}
