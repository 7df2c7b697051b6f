/** Plural forms as i18next writes them: `count_one`, `count_other`, one key for each form that the language has. */

const forms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
const ending = new RegExp(`_(${forms.join('|')})$`)

/** The forms of a language, by the Unicode rules that Intl holds: one and other in German, six in Arabic. */
export function pluralForms(language: string): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  return forms.filter((form) => pluralCategories.includes(form))
}

/** @returns undefined where the key is of no plural */
export function splitPlural(key: string): { readonly stem: string; readonly form: string } | undefined {
  const form = ending.exec(key)?.[1]
  return form === undefined ? undefined : { stem: key.slice(0, -form.length - 1), form }
}

export interface Expected {
  readonly key: string
  /** The English sentence to translate: for a form that English has not, its `other`. */
  readonly english: string
  /** Empty where it is no plural. */
  readonly form: string
}

/** The keys that a language needs for these English sentences, in their order. */
export function expectedKeys(english: ReadonlyMap<string, string>, language: string): readonly Expected[] {
  const own = pluralForms(language)
  const done = new Set<string>()
  const expected: Expected[] = []
  for (const [key, text] of english) {
    const plural = splitPlural(key)
    const other = plural && english.get(`${plural.stem}_other`)
    if (!plural || other === undefined) {
      expected.push({ key, english: text, form: '' })
      continue
    }
    if (done.has(plural.stem)) continue
    done.add(plural.stem)
    for (const form of own) {
      const named = `${plural.stem}_${form}`
      expected.push({ key: named, english: english.get(named) ?? other, form })
    }
  }
  return expected
}
