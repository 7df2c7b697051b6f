/**
 * Where a quotation stands in a text that is drawn in pieces. Only letters and digits are compared, whatever their case
 * and form: what is stored may be Markdown, and breaks its lines elsewhere than the screen.
 */

/** A range over pieces of text, in UTF-16 code units of each piece; the end is exclusive. */
export interface QuoteRange {
  readonly from: { readonly piece: number; readonly offset: number }
  readonly to: { readonly piece: number; readonly offset: number }
}

export interface QuoteFinder {
  /**
   * The places of a quotation: one where it stands as a whole, else those of its lines or parts that are found, if they
   * make up most of it. Empty where it does not stand there.
   * @param passage what the quotation is taken from: where sentences repeat, the one inside of it is meant
   */
  find(quote: string, passage?: string): readonly QuoteRange[]
}

/** Shorter parts stand anywhere by chance. */
const minPartLetters = 5
/** Of a quotation's letters, so that what was edited since is not said to stand there. */
const minFoundShare = 0.6

export function createQuoteFinder(pieces: readonly string[]): QuoteFinder {
  const { letters, places } = spell(pieces)

  const rangeOf = (start: number, length: number): QuoteRange | null => {
    const from = places[start]
    const last = places[start + length - 1]
    return from && last
      ? { from: { piece: from.piece, offset: from.start }, to: { piece: last.piece, offset: last.end } }
      : null
  }

  const findPart = (part: string, after: number, before: number): QuoteRange | null => {
    const start = letters.indexOf(part, after)
    return start === -1 || start + part.length > before ? null : rangeOf(start, part.length)
  }

  return {
    find(quote, passage) {
      const wanted = lettersOf(quote)
      if (wanted === '') return []
      const whole = passage === undefined ? '' : lettersOf(passage)
      const begin = whole === '' ? -1 : letters.indexOf(whole)
      const around = begin === -1 ? [0, letters.length] : [begin, begin + whole.length]
      const [after = 0, before = letters.length] = around
      const exact = findPart(wanted, after, before) ?? findPart(wanted, 0, letters.length)
      if (exact) return [exact]

      let found = 0
      const ranges: QuoteRange[] = []
      for (const part of partsOf(quote)) {
        const range = findPart(part, after, before)
        if (!range) continue
        found += part.length
        ranges.push(range)
      }
      return found >= wanted.length * minFoundShare ? ranges : []
    },
  }
}

interface Spelled {
  readonly letters: string
  /** For each UTF-16 code unit of `letters`, where it comes from. */
  readonly places: readonly { readonly piece: number; readonly start: number; readonly end: number }[]
}

function spell(pieces: readonly string[]): Spelled {
  let letters = ''
  const places: { piece: number; start: number; end: number }[] = []
  pieces.forEach((text, piece) => {
    let start = 0
    for (const character of text) {
      const end = start + character.length
      const folded = fold(character)
      letters += folded
      for (let unit = 0; unit < folded.length; unit++) places.push({ piece, start, end })
      start = end
    }
  })
  return { letters, places }
}

function lettersOf(text: string): string {
  let letters = ''
  for (const character of withoutAddresses(text)) letters += fold(character)
  return letters
}

/** Lines, sentences and cells: what stays together where the rest was laid out anew. */
function partsOf(quote: string): readonly string[] {
  return withoutAddresses(quote)
    .split(/[\n|;:\t]|(?<=[.!?])\s/)
    .map(lettersOf)
    .filter((part) => part.length >= minPartLetters)
}

/** A link is shown by its words only. */
function withoutAddresses(text: string): string {
  return text.replace(/\]\([^()\s]*\)/g, ']')
}

/** Compatibility form, so that a ligature in a PDF and its letters are one; accents off. Empty for what is no letter. */
function fold(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 128) return /[a-z0-9]/i.test(character) ? character.toLowerCase() : ''
  return character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
