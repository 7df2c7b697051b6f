/** Makes paragraphs and headings of the pieces of text that a PDF puts at places on a page. */
import type { BlockSink } from './block-sink.ts'

export interface TextPiece {
  readonly text: string
  /** From the left and from the bottom, in the units of the page. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of the letters. */
  readonly size: number
  readonly isLineEnd: boolean
}

interface Line {
  text: string
  readonly y: number
  size: number
  /** Where its last piece ended. */
  right: number
}

export interface PageWriter {
  /** @param width of the page, in the units of its pieces */
  add(page: number, pieces: readonly TextPiece[], width: number): void
  /** Hands on what is still held. */
  end(): void
}

/** Letters this much larger than the page's usual ones are a heading. */
const headingRatio = 1.15
const maxHeadingLength = 200
/** A sentence that ends this far from the right edge ends its paragraph. */
const shortRatio = 0.6
const sentenceEnd = /[.!?:;]$/u
const itemMark = /^(?:[•‣◦▪●\-–*]|\d{1,2}[.)])\s+(?=\S)/u

export function createPageWriter(sink: BlockSink): PageWriter {
  let paragraph: string[] = []
  let page = 0
  let kind: 'paragraph' | 'item' = 'paragraph'

  const end = (): void => {
    if (paragraph.length > 0) {
      const text = paragraph.reduce(joinLines)
      sink.add({ kind, page, text: kind === 'item' ? text.replace(itemMark, '') : text })
    }
    paragraph = []
    kind = 'paragraph'
  }
  return {
    add(number, pieces, width) {
      const lines = toLines(pieces)
      const usual = usualSize(lines)
      let before: Line | null = null
      end()
      page = number
      for (const line of lines) {
        const isHeading = line.size > usual * headingRatio && line.text.length <= maxHeadingLength
        const gap = before ? Math.abs(before.y - line.y) : 0
        const isItem = itemMark.test(line.text)
        if (isHeading) {
          end()
          const level = line.size > usual * 1.6 ? 1 : line.size > usual * 1.3 ? 2 : 3
          sink.add({ kind: 'heading', level, page, text: line.text })
        } else {
          const isEnded =
            before !== null && before.right < width * shortRatio && sentenceEnd.test(before.text)
          if (isItem || isEnded || gap > line.size * 1.75) end()
          if (isItem) kind = 'item'
          paragraph.push(line.text)
        }
        before = line
      }
    },
    end,
  }
}

/** A word that was parted at the end of a line is one word again. */
function joinLines(text: string, line: string): string {
  return /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) + line : `${text} ${line}`
}

function toLines(pieces: readonly TextPiece[]): Line[] {
  const lines: Line[] = []
  let line: Line | null = null
  for (const { text, x, y, width, size, isLineEnd } of pieces) {
    if (text !== '') {
      if (line && Math.abs(line.y - y) > Math.max(size, line.size) * 0.5) line = null
      if (!line) {
        line = { text: '', y, size: 0, right: x }
        lines.push(line)
      }
      const isApart = x - line.right > size * 0.2 && line.text !== '' && !line.text.endsWith(' ')
      line.text += (isApart && !text.startsWith(' ') ? ' ' : '') + text
      line.right = x + width
      if (text.trim() !== '') line.size = Math.max(line.size, size)
    }
    if (isLineEnd) line = null
  }
  return lines.flatMap((found) => {
    const text = found.text.replace(/\s+/gu, ' ').trim()
    return text === '' ? [] : [{ ...found, text }]
  })
}

/** The size that most of the letters have. */
function usualSize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>()
  for (const { text, size } of lines) {
    const rounded = Math.round(size * 2) / 2
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length)
  }
  const [usual] = [...lengths].sort((a, b) => b[1] - a[1])
  return usual?.[0] ?? 0
}
