/** Finds the block of a file's text that a quotation begins in. */

/** As much of a quotation as tells it from others. */
const telling = 60

const normalise = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLocaleLowerCase()

/** Its index; -1 where the words are not there any more. */
export function findBlock(blocks: readonly { readonly text: string }[], quotes: readonly string[]): number {
  for (const quote of quotes) {
    const wanted = normalise(quote)
    if (wanted === '') continue
    const start = wanted.slice(0, telling)
    const texts = blocks.map(({ text }) => normalise(text))
    const inside = texts.findIndex((text) => text.includes(start))
    if (inside >= 0) return inside
    // A passage may be put together from several blocks: the first of them is where it begins.
    const beginning = texts.findIndex((text) => text.length >= 8 && wanted.startsWith(text))
    if (beginning >= 0) return beginning
    const part = texts.findIndex((text) => text.length >= 20 && wanted.includes(text))
    if (part >= 0) return part
  }
  return -1
}
