// Both of the TypeScript projects that reach this file have to see what the package exports.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- a declaration cannot be imported
/// <reference path="./snowball-stemmers.d.ts" />
/**
 * Stems of folded words. Snowball's algorithms are run on the folded form, in the index and in the question alike: what
 * matters is that both sides come to the same stem, not that it is a word.
 */
import snowball from 'snowball-stemmers'

const stemmers = { de: snowball.newStemmer('german'), en: snowball.newStemmer('english') } as const
const maxKept = 100_000
const kept = { de: new Map<string, string>(), en: new Map<string, string>() } as const

/** @param word folded; what is no plain word (digits in it, very long) is its own stem */
export function stemOf(word: string, language: 'de' | 'en'): string {
  if (word.length < 4 || word.length > 40 || !/^[a-z]+$/.test(word)) return word
  const known = kept[language].get(word)
  if (known !== undefined) return known
  const stem = stemmers[language].stem(word)
  // A stem of two letters stands for anything.
  const result = stem.length < 3 ? word : stem
  if (kept[language].size < maxKept) kept[language].set(word, result)
  return result
}

/** The stems of a word in the language, or in both where it is not known; without the word itself. */
export function stemsOf(word: string, language: 'de' | 'en' | null): readonly string[] {
  const stems = language === null ? [stemOf(word, 'de'), stemOf(word, 'en')] : [stemOf(word, language)]
  return [...new Set(stems)].filter((stem) => stem !== word)
}
