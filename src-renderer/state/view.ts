/**
 * What this window shows, for its whole life (WindowView of the contract). One with a place by itself stays there: what
 * leads elsewhere goes to the main window (`navigate`).
 *
 *   openInWindow({ area: 'tickets', view: 'all', ticketId })   // false where the place is none that a window can show
 */
import { useEffect } from 'react'
import type { MenuAction } from '#shared/contract/menu-keys.ts'
import type { ShownText } from '#shared/contract/window-view.ts'
import { client } from '../bridge/window-client.ts'
import { i18n } from './i18n.ts'
import { formatRoute, isSameRoute, parseRoute, type Route, type RouteOf } from './routes.ts'

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

/** Ctrl, Command or Shift with the click that is handled now, or the middle button, as in browsers. */
export function asksForWindow(): boolean {
  // The click is not handed through every component between a row and this; the browser knows which one it is about.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is deprecated is to have it in place of the argument
  const { event } = window
  return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)
}

/**
 * Opens a window where the click that leads to this route asked for one: with the message, the entry or the passage that it
 * leads to. False where not.
 */
export function openIfAsked(route: Route, quote: ShownText | null = null): boolean {
  return asksForWindow() && openInWindow(route, true, quote)
}

/** The middle button on whatever opens a place (`data-opens`) is a click that asks for a window. */
export function startMiddleClicks(): void {
  const rowOf = (event: MouseEvent): Element | null =>
    event.button === 1 && event.target instanceof Element && event.target.closest('[data-opens]')
      ? event.target
      : null
  window.addEventListener('mousedown', (event) => {
    // Else it would begin to scroll, or paste.
    if (rowOf(event)) event.preventDefault()
  })
  window.addEventListener('auxclick', (event) => {
    const click = { bubbles: true, cancelable: true, ctrlKey: true, view: window }
    rowOf(event)?.dispatchEvent(new MouseEvent('click', click))
  })
}

/**
 * Shows the route's place in a window of its own; one that shows it already comes to the front.
 * @param isExact with the very message or entry that the route leads to, and this passage marked
 */
export function openInWindow(route: Route, isExact = false, quote: ShownText | null = null): boolean {
  const place = placeOf(route)
  if (!place) return false
  const view = { type: 'place', route: formatRoute(place) } as const
  const target = { route: formatRoute(route), quote }
  const isWhole = quote === null && isSameRoute(viewless(route), place)
  client.openView(view, isExact && !isWhole ? target : undefined)
  return true
}

/** Which list a ticket was opened from makes no other place of it. */
function viewless(route: Route): Route {
  return route.area === 'tickets' ? { ...route, view: 'all' } : route
}

/** Names the window after what it shows; null while that is not known. */
export function useWindowTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? i18n.t('product') : `${title} – ${i18n.t('product')}`
  }, [title])
}

/** From a window with one place: what only the main window does. */
export const doInMain = (action: MenuAction): void => client.doInMain(action)

/** From a window with one place: shows it in the main window. */
export function showInMain(route: Route, quote: ShownText | null = null): void {
  client.showInMain({ route: formatRoute(route), quote })
}
