/**
 * Takes links from the system: by the command line of this start and of a second one, and on macOS by an event. The
 * window shows where they lead, or asks the person; nothing else happens. One that comes before the window waits for it.
 */
import type { App } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { deepLinkOf } from './deep-link.ts'

export interface DeepLinks {
  /** The arguments of another start. */
  open(argv: readonly string[]): void
  /** One of our own, from a notification or the tray. */
  offer(link: string): void
  /** What waits for a window; null for nothing. */
  take(): string | null
}

interface DeepLinksDeps {
  readonly app: Pick<App, 'on' | 'setAsDefaultProtocolClient'>
  readonly argv: readonly string[]
  /** Says to the system that such links are ours. A program under development must not take them from the installed one. */
  readonly isRegistered: boolean
  /** False where no window is there yet. */
  readonly show: (link: string) => boolean
  readonly log: Log
}

const linkScheme = 'outpost'

export function serveDeepLinks({ app, argv, isRegistered, show, log }: DeepLinksDeps): DeepLinks {
  let isAttached = false
  let waiting = deepLinkOf(argv)
  const open = (others: readonly string[]): void => {
    const link = deepLinkOf(others)
    if (link === null) return
    log.info('link.opened')
    offer(link)
  }
  const offer = (link: string): void => {
    if (!isAttached || !show(link)) waiting = link
  }
  if (isRegistered && !app.setAsDefaultProtocolClient(linkScheme)) log.warn('link.not-registered')
  app.on('open-url', (event, url) => {
    event.preventDefault()
    open([url])
  })
  return {
    open,
    offer,
    take() {
      isAttached = true
      const link = waiting
      waiting = null
      return link
    },
  }
}
