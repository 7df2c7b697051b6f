/** What is in a sentence besides its words: variables and tags. */

/** The names in `{{…}}`, sorted, each once: a language may have to say a name twice. */
export function variablesOf(sentence: string): readonly string[] {
  const names = [...sentence.matchAll(/\{\{\s*-?\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1] ?? '')
  return [...new Set(names)].sort()
}

/** Tags such as `<strong>` and `</1>`, sorted. */
export function tagsOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(/<\/?[a-zA-Z0-9]+[^<>]*>/g)].map(([tag]) => tag).sort()
}

/** Braces that are no variable: `{name}`, `{{name}`, `{{}}`. */
export function hasBrokenBraces(sentence: string): boolean {
  return /[{}]/.test(sentence.replace(/\{\{\s*-?\s*[A-Za-z][\w.]*\s*(,[^{}]*)?\}\}/g, ''))
}

/** The words alone, to count them, or to look for those that a language does not use. */
export function wordsOf(sentence: string): string {
  return sentence.replace(/\{\{[^}]*\}\}/g, ' ').replace(/<[^<>]*>/g, ' ')
}

export function countWords(sentence: string): number {
  return wordsOf(sentence).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0
}

/** Only variables and signs: the same in every language. */
export function hasNoWords(sentence: string): boolean {
  return !/\p{L}/u.test(wordsOf(sentence))
}

/** Characters that nobody sees and that turn a text around or break it. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
export const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/u
/** Marks and overrides of direction; U+200E and U+200F alone are of use, in languages that are written from the right. */
export const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/u
export const directionMarks = /[\u200e\u200f\u061c]/u

/** Languages written from the right. */
export function isRightToLeft(language: string): boolean {
  return /^(ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|ps|sd|syr|ug|ur|yi)(-|$)/i.test(language)
}
