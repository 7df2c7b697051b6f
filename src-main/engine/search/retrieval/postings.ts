/** Which chunks hold a word: read from the full-text table of the index without ranking, which would cost most. */
import type { ReadableDb } from '../../store/db.ts'

export interface Postings {
  readonly chunkKeys: readonly number[]
  /** More chunks than this hold it; which ones was not read. */
  readonly isCommon: boolean
}

/**
 * @param most more chunks than these make a word too common to be read
 * @param isPrefix the last word is only the beginning of one
 */
export function readPostings(
  db: ReadableDb,
  phrase: readonly string[],
  most: number,
  isPrefix = false,
): Postings {
  const match = `"${phrase.join(' ').replaceAll('"', '')}"${isPrefix ? ' *' : ''}`
  // One string instead of a row each: rows of JavaScript objects take five times as long.
  const json = db.value<string>(
    `SELECT json_group_array(rowid) FROM
       (SELECT rowid FROM idx.chunk_words WHERE chunk_words MATCH ? LIMIT ?)`,
    [match, most + 1],
  )
  const chunkKeys = JSON.parse(json ?? '[]') as number[]
  return chunkKeys.length > most ? { chunkKeys: [], isCommon: true } : { chunkKeys, isCommon: false }
}
