/** The same name has the same tint on every machine and in every session. */
export const tintCount = 8

/** 1 to 8, for `data-tint`; FNV-1a over the text. */
export function tintOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  return ((hash >>> 0) % tintCount) + 1
}

/** One or two letters: the first of the first word and of the last. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /\p{L}|\p{N}/u.test(word))
  const letter = (word: string | undefined): string => /^./u.exec(word ?? '')?.[0].toLocaleUpperCase() ?? ''
  return words.length > 1 ? letter(words[0]) + letter(words.at(-1)) : letter(words[0]) || '?'
}
