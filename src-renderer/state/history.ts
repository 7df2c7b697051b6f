/** Where the person has been: a stack with a present place, and the last place in each area. Pure. */
import { homeRoutes, isSameRoute, type Area, type Route, type RouteOf } from './routes.ts'

export interface History {
  readonly entries: readonly Route[]
  /** Index of the present place. */
  readonly index: number
  readonly lastInArea: { readonly [A in Area]: RouteOf<A> }
}

const maxEntries = 100

export function startHistory(route: Route): History {
  return { entries: [route], index: 0, lastInArea: remember(homeRoutes, route) }
}

export function currentRoute({ entries, index }: History): Route {
  return entries[index] ?? homeRoutes.inbox
}

/** Goes to a route; what lay ahead is forgotten. With `replace` the present place is not kept. The same place is no step. */
export function goTo(history: History, route: Route, replace = false): History {
  if (isSameRoute(currentRoute(history), route)) return history
  const kept = history.entries.slice(0, replace ? history.index : history.index + 1)
  const entries = [...kept, route].slice(-maxEntries)
  return { entries, index: entries.length - 1, lastInArea: remember(history.lastInArea, route) }
}

/** Steps along the stack; the same history where it ends. */
export function step(history: History, by: 1 | -1): History {
  const index = history.index + by
  const route = history.entries[index]
  return route
    ? { entries: history.entries, index, lastInArea: remember(history.lastInArea, route) }
    : history
}

function remember(lastInArea: History['lastInArea'], route: Route): History['lastInArea'] {
  return { ...lastInArea, [route.area]: route }
}
