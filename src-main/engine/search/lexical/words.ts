/** How chunks are found by words: what is written into the full-text tables of the index. */
import type { WritableDb } from '../../store/db.ts'
import { fold, foldWord, wordPattern } from '../fold.ts'
import { findIdentifiers } from './identifiers.ts'
import type { CompoundSplitter } from './compounds.ts'
import { stemsOf } from './stems.ts'

/** more: stems, parts of compounds, and identifiers in one piece; none of them where it equals a word of the text. */
export const lexicalTables = `
CREATE VIRTUAL TABLE chunk_words USING fts5 (title, text, more, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
`

export interface ChunkWords {
  /** Title of the source and headings. */
  readonly title: string
  readonly text: string
  readonly language: 'de' | 'en' | null
}

/** @param split null: compounds are found as a whole only */
export function putChunkWords(
  db: WritableDb,
  chunkKey: number,
  { title, text, language }: ChunkWords,
  split: CompoundSplitter | null = null,
): void {
  const more = moreWords(`${title}\n${text}`, language, split)
  db.run('INSERT INTO chunk_words (rowid, title, text, more) VALUES (?, ?, ?, ?)', [
    chunkKey,
    fold(title),
    fold(text),
    more.join(' '),
  ])
}

export function removeChunkWords(db: WritableDb, chunkKey: number): void {
  db.run('DELETE FROM chunk_words WHERE rowid = ?', [chunkKey])
}

function moreWords(text: string, language: 'de' | 'en' | null, split: CompoundSplitter | null): string[] {
  const words = new Set((text.match(wordPattern) ?? []).map(foldWord))
  const more = new Set<string>()
  for (const word of words) {
    for (const stem of stemsOf(word, language)) more.add(stem)
    for (const part of split?.(word) ?? []) {
      more.add(part)
      for (const stem of stemsOf(part, 'de')) more.add(stem)
    }
  }
  for (const { phrases } of findIdentifiers(text)) {
    for (const [joined, ...rest] of phrases) if (joined !== undefined && rest.length === 0) more.add(joined)
  }
  return [...more].filter((word) => !words.has(word))
}
