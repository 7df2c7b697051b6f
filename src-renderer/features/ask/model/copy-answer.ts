/** An answer to take along: its text with numbers, and the sources that they stand for. Pure. */
import type { AnswerPart, CitedPassage } from '#shared/contract/ask.ts'
import { answerBlocks, citedNumbers, type AnswerBlock } from './answer-blocks.ts'

export interface AnswerToCopy {
  readonly question: string
  readonly parts: readonly AnswerPart[]
  readonly passages: readonly CitedPassage[]
  readonly isExtract: boolean
}

export interface CopyWords {
  /** Above the list of sources. */
  readonly sourcesHeading: string
  /** Behind a sentence that no source holds. */
  readonly unsupported: string
  placeLine(passage: CitedPassage): string
}

export type CopyFormat = 'text' | 'markdown'

export function copyAnswer(answer: AnswerToCopy, format: CopyFormat, words: CopyWords): string {
  const isMarkdown = format === 'markdown'
  const blocks = answerBlocks(answer.parts, answer.isExtract).map((block) =>
    blockText(block, isMarkdown, words),
  )
  const cited = citedNumbers(answer.parts)
  const sources = answer.passages
    .filter(({ number }) => cited.includes(number))
    .map((passage) => `[${passage.number}] ${words.placeLine(passage)}`)
  return [
    isMarkdown ? `**${answer.question.trim()}**` : answer.question.trim(),
    ...blocks,
    // Two spaces end a line in Markdown.
    ...(sources.length > 0 ? [[words.sourcesHeading, ...sources].join(isMarkdown ? '  \n' : '\n')] : []),
  ].join('\n\n')
}

function blockText(block: AnswerBlock, isMarkdown: boolean, words: CopyWords): string {
  switch (block.type) {
    case 'paragraph':
      return block.parts.map((part) => partText(part, words)).join(' ')
    case 'steps':
      return block.parts.map((part, index) => `${block.start + index}. ${partText(part, words)}`).join('\n')
    case 'heading':
      return isMarkdown ? `### ${block.part.text}` : block.part.text
    case 'table': {
      const lines = block.rows.map(({ cells, part }) => {
        const last = cells.length - 1
        // Its numbers stand in the last cell: one column more would be none of the table's.
        return cells.map((cell, at) =>
          at === last ? [cell, ...notesOf(part, words)].filter((word) => word !== '').join(' ') : cell,
        )
      })
      return isMarkdown ? markdownTable(block.head, lines) : textTable(block.head, lines)
    }
    case 'code': {
      const numbers = numbersText(block.part)
      return `${isMarkdown ? fenced(block.part.text) : block.part.text}${numbers === '' ? '' : `\n${numbers}`}`
    }
  }
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Tabs: so a spreadsheet takes it apart again. */
function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((cells) => cells.join('\t')).join('\n')
}

function partText(part: AnswerPart, words: CopyWords): string {
  return [part.text.trim(), ...notesOf(part, words)].join(' ')
}

function notesOf(part: AnswerPart, { unsupported }: CopyWords): string[] {
  return [numbersText(part), part.isSupported ? '' : `(${unsupported})`].filter((note) => note !== '')
}

function numbersText({ citations }: AnswerPart): string {
  return citations.map((number) => `[${number}]`).join('')
}

/** A fence longer than any in the code. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${code}\n${fence}`
}
