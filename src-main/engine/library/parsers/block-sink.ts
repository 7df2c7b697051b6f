/** Takes what parsers find, cleans it, keeps it within the limits and hands it on in pieces. */
import type { SkipReason } from '#shared/contract/library.ts'
import type { ParseLimits } from '../limits.ts'
import type { ParsedBlock } from '../parsed-file.ts'

export interface NewBlock {
  readonly kind: ParsedBlock['kind']
  readonly text: string
  readonly level?: number | null
  readonly page?: number | null
}

export interface BlockSink {
  /** False once it is full: what comes after is left out, and the parser may stop. */
  add(block: NewBlock): boolean
  /** Something was left out. The first reason stands. */
  leaveOut(reason: SkipReason): void
  /** Hands on what is left. */
  flush(): void
  readonly partly: SkipReason | null
  readonly isFull: boolean
  /** How many blocks came so far. */
  readonly count: number
  /** The first heading of the highest level: what a file is called that has no title. */
  readonly heading: string
}

/** A block is read as one: longer ones are cut at a line or a word. */
const maxBlockLength = 8_000
const maxHeadingLength = 300
const pieceLength = 200_000

export function createBlockSink(
  limits: Pick<ParseLimits, 'characters' | 'blocks'>,
  emit: (blocks: readonly ParsedBlock[]) => void,
): BlockSink {
  let piece: ParsedBlock[] = []
  let pieceCharacters = 0
  let characters = 0
  let count = 0
  let partly: SkipReason | null = null
  let isFull = false
  let heading = ''
  let headingLevel = Infinity

  const flush = (): void => {
    if (piece.length > 0) emit(piece)
    piece = []
    pieceCharacters = 0
  }
  const push = (block: ParsedBlock): void => {
    if (count >= limits.blocks || characters + block.text.length > limits.characters) {
      isFull = true
      partly ??= 'too-large'
      return
    }
    count++
    characters += block.text.length
    piece.push(block)
    pieceCharacters += block.text.length
    if (pieceCharacters >= pieceLength) flush()
  }
  return {
    add({ kind, text, level = null, page = null }) {
      const cleaned =
        kind === 'code' ? cleanCode(text) : kind === 'paragraph' ? cleanLines(text) : oneLine(text)
      if (cleaned === '') return !isFull
      if (kind === 'heading' && cleaned.length <= maxHeadingLength) {
        if (level !== null && level < headingLevel) {
          heading = cleaned
          headingLevel = level
        }
        push({ kind, level, page, text: cleaned })
        return !isFull
      }
      const plain = kind === 'heading' ? 'paragraph' : kind
      for (const part of cut(cleaned)) {
        if (isFull) break
        push({ kind: plain, level: plain === kind ? level : null, page, text: part })
      }
      return !isFull
    },
    leaveOut(reason) {
      partly ??= reason
    },
    flush,
    get partly() {
      return partly
    },
    get isFull() {
      return isFull
    },
    get count() {
      return count
    },
    get heading() {
      return heading
    },
  }
}

/** Control characters but tab and line breaks; the mark of byte order; soft hyphens. */
const unshown = /(?![\t\n\f\r])[\p{Cc}\uFEFF\u00AD]/gu

/** Half a surrogate pair, NUL and other control characters cannot be shown, and some cannot be stored. */
const clean = (text: string): string => text.toWellFormed().replace(unshown, '')

export const oneLine = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim()

const cleanLines = (text: string): string =>
  clean(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const cleanCode = (text: string): string => clean(text).replace(/\r\n?/g, '\n').trimEnd().replace(/^\n+/, '')

function* cut(text: string): Generator<string> {
  let from = 0
  while (text.length - from > maxBlockLength) {
    const window = text.slice(from, from + maxBlockLength)
    const line = window.lastIndexOf('\n')
    const word = window.lastIndexOf(' ')
    const length = line > maxBlockLength / 2 ? line : word > maxBlockLength / 2 ? word : maxBlockLength
    yield window.slice(0, length).toWellFormed().trim()
    from += length
  }
  const rest = text.slice(from).trim()
  if (rest !== '') yield rest
}
