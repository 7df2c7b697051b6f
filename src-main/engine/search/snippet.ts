/**
 * Cuts the piece of a text that shows why it was found, and says what to mark in it. Works on the text itself, not
 * on the index, so what is marked is what a person reads, umlauts and all.
 */
import type { Snippet } from '#shared/contract/search.ts'
import { foldWord, wordPattern } from './fold.ts'
import type { ParsedSearch } from './parse-search.ts'

type Range = readonly [start: number, end: number]

/** Where a match is looked for first, and how far where there is none; beyond, the start of the text is shown. */
const firstScan = 2_000
const maxScan = 20_000

export function makeSnippet(text: string, search: ParsedSearch, maxLength = 180): Snippet {
  let line = oneLine(text, firstScan)
  let marks = findMarks(line, search)
  if (marks.length === 0 && text.length > firstScan) {
    line = oneLine(text, maxScan)
    marks = findMarks(line, search)
  }
  const first = marks[0]?.[0] ?? 0
  if (line.length <= maxLength) return { text: line, marks }
  const from = wordStart(
    line,
    Math.max(0, Math.min(first - Math.floor(maxLength / 4), line.length - maxLength)),
  )
  const to = Math.min(line.length, from + maxLength)
  const lead = from > 0 ? '…' : ''
  const shift = lead.length - from
  return {
    text: `${lead}${line.slice(from, to).toWellFormed()}${to < line.length ? '…' : ''}`,
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): Range => [start + shift, end + shift]),
  }
}

export function findMarks(text: string, { terms }: ParsedSearch): Range[] {
  const wanted = terms.filter((term) => !term.isExcluded)
  if (wanted.length === 0) return []
  const words = [...text.matchAll(wordPattern)].map((match) => ({
    word: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const marks: Range[] = []
  for (let at = 0; at < words.length; at++) {
    for (const term of wanted) {
      const isHere = term.words.every((word, i) => {
        const here = words[at + i]?.word
        return i === term.words.length - 1 && term.isPrefix ? here?.startsWith(word) : here === word
      })
      const start = words[at]?.start
      const end = words[at + term.words.length - 1]?.end
      if (!isHere || start === undefined || end === undefined) continue
      const last = marks.at(-1)
      if (last && start < last[1]) marks[marks.length - 1] = [last[0], Math.max(last[1], end)]
      else marks.push([start, end])
    }
  }
  return marks
}

function oneLine(text: string, length: number): string {
  return text.slice(0, length).replace(/\s+/gu, ' ').trim()
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space >= 0 && space < at + 30 ? space + 1 : at
}
