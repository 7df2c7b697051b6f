/**
 * Languages for developers, made of the English sentences when the program starts with `--pseudo-locale`: they show what
 * is cut off, what was never put into the catalogues, and what does not turn round, before anybody has translated a word.
 *
 * - `en-XA`: ⟦Šéàŕçĥ éṽéŕýţĥîñĝ ·····⟧, longer by two fifths, which is more than German needs.
 * - `en-XB`: written from the right, as Arabic and Hebrew are. The words stay English, each turned round.
 */
export const pseudoLocales = ['en-XA', 'en-XB'] as const
export type PseudoLocale = (typeof pseudoLocales)[number]

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const accented = 'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž'
const letters: ReadonlyMap<string, string> = new Map(
  Array.from(plain, (letter, index) => [letter, accented.charAt(index)]),
)
const growth = 0.4
/** Variables, tags and names of keys stay as they are. */
const untouched = /(\{\{[^}]*\}\}|<[^<>]*>)/

export function pseudoSentence(sentence: string, locale: PseudoLocale): string {
  const parts = sentence.split(untouched)
  if (locale === 'en-XB')
    return parts.map((part, index) => (index % 2 === 1 ? part : turnWords(part))).join('')
  const longer = parts.map((part, index) => (index % 2 === 1 ? part : accent(part))).join('')
  const length = parts.filter((_part, index) => index % 2 === 0).join('').length
  return `⟦${longer}${padding(Math.ceil(length * growth))}⟧`
}

/** A whole catalogue, or a part of one: every text in it. */
export function pseudoCatalogue<T>(catalogue: T, locale: PseudoLocale): T {
  const turn = (value: unknown): unknown => {
    if (typeof value === 'string') return pseudoSentence(value, locale)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turn(inner)]))
  }
  return turn(catalogue) as T
}

export function isPseudoLocale(value: unknown): value is PseudoLocale {
  return pseudoLocales.some((locale) => locale === value)
}

function accent(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => letters.get(letter) ?? letter)
}

/** In steps of five, so that a long sentence can still break. */
function padding(length: number): string {
  let text = ''
  for (let left = length; left > 0; left -= 6) text += ` ${'·'.repeat(Math.min(5, left))}`
  return text
}

/** Each word between an override and its end: the letters run from the right, as those of Arabic do. */
function turnWords(text: string): string {
  return text.replace(/[\p{L}\p{N}’'-]+/gu, (word) => `\u202e${word}\u202c`)
}
