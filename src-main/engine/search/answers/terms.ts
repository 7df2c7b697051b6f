/** Words of a question or a sentence, made comparable: folded, without filler, by their stems, and identifiers as they are. */
import { foldWord } from '../fold.ts'
import { stemOf } from '../lexical/stems.ts'
import { isStopWord } from '../lexical/stop-words.ts'

export interface Term {
  /** Folded. */
  readonly word: string
  /** The word and its stems, German and English. */
  readonly forms: readonly string[]
  /** A number, or something with one in it: E-4012, 192.168.0.1, KB5034441. */
  readonly isIdentifier: boolean
}

/** Letters and digits with what holds identifiers together: E-4012, 10.0.0.1, setup.exe, en_US. */
const tokenPattern = /[\p{L}\p{N}\p{Mn}]+(?:[-_./:@\\+][\p{L}\p{N}\p{Mn}]+)*/gu
const wordsOf = /[\p{L}\p{N}\p{Mn}]+/gu
const shortestPart = 5

/** The content words of a text, each once. */
export function termsOf(text: string): Term[] {
  const terms = new Map<string, Term>()
  for (const [token] of text.matchAll(tokenPattern)) {
    if (/\p{N}/u.test(token)) {
      const word = foldIdentifier(token)
      terms.set(word, { word, forms: [word], isIdentifier: true })
      continue
    }
    for (const [part] of token.matchAll(wordsOf)) {
      const word = foldWord(part)
      if (word.length < 2 || isStopWord(word) || terms.has(word)) continue
      const forms = [...new Set([word, stemOf(word, 'de'), stemOf(word, 'en')])]
      terms.set(word, { word, forms, isIdentifier: false })
    }
  }
  return [...terms.values()]
}

/** Numbers and identifiers of a text, comparable: "3,5" and "3.5" are one, and so are "E 4012", "e-4012" where written alike. */
export function identifiersOf(text: string): string[] {
  return termsOf(text).flatMap((term) => (term.isIdentifier ? [term.word] : []))
}

function foldIdentifier(token: string): string {
  return foldWord(token).replace(/(?<=\d),(?=\d)/gu, '.')
}

/** A text's terms, to be looked up many times. */
export interface TermIndex {
  /** 1 for the word or its stem, less where one is part of the other (a compound), 0 where it is not there. */
  match(term: Term): number
  readonly size: number
}

export function indexTerms(terms: readonly Term[]): TermIndex {
  const forms = new Set(terms.flatMap((term) => term.forms))
  const words = terms.filter((term) => !term.isIdentifier).map((term) => term.word)
  return {
    size: terms.length,
    match(term) {
      if (term.forms.some((form) => forms.has(form))) return 1
      if (term.isIdentifier) return 0
      return words.reduce((best, word) => Math.max(best, partly(term.word, word)), 0)
    },
  }
}

/** German compounds: what a word is stands at its end. "Zertifikat" is in "Gerätezertifikat", "Strom" says little of "Stromausfall". */
function partly(asked: string, word: string): number {
  if (asked.length >= shortestPart && word.length > asked.length) {
    if (word.endsWith(asked)) return 0.8
    return word.startsWith(asked) ? 0.6 : 0
  }
  if (word.length < shortestPart || asked.length <= word.length) return 0
  if (asked.endsWith(word)) return 0.6
  return asked.startsWith(word) ? 0.25 : 0
}

const negations =
  /(?<!\p{L})(?:nicht|nie|niemals|kein|keine|keinen|keinem|keiner|keines|ohne|weder|not|never|no|none|neither|nor|without|cannot|\p{L}+n['’]t)(?!\p{L})/giu

/** Whether a text says that something is not so, as far as its words tell. */
export function isNegated(text: string): boolean {
  return (text.match(negations)?.length ?? 0) % 2 === 1
}
