/** How much of a question each chunk holds. */
import type { ReadableDb } from '../../store/db.ts'
import type { Question } from '../lexical/question.ts'
import type { ChunkMemory } from './chunk-memory.ts'
import { readPostings } from './postings.ts'

/** A word in more chunks than this tells too little to be worth reading them. */
const maxPostings = 30_000

/** By chunk: from 0 to 1, how much of the question's words it holds, the rare ones counting more. */
export function findByWords(
  db: ReadableDb,
  { count }: Pick<ChunkMemory, 'count'>,
  { words }: Question,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  let total = 0
  for (const { alternatives } of words) {
    const best = new Map<number, number>()
    let isCommon = false
    for (const { phrase, weight } of alternatives) {
      const postings = readPostings(db, phrase, maxPostings)
      if (postings.isCommon) isCommon = true
      for (const chunkKey of postings.chunkKeys) {
        if ((best.get(chunkKey) ?? 0) < weight) best.set(chunkKey, weight)
      }
    }
    const rarity = rarityOf(isCommon ? Math.max(maxPostings, best.size) : best.size, count)
    total += rarity
    for (const [chunkKey, weight] of best) {
      found.set(chunkKey, (found.get(chunkKey) ?? 0) + weight * rarity)
    }
  }
  if (total > 0) for (const [chunkKey, sum] of found) found.set(chunkKey, sum / total)
  return found
}

/** BM25's inverse document frequency, which never falls below 0. */
export function rarityOf(holders: number, count: number): number {
  return Math.log(1 + (Math.max(0, count - holders) + 0.5) / (holders + 0.5))
}
