/** Cuts plain text: into paragraphs, into sentences, and into pieces that fit. Linear in the text, whatever it holds. */
import { isSpaceCode, sizeOf, sizes } from './size.ts'

/** Longer than any sentence that somebody wrote: beyond it, text is cut at a space, or anywhere. */
const maxSentence = sizes.full * 12

/** Ends that are none: what is before the full stop is short for something. */
const abbreviations = new Set(
  'abb abs bsp bzw ca dr etc evtl ggf inkl max min mind nr sog st str tel usw vgl zzgl approx eg fig ie inc jr mr mrs ms no prof sr vs'.split(
    ' ',
  ),
)

/** The paragraphs of a text: runs of lines between empty ones. Trimmed, none is empty. */
export function* paragraphsOf(text: string): Generator<string> {
  let from = 0
  const emptyLine = /\n[^\S\n]*\n/g
  for (let found = emptyLine.exec(text); found; found = emptyLine.exec(text)) {
    const paragraph = text.slice(from, found.index).trim()
    if (paragraph !== '') yield paragraph
    from = found.index + found[0].length
    // Three line feeds are two empty lines: the last one may begin the next.
    emptyLine.lastIndex = from - 1
  }
  const last = text.slice(from).trim()
  if (last !== '') yield last
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The sentences and lines of a text, in order. Trimmed, none is empty; an endless one comes in pieces. */
export function* sentencesOf(text: string): Generator<Span> {
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const isLong = at - from >= maxSentence
    if (!isLong && !endsSentence(text, at)) continue
    const end = isLong ? lastSpace(text, from, at) : at + 1
    const span = trimmed(text, from, end)
    if (span.end > span.start) yield span
    from = end
    at = Math.max(at, end - 1)
  }
  const last = trimmed(text, from, text.length)
  if (last.end > last.start) yield last
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && isSpaceCode(text.charCodeAt(start))) start++
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function endsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 10) return true
  // . ! ? … and the full stops of Chinese and Japanese, which need no space
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return true
  const isStop = code === 46
  if (!isStop && code !== 33 && code !== 63 && code !== 0x2026) return false
  let next = at + 1
  if (next < text.length && !isSpaceCode(text.charCodeAt(next))) return false
  while (next < text.length && next < at + 8 && isSpaceCode(text.charCodeAt(next))) next++
  if (next >= text.length) return true
  if (/\p{Ll}/u.test(text.charAt(next))) return false
  return !isStop || !isAbbreviated(text, at)
}

/** "z. B.", "Nr. 7", "3. Schritt": the full stop ends no sentence. */
function isAbbreviated(text: string, stop: number): boolean {
  let from = stop
  while (from > 0 && stop - from < 10 && /[\p{L}\p{N}]/u.test(text.charAt(from - 1))) from--
  const word = text.slice(from, stop).toLowerCase()
  return /^(?:\p{L}|\d{1,3})$/u.test(word) || abbreviations.has(word)
}

/** Where to cut an endless sentence: after its last space, or between two characters. */
function lastSpace(text: string, from: number, at: number): number {
  for (let end = at; end > from + maxSentence / 2; end--)
    if (isSpaceCode(text.charCodeAt(end - 1))) return end
  const isHalfPair = (text.charCodeAt(at) & 0xfc00) === 0xdc00
  return isHalfPair ? at + 1 : at
}

/**
 * A text in pieces of at most `sizes.most` words, each of whole sentences, all about equally large. A text that fits is
 * one piece, as it stands.
 */
export function* piecesOf(text: string, fits: number = sizes.full): Generator<string> {
  const size = sizeOf(text)
  if (size <= fits) {
    yield text
    return
  }
  const wanted = size / Math.ceil(size / sizes.full)
  /** Of the piece under way; empty where none is. */
  let piece: Span = { start: 0, end: 0 }
  let pieceSize = 0
  let rest = size
  for (const { start, end } of sentencesOf(text)) {
    const sentenceSize = sizeOf(text.slice(start, end))
    const isFull = pieceSize + sentenceSize / 2 > wanted && rest > sizes.rest
    if (piece.end > 0 && (isFull || pieceSize + sentenceSize > sizes.most)) {
      yield text.slice(piece.start, piece.end)
      piece = { start: 0, end: 0 }
      pieceSize = 0
    }
    piece = { start: piece.end > 0 ? piece.start : start, end }
    pieceSize += sentenceSize
    rest -= sentenceSize
  }
  if (piece.end > 0) yield text.slice(piece.start, piece.end)
}
