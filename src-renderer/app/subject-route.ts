/** Where the thing is that a waiting or refused change is about. Pure. */
import type { ArticleId, ChannelId, TicketId } from '#shared/base/ids.ts'
import { isUlid } from '#shared/base/ulid.ts'
import type { ChangeSubject } from '#shared/contract/sync.ts'
import type { Route } from '../state/routes.ts'

/** Null where there is no place to go to: settings, drafts, kinds that a newer version made. */
export function subjectRoute({ docId }: Pick<ChangeSubject, 'docId'>): Route | null {
  const [kind, id] = docId.split('/')
  if (id === undefined || !isUlid(id)) return null
  switch (kind) {
    case 'chat':
      return { area: 'chat', channelId: id as ChannelId }
    case 'ticket':
    case 'notes':
      return { area: 'tickets', view: 'all', ticketId: id as TicketId }
    case 'article':
      return { area: 'knowledge', articleId: id as ArticleId }
    default:
      return null
  }
}
