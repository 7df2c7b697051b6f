import type { InboxRow } from '#shared/contract/search.ts'
import type { Route } from '../../state/routes.ts'

/** Where a row of the inbox leads. */
export function inboxRoute(row: InboxRow): Route {
  switch (row.type) {
    case 'mention':
    case 'direct':
      return { area: 'chat', channelId: row.channelId, messageId: row.messageId }
    case 'ticket':
      return { area: 'tickets', view: 'mine', ticketId: row.ticketId }
  }
}
