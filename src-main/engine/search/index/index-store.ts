/** Sources and their chunks in the index. What did not change keeps its key, its words and its vectors. */
import { createHash } from 'node:crypto'
import type { PassageType } from '#shared/contract/passages.ts'
import type { WritableDb } from '../../store/db.ts'
import type { Chunk } from '../chunks/chunk.ts'
import type { CompoundSplitter } from '../lexical/compounds.ts'
import { putChunkWords, removeChunkWords } from '../lexical/words.ts'

export interface SourceHead {
  /** The DocId, or file/{LibraryFileId}. */
  readonly ref: string
  readonly type: PassageType
  readonly ownerId: string
  /** Null for files. */
  readonly docKey: number | null
  readonly spaceId: string | null
  readonly stamp: string
  readonly title: string
}

/** How many rows there are more (or less) than before. */
export interface Difference {
  readonly sources: number
  readonly chunks: number
  readonly failed: number
  /** Chunks that need vectors. */
  readonly added: number
}

/** Of a source whose chunks and vectors are all to be made anew. */
export const anewStamp = '!'

export interface PutOptions {
  /** Why it could not be read; null where it could. */
  readonly error: string | null
  /** See `putChunkWords`. */
  readonly split: CompoundSplitter | null
}

interface Placed {
  readonly position: number
  readonly title: string
  readonly split: CompoundSplitter | null
}

interface StoredSource {
  readonly sourceKey: number
  readonly stamp: string
  readonly error: string | null
}

interface StoredChunk {
  readonly chunkKey: number
  readonly position: number
  readonly part: string
  readonly language: string | null
  readonly authorId: string | null
  readonly at: number
  readonly hash: Uint8Array
}

/** Inside the caller's transaction. */
export function putSource(
  db: WritableDb,
  head: SourceHead,
  chunks: readonly Chunk[],
  { error, split }: PutOptions,
): Difference {
  const before = findSource(db, head)
  const sourceKey = writeHead(db, before, head, error)
  const stored = before ? storedChunks(db, before.sourceKey) : []
  const keeps = before !== undefined && before.stamp !== anewStamp
  const byHash = new Map<string, StoredChunk[]>()
  if (keeps) {
    for (const chunk of stored) {
      const key = Buffer.from(chunk.hash).toString('latin1')
      const same = byHash.get(key)
      if (same) same.push(chunk)
      else byHash.set(key, [chunk])
    }
  }
  const kept = new Set<number>()
  const added: (() => void)[] = []
  chunks.forEach((chunk, position) => {
    const hash = hashOf(head.title, chunk)
    const same = takeSame(byHash.get(hash.toString('latin1')), chunk.part)
    if (same) {
      kept.add(same.chunkKey)
      updateChunk(db, same, chunk, { position, title: head.title, split })
    } else {
      added.push(() => insertChunk(db, sourceKey, chunk, hash, { position, title: head.title, split }))
    }
  })
  for (const { chunkKey } of stored) if (!kept.has(chunkKey)) removeChunk(db, chunkKey)
  for (const insert of added) insert()
  return {
    sources: Number(chunks.length > 0) - Number(stored.length > 0),
    chunks: chunks.length - stored.length,
    failed: Number(error !== null) - Number(before !== undefined && before.error !== null),
    added: added.length,
  }
}

/** Inside the caller's transaction. Null where there is no such source. */
export function removeSource(
  db: WritableDb,
  ref: string,
): (Difference & { readonly type: PassageType }) | null {
  const source = db.get<StoredSource & { type: PassageType }>(
    'SELECT source_key AS sourceKey, stamp, error, type FROM sources WHERE ref = ?',
    [ref],
  )
  if (!source) return null
  const stored = storedChunks(db, source.sourceKey)
  for (const { chunkKey } of stored) removeChunk(db, chunkKey)
  db.run('DELETE FROM sources WHERE source_key = ?', [source.sourceKey])
  return {
    type: source.type,
    sources: -Number(stored.length > 0),
    chunks: -stored.length,
    failed: -Number(source.error !== null),
    added: 0,
  }
}

/** By its own name, or by the document's key: after a backup was put back a key may stand for another document. */
function findSource(db: WritableDb, { ref, docKey }: SourceHead): StoredSource | undefined {
  if (docKey !== null) {
    const other = db.value<string>('SELECT ref FROM sources WHERE doc_key = ? AND ref <> ?', [docKey, ref])
    if (other !== undefined) db.run('UPDATE sources SET doc_key = NULL WHERE ref = ?', [other])
  }
  return db.get<StoredSource>('SELECT source_key AS sourceKey, stamp, error FROM sources WHERE ref = ?', [
    ref,
  ])
}

function writeHead(
  db: WritableDb,
  before: StoredSource | undefined,
  { ref, type, ownerId, docKey, spaceId, stamp, title }: SourceHead,
  error: string | null,
): number {
  if (before) {
    db.run(
      'UPDATE sources SET type = ?, owner_id = ?, doc_key = ?, space_id = ?, stamp = ?, title = ?, error = ? WHERE source_key = ?',
      [type, ownerId, docKey, spaceId, stamp, title, error, before.sourceKey],
    )
    return before.sourceKey
  }
  return db.insert(
    'INSERT INTO sources (ref, type, owner_id, doc_key, space_id, stamp, title, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [ref, type, ownerId, docKey, spaceId, stamp, title, error],
  )
}

function storedChunks(db: WritableDb, sourceKey: number): StoredChunk[] {
  return db.all<StoredChunk>(
    `SELECT chunk_key AS chunkKey, position, part, language, author_id AS authorId, at, hash FROM chunks
     WHERE source_key = ? ORDER BY position`,
    [sourceKey],
  )
}

function takeSame(candidates: StoredChunk[] | undefined, part: string): StoredChunk | undefined {
  if (!candidates) return undefined
  const index = candidates.findIndex((candidate) => candidate.part === part)
  return candidates.splice(Math.max(index, 0), 1)[0]
}

function insertChunk(
  db: WritableDb,
  sourceKey: number,
  { part, headings, text, language, authorId, at }: Chunk,
  hash: Uint8Array,
  { position, title, split }: Placed,
): void {
  const chunkKey = db.insert(
    `INSERT INTO chunks (source_key, position, part, headings, text, language, author_id, at, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [sourceKey, position, part, JSON.stringify(headings), text, language, authorId, at, hash],
  )
  putChunkWords(db, chunkKey, { title: [title, ...headings].join('\n'), text, language }, split)
}

/** The same words in another place, or said to be in another language. */
function updateChunk(
  db: WritableDb,
  stored: StoredChunk,
  chunk: Chunk,
  { position, title, split }: Placed,
): void {
  const { part, headings, text, language, authorId, at } = chunk
  const isSame =
    stored.position === position &&
    stored.part === part &&
    stored.language === language &&
    stored.authorId === authorId &&
    stored.at === at
  if (isSame) return
  db.run(
    'UPDATE chunks SET position = ?, part = ?, language = ?, author_id = ?, at = ? WHERE chunk_key = ?',
    [position, part, language, authorId, at, stored.chunkKey],
  )
  if (stored.language === language) return
  removeChunkWords(db, stored.chunkKey)
  putChunkWords(db, stored.chunkKey, { title: [title, ...headings].join('\n'), text, language }, split)
}

function removeChunk(db: WritableDb, chunkKey: number): void {
  removeChunkWords(db, chunkKey)
  db.run('DELETE FROM chunks WHERE chunk_key = ?', [chunkKey])
  db.run('INSERT INTO gone (chunk_key) VALUES (?)', [chunkKey])
}

/** 16 bytes: enough that two texts never share one. */
function hashOf(title: string, { headings, text }: Chunk): Buffer {
  return createHash('sha256')
    .update([title, ...headings, text].join('\u001f'))
    .digest()
    .subarray(0, 16)
}
