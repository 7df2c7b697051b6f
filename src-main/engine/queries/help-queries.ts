import type { helpQueries } from '#shared/contract/help.ts'
import { helpWithDraft, helpWithTicket } from '../search/help/ticket-help.ts'
import type { QueryHandlers } from './query.ts'

export const helpQueryHandlers: QueryHandlers<keyof typeof helpQueries> = {
  'help.ticket': {
    // Not on every other ticket's change: neighbours shift slowly, and the list should not jump under the reader's eyes.
    dependsOn: ({ ticketId }) => [`ticket:${ticketId}`],
    run: (db, { ticketId }, { retriever }) => helpWithTicket(db, retriever, ticketId),
  },
  'help.draft': {
    dependsOn: () => [],
    run: (db, { title, text }, { retriever }) => helpWithDraft(db, retriever, title, text),
  },
}
