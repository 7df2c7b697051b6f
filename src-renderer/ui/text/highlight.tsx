import { memo, type ReactNode } from 'react'
import { findWordRanges, splitByRanges, type TextRange } from './word-ranges.ts'

export interface HighlightProps {
  readonly text: string
  /** UTF-16 offsets; as the search gives them. */
  readonly ranges?: readonly TextRange[]
  /** Or words to look for here. */
  readonly words?: readonly string[]
}

/** Plain text with marks. */
export const Highlight = memo(function Highlight({ text, ranges, words }: HighlightProps): ReactNode {
  const found = ranges ?? (words ? findWordRanges(text, words) : [])
  if (found.length === 0) return text
  return splitByRanges(text, found).map((piece, index) =>
    piece.isMarked ? <mark key={index}>{piece.text}</mark> : piece.text,
  )
})
