/**
 * How large a passage may become, counted in words. The built-in model is a sum over words: beyond a hundred or so,
 * what a passage is about gets lost in what else it says.
 */
export const sizes = {
  /** A passage below it takes in what comes next. */
  enough: 60,
  /** A passage does not grow beyond it by taking in more. */
  full: 120,
  /** What belongs together (a list, a paragraph) is not torn apart up to here. */
  most: 220,
  /** A rest below it joins the passage before, where that has room. */
  rest: 25,
} as const

/** No source gives more passages: a file of 200 MB would push everything else aside. What is beyond is left out. */
export const maxChunks = 20_000

/** Scripts without spaces, base64 and the like: so many characters count as a word. */
const charactersAWord = 12

/** The size of a text in words. Looks at each character once. */
export function sizeOf(text: string): number {
  let words = 0
  let isInWord = false
  for (let at = 0; at < text.length; at++) {
    const isSpace = isSpaceCode(text.charCodeAt(at))
    if (!isSpace && !isInWord) words++
    isInWord = !isSpace
  }
  return Math.max(words, Math.ceil(text.length / charactersAWord))
}

export function isSpaceCode(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029
}
