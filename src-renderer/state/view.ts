/**
 * What this window shows, for its whole life (WindowView of the contract). One with a place by itself stays there: what
 * leads elsewhere goes to the main window (`navigate`).
 *
 *   openInWindow({ area: 'tickets', view: 'all', ticketId })   // false where the place is none that a window can show
 */
import { useEffect } from 'react'
import { client } from '../bridge/window-client.ts'
import { i18n } from './i18n.ts'
import { formatRoute, parseRoute, type Route, type RouteOf } from './routes.ts'

/** The places that a window can show by themselves. */
export type PlaceRoute =
  | (RouteOf<'chat'> & { readonly channelId: NonNullable<RouteOf<'chat'>['channelId']> })
  | (RouteOf<'tickets'> & { readonly ticketId: NonNullable<RouteOf<'tickets'>['ticketId']> })
  | (RouteOf<'knowledge'> & { readonly articleId: NonNullable<RouteOf<'knowledge'>['articleId']> })

const { view } = client.info

/** Null in the main window and in the quick entry. */
export const ownRoute: PlaceRoute | null =
  view.type === 'place' ? placeOf(parseRoute(view.route) ?? { area: 'inbox' }) : null

export const isMainWindow = view.type === 'main'

/** The place that a route leads to, without view, message or entry: the same for each way there. Null for none. */
export function placeOf(route: Route): PlaceRoute | null {
  if (route.area === 'chat' && route.channelId) return { area: 'chat', channelId: route.channelId }
  if (route.area === 'tickets' && route.ticketId)
    return { area: 'tickets', view: 'all', ticketId: route.ticketId }
  if (route.area === 'knowledge' && route.articleId) return { area: 'knowledge', articleId: route.articleId }
  return null
}

/** Whether this window itself can go there. */
export function isInView(route: Route): boolean {
  if (view.type === 'main') return true
  const place = placeOf(route)
  return ownRoute !== null && place !== null && formatRoute(place) === formatRoute(ownRoute)
}

/** Shows the route's place in a window of its own; one that shows it already comes to the front. */
export function openInWindow(route: Route): boolean {
  const place = placeOf(route)
  if (place) client.openView({ type: 'place', route: formatRoute(place) })
  return place !== null
}

/** Names the window after what it shows; null while that is not known. */
export function useWindowTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? i18n.t('product') : `${title} – ${i18n.t('product')}`
  }, [title])
}
