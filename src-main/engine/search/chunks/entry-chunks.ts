/** A ticket's description, replies and notes to passages, each within its entry. The ticket's title is their source's. */
import type { Chunk } from './chunk.ts'
import { createLanguageOf } from './language.ts'
import { withoutMailTail } from './mail-text.ts'
import { sizeOf, sizes } from './size.ts'
import { paragraphsOf, piecesOf } from './split-text.ts'

export interface Entry {
  /** '' for the description. */
  readonly part: string
  readonly authorId: string | null
  readonly at: number
  readonly text: string
}

export function chunkEntries(entries: Iterable<Entry>): Chunk[] {
  const languageOf = createLanguageOf()
  const chunks: Chunk[] = []
  for (const { part, authorId, at, text } of entries) {
    for (const piece of packParagraphs(withoutMailTail(text))) {
      chunks.push({ part, headings: [], text: piece, language: languageOf(piece), authorId, at })
    }
  }
  return chunks
}

/** Short paragraphs together, long ones in pieces. */
export function* packParagraphs(text: string): Generator<string> {
  if (text === '') return
  if (sizeOf(text) <= sizes.full) {
    yield text
    return
  }
  let held = ''
  let size = 0
  for (const paragraph of paragraphsOf(text)) {
    for (const piece of piecesOf(paragraph)) {
      const pieceSize = sizeOf(piece)
      const isFull = size + pieceSize > sizes.full && (size >= sizes.enough || size + pieceSize > sizes.most)
      if (isFull && held !== '') {
        yield held
        held = ''
        size = 0
      }
      held = held === '' ? piece : `${held}\n\n${piece}`
      size += pieceSize
    }
  }
  if (held !== '') yield held
}
