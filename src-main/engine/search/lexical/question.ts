/** What a person asked, taken apart into what has to be looked for. Nothing of it is ever FTS5 syntax. */
import { foldWord, wordPattern } from '../fold.ts'
import type { CompoundSplitter } from './compounds.ts'
import { findIdentifiers } from './identifiers.ts'
import { stemOf } from './stems.ts'
import { isStopWord } from './stop-words.ts'

/** Each can be left out, so that the benchmark can say what it brings. */
export interface LexicalSteps {
  readonly stopWords: boolean
  readonly stems: boolean
  readonly compounds: boolean
  readonly typos: boolean
  readonly identifiers: boolean
}

export const allSteps: LexicalSteps = {
  stopWords: true,
  stems: true,
  compounds: true,
  typos: true,
  identifiers: true,
}

export type AlternativeKind = 'exact' | 'stem' | 'part' | 'typo'

export interface Alternative {
  readonly kind: AlternativeKind
  /** Index words in a row. */
  readonly phrase: readonly string[]
  /** How much finding this says of the word that was meant: from 0 to 1. */
  readonly weight: number
}

export interface QuestionWord {
  /** As typed. */
  readonly text: string
  /** Folded. */
  readonly word: string
  readonly isIdentifier: boolean
  /** The person wrote it in quotation marks. */
  readonly isPhrase: boolean
  readonly alternatives: readonly Alternative[]
}

export interface Question {
  readonly text: string
  /** In the order typed, each once, without stop words. */
  readonly words: readonly QuestionWord[]
}

/** More is a pasted text, not a question: only its rarest words could count anyway. */
const maxWords = 32
const maxLength = 4_000

export function analyseQuestion(
  text: string,
  steps: LexicalSteps = allSteps,
  split: CompoundSplitter | null = null,
): Question {
  const line = text.slice(0, maxLength).toWellFormed()
  const words = new Map<string, QuestionWord>()
  const taken: (readonly [start: number, end: number])[] = []
  const add = (word: QuestionWord) => {
    if (words.size < maxWords && !words.has(word.word)) words.set(word.word, word)
  }
  for (const match of line.matchAll(/"([^"]{2,200})"/gu)) {
    const phrase = (match[1]?.match(wordPattern) ?? []).map(foldWord)
    if (phrase.length === 0) continue
    taken.push([match.index, match.index + match[0].length])
    const alternatives: Alternative[] = [{ kind: 'exact', phrase, weight: 1 }]
    add({ text: match[0], word: phrase.join(' '), isIdentifier: false, isPhrase: true, alternatives })
  }
  const isFree = (at: number) => !taken.some(([start, end]) => at >= start && at < end)
  if (steps.identifiers) {
    for (const { text: source, phrases, start, end } of findIdentifiers(line)) {
      if (!isFree(start)) continue
      taken.push([start, end])
      const alternatives = phrases.map((phrase): Alternative => ({ kind: 'exact', phrase, weight: 1 }))
      const word = phrases[0]?.join(' ') ?? source
      add({ text: source, word, isIdentifier: true, isPhrase: false, alternatives })
    }
  }
  const plain = [...line.matchAll(wordPattern)].filter((match) => isFree(match.index))
  const said = plain.filter((match) => !(steps.stopWords && isStopWord(foldWord(match[0]))))
  // A question of stop words alone ("Was nun?") is still looked for.
  for (const [source] of said.length > 0 || words.size > 0 ? said : plain) {
    const word = foldWord(source)
    if (word.length === 1 && !/\d/.test(word)) continue
    add({
      text: source,
      word,
      isIdentifier: false,
      isPhrase: false,
      alternatives: waysToSay(word, steps, split),
    })
  }
  return { text: line, words: [...words.values()] }
}

function waysToSay(word: string, steps: LexicalSteps, split: CompoundSplitter | null): Alternative[] {
  const ways = new Map<string, Alternative>()
  const offer = (kind: AlternativeKind, term: string, weight: number) => {
    if (!ways.has(term)) ways.set(term, { kind, phrase: [term], weight })
  }
  offer('exact', word, 1)
  if (steps.stems) {
    offer('stem', stemOf(word, 'de'), 0.9)
    offer('stem', stemOf(word, 'en'), 0.9)
  }
  if (steps.compounds && split) {
    for (const part of split(word)) offer('part', part, 0.5)
  }
  return [...ways.values()]
}
