/** The words that a passage was found by, each once, as they stand in it. Pure. */
import type { Passage } from '#shared/contract/passages.ts'

export function markedWords(
  { text, marks }: Pick<Passage, 'text' | 'marks'>,
  max: number,
): readonly string[] {
  const words = new Map<string, string>()
  for (const [start, end] of marks) {
    const word = text.slice(start, end).trim()
    const folded = word.toLowerCase()
    if (word !== '' && !words.has(folded)) words.set(folded, word)
  }
  return [...words.values()].slice(0, max)
}
