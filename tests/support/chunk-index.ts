/** An index of given passages, attached to an empty store, for tests and figures that need no engine. */
import Database from 'better-sqlite3'
import { silentLog } from '#shared/base/log.ts'
import type { PassageType } from '#shared/contract/passages.ts'
import { embeddedText } from '../../src-main/engine/search/chunks/chunk.ts'
import type { StaticModel } from '../../src-main/engine/search/embedding/static-model.ts'
import { indexSchema } from '../../src-main/engine/search/index/schema.ts'
import { toBytes } from '../../src-main/engine/search/index/vectors.ts'
import type { CompoundSplitter } from '../../src-main/engine/search/lexical/compounds.ts'
import { putChunkWords, removeChunkWords } from '../../src-main/engine/search/lexical/words.ts'
import { createDb, type WritableDb } from '../../src-main/engine/store/db.ts'

export interface IndexedPassage {
  readonly type?: PassageType
  readonly ownerId?: string
  readonly title: string
  readonly headings?: readonly string[]
  readonly text: string
  readonly language?: 'de' | 'en' | null
  readonly part?: string
  readonly authorId?: string
  readonly spaceId?: string
  readonly at?: number
}

export interface ChunkIndex {
  /** Of the index; the reader's connection is made from `connection`. */
  readonly db: WritableDb
  readonly file: string
  /** Returns the chunk's key. Each passage is a source of its own. */
  add(passage: IndexedPassage): number
  /** Takes the passage's source away, and the passage with it. */
  remove(chunkKey: number): void
  close(): void
}

export function createChunkIndex(
  file: string,
  model: StaticModel | null,
  split: CompoundSplitter | null = null,
): ChunkIndex {
  const connection = new Database(file)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = OFF')
  connection.exec(indexSchema)
  const db = createDb(connection, { log: silentLog, slowMs: 60_000 })
  db.run("INSERT INTO meta (key, value) VALUES ('made', 'test'), ('serving', '1')")
  if (model) {
    const { id, version, dimensions } = model.info
    db.run('INSERT INTO models (model_key, model_id, version, dimensions) VALUES (1, ?, ?, ?)', [
      id,
      version,
      dimensions,
    ])
  }
  let count = 0
  return {
    db,
    file,
    add({ type = 'article', title, headings = [], text, language = null, ...more }) {
      count++
      const {
        ownerId = `owner${String(count)}`,
        part = '',
        authorId = null,
        spaceId = null,
        at = count,
      } = more
      const sourceKey = db.insert(
        'INSERT INTO sources (ref, type, owner_id, space_id, stamp, title) VALUES (?, ?, ?, ?, ?, ?)',
        [`${type}/${String(count)}`, type, ownerId, spaceId, '1', title],
      )
      const hash = new Uint8Array(16)
      const chunkKey = db.insert(
        `INSERT INTO chunks (source_key, position, part, headings, text, language, author_id, at, hash)
         VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?)`,
        [sourceKey, part, JSON.stringify(headings), text, language, authorId, at, hash],
      )
      putChunkWords(db, chunkKey, { title: [title, ...headings].join('\n'), text, language }, split)
      if (model) {
        const { scale, bytes } = toBytes(model.embed(embeddedText(title, { headings, text })))
        db.run('INSERT INTO vectors (model_key, chunk_key, hash, scale, vector) VALUES (1, ?, ?, ?, ?)', [
          chunkKey,
          hash,
          scale,
          bytes,
        ])
      }
      return chunkKey
    },
    remove(chunkKey) {
      removeChunkWords(db, chunkKey)
      db.run('DELETE FROM sources WHERE source_key = (SELECT source_key FROM chunks WHERE chunk_key = ?)', [
        chunkKey,
      ])
      db.run('INSERT INTO gone (chunk_key) VALUES (?)', [chunkKey])
    },
    close: () => connection.close(),
  }
}

/** A connection as the search thread has it: a store (an empty one here) with the index attached. */
export function openReader(file: string): { readonly db: WritableDb; close(): void } {
  const connection = new Database(':memory:')
  connection.prepare('ATTACH DATABASE ? AS idx').run(file)
  return { db: createDb(connection, { log: silentLog, slowMs: 60_000 }), close: () => connection.close() }
}
