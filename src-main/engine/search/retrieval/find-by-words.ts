/** How much of a question each chunk holds, for all chunks that hold any of it. */
import type { ReadableDb } from '../../store/db.ts'
import type { Question, QuestionWord } from '../lexical/question.ts'
import type { ChunkMemory } from './chunk-memory.ts'
import { readPostings } from './postings.ts'
import type { WordRarity } from './rank.ts'

export interface FoundByWords {
  /** By word of the question, in its order. */
  readonly rarities: readonly WordRarity[]
  /** Chunks that hold any word that is not too common. Valid until the next search. */
  readonly chunkKeys: readonly number[]
  /** How much of the question the chunk holds, the rare words counting more: from 0 to 1. Valid until the next search. */
  shareOf(chunkKey: number): number
}

export interface WordFinder {
  find(db: ReadableDb, memory: ChunkMemory, question: Question, forgiveTypos: boolean): FoundByWords
}

/** A word in more chunks than this tells too little to be worth reading them; it still counts when passages are ranked. */
const maxPostings = 20_000
const maxSimilar = 3_000
const similarWeight = 0.3

export function createWordFinder(): WordFinder {
  // By chunk key. What a search leaves behind is taken out by the next one.
  let shares = new Float32Array(0)
  let ofWord = new Float32Array(0)
  let touched: number[] = []
  return {
    find(db, memory, { words }, forgiveTypos) {
      for (const chunkKey of touched) shares[chunkKey] = 0
      touched = []
      if (shares.length < memory.keyEnd) {
        shares = new Float32Array(Math.ceil(memory.keyEnd * 1.2))
        ofWord = new Float32Array(shares.length)
      }
      const rarities: WordRarity[] = []
      let total = 0
      for (const word of words) {
        const { holders, chunkKeys } = holdersOf(db, word, forgiveTypos, ofWord)
        const rarity = rarityOf(holders, memory.count)
        rarities.push({ rarity, holders })
        total += rarity
        for (const chunkKey of chunkKeys) {
          if ((shares[chunkKey] ?? 0) === 0) touched.push(chunkKey)
          shares[chunkKey] = (shares[chunkKey] ?? 0) + rarity * (ofWord[chunkKey] ?? 0)
          ofWord[chunkKey] = 0
        }
      }
      return { rarities, chunkKeys: touched, shareOf: (key) => (total > 0 ? (shares[key] ?? 0) / total : 0) }
    },
  }
}

/** Writes how well each chunk holds the word into `weights`, and says which chunks those are. */
function holdersOf(
  db: ReadableDb,
  { alternatives, word, isIdentifier, isPhrase }: QuestionWord,
  forgiveTypos: boolean,
  weights: Float32Array,
): { readonly holders: number; readonly chunkKeys: readonly number[] } {
  const chunkKeys: number[] = []
  let holders = 0
  const take = (found: readonly number[], weight: number) => {
    for (const chunkKey of found) {
      const before = weights[chunkKey] ?? 0
      if (before === 0) chunkKeys.push(chunkKey)
      if (before < weight) weights[chunkKey] = weight
    }
  }
  for (const { phrase, weight, kind } of alternatives) {
    const postings = readPostings(db, phrase, maxPostings)
    take(postings.chunkKeys, weight)
    const count = postings.isCommon ? maxPostings : postings.chunkKeys.length
    if (kind !== 'part' && count > holders) holders = count
  }
  // Nobody wrote such a word: perhaps it is misspelt, and its beginning is right.
  if (forgiveTypos && holders === 0 && !isIdentifier && !isPhrase && word.length >= 5) {
    const similar = readPostings(db, [word.slice(0, 4)], maxSimilar, true)
    take(similar.chunkKeys, similarWeight)
  }
  return { holders, chunkKeys }
}

/** BM25's inverse document frequency, which never falls below 0. */
export function rarityOf(holders: number, count: number): number {
  return Math.log(1 + (Math.max(0, count - holders) + 0.5) / (holders + 0.5))
}
