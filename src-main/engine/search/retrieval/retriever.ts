/**
 * Finds passages by words and by meaning at once. Every word of the question that is worth it is looked up in the
 * full-text table, the question's vector is compared with all vectors, and each chunk that either side found gets
 * one score: a convex combination of how much of the question it holds and how near it is.
 */
import type { FoundBy, PassageType } from '#shared/contract/passages.ts'
import type { ReadableDb } from '../../store/db.ts'
import type { StaticModel } from '../embedding/static-model.ts'
import type { ParsedSearch } from '../parse-search.ts'
import { allSteps, analyseQuestion, type LexicalSteps } from '../lexical/question.ts'
import { createChunkMemories, type ChunkMemory } from './chunk-memory.ts'
import { findByWords } from './find-by-words.ts'
import { createTop } from './top.ts'

export interface RetrieverDeps {
  /** The store with the index attached as `idx`. */
  readonly db: ReadableDb
  /** The built-in model; null: by words alone, unless a vector is given. */
  readonly model: StaticModel | null
  /** For the benchmark. */
  readonly steps?: Partial<LexicalSteps>
}

export interface RetrieveInput {
  readonly text: string
  /** Of the serving model, where that is not the built-in one. */
  readonly vector?: Float32Array | null
  /** All kinds where left out. */
  readonly types?: readonly PassageType[]
  /** Operators of the search syntax; applied before anything is ranked. */
  readonly filter?: ParsedSearch | null
  readonly limit: number
}

export interface Retrieved {
  readonly chunkKey: number
  readonly sourceKey: number
  readonly type: PassageType
  /** The ArticleId, TicketId, ChannelId or LibraryFileId. */
  readonly ownerId: string
  readonly part: string
  readonly position: number
  readonly title: string
  readonly headings: readonly string[]
  readonly text: string
  readonly language: 'de' | 'en' | null
  readonly authorId: string | null
  readonly at: number
  readonly spaceId: string | null
  /** From 0 to 1; comparable within one answer. */
  readonly score: number
  /** How much of the question's words it holds, the rare ones counting more: from 0 to 1. */
  readonly lexical: number
  /** The cosine with the question's vector; 0 where there is none. */
  readonly meaning: number
  readonly foundBy: FoundBy
}

export interface Retriever {
  /** Best first. Empty where nothing is indexed. */
  retrieve(input: RetrieveInput): readonly Retrieved[]
}

/** How much meaning counts against words. */
const meaningWeight = 0.6
/** Below this, a vector says nothing. */
const minMeaning = 0.25

export function createRetriever({ db, model, steps = {} }: RetrieverDeps): Retriever {
  const memories = createChunkMemories()
  return {
    retrieve({ text, vector = null, types, limit }) {
      const memory = memories.refresh(db)
      if (!memory || limit <= 0) return []
      const question = analyseQuestion(text, { ...allSteps, ...steps })
      const isAllowed = (chunkKey: number) => {
        const type = memory.typeOf(chunkKey)
        return type !== null && (types === undefined || types.includes(type))
      }
      const cosines = compare(memory, vector ?? embed(model, memory, question.text))
      const lexical = findByWords(db, memory, question)
      const meaningOf = (chunkKey: number) => {
        const slot = memory.slotOf(chunkKey)
        return slot < 0 ? 0 : (cosines?.[slot] ?? 0)
      }
      const weight = cosines ? meaningWeight : 0
      const top = createTop<number>(limit)
      for (const [chunkKey, share] of lexical) {
        const score = (1 - weight) * share + weight * Math.max(0, meaningOf(chunkKey))
        if (score > top.threshold && isAllowed(chunkKey)) top.offer(score, chunkKey)
      }
      if (cosines) {
        for (let slot = 0; slot < cosines.length; slot++) {
          const cosine = cosines[slot] ?? 0
          const score = weight * cosine
          if (cosine < minMeaning || score <= top.threshold) continue
          const chunkKey = memory.chunkOf(slot)
          if (chunkKey > 0 && !lexical.has(chunkKey) && isAllowed(chunkKey)) top.offer(score, chunkKey)
        }
      }
      return top.take().flatMap(({ score, item: chunkKey }): Retrieved[] => {
        const row = readChunk(db, chunkKey)
        if (!row) return []
        const share = lexical.get(chunkKey) ?? 0
        const meaning = meaningOf(chunkKey)
        const foundBy = share === 0 ? 'meaning' : meaning >= minMeaning ? 'both' : 'words'
        const headings = JSON.parse(row.headings) as string[]
        return [{ ...row, headings, score: Math.min(1, score), lexical: share, meaning, foundBy }]
      })
    },
  }
}

function embed(model: StaticModel | null, memory: ChunkMemory, text: string): Float32Array | null {
  const serving = memory.model
  if (!model || serving?.id !== model.info.id || serving.version !== model.info.version) return null
  return model.embed(text)
}

function compare(memory: ChunkMemory, vector: Float32Array | null): Float32Array | null {
  if (!vector || !memory.vectors || vector.length !== memory.model?.dimensions) return null
  return vector.some((value) => value !== 0) ? memory.vectors.scores(vector) : null
}

type ChunkRow = Omit<Retrieved, 'headings' | 'score' | 'lexical' | 'meaning' | 'foundBy'> & {
  headings: string
}

function readChunk(db: ReadableDb, chunkKey: number): ChunkRow | undefined {
  return db.get<ChunkRow>(
    `SELECT c.chunk_key AS chunkKey, c.source_key AS sourceKey, s.type, s.owner_id AS ownerId, c.part, c.position,
       s.title, c.headings, c.text, c.language, c.author_id AS authorId, c.at, s.space_id AS spaceId
     FROM idx.chunks c JOIN idx.sources s ON s.source_key = c.source_key WHERE c.chunk_key = ?`,
    [chunkKey],
  )
}
