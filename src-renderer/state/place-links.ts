/**
 * Links to a ticket, a message or an article: copied here, pasted anywhere, opened in place. They come from a message, from
 * outside, or from a notification, and only ever show.
 */
import { formatPlaceLink, parsePlaceLink, type PlaceLink } from '#shared/base/place-link.ts'
import { asId, type ArticleId, type MessageId, type TicketId } from '#shared/base/ids.ts'
import type { FoundPlace } from '#shared/contract/attention.ts'
import { client } from '../bridge/window-client.ts'
import { i18n } from './i18n.ts'
import { navigate } from './navigation.ts'
import { parseRoute, type Route } from './routes.ts'
import { showToast } from './toasts.ts'

client.onServerLink((text) => void openPlaceLink(text))

/** The text of a link, to be put on the clipboard. */
export function placeLink(type: PlaceLink['type'], id: PlaceLink['id']): string {
  return formatPlaceLink({ type, id })
}

/** False where it is no link to a place. Where it leads is looked up; what is not here is said. */
export function openPlaceLink(text: string): boolean {
  const link = parsePlaceLink(text)
  if (link) {
    void findPlace(link)
    return true
  }
  // The form that was copied before links were for outside, too.
  const route = text.startsWith('outpost:')
    ? parseRoute(text.slice('outpost:'.length).replace(/^\/+/, ''))
    : null
  if (route) navigate(route)
  return route !== null
}

async function findPlace(link: PlaceLink): Promise<void> {
  const found = await client.queryOnce('place.find', link)
  const route = found.ok ? routeOf(found.value.meta) : null
  if (route) navigate(route)
  else showToast({ id: 'place-link', tone: 'warning', text: i18n.t('notifications:link.notHereTitle') })
}

function routeOf({ link: { type, id }, channelId, isHere }: FoundPlace): Route | null {
  if (!isHere) return null
  switch (type) {
    case 'ticket':
      return { area: 'tickets', view: 'all', ticketId: asId<TicketId>(id) }
    case 'article':
      return { area: 'knowledge', articleId: asId<ArticleId>(id) }
    case 'message':
      return channelId && { area: 'chat', channelId, messageId: asId<MessageId>(id) }
  }
}
