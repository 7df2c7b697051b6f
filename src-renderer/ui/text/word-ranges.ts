/** Where search words stand in a text, whatever their case and accents ("muller" finds "Müller"). */
export type TextRange = readonly [start: number, end: number]

/** Ordered, non-overlapping ranges (UTF-16 offsets, end exclusive) of every place where one of the words stands. */
export function findWordRanges(text: string, words: readonly string[]): readonly TextRange[] {
  const folded = fold(text)
  const found: TextRange[] = []
  for (const word of new Set(words.map((entry) => fold(entry.trim())))) {
    if (word === '') continue
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      found.push([at, at + word.length])
    }
  }
  return mergeRanges(found)
}

/** Sorted and joined where they touch; empty and reversed ranges go. */
export function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (end <= start) continue
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

export interface TextPiece {
  readonly text: string
  readonly isMarked: boolean
}

/** The text cut at the ranges, complete and in order. */
export function splitByRanges(text: string, ranges: readonly TextRange[]): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const [start, end] of mergeRanges(ranges)) {
    const from = Math.max(at, Math.min(start, text.length))
    const to = Math.min(end, text.length)
    if (from > at) pieces.push({ text: text.slice(at, from), isMarked: false })
    if (to > from) pieces.push({ text: text.slice(from, to), isMarked: true })
    at = Math.max(at, to)
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}

/** Lower case without accents, the same length as before, so that offsets stay true. */
function fold(text: string): string {
  let folded = ''
  for (const unit of text.split('')) {
    const base = unit.normalize('NFD')[0] ?? unit
    const lower = base.toLowerCase()
    folded += lower.length === 1 ? lower : unit
  }
  return folded
}
