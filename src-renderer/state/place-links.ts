/**
 * Links to tickets, messages, articles and conversations: copied here, pasted anywhere, opened in place. They come from
 * a message, from outside, or from a notification, and only ever show. One that leads into another workspace is offered.
 */
import { create } from 'zustand'
import {
  formatPlaceLink,
  parsePlaceLink,
  parseSyncReportLink,
  type PlaceLink,
} from '#shared/base/place-link.ts'
import { asId, type ArticleId, type ChannelId, type MessageId, type TicketId } from '#shared/base/ids.ts'
import type { FoundPlace } from '#shared/contract/attention.ts'
import { client } from '../bridge/window-client.ts'
import { i18n } from './i18n.ts'
import { navigate } from './navigation.ts'
import { parseRoute, type Route } from './routes.ts'
import { dismissToast, showToast } from './toasts.ts'
import { setUi } from './ui.ts'
import { asksForWindow, openInWindow } from './view.ts'
import { onWorkspaceEnter, openWorkspace } from './workspaces.ts'

/** A link that leads into another workspace of this profile. */
export interface Elsewhere {
  readonly text: string
  readonly workspaceId: string
  readonly workspaceName: string
}

const useElsewhere = create<{ readonly found: Elsewhere | null }>(() => ({ found: null }))
/** To be opened as soon as the other workspace is on the screen. */
let waiting: string | null = null

client.onServerLink((text) => {
  const report = parseSyncReportLink(text)
  if (report) setUi({ isSyncReportOpen: true, refusedToShow: report.refusedKey })
  else void openPlaceLink(text)
})
onWorkspaceEnter(() => {
  useElsewhere.setState({ found: null })
  const text = waiting
  waiting = null
  // After everybody else has forgotten the workspace before.
  if (text !== null) queueMicrotask(() => openPlaceLink(text))
})

/** Copies the link of what is open, or of the row under the keyboard. */
export const copyLinkKeys = 'Mod+Shift+C'

/** The text of a link, to be put on the clipboard. */
export function placeLink(type: PlaceLink['type'], id: PlaceLink['id']): string {
  return formatPlaceLink({ type, id })
}

/** Puts a link on the clipboard, and says so. */
export async function copyPlaceLink(link: PlaceLink): Promise<void> {
  await navigator.clipboard.writeText(formatPlaceLink(link))
  showToast({ id: 'copied', tone: 'success', text: i18n.t('notifications:link.copied') })
}

/** What a route has open, as a link; null where it has nothing that a link can lead to. */
export function linkOfRoute(route: Route): PlaceLink | null {
  switch (route.area) {
    case 'tickets':
      return route.ticketId ? { type: 'ticket', id: route.ticketId } : null
    case 'knowledge':
      return route.articleId ? { type: 'article', id: route.articleId } : null
    case 'chat':
      return route.channelId ? { type: 'channel', id: route.channelId } : null
    default:
      return null
  }
}

/** False where it is no link to a place. Where it leads is looked up; what is not here is said. */
export function openPlaceLink(text: string): boolean {
  const link = parsePlaceLink(text)
  if (link) {
    void findPlace(text, link, asksForWindow())
    return true
  }
  // The form that was copied before links were for outside, too.
  const route = text.startsWith('outpost:')
    ? parseRoute(text.slice('outpost:'.length).replace(/^\/+/, ''))
    : null
  if (route) navigate(route)
  return route !== null
}

export function useFoundElsewhere(): Elsewhere | null {
  return useElsewhere(({ found }) => found)
}

/** What the person decided about it. */
export function answerElsewhere(isWanted: boolean): void {
  const { found } = useElsewhere.getState()
  useElsewhere.setState({ found: null })
  if (!found || !isWanted) return
  waiting = found.text
  openWorkspace(found.workspaceId)
}

const toastId = 'place-link'

/** @param inWindow the click on it asked for a window, which nobody can know any more when the place is found */
async function findPlace(text: string, link: PlaceLink, inWindow: boolean): Promise<void> {
  const found = await client.queryOnce('place.find', link)
  const route = found.ok ? routeOf(found.value.meta) : null
  if (route) {
    if (!inWindow || !openInWindow(route, true)) navigate(route)
    return
  }
  // Workspaces that were not open yet have to be opened for this: it may take a moment.
  showToast({ id: toastId, text: i18n.t('notifications:link.looking') })
  const elsewhere = await client.findElsewhere(text)
  dismissToast(toastId)
  if (elsewhere) {
    useElsewhere.setState({ found: { text, workspaceId: elsewhere.id, workspaceName: elsewhere.name } })
  } else showToast({ id: toastId, tone: 'warning', text: i18n.t('notifications:link.notHereTitle') })
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
    case 'channel':
      return { area: 'chat', channelId: asId<ChannelId>(id) }
  }
}
