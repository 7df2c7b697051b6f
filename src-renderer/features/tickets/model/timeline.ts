/** What of a ticket's entries is shown, and which of them stand together as one group of thin lines. */
import type { TicketEntryRow } from '#shared/contract/tickets.ts'

export const timelineFilters = ['all', 'talk', 'notes', 'history'] as const
export type TimelineFilter = (typeof timelineFilters)[number]

const types: Readonly<Record<TimelineFilter, readonly TicketEntryRow['type'][]>> = {
  all: ['reply', 'note', 'change'],
  talk: ['reply'],
  notes: ['note'],
  history: ['change'],
}

export function filterEntries(
  entries: readonly TicketEntryRow[],
  filter: TimelineFilter,
): readonly TicketEntryRow[] {
  return filter === 'all' ? entries : entries.filter((entry) => types[filter].includes(entry.type))
}

export function countEntries(entries: readonly TicketEntryRow[]): Readonly<Record<TimelineFilter, number>> {
  const count = (filter: TimelineFilter): number => filterEntries(entries, filter).length
  return { all: count('all'), talk: count('talk'), notes: count('notes'), history: count('history') }
}

/** The filter to show an entry under: the present one where it shows it, else all. */
export function filterThatShows(entry: TicketEntryRow | undefined, present: TimelineFilter): TimelineFilter {
  return entry === undefined || types[present].includes(entry.type) ? present : 'all'
}
