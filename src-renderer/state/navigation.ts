/**
 * Going places.
 *
 *   const route = useAreaRoute('tickets')       // the tickets area's place, also while another area is in front
 *   navigate({ area: 'chat', channelId })       // back() returns
 *   navigate(route, { replace: true })          // for moving a selection: back() does not stop here
 *   navigateToArea('tickets')                   // to where the person last was in it
 */
import { create } from 'zustand'
import type { ShownText } from '#shared/contract/window-view.ts'
import { client } from '../bridge/window-client.ts'
import { currentRoute, goTo, startHistory, step, type History } from './history.ts'
import {
  formatRoute,
  hasDetail,
  homeRoutes,
  listRoute,
  parseRoute,
  type Area,
  type Route,
  type RouteOf,
} from './routes.ts'
import { setPreferences } from './preferences.ts'
import { isInView, openIfAsked, ownRoute, showInMain } from './view.ts'
import { onWorkspaceEnter, onWorkspaceLeave } from './workspaces.ts'

const useHistory = create<History>(() =>
  startHistory(ownRoute ?? parseRoute(client.info.preferences.lastRoute) ?? homeRoutes.inbox),
)

/** What preferences can hold. A longer search is remembered without its words. */
const maxRememberedLength = 200
const rememberAfterMs = 800
let timer: ReturnType<typeof setTimeout> | undefined

useHistory.subscribe(() => {
  clearTimeout(timer)
  timer = setTimeout(rememberRoute, rememberAfterMs)
})
window.addEventListener('pagehide', rememberRoute)
onWorkspaceLeave(rememberRoute)
onWorkspaceEnter((entry) =>
  useHistory.setState(startHistory(parseRoute(entry?.lastRoute ?? '') ?? homeRoutes.inbox), true),
)

function rememberRoute(): void {
  if (timer === undefined) return
  clearTimeout(timer)
  timer = undefined
  // Where the person last was is where the main window was.
  if (client.info.view.type !== 'main') return
  const text = formatRoute(getRoute())
  setPreferences({
    lastRoute: text.length > maxRememberedLength ? formatRoute(homeRoutes[getRoute().area]) : text,
  })
}

/** The area in front, without the rest of its route: for what must not be drawn again at each step. */
export function useArea(): Area {
  return useHistory((history) => currentRoute(history).area)
}

export function useAreaRoute<A extends Area>(area: A): RouteOf<A> {
  return useHistory((history) => history.lastInArea[area])
}

export function getRoute(): Route {
  return currentRoute(useHistory.getState())
}

/** Calls `listener` with each new place. */
export function onRoute(listener: (route: Route, previous: Route) => void): () => void {
  return useHistory.subscribe((state, previous) => listener(currentRoute(state), currentRoute(previous)))
}

interface NavigateOptions {
  readonly replace?: boolean
  /** What is to be marked there, for whichever window goes; this one marks by itself what it shows. */
  readonly quote?: ShownText | null
}

/** In a window that shows one place, the main window goes to all others. False where another window went. */
export function navigate(route: Route, { replace = false, quote = null }: NavigateOptions = {}): boolean {
  if (openIfAsked(route, quote)) return false
  if (!isInView(route)) {
    showInMain(route, quote)
    return false
  }
  useHistory.setState(goTo(useHistory.getState(), route, replace))
  return true
}

/**
 * To where the person last was in the area. Where they are in it already, to its list, if that is not in view: an open
 * ticket takes the place of the list, and in a narrow window everything does.
 */
export function navigateToArea(area: Area): void {
  const route = getRoute()
  if (route.area !== area) navigate(useHistory.getState().lastInArea[area])
  else if (area === 'tickets' || matchMedia('(max-width: 639.98px)').matches) navigate(listRoute(route))
}

export function back(): void {
  useHistory.setState(step(useHistory.getState(), -1))
}

export function forward(): void {
  useHistory.setState(step(useHistory.getState(), 1))
}

/** Closes what is open and shows the list: Esc, and the back button of a narrow window. False where nothing is open. */
export function backToList(): boolean {
  const route = getRoute()
  if (!hasDetail(route)) return false
  navigate(listRoute(route))
  return true
}
