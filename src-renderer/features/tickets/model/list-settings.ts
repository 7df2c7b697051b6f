/** How a view's list is sorted and narrowed, and the query that asks for it. */
import type { PersonId } from '#shared/base/ids.ts'
import type { TicketFilter, TicketSort } from '#shared/contract/tickets.ts'
import type { TicketPriority, TicketState } from '#shared/model/ticket/ticket.ts'
import type { TicketsView } from '../../../state/routes.ts'

export interface ListSettings {
  readonly sort: TicketSort
  readonly direction: 'asc' | 'desc'
  readonly states: readonly TicketState[]
  readonly priorities: readonly TicketPriority[]
  readonly owner: PersonId | 'none' | null
  readonly tag: string | null
  readonly text: string
}

export const defaultSettings: ListSettings = {
  sort: 'updated',
  direction: 'desc',
  states: [],
  priorities: [],
  owner: null,
  tag: null,
  text: '',
}

export const noFilter = {
  states: [],
  priorities: [],
  owner: null,
  tag: null,
  text: '',
} as const satisfies Partial<ListSettings>

/** The way in which people expect a sort to begin. */
export const firstDirection: Readonly<Record<TicketSort, 'asc' | 'desc'>> = {
  updated: 'desc',
  created: 'desc',
  priority: 'desc',
  title: 'asc',
  state: 'asc',
}

export const ticketSorts = [
  'updated',
  'created',
  'priority',
  'title',
  'state',
] as const satisfies readonly TicketSort[]

/** A text that stands for the view: for keys and maps. */
export function viewKey(view: TicketsView): string {
  return typeof view === 'string' ? view : view.queueId
}

export function isSameView(a: TicketsView, b: TicketsView): boolean {
  return viewKey(a) === viewKey(b)
}

export function toFilter(view: TicketsView, settings: ListSettings): TicketFilter {
  const { states, priorities, owner, tag, text } = settings
  return {
    view: typeof view === 'string' ? view : 'all',
    queueId: typeof view === 'string' ? null : view.queueId,
    states: [...states],
    priorities: [...priorities],
    owner,
    tag,
    text: text.trim(),
  }
}

export function isFiltered(settings: ListSettings): boolean {
  const { states, priorities, owner, tag, text } = settings
  return states.length > 0 || priorities.length > 0 || owner !== null || tag !== null || text.trim() !== ''
}

/** Adds a value that is not there, and removes one that is. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
}
