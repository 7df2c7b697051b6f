/**
 * Finds passages by words and by meaning at once. Every word of the question that is worth it is looked up in the
 * full-text table, and the question's vector is compared with all vectors. What either side finds gets one score, the
 * best are looked at closely (rank.ts), and a convex combination of what that says puts them in order.
 */
import type { FoundBy, PassageType } from '#shared/contract/passages.ts'
import type { ReadableDb } from '../../store/db.ts'
import type { StaticModel } from '../embedding/static-model.ts'
import type { ParsedSearch } from '../parse-search.ts'
import { createCompoundSplitter } from '../lexical/compounds.ts'
import { allSteps, analyseQuestion, type LexicalSteps } from '../lexical/question.ts'
import { createChunkMemories, type ChunkMemory } from './chunk-memory.ts'
import { createWordFinder, type FoundByWords } from './find-by-words.ts'
import { createPassageFilter, type PassageFilter } from './passage-filter.ts'
import { asUsual } from './likeness.ts'
import { createRanker, type Evidence } from './rank.ts'
import { createTop } from './top.ts'
import { createWordBook } from './word-book.ts'

export interface RetrieverDeps {
  /** The store with the index attached as `idx`. */
  readonly db: ReadableDb
  /** The built-in model; null: by words alone, unless a vector is given. */
  readonly model: StaticModel | null
  /** For the benchmark: what each step of the lexical side brings. */
  readonly steps?: Partial<LexicalSteps>
  /** For the benchmark: false leaves the vectors out, and keeps the words that the model knows for compounds. */
  readonly byMeaning?: boolean
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
  /** What the score was made of. */
  readonly evidence: Evidence
}

export interface Retriever {
  /** Best first. Empty where nothing is indexed. */
  retrieve(input: RetrieveInput): readonly Retrieved[]
}

/** What is not among these is not looked at closely. */
const candidates = { both: 32, words: 8, meaning: 24 } as const
/** Below this, a vector says nothing. */
const minMeaning = 0.15
/** From here on it says something by itself. */
const clearMeaning = 0.3

/** How much each part of the evidence counts; tuned on one half of the questions in bench/retrieval. Together 1. */
const weights = {
  coverage: 0.22,
  sentence: 0.29,
  meaning: 0.17,
  title: 0.14,
  lexical: 0.1,
  weakest: 0.08,
} as const

export function createRetriever({
  db,
  model: given,
  steps: chosen = {},
  byMeaning = true,
}: RetrieverDeps): Retriever {
  const steps = { ...allSteps, ...chosen }
  const memories = createChunkMemories()
  const finder = createWordFinder()
  const split = given && steps.compounds ? createCompoundSplitter(given.words()) : null
  const model = byMeaning ? given : null
  const book = createWordBook(model, split)
  return {
    retrieve({ text, vector = null, types, filter: search, limit }) {
      const memory = memories.refresh(db)
      if (!memory || limit <= 0) return []
      const filter = createPassageFilter(db, memory, types, search)
      if (!filter) return []
      const question = analyseQuestion(text, steps, split)
      const own = compare(memory, vector ?? embed(model, memory, question.text))
      const isThere = (slot: number) => memory.chunkOf(slot) > 0
      const cosines = vector === null || own === null ? own : asUsual(own, isThere)
      const words = finder.find(db, memory, question, steps.typos)
      const ranker = createRanker(book, question, words.rarities, memory.count)
      const meaningOf = (chunkKey: number) => {
        const slot = memory.slotOf(chunkKey)
        return slot < 0 ? 0 : (cosines?.[slot] ?? 0)
      }
      const top = createTop<Retrieved>(limit)
      for (const chunkKey of pickCandidates(memory, filter, words, cosines, limit)) {
        const row = readChunk(db, chunkKey)
        if (!row) continue
        const headings = JSON.parse(row.headings) as string[]
        const evidence = ranker.look({ title: [row.title, ...headings].join('\n'), text: row.text })
        const meaning = Math.max(0, meaningOf(chunkKey))
        const score = scoreOf(evidence, meaning, model !== null)
        if (score <= top.threshold) continue
        const { lexical } = evidence
        top.offer(score, {
          ...row,
          headings,
          score,
          lexical,
          meaning,
          foundBy: why(evidence, meaning),
          evidence,
        })
      }
      return top.take().map(({ item }) => item)
    },
  }
}

function scoreOf(evidence: Evidence, meaning: number, hasModel: boolean): number {
  const { coverage, sentence, title, lexical, weakest, identifiers } = evidence
  const near = hasModel
    ? weights.coverage * coverage +
      weights.sentence * sentence +
      weights.meaning * meaning +
      weights.title * title +
      weights.lexical * lexical +
      weights.weakest * weakest
    : lexical
  // A name or a code that was asked for goes before everything that is only like the question.
  const score = identifiers === null ? near : (identifiers + near) / 2
  return Math.min(1, Math.max(0, score))
}

function why({ lexical, sentence }: Evidence, meaning: number): FoundBy {
  if (lexical === 0) return 'meaning'
  return Math.max(sentence, meaning) >= clearMeaning ? 'both' : 'words'
}

/** The best of both sides together and of each side alone, so that neither can push the other out. */
function pickCandidates(
  memory: ChunkMemory,
  filter: PassageFilter,
  words: FoundByWords,
  cosines: Float32Array | null,
  limit: number,
): ReadonlySet<number> {
  const both = createTop<number>(Math.max(candidates.both, limit))
  const byWords = createTop<number>(candidates.words)
  const byMeaning = createTop<number>(cosines ? Math.max(candidates.meaning, limit) : 0)
  for (const chunkKey of words.chunkKeys) {
    const share = words.shareOf(chunkKey)
    const slot = memory.slotOf(chunkKey)
    const score = share + (slot < 0 ? 0 : (cosines?.[slot] ?? 0))
    if (score <= both.threshold && share <= byWords.threshold) continue
    if (!filter.allows(chunkKey)) continue
    both.offer(score, chunkKey)
    byWords.offer(share, chunkKey)
  }
  for (let slot = 0; cosines && slot < cosines.length; slot++) {
    const cosine = cosines[slot] ?? 0
    if (cosine < minMeaning || cosine <= byMeaning.threshold) continue
    const chunkKey = memory.chunkOf(slot)
    if (chunkKey > 0 && filter.allows(chunkKey)) byMeaning.offer(cosine, chunkKey)
  }
  return new Set([both, byWords, byMeaning].flatMap((top) => top.take().map(({ item }) => item)))
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
