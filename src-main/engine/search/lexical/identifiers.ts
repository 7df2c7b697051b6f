/**
 * Part numbers, error codes, addresses, serial numbers: what has to be found as it is written, before anything that is
 * only like it. One and the same identifier is written in several ways (E-1042, E1042, E 1042), so each becomes
 * phrases of index words for every way.
 */
import { foldWord, wordPattern } from '../fold.ts'

const candidate = /[\p{L}\p{N}]+(?:[-_./:#@\\][\p{L}\p{N}]+)*/gu

export interface Identifier {
  /** As typed. */
  readonly text: string
  /** Each a sequence of index words that may stand for it. */
  readonly phrases: readonly (readonly string[])[]
  readonly start: number
  readonly end: number
}

export function findIdentifiers(text: string): readonly Identifier[] {
  const found: Identifier[] = []
  for (const match of text.matchAll(candidate)) {
    const source = match[0]
    if (!isIdentifier(source)) continue
    found.push({
      text: source,
      phrases: waysToWrite(source),
      start: match.index,
      end: match.index + source.length,
    })
  }
  return found
}

export function isIdentifier(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  const letters = text.replace(/[^\p{L}]/gu, '').length
  if (digits === 0) return /^[A-Z]{2,}[-_][A-Z]{2,}$/.test(text)
  // 30, 8.5, 10-20, 2/3, years and days say how much or when.
  if (letters === 0) {
    const groups = text.match(/\d+/g) ?? []
    const isTime = /^(?:19|20)\d\d$/.test(text) || /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(text)
    return !isTime && (groups.length >= 3 || groups.some((group) => group.length >= 3))
  }
  // 30min, 2x, 5GHz and 400V are quantities; a letter or capitals before the digits make a code.
  return !/^\d+(?:[.,]\d+)?(?:[a-zµ°%]{1,3}|[kMG]?(?:Hz|V|W|A|B|Bit|Pa)|GB|MB|TB|KB|kWh?|Nm|VA|%)$/u.test(
    text,
  )
}

function waysToWrite(source: string): string[][] {
  const words = wordsOf(source)
  const joined = [words.join('')]
  const apart = words.flatMap((word) => word.match(/\d+|\D+/g) ?? [])
  const ways = new Map([words, joined, apart].map((way) => [way.join(' '), way]))
  return [...ways.values()]
}

function wordsOf(text: string): string[] {
  return (text.match(wordPattern) ?? []).map(foldWord)
}
