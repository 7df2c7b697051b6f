/** Models and vectors in the index. A vector knows its model and version, its chunk, and the hash of what it stands for. */
import type { WritableDb, ReadableDb } from '../../store/db.ts'
import type { EmbedderInfo } from '../embedding/embedder.ts'
import { embeddedText } from '../chunks/chunk.ts'

export interface PendingChunk {
  readonly chunkKey: number
  /** Of its source. */
  readonly ref: string
  /** As `embeddedText` says it. */
  readonly text: string
  readonly hash: Uint8Array
}

/** The key of the model, made where it is not known yet. */
export function modelKeyOf(db: WritableDb, { id, version, dimensions }: EmbedderInfo): number {
  return (
    db.value<number>('SELECT model_key FROM models WHERE model_id = ? AND version = ?', [id, version]) ??
    db.insert('INSERT INTO models (model_id, version, dimensions) VALUES (?, ?, ?)', [
      id,
      version,
      dimensions,
    ])
  )
}

export function findModelInfo(db: ReadableDb, modelKey: number): EmbedderInfo | null {
  return (
    db.get<EmbedderInfo>('SELECT model_id AS id, version, dimensions FROM models WHERE model_key = ?', [
      modelKey,
    ]) ?? null
  )
}

/** Chunks without a vector of the model, in the order of their keys. */
export function pendingChunks(
  db: ReadableDb,
  modelKey: number,
  afterKey: number,
  limit: number,
): PendingChunk[] {
  return db
    .all<{ chunkKey: number; ref: string; title: string; headings: string; text: string; hash: Uint8Array }>(
      `SELECT c.chunk_key AS chunkKey, s.ref, s.title, c.headings, c.text, c.hash FROM chunks AS c JOIN sources AS s USING (source_key)
       WHERE c.chunk_key > :afterKey
         AND NOT EXISTS (SELECT 1 FROM vectors AS v WHERE v.chunk_key = c.chunk_key AND v.model_key = :modelKey)
       ORDER BY c.chunk_key LIMIT :limit`,
      { afterKey, modelKey, limit },
    )
    .map(({ chunkKey, ref, title, headings, text, hash }) => ({
      chunkKey,
      ref,
      text: embeddedText(title, { headings: JSON.parse(headings) as string[], text }),
      hash,
    }))
}

export function countPending(db: ReadableDb, modelKey: number): number {
  return (
    db.value<number>(
      `SELECT count(*) FROM chunks AS c
       WHERE NOT EXISTS (SELECT 1 FROM vectors AS v WHERE v.chunk_key = c.chunk_key AND v.model_key = ?)`,
      [modelKey],
    ) ?? 0
  )
}

/**
 * Inside the caller's transaction. A chunk that was taken away or changed meanwhile gets none.
 * @returns how many were put
 */
export function putVectors(
  db: WritableDb,
  modelKey: number,
  chunks: readonly PendingChunk[],
  vectors: readonly Float32Array[],
): number {
  let count = 0
  chunks.forEach(({ chunkKey, hash }, index) => {
    const vector = vectors[index]
    if (!vector) return
    const { scale, bytes } = toBytes(vector)
    count += db.run(
      `INSERT INTO vectors (model_key, chunk_key, hash, scale, vector)
       SELECT ?, chunk_key, hash, ?, ? FROM chunks WHERE chunk_key = ? AND hash = ?
       ON CONFLICT (chunk_key, model_key) DO NOTHING`,
      [modelKey, scale, bytes, chunkKey, hash],
    )
  })
  return count
}

/** int8: the vector is `scale` times the bytes. */
export function toBytes(vector: Float32Array): { readonly scale: number; readonly bytes: Uint8Array } {
  let max = 0
  for (const value of vector) max = Math.max(max, Math.abs(value))
  const bytes = new Int8Array(vector.length)
  if (!(max > 0 && Number.isFinite(max))) return { scale: 0, bytes: new Uint8Array(bytes.buffer) }
  for (let i = 0; i < vector.length; i++) bytes[i] = Math.round(((vector[i] ?? 0) / max) * 127)
  let square = 0
  for (const value of bytes) square += value * value
  // Rounding makes it a little longer or shorter; the promise is a length of 1.
  return { scale: 1 / Math.sqrt(square), bytes: new Uint8Array(bytes.buffer) }
}
