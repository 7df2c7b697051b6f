/**
 * Looks closely at the passages that came nearest: which words of the question each one holds, exactly, inflected, in
 * a compound or by meaning, and which of its sentences is nearest to the question. A vector of a whole passage blurs
 * that; here it costs about 0.15 ms a passage.
 */
import { wordPattern } from '../fold.ts'
import type { Question, QuestionWord } from '../lexical/question.ts'
import { forgiven, isNear } from './edit-distance.ts'
import { dot, lengthOf, type KnownWord, type WordBook } from './word-book.ts'

export interface Evidence {
  /** How much of the question the passage says, by words or by meaning, weighed by how much each word tells: 0 to 1. */
  readonly coverage: number
  /** The same by words alone. */
  readonly lexical: number
  /** How well the word is covered that is covered worst, of those that tell much. */
  readonly weakest: number
  /** The cosine of the question with the nearest sentence, the title being one; 0 without a model. */
  readonly sentence: number
  /** The cosine of the question with the title and headings. */
  readonly title: number
  /** The share of the question's identifiers that it holds; null where the question names none. */
  readonly identifiers: number | null
}

export interface Ranker {
  look(passage: { readonly title: string; readonly text: string }): Evidence
}

/** How rare each of the question's words is, in the same order; names and codes are told by being rare. */
export interface WordRarity {
  readonly rarity: number
  readonly holders: number
}

const kindWeight = { exact: 1, stem: 0.95, part: 0.7, typo: 0.85 } as const
/** Sentences of a chunk are few; what is longer is not looked at. */
const maxText = 2_400
/** Words that weigh less than this share of the heaviest do not have to be there. */
const tellsMuch = 0.6

export function createRanker(
  book: WordBook,
  question: Question,
  rarities: readonly WordRarity[],
  chunks: number,
): Ranker {
  const wanted = question.words.map((word, i) => toWanted(book, word, rarities[i], chunks))
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0)
  const heaviest = Math.max(0, ...wanted.map(({ weight }) => weight))
  const identifiers = wanted.filter(({ isName }) => isName)
  const identifierTotal = identifiers.reduce((sum, { weight }) => sum + weight, 0)
  const whole = sumUp(wanted.flatMap(({ forms }) => forms))
  const wholeLength = whole ? lengthOf(whole) : 0
  const asked = new Set(question.words.map(({ word }) => word))
  /** How near each word seen so far is to each wanted word, and its product with the whole question. */
  const compared = new Map<KnownWord, { readonly near: readonly Match[]; readonly product: number }>()

  const compare = (word: KnownWord) => {
    const before = compared.get(word)
    if (before) return before
    const product = whole && word.sum ? dot(whole, word.sum) : 0
    const result = { near: wanted.map((want) => match(want, word)), product }
    compared.set(word, result)
    return result
  }

  return {
    look({ title, text }) {
      const lexical = new Float32Array(wanted.length)
      const meaning = new Float32Array(wanted.length)
      const folded: string[] = []
      let best = 0
      const sum = whole ? new Float32Array(whole.length) : null
      const takeSentence = (sentence: string): number => {
        let product = 0
        const said: KnownWord[] = []
        for (const [source] of sentence.matchAll(wordPattern)) {
          const word = book.of(source.toLowerCase())
          folded.push(word.folded)
          // They are half of a text, and next to nothing of its vector.
          if (word.isStop && !asked.has(word.folded)) continue
          const { near, product: ofWord } = compare(word)
          said.push(word)
          product += ofWord
          for (let i = 0; i < near.length; i++) {
            const found = near[i]
            if (found === undefined) continue
            if (found.lexical > (lexical[i] ?? 0)) lexical[i] = found.lexical
            if (found.meaning > (meaning[i] ?? 0)) meaning[i] = found.meaning
          }
        }
        // Adding up is the dear part, and what points away from the question is not near it.
        if (product <= 0) return 0
        sum?.fill(0)
        for (const word of said) addTo(sum, word.sum)
        const length = sum ? lengthOf(sum) : 0
        const cosine = length > 0 && wholeLength > 0 ? product / (length * wholeLength) : 0
        if (cosine > best) best = cosine
        return cosine
      }
      const titleCosine = takeSentence(title)
      folded.push('')
      for (const sentence of sentencesOf(text.slice(0, maxText))) takeSentence(sentence)
      const line = ` ${folded.join(' ')} `
      let covered = 0
      let byWords = 0
      let weakest = 1
      let named = 0
      wanted.forEach(({ word, weight, isName, phrases }, i) => {
        if (phrases.length > 0) {
          lexical[i] = Math.max(lexical[i] ?? 0, phrases.some((phrase) => line.includes(phrase)) ? 1 : 0)
        }
        const words = lexical[i] ?? 0
        const both = word.isIdentifier || word.isPhrase ? words : Math.max(words, meaning[i] ?? 0)
        covered += weight * both
        byWords += weight * words
        if (isName && words >= 0.95) named += weight
        if (weight >= heaviest * tellsMuch && both < weakest) weakest = both
      })
      return {
        coverage: total > 0 ? covered / total : 0,
        lexical: total > 0 ? byWords / total : 0,
        weakest: wanted.length > 0 ? weakest : 0,
        sentence: best,
        title: Math.max(0, titleCosine),
        identifiers: identifierTotal > 0 ? named / identifierTotal : null,
      }
    },
  }
}

interface Wanted {
  readonly word: QuestionWord
  /** The single words that it is made of. */
  readonly forms: readonly KnownWord[]
  readonly known: KnownWord
  readonly weight: number
  /** An identifier, or a word as rare and strange as one. */
  readonly isName: boolean
  readonly isUnknown: boolean
  /** To be found as several words in a row, each with a space around. */
  readonly phrases: readonly string[]
}

function toWanted(
  book: WordBook,
  word: QuestionWord,
  rarity: WordRarity | undefined,
  chunks: number,
): Wanted {
  const forms = (word.text.match(wordPattern) ?? []).map((form) => book.of(form.toLowerCase()))
  const known = book.of(word.text.toLowerCase())
  const { rarity: rare, holders } = rarity ?? { rarity: 1, holders: 0 }
  const isInFew = holders > 0 && holders <= Math.max(3, chunks / 1_000)
  const isStrange = known.pieces >= 3 && word.word.length / known.pieces < 3.2 && known.parts.length === 0
  const says = word.isIdentifier || known.length === 0 ? rare : Math.sqrt(rare * known.length)
  return {
    word,
    forms,
    known,
    weight: says,
    isName: (word.isIdentifier && holders > 0) || (isInFew && isStrange),
    isUnknown: holders === 0,
    phrases:
      word.isIdentifier || word.isPhrase
        ? word.alternatives.map(({ phrase }) => ` ${phrase.join(' ')} `)
        : [],
  }
}

interface Match {
  readonly lexical: number
  readonly meaning: number
}

function match({ word, known, isUnknown, phrases }: Wanted, other: KnownWord): Match {
  if (phrases.length > 0) return { lexical: 0, meaning: 0 }
  const meaning =
    known.sum && other.sum && known.length > 0 && other.length > 0
      ? Math.max(0, dot(known.sum, other.sum) / (known.length * other.length))
      : 0
  return { lexical: lexicalMatch(word.word, known, other, isUnknown), meaning }
}

function lexicalMatch(word: string, known: KnownWord, other: KnownWord, isUnknown: boolean): number {
  if (word === other.folded) return kindWeight.exact
  if (known.stems.some((stem) => other.stems.includes(stem))) return kindWeight.stem
  const isPart =
    known.stems.some((stem) => other.parts.includes(stem)) ||
    known.parts.some((part) => other.stems.includes(part) || other.parts.includes(part))
  if (isPart) return kindWeight.part
  if (isUnknown && isNear(word, other.folded, forgiven(word.length))) return kindWeight.typo
  return 0
}

function sumUp(words: readonly KnownWord[]): Float32Array | null {
  const first = words.find(({ sum }) => sum !== null)?.sum
  if (!first) return null
  const result = new Float32Array(first.length)
  for (const { sum } of words) addTo(result, sum)
  return result
}

function addTo(sum: Float32Array | null, vector: Float32Array | null): void {
  if (!sum || !vector) return
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0)
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:;])\s+|\n+/u).filter((sentence) => sentence.length > 2)
}
