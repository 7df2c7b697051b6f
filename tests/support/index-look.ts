/** What an index holds, through a connection of its own. */
import path from 'node:path'
import Database from 'better-sqlite3'

export interface IndexedChunk {
  readonly ref: string
  readonly type: string
  readonly title: string
  readonly part: string
  readonly headings: string
  readonly text: string
  readonly language: string | null
  readonly position: number
  /** How many vectors it has. */
  readonly vectors: number
}

export function lookAtIndex<T>(folder: string, work: (db: Database.Database) => T): T {
  const db = new Database(path.join(folder, 'index.db'), { readonly: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Every chunk, in an order of its own. */
export function indexedChunks(folder: string): IndexedChunk[] {
  return lookAtIndex(
    folder,
    (db) =>
      db
        .prepare(
          `SELECT ref, type, title, part, headings, text, language, position,
             (SELECT count(*) FROM vectors WHERE vectors.chunk_key = chunks.chunk_key) AS vectors
           FROM chunks JOIN sources USING (source_key) ORDER BY ref, position, part, text`,
        )
        .all() as IndexedChunk[],
  )
}
