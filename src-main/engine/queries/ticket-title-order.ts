/**
 * Tickets in the order of their titles, as people look for them: Ä beside A, capitals beside small letters, 2 before 10.
 * SQLite's index knows only the letters of English, so a list that is not too long is put in order here; a longer one stays
 * in the order of the index, since it would be sorted anew with each change of a ticket.
 */
import type { ReadableDb } from '../store/db.ts'
import { nameCompare } from './name-order.ts'
import type { SqlCondition } from './ticket-filter.ts'

/** Reading and sorting as many took 12 ms on a slow machine. */
const maxSortedTitles = 5_000

interface Page {
  readonly direction: 'asc' | 'desc'
  readonly offset: number
  readonly limit: number
  /** How many tickets the whole list has. */
  readonly total: number
}

/** The keys of one page in their order; null where there are more tickets than are sorted here. */
export function pageByTitle(
  db: ReadableDb,
  { where, params }: SqlCondition,
  { direction, offset, limit, total }: Page,
  max = maxSortedTitles,
): readonly number[] | null {
  if (total > max) return null
  const titles = db.all<{ readonly docKey: number; readonly title: string }>(
    `SELECT doc_key AS docKey, title FROM tickets WHERE ${where}`,
    params,
  )
  const way = direction === 'asc' ? 1 : -1
  // Equal titles are ordered by age, so that a page never shows a row twice.
  return titles
    .sort((a, b) => way * (nameCompare(a.title, b.title) || a.docKey - b.docKey))
    .slice(offset, offset + limit)
    .map(({ docKey }) => docKey)
}
