/** How tickets and their values are called: the design system's words for priorities, and the label of a ticket. */
import type { TicketPriority, TicketState } from '#shared/model/ticket/ticket.ts'

export const priorityNames = { 1: 'low', 2: 'normal', 3: 'high', 4: 'urgent' } as const satisfies Record<
  TicketPriority,
  string
>

/** In the order in which they are offered. The contract's lists, written out: its values would load all schemas. */
export const stateChoices = [
  'new',
  'open',
  'pending',
  'solved',
  'closed',
] as const satisfies readonly TicketState[]
export const priorityChoices = [4, 3, 2, 1] as const satisfies readonly TicketPriority[]

/** `#1042`, or the code that a ticket has from birth until the server gives it a number. */
export function ticketLabel({
  number,
  code,
}: {
  readonly number: number | null
  readonly code: string
}): string {
  return number === null ? code : `#${number}`
}
