/**
 * Cuts text into word pieces as SentencePiece's unigram model does: of all ways to cut a word, the likeliest.
 * Pieces never cross the start of a word, so words are cut one by one, and the cuts of common words are kept.
 */

export interface Piece {
  readonly text: string
  /** Logarithm of how likely it is. */
  readonly score: number
}

export interface Tokenizer {
  /** The ids of the text's pieces, at most `maxTokens`. Neighbouring unknown characters are one `unknownId`. */
  tokenize(text: string): readonly number[]
}

export const maxTokens = 512
/** Its row stands for what no piece covers. */
export const unknownId = 0

/** Stands before every word. */
export const wordStart = '▁'

/** Beyond this no text can need looking at to fill `maxTokens`, but one made of white space or the longest pieces. */
const maxText = 20_000
const maxKeptWords = 50_000
const maxKeptLength = 48

/** @param pieces by id; the one at `unknownId` stands for what no other covers */
export function createUnigramTokenizer(pieces: readonly Piece[]): Tokenizer {
  const ids = new Map<string, number>()
  const scores = new Float64Array(pieces.length)
  let maxLength = 0
  let lowest = 0
  for (const [id, { text, score }] of pieces.entries()) {
    ids.set(text, id)
    scores[id] = score
    if (text.length > maxLength) maxLength = text.length
    if (score < lowest) lowest = score
  }
  const unknownScore = lowest - 10
  const kept = new Map<string, readonly number[]>()

  function cut(word: string): readonly number[] {
    const length = word.length
    const best = new Float64Array(length + 1).fill(-Infinity)
    const from = new Int32Array(length + 1)
    const piece = new Int32Array(length + 1)
    best[0] = 0
    for (let start = 0; start < length; start++) {
      const before = best[start] ?? -Infinity
      if (before === -Infinity) continue
      let isCovered = false
      const reach = Math.min(maxLength, length - start)
      for (let size = 1; size <= reach; size++) {
        const id = ids.get(word.substring(start, start + size))
        if (id === undefined) continue
        if (size === 1) isCovered = true
        offer(start, start + size, before + (scores[id] ?? 0), id)
      }
      if (!isCovered) {
        const size = (word.codePointAt(start) ?? 0) > 0xffff ? 2 : 1
        offer(start, start + size, before + unknownScore, unknownId)
      }
    }
    const result: number[] = []
    for (let end = length; end > 0; end = from[end] ?? 0) result.push(piece[end] ?? unknownId)
    result.reverse()
    return result.filter((id, i) => !(id === unknownId && result[i - 1] === unknownId))

    function offer(start: number, end: number, score: number, id: number): void {
      if (score <= (best[end] ?? -Infinity)) return
      best[end] = score
      from[end] = start
      piece[end] = id
    }
  }

  function piecesOf(word: string): readonly number[] {
    const known = kept.get(word)
    if (known) return known
    const result = cut(wordStart + word)
    if (kept.size < maxKeptWords && word.length <= maxKeptLength) kept.set(word, result)
    return result
  }

  return {
    tokenize(text) {
      const line = text.slice(0, maxText).toWellFormed().normalize('NFKC').toLowerCase()
      const result: number[] = []
      for (const [word] of line.matchAll(/\S+/gu)) {
        for (const id of piecesOf(word)) {
          if (result.length >= maxTokens) return result
          result.push(id)
        }
        if (result.length >= maxTokens) break
      }
      return result
    },
  }
}
