/** XLSX: its sheets as headings, their rows below. */
import readXlsx from 'read-excel-file/node'
import { SkipError } from '../parsed-file.ts'
import type { Parsed, Parsing } from './parsing.ts'
import { addRows } from './rows.ts'
import { checkZip } from './zip-check.ts'

export async function parseXlsx(bytes: Buffer, { job, sink }: Parsing): Promise<Parsed> {
  const names = await checkZip(bytes, job.limits)
  if (!names.some((name) => name.toLowerCase() === 'xl/workbook.xml')) throw new SkipError('broken')
  const sheets = await readXlsx(bytes)
  for (const { sheet, data } of sheets) {
    if (data.length === 0) continue
    sink.add({ kind: 'heading', level: 1, text: sheet })
    if (!addRows(textRows(data), sink)) break
  }
  return { title: '', pages: null }
}

function* textRows(rows: readonly (readonly unknown[])[]): Generator<string[]> {
  for (const row of rows) yield row.map(textOf)
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return ''
    const text = cell.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
  }
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
