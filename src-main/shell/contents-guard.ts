/** What no page of ours may do, whichever window it is in: leave, open windows, embed others, look for devices. */
import type { WebContents } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { AppOrigin } from './app-origin.ts'
import type { ExternalLinks } from './external-links.ts'

export interface ContentsGuardDeps {
  readonly origin: AppOrigin
  readonly links: ExternalLinks<WebContents>
  /** In an installed program nobody looks into a page. */
  readonly devTools: boolean
  readonly log: Log
}

/** Call for every `web-contents-created`. */
export function guardContents(contents: WebContents, deps: ContentsGuardDeps): void {
  const { origin, links, devTools, log } = deps
  const openOutside = (url: string): void => links.open(url, contents)

  contents.on('will-navigate', (event) => {
    if (origin.isPage(event.url)) return
    event.preventDefault()
    openOutside(event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!origin.isPage(event.url)) event.preventDefault()
  })
  // Chromium asks nobody about some addresses, such as `about:blank`: whoever went there is brought back.
  let lastPage: string | null = null
  contents.on('did-navigate', (_event, url) => {
    if (origin.isPage(url)) lastPage = url
    else if (lastPage !== null) {
      log.warn('navigation.undone')
      contents.loadURL(lastPage).catch(() => log.warn('navigation.not-undone'))
    }
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    log.warn('webview.refused')
  })
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  // The one way to the network that neither a policy for pages nor a filter of requests sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  if (!devTools) contents.on('devtools-opened', () => contents.closeDevTools())
}
