/** Where a result leads: the message in its channel, the reply in its ticket, the article. */
import type { SearchHit } from '#shared/contract/search.ts'
import type { Route } from '../../state/routes.ts'

export function hitRoute(hit: SearchHit): Route {
  switch (hit.type) {
    case 'message':
      return { area: 'chat', channelId: hit.channelId, messageId: hit.messageId }
    case 'ticket':
      return {
        area: 'tickets',
        view: 'all',
        ticketId: hit.ticketId,
        ...(hit.entryId === null ? {} : { entryId: hit.entryId }),
      }
    case 'article':
      return { area: 'knowledge', articleId: hit.articleId }
  }
}
