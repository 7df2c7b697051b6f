/**
 * Whether passages hold what a sentence says: its words, its numbers and names, and its meaning, compared with the passages'
 * own sentences. This is a check by words and vectors. It finds what was made up out of nothing; it is no proof, and a
 * sentence that turns the passage's words around can pass.
 */
import { instructionSpans } from './instructions.ts'
import { leanOf } from './lean.ts'
import { isNegated, identifiersOf, indexTerms, termsOf, type Term } from './terms.ts'
import type { Span } from './sentences.ts'
import { splitUnits, type Unit } from './units.ts'
import { cosine, type Embed } from './vectors.ts'

export interface SupportPassage {
  readonly number: number
  readonly title: string
  readonly headings: readonly string[]
  readonly text: string
  readonly hasBlocks: boolean
}

export interface Support {
  readonly isSupported: boolean
  /** The sentences that it rests on, by the passage's number. */
  readonly evidence: readonly { readonly number: number; readonly span: Span }[]
}

/** Set by hand on the sentences of tests/unit/answers-support.test.ts; measured on nothing larger. */
const needed = {
  /** Of the sentence's words, in the passages that it cites. */
  words: 0.6,
  /** Likeness to the nearest sentence; then fewer words will do. */
  meaning: 0.62,
  wordsWithMeaning: 0.34,
  /** German on English or the other way round: hardly a word is the same. */
  meaningAcross: 0.5,
} as const

const none: Support = { isSupported: false, evidence: [] }

/** @param cited the passages that the sentence names */
export function checkSupport(
  sentence: string,
  cited: readonly SupportPassage[],
  embed: Embed | null,
): Support {
  const terms = termsOf(sentence)
  if (cited.length === 0 || terms.length === 0) return none
  const usable = cited.map((passage) => ({ passage, units: usableUnits(passage) }))
  const textOf = ({ passage, units }: (typeof usable)[number]) =>
    [
      passage.title,
      ...passage.headings,
      ...units.map((unit) => passage.text.slice(unit.start, unit.end)),
    ].join('\n')
  const all = usable.map(textOf).join('\n')
  if (!holdsExactly(sentence, all)) return none

  const share = shareOf(terms, all)
  const vector = embed?.(sentence) ?? null
  const evidence: { number: number; span: Span; score: number; meaning: number; isNegated: boolean }[] = []
  for (const { passage, units } of usable) {
    let best: (typeof evidence)[number] | null = null
    for (const span of windows(units)) {
      const text = passage.text.slice(span[0], span[1])
      const meaning = cosine(vector, embed?.(text) ?? null)
      const score = shareOf(terms, text) + Math.max(0, meaning)
      if (!best || score > best.score)
        best = { number: passage.number, span, score, meaning, isNegated: isNegated(text) }
    }
    if (best) evidence.push(best)
  }
  const best = [...evidence].sort((a, b) => b.score - a.score)[0]
  if (!best) return none
  const isAcross = share < needed.wordsWithMeaning
  const isSupported =
    share >= needed.words ||
    (best.meaning >= needed.meaning && share >= needed.wordsWithMeaning) ||
    (isAcross && best.meaning >= needed.meaningAcross && hasOtherLanguage(sentence, all))
  // "Do not unplug it" rests on no "unplug it".
  if (!isSupported || isNegated(sentence) !== best.isNegated) return none
  return {
    isSupported: true,
    evidence: evidence
      .filter((entry) => entry.score >= best.score * 0.7)
      .map(({ number, span }) => ({ number, span })),
  }
}

function usableUnits({ text, hasBlocks }: SupportPassage): Unit[] {
  const orders = instructionSpans(text)
  return splitUnits(text, { blocks: hasBlocks }).filter(
    ({ start, end }) => !orders.some(([from, to]) => start < to && end > from),
  )
}

/** Each unit, and each with the one after it: a sentence often sums two up. */
function* windows(units: readonly Unit[]): Generator<Span> {
  for (const [i, unit] of units.entries()) {
    yield [unit.start, unit.end]
    const next = units[i + 1]
    if (next?.group === unit.group) yield [unit.start, next.end]
  }
}

/** The share of the words that the text holds; long words tell more. */
function shareOf(terms: readonly Term[], text: string): number {
  const index = indexTerms(termsOf(text))
  let found = 0
  let all = 0
  for (const term of terms) {
    const weight = term.isIdentifier ? 2 : Math.min(2, 0.5 + term.word.length / 8)
    all += weight
    found += weight * index.match(term)
  }
  return all === 0 ? 0 : found / all
}

const address =
  /(?:https?:\/\/|www\.)[^\s<>"')\]]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w@])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|io|dev|app|info|biz|example|test|ru|cn|xyz|top)\b[^\s<>"')\]]*/giu

/** Numbers, identifiers and addresses have to be there as they are. */
function holdsExactly(sentence: string, text: string): boolean {
  const known = new Set(identifiersOf(text))
  const lower = text.toLowerCase()
  const bare = (found: string) => found.toLowerCase().replace(/[.,;:!?)]+$/u, '')
  return (
    identifiersOf(sentence).every((identifier) => known.has(identifier)) &&
    (sentence.match(address) ?? []).every((found) => lower.includes(bare(found)))
  )
}

function hasOtherLanguage(a: string, b: string): boolean {
  return leanOf(a) * leanOf(b) < 0
}
