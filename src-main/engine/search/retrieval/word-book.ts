/** What is known of single words: their forms and their vectors. Texts are made of few different ones, so it is kept. */
import { foldWord } from '../fold.ts'
import type { StaticModel } from '../embedding/static-model.ts'
import type { CompoundSplitter } from '../lexical/compounds.ts'
import { stemOf } from '../lexical/stems.ts'
import { isStopWord } from '../lexical/stop-words.ts'

export interface KnownWord {
  readonly folded: string
  readonly isStop: boolean
  /** Of the whole word, in both languages. */
  readonly stems: readonly string[]
  /** Parts of a compound and their stems. */
  readonly parts: readonly string[]
  /** Null without a model. Not of length 1: a text's vector is the sum of these. */
  readonly sum: Float32Array | null
  /** Its length; 0 where the model does not know the word. */
  readonly length: number
  /** How many pieces the model needs for it; names and codes need many. */
  readonly pieces: number
}

export interface WordBook {
  of(word: string): KnownWord
}

/** Twice as many are kept, about 40 MB at most: what was not asked for while so many others were is let go of. */
const maxKept = 12_000

export function createWordBook(model: StaticModel | null, split: CompoundSplitter | null): WordBook {
  let kept = new Map<string, KnownWord>()
  let older = new Map<string, KnownWord>()
  const keep = (word: string, known: KnownWord): KnownWord => {
    if (kept.size >= maxKept) {
      older = kept
      kept = new Map()
    }
    kept.set(word, known)
    return known
  }
  return {
    of(word) {
      const before = kept.get(word)
      if (before) return before
      const once = older.get(word)
      if (once) return keep(word, once)
      const folded = foldWord(word)
      const sum = model?.sum(word) ?? null
      const parts = split?.(folded) ?? []
      return keep(word, {
        folded,
        isStop: isStopWord(folded),
        stems: bothStems(folded),
        parts: [...new Set(parts.flatMap((part) => [part, ...bothStems(part)]))],
        sum,
        length: sum ? lengthOf(sum) : 0,
        pieces: model?.tokenize(word).length ?? 0,
      })
    },
  }
}

function bothStems(word: string): string[] {
  const [german, english] = [stemOf(word, 'de'), stemOf(word, 'en')]
  return german === english ? [german] : [german, english]
}

export function lengthOf(vector: Float32Array): number {
  let square = 0
  for (const value of vector) square += value * value
  return Math.sqrt(square)
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
