/** The names of priorities, as the design system and the catalogue `ui:priority` have them. */
import type { TicketPriority } from '#shared/model/ticket/ticket.ts'

export const priorityNames = { 1: 'low', 2: 'normal', 3: 'high', 4: 'urgent' } as const satisfies Record<
  TicketPriority,
  string
>
