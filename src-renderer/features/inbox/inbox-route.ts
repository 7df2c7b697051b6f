import type { InboxRow } from '#shared/contract/search.ts'
import type { PlaceLink } from '#shared/base/place-link.ts'
import type { Route } from '../../state/routes.ts'
import type { SnoozePlace } from '../../state/snooze.ts'

/** Where a row of the inbox leads. */
export function inboxRoute(row: InboxRow): Route {
  switch (row.type) {
    case 'mention':
    case 'direct':
      return { area: 'chat', channelId: row.channelId, messageId: row.messageId }
    case 'ticket':
      return { area: 'tickets', view: 'mine', ticketId: row.ticketId }
    case 'queue':
      return { area: 'tickets', view: 'unassigned', ticketId: row.ticketId }
    case 'snoozed':
      return row.place.type === 'ticket'
        ? { area: 'tickets', view: 'all', ticketId: row.place.id }
        : { area: 'chat', channelId: row.place.id }
  }
}

/** What sleeps when the row is put to sleep. */
export function inboxPlace(row: InboxRow): SnoozePlace {
  switch (row.type) {
    case 'mention':
    case 'direct':
      return { type: 'channel', id: row.channelId }
    case 'ticket':
    case 'queue':
      return { type: 'ticket', id: row.ticketId }
    case 'snoozed':
      return row.place.type === 'ticket'
        ? { type: 'ticket', id: row.place.id }
        : { type: 'channel', id: row.place.id }
  }
}

export function inboxLink(row: InboxRow): PlaceLink {
  return row.type === 'mention' || row.type === 'direct'
    ? { type: 'message', id: row.messageId }
    : inboxPlace(row)
}
