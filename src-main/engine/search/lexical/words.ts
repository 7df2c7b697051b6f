/** How chunks are found by words: what is written into the full-text tables of the index. */
import type { WritableDb } from '../../store/db.ts'

export const lexicalTables = `
CREATE VIRTUAL TABLE chunk_words USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
`

export interface ChunkWords {
  /** Title of the source and headings. */
  readonly title: string
  readonly text: string
  readonly language: 'de' | 'en' | null
}

export function putChunkWords(db: WritableDb, chunkKey: number, words: ChunkWords): void {
  db.run('INSERT INTO chunk_words (rowid, title, text) VALUES (?, ?, ?)', [chunkKey, words.title, words.text])
}

export function removeChunkWords(db: WritableDb, chunkKey: number): void {
  db.run('DELETE FROM chunk_words WHERE rowid = ?', [chunkKey])
}
