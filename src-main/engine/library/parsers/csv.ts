/** Tables as text: the sign between the cells is found by looking at the first lines. */
import { parse } from 'csv-parse/sync'
import type { BlockSink } from './block-sink.ts'
import { linesOf } from './plain-text.ts'
import { createRowWriter } from './rows.ts'

const signs = [';', ',', '\t', '|'] as const
const linesAtOnce = 500
/** A cell may hold line breaks; a quote that is never closed must not swallow the file. */
const maxRecordLines = 2_000

export function parseCsv(pieces: Iterable<string>, sink: BlockSink): void {
  const add = createRowWriter(sink)
  let delimiter: string | null = null
  let held: string[] = []
  let quotes = 0
  const hand = (): boolean => {
    const text = held.join('\n')
    delimiter ??= findSign(held)
    held = []
    quotes = 0
    for (const row of readRecords(text, delimiter)) if (!add(row)) return false
    return true
  }
  for (const line of linesOf(pieces)) {
    held.push(line)
    quotes += line.split('"').length - 1
    const isWhole = quotes % 2 === 0
    if ((held.length >= linesAtOnce && isWhole) || held.length >= maxRecordLines) {
      if (!hand()) return
    }
  }
  if (held.length > 0) hand()
}

function readRecords(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  })
}

/** The one that parts the first lines into the most equal numbers of cells. */
function findSign(lines: readonly string[]): string {
  const sample = lines.filter((line) => line.trim() !== '').slice(0, 20)
  let best: string = ','
  let bestScore = 0
  for (const sign of signs) {
    const counts = sample.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1)
    const first = counts[0] ?? 0
    const score = first * counts.filter((count) => count === first).length
    if (first > 0 && score > bestScore) {
      best = sign
      bestScore = score
    }
  }
  return best
}
