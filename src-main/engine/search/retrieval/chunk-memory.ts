/**
 * What a search has to know of every chunk without asking the file: its source, its vector, whether it is still there.
 * Filled from the index at the first search and kept up with it: keys of the index only rise, so what is new lies
 * above the last key seen, and what was taken away is listed in `gone`.
 */
import { passageTypes, type PassageType } from '#shared/contract/passages.ts'
import type { ReadableDb } from '../../store/db.ts'
import { createVectorTable } from './simd-table.ts'
import type { VectorTable } from './vector-table.ts'

export interface ServingModel {
  readonly modelKey: number
  readonly id: string
  readonly version: string
  readonly dimensions: number
}

export interface ChunkMemory {
  /** Null where no model has been through the index. */
  readonly model: ServingModel | null
  /** How many chunks can be found. */
  readonly count: number
  /** Above every chunk key. */
  readonly keyEnd: number
  readonly vectors: VectorTable | null
  /** 0 where the slot's chunk is gone. */
  chunkOf(slot: number): number
  /** -1 where the chunk has no vector of the serving model. */
  slotOf(chunkKey: number): number
  /** 0 where the chunk is gone or unknown. */
  sourceOf(chunkKey: number): number
  typeOf(chunkKey: number): PassageType | null
}

export interface ChunkMemories {
  /** As the index is now; null where there is none. Cheap where nothing changed. */
  refresh(db: ReadableDb): ChunkMemory | null
}

/** Rows read at a time: what is in flight twice stays small beside what is kept. */
const pageSize = 4_000

export function createChunkMemories(createTable = createVectorTable): ChunkMemories {
  let memory: Filling | null = null
  return {
    refresh(db) {
      const mark = readMark(db)
      if (mark === null) return (memory = null)
      if (memory?.mark !== mark.mark) memory = createFilling(mark.mark, mark.model, createTable)
      memory.catchUp(db)
      return memory
    },
  }
}

/** What has to be the same for what is in memory to be of use; null without an index. */
function readMark(db: ReadableDb): { mark: string; model: ServingModel | null } | null {
  const isAttached = db.value<number>("SELECT count(*) FROM pragma_database_list WHERE name = 'idx'") === 1
  if (!isAttached) return null
  if (db.value<number>("SELECT count(*) FROM idx.sqlite_schema WHERE name = 'vectors'") !== 1) return null
  const meta = new Map(
    db
      .all<{ key: string; value: string }>("SELECT key, value FROM idx.meta WHERE key IN ('made', 'serving')")
      .map(({ key, value }) => [key, value]),
  )
  const model =
    db.get<ServingModel>(
      `SELECT model_key AS modelKey, model_id AS id, version, dimensions FROM idx.models
       WHERE :serving IS NULL OR model_key = :serving ORDER BY model_key LIMIT 1`,
      { serving: meta.get('serving') === undefined ? null : Number(meta.get('serving')) },
    ) ?? null
  return { mark: `${meta.get('made') ?? ''} ${String(model?.modelKey ?? '')}`, model }
}

interface Filling extends ChunkMemory {
  readonly mark: string
  catchUp(db: ReadableDb): void
}

function createFilling(
  mark: string,
  model: ServingModel | null,
  createTable: (dimensions: number) => VectorTable,
): Filling {
  const vectors = model ? createTable(model.dimensions) : null
  const chunkOfSlot = createGrowing(Float64Array)
  const slots = createGrowing(Uint32Array)
  const sources = createGrowing(Uint32Array)
  /** By chunk, not by source: the key of a source that was taken away may come back for another. 0: unknown. */
  const types = createGrowing(Uint8Array)
  let count = 0
  let lastChunk = 0
  let lastVector = 0
  let lastGone = 0

  function takeChunks(db: ReadableDb): void {
    const newest = db.value<number>('SELECT max(chunk_key) FROM idx.chunks') ?? 0
    if (newest <= lastChunk) return
    for (const { chunkKey, sourceKey, type } of lastChunk === 0
      ? allChunks(db, newest)
      : db.all<ChunkRow>(`${chunkRows} WHERE chunk_key > ? AND chunk_key <= ?`, [lastChunk, newest])) {
      sources.set(chunkKey, sourceKey)
      types.set(chunkKey, passageTypes.indexOf(type) + 1)
      count++
    }
    lastChunk = newest
  }

  function takeVectors(db: ReadableDb): void {
    if (!vectors || !model) return
    for (;;) {
      // Null for the vectors of other models, which are passed over, not looked at again.
      const rows = db.all<{ vectorKey: number; chunkKey: number; scale: number; vector: Uint8Array | null }>(
        `SELECT vector_key AS vectorKey, chunk_key AS chunkKey, scale,
           CASE model_key WHEN ? THEN vector END AS vector
         FROM idx.vectors WHERE vector_key > ? ORDER BY vector_key LIMIT ${String(pageSize)}`,
        [model.modelKey, lastVector],
      )
      for (const { vectorKey, chunkKey, scale, vector } of rows) {
        lastVector = vectorKey
        if (vector?.length !== model.dimensions) continue
        // A chunk that was embedded anew: its older vector answers no more.
        const older = slots.get(chunkKey)
        if (older > 0) chunkOfSlot.set(older - 1, 0)
        const slot = vectors.push(vector, scale)
        chunkOfSlot.set(slot, chunkKey)
        slots.set(chunkKey, slot + 1)
      }
      if (rows.length < pageSize) return
    }
  }

  function takeGone(db: ReadableDb): void {
    const rows = db.all<{ goneKey: number; chunkKey: number }>(
      'SELECT gone_key AS goneKey, chunk_key AS chunkKey FROM idx.gone WHERE gone_key > ? ORDER BY gone_key',
      [lastGone],
    )
    for (const { goneKey, chunkKey } of rows) {
      lastGone = goneKey
      const slot = slots.get(chunkKey)
      if (slot > 0) chunkOfSlot.set(slot - 1, 0)
      slots.set(chunkKey, 0)
      if (sources.get(chunkKey) > 0) count--
      sources.set(chunkKey, 0)
    }
  }

  return {
    mark,
    model,
    vectors,
    get count() {
      return count
    },
    get keyEnd() {
      return lastChunk + 1
    },
    chunkOf: (slot) => chunkOfSlot.get(slot),
    slotOf: (chunkKey) => slots.get(chunkKey) - 1,
    sourceOf: (chunkKey) => sources.get(chunkKey),
    typeOf: (chunkKey) =>
      sources.get(chunkKey) > 0 ? (passageTypes[types.get(chunkKey) - 1] ?? null) : null,
    catchUp(db) {
      takeChunks(db)
      takeVectors(db)
      takeGone(db)
    },
  }
}

interface ChunkRow {
  readonly chunkKey: number
  readonly sourceKey: number
  readonly position: number
  readonly type: PassageType
}

const chunkRows = `SELECT chunk_key AS chunkKey, source_key AS sourceKey, position, type
  FROM idx.chunks JOIN idx.sources USING (source_key)`

/** Those up to a key, in the order of the index that holds the few columns needed. */
function* allChunks(db: ReadableDb, upTo: number): Generator<ChunkRow> {
  let last: Omit<ChunkRow, 'type'> = { chunkKey: 0, sourceKey: 0, position: 0 }
  for (;;) {
    const rows = db.all<ChunkRow>(
      `${chunkRows}
       WHERE (source_key, position, chunk_key) > (:sourceKey, :position, :chunkKey) AND chunk_key <= :upTo
       ORDER BY source_key, position, chunk_key LIMIT ${String(pageSize)}`,
      { ...last, upTo },
    )
    yield* rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < pageSize) return
    last = { chunkKey: end.chunkKey, sourceKey: end.sourceKey, position: end.position }
  }
}

interface Growing {
  get(at: number): number
  set(at: number, value: number): void
}

/** Numbers by a key that rises: a typed array that doubles. */
function createGrowing(Kind: typeof Uint8Array | typeof Uint32Array | typeof Float64Array): Growing {
  let values = new Kind(4_096)
  return {
    get: (at) => values[at] ?? 0,
    set(at, value) {
      if (at >= values.length) {
        if (value === 0) return
        const larger = new Kind(Math.max(at + 1, values.length * 2))
        larger.set(values)
        values = larger
      }
      values[at] = value
    },
  }
}
