/**
 * Rows of tables as passages have them, taken apart into cells. A cell is always words of its row: what is not clearly a
 * table stays one line.
 */
import type { AnswerPart } from '#shared/contract/ask.ts'

export type RowCells = NonNullable<AnswerPart['row']>

/** Wider tables are lines of some other kind, and nobody could read them here. */
const maxColumns = 12

/** How a cell is written between bars (as in Markdown), and in one line. */
export function writeCell(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().replaceAll('|', '\\|')
}

/** `a | b`, `| a | b |`, or with tabs. */
export function cellsOf(line: string): string[] {
  const sign = /(?<!\\)\|/u.test(line) ? /(?<!\\)\|/u : /\t/u
  const inner = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
  return inner.split(sign).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/**
 * The cells of a row under the head of its table; null where they do not fit together.
 * @param head the line that names the columns
 */
export function rowUnder(head: string, row: string): RowCells | null {
  const names = cellsOf(head)
  const cells = cellsOf(row)
  if (names.length < 2 || names.length > maxColumns || cells.length > names.length) return null
  const named = byName(names, cells)
  if (named) return { head: names, cells: named }
  // Names without their cells are those of a file: there, what is empty is left out, and no place can be told.
  return { head: names, cells: names.map((_name, at) => cells[at] ?? '') }
}

/** The rows of a file say in each cell what it is called, and leave out empty ones (`library/parsers/rows.ts`). */
function byName(names: readonly string[], cells: readonly string[]): string[] | null {
  const values = new Map<string, string>()
  let at = 0
  for (const cell of cells) {
    while (at < names.length && !cell.startsWith(`${names[at] ?? ''}: `)) at++
    const name = names[at]
    if (name === undefined || name === '') return null
    values.set(name, cell.slice(name.length + 2))
    at++
  }
  return names.map((name) => values.get(name) ?? '')
}

/** Whether cells and head are what the text says: the row in the part, the head in what it cites. */
export function holdsRow({ text, row }: Pick<AnswerPart, 'text' | 'row'>, cited: readonly string[]): boolean {
  if (!row) return true
  return cited
    .flatMap((each) => each.split('\n'))
    .some((line) => {
      const found = rowUnder(line, text)
      return found !== null && sameCells(found.head, row.head) && sameCells(found.cells, row.cells)
    })
}

export function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at])
}
