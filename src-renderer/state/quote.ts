/**
 * A passage shown in its place, with the quoted sentences marked.
 *
 *   showPassage(passage, quotes)      // goes there; what is drawn there marks them (passages/use-quote-highlight.ts)
 *
 * One at a time. The marks stay until the person clears them, another passage is shown, or another thing is opened in
 * the same area.
 */
import { create } from 'zustand'
import type { PassagePlace } from '#shared/contract/passages.ts'
import type { ShownText } from '#shared/contract/window-view.ts'
import { client } from '../bridge/window-client.ts'
import { getRoute, navigate, onRoute } from './navigation.ts'
import { isSameRoute, parseRoute, type Route } from './routes.ts'
import { forgetWithWorkspace } from './workspaces.ts'

/** Where quotations can be marked: `article/{id}`, `ticket/{id}` (its description), `entry/{id}`, `chat/{channel}`, `file/{id}`. */
export type PlaceKey = `${'article' | 'ticket' | 'entry' | 'chat' | 'file'}/${string}`

export interface ShownQuote {
  readonly place: PlaceKey
  readonly quotes: readonly string[]
  /** What they are taken from. */
  readonly passage: string
  readonly route: Route
  /** Where the person came from. */
  readonly from: Route
  /** `changed`: the place is there, the words are not any more. */
  readonly state: 'looking' | 'marked' | 'changed'
  /** How many places are marked. */
  readonly count: number
}

const useStore = create<{ readonly shown: ShownQuote | null }>(() => ({ shown: null }))
forgetWithWorkspace(useStore)
onRoute((route) => {
  const { shown } = useStore.getState()
  if (shown && shown.route.area === route.area && !isSameRoute(shown.route, route)) clearQuote()
})

/** @param quotes sentences of its text; left out: all of it */
export function showPassage(
  { place, text }: { readonly place: PassagePlace; readonly text: string },
  quotes: readonly string[] = [],
): void {
  showQuote(routeOfPlace(place), { passage: text, quotes: quotes.length > 0 ? [...quotes] : [text] })
}

/** In the window that shows the place; where that is another one, it marks the passage. */
function showQuote(route: Route, quote: ShownText): void {
  const place = placeKeyOf(route)
  const from = getRoute()
  if (!navigate(route, { quote }) || place === null) return
  useStore.setState({ shown: { place, ...quote, route, from, state: 'looking', count: 0 } })
}

// What other windows ask this one to show.
client.onShowRoute(({ route: text, quote }) => {
  const route = parseRoute(text)
  if (route && quote) showQuote(route, quote)
  else if (route) navigate(route)
})

/** What is to be marked at a place; null where it is another's turn. */
export function useQuoteAt(place: PlaceKey | null): ShownQuote | null {
  return useStore(({ shown }) => (shown?.place === place ? shown : null))
}

/** What is shown, once something is known of it. */
export function useShownQuote(): ShownQuote | null {
  return useStore(({ shown }) => shown)
}

export function hasQuote(): boolean {
  return useStore.getState().shown !== null
}

/** For the place that marks it. */
export function reportQuote(shown: ShownQuote, count: number): void {
  const now = useStore.getState().shown
  if (now?.quotes !== shown.quotes || now.place !== shown.place) return
  const state = count > 0 ? 'marked' : 'changed'
  if (now.state !== state || now.count !== count) useStore.setState({ shown: { ...now, state, count } })
}

export function clearQuote(): void {
  useStore.setState({ shown: null })
}

/** Takes the marks away and returns to where the passage was shown from. */
export function leaveQuote(): void {
  const { shown } = useStore.getState()
  clearQuote()
  if (shown) navigate(shown.from)
}

/** Null for a route that leads to nothing that holds text. */
function placeKeyOf(route: Route): PlaceKey | null {
  switch (route.area) {
    case 'chat':
      return route.channelId ? `chat/${route.channelId}` : null
    case 'tickets':
      if (route.entryId) return `entry/${route.entryId}`
      return route.ticketId ? `ticket/${route.ticketId}` : null
    case 'knowledge':
      if (route.fileId) return `file/${route.fileId}`
      return route.articleId ? `article/${route.articleId}` : null
    default:
      return null
  }
}

export function routeOfPlace(place: PassagePlace): Route {
  switch (place.type) {
    case 'article':
      return { area: 'knowledge', articleId: place.articleId }
    case 'ticket':
    case 'note':
      return {
        area: 'tickets',
        view: 'all',
        ticketId: place.ticketId,
        ...(place.entryId === null ? {} : { entryId: place.entryId }),
      }
    case 'message':
      return { area: 'chat', channelId: place.channelId, messageId: place.messageId }
    case 'file':
      return { area: 'knowledge', fileId: place.fileId }
  }
}
