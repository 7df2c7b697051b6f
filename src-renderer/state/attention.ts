/** What the person is told of, and what they have before their eyes. */
import { useEffect, useState } from 'react'
import type { SpaceId, TicketId } from '#shared/base/ids.ts'
import type { NoticeLevel, NotifyRules } from '#shared/contract/attention.ts'
import type { DesktopFacts } from '#shared/contract/desktop.ts'
import { client } from '../bridge/window-client.ts'
import { runCommand } from './commands.ts'
import { useLiveQuery } from './live.ts'
import { getRoute, onRoute } from './navigation.ts'
import type { Route } from './routes.ts'
import { onWorkspaceEnter } from './workspaces.ts'

/** Undefined while nothing is known yet. */
export function useNotifyRules(): NotifyRules | undefined {
  return useLiveQuery('notify.rules', {}).meta
}

/** Null for what is usual. */
export function useNoticeLevel(spaceId: SpaceId | null): NoticeLevel | null {
  const rules = useNotifyRules()
  return (spaceId === null ? undefined : rules?.spaces[spaceId]) ?? null
}

export function setNoticeLevel(spaceId: SpaceId, level: NoticeLevel | null): void {
  void runCommand('notify.setSpace', { spaceId, level })
}

/** Tells the shell where the window is: for that nobody needs a notification. */
export function useShownPlace(): void {
  useEffect(() => {
    const tell = (): void => client.shows(placeOf(getRoute()))
    tell()
    const stop = onRoute(tell)
    const stopEntering = onWorkspaceEnter(tell)
    return () => {
      stop()
      stopEntering()
      client.shows(null)
    }
  }, [])
}

function placeOf(route: Route): string | null {
  if (route.area === 'chat' && route.channelId) return `channel/${route.channelId}`
  if (route.area === 'tickets' && route.ticketId) return `ticket/${route.ticketId}`
  if (route.area === 'knowledge' && route.articleId) return `article/${route.articleId}`
  return null
}

/**
 * The ticket is open before the person: what is new on it is no news any more.
 * @param change something that is another value when there is something new on the ticket
 */
export function useSeenTicket(ticketId: TicketId, change: unknown): void {
  useEffect(() => {
    const see = (): void => {
      if (document.hasFocus() && document.visibilityState === 'visible') {
        void runCommand('attention.seen', { ticketId }, { isSilent: true })
      }
    }
    see()
    window.addEventListener('focus', see)
    return () => window.removeEventListener('focus', see)
  }, [ticketId, change])
}

/** Null until the shell has said. */
export function useDesktop(): DesktopFacts | null {
  const [facts, setFacts] = useState<DesktopFacts | null>(null)
  useEffect(() => {
    let isOver = false
    void client.desktop().then((found) => {
      if (!isOver) setFacts(found)
    })
    return () => {
      isOver = true
    }
  }, [])
  return facts
}

/** False where the system shows none. */
export const testNotification = (): Promise<boolean> => client.testNotification()
