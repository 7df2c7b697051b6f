import { describe, expect, it } from 'vitest'
import type { TicketEntryRow } from '#shared/contract/tickets.ts'
import { countEntries, filterEntries, filterThatShows } from './timeline.ts'

const entries = ['reply', 'change', 'note', 'reply', 'change'].map(
  (type, index) => ({ key: String(index), type }) as unknown as TicketEntryRow,
)

describe('the timeline of a ticket', () => {
  it('keeps the order, whatever is shown', () => {
    expect(filterEntries(entries, 'talk').map((entry) => entry.key)).toEqual(['0', '3'])
    expect(filterEntries(entries, 'history').map((entry) => entry.key)).toEqual(['1', '4'])
    expect(filterEntries(entries, 'all')).toBe(entries)
  })

  it('counts what each filter shows', () => {
    expect(countEntries(entries)).toEqual({ all: 5, talk: 2, notes: 1, history: 2 })
  })

  it('leaves a filter that hides the entry one came for', () => {
    expect(filterThatShows(entries[2], 'talk')).toBe('all')
    expect(filterThatShows(entries[2], 'notes')).toBe('notes')
    expect(filterThatShows(undefined, 'talk')).toBe('talk')
  })
})
