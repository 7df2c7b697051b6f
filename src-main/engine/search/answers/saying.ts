/** Whether two sentences say the same, so that one of them is enough. */
import { identifiersOf, isNegated, termsOf } from './terms.ts'

export interface Said {
  readonly words: ReadonlySet<string>
  readonly identifiers: string
  readonly isNegated: boolean
}

export function sayingOf(text: string): Said {
  const terms = termsOf(text)
  return {
    words: new Set(terms.map((term) => term.forms.at(-1) ?? term.word)),
    identifiers: identifiersOf(text).sort().join(' '),
    isNegated: isNegated(text),
  }
}

/** Nearly all words are the same, and all that would change what is said. */
export function saysTheSame(a: Said, b: Said): boolean {
  if (a.identifiers !== b.identifiers || a.isNegated !== b.isNegated) return false
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  const all = a.words.size + b.words.size - shared
  return all > 0 && shared / all >= 0.85
}
