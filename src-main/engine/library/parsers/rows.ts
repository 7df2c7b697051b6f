/** Rows of tables. Each is to be understood by itself, so a row says what its cells are called where that is known. */
import { oneLine, type BlockSink } from './block-sink.ts'

/** False once the sink is full. */
export function addRows(rows: Iterable<readonly string[]>, sink: BlockSink): boolean {
  const add = createRowWriter(sink)
  for (const row of rows) if (!add(row)) return false
  return true
}

/** Takes one row after the other; false once the sink is full. */
export function createRowWriter(sink: BlockSink): (cells: readonly string[]) => boolean {
  let names: readonly string[] | null = null
  let isFirst = true
  return (cells) => {
    const row = cells.map((cell) => oneLine(cell))
    if (row.every((cell) => cell === '')) return !sink.isFull
    if (isFirst) {
      isFirst = false
      if (isHeader(row)) {
        names = row
        return sink.add({ kind: 'row', text: row.filter((cell) => cell !== '').join(' | ') })
      }
    }
    const parts = row.flatMap((cell, index) => {
      const name = names?.[index] ?? ''
      return cell === '' ? [] : [name === '' ? cell : `${name}: ${cell}`]
    })
    return sink.add({ kind: 'row', text: parts.join(' | ') })
  }
}

/** Short words, all different and no numbers: what columns are called. */
function isHeader(row: readonly string[]): boolean {
  const named = row.filter((cell) => cell !== '')
  return (
    named.length > 1 &&
    named.length >= row.length / 2 &&
    new Set(named).size === named.length &&
    named.every((cell) => cell.length <= 60 && !/^[\d.,\s%€$+-]+$/u.test(cell))
  )
}
