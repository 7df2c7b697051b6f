/**
 * What windows may not do, from the first day: leave our pages, open others, fetch anything from a network, get
 * permissions or downloads. Outpost shows what other people wrote; this is what stands when the sanitiser fails.
 */
import { shell, type App, type Session, type WebContents } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { parseUrl, type AppOrigin } from './app-origin.ts'
import { developmentPolicy } from './content-security-policy.ts'
import { externalLink } from './link-policy.ts'

interface HardeningDeps {
  readonly origin: AppOrigin
  readonly log: Log
}

/** Copying to the clipboard; everything else is refused. */
const allowedPermissions: readonly string[] = ['clipboard-sanitized-write']

/** Before the app is ready: no process without a sandbox, no network that nobody asked for. */
export function hardenApp(app: App, { origin, log }: HardeningDeps): void {
  const { commandLine } = app
  // As root, in containers of tests, Chromium cannot sandbox and refuses to start if both are said.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
  // Chromium itself resolves no name at all. The engine, which syncs, has its own network stack.
  if (!origin.devServer) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')

  app.on('web-contents-created', (_event, contents) => hardenContents(contents, { origin, log }))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault()
    callback(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
}

export function hardenSession(session: Session, { origin, log }: HardeningDeps): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const allowed = allowedPermissions.includes(permission) && origin.isOwn(details.requestingUrl)
    if (!allowed) log.warn('permission.refused', { permission })
    callback(allowed)
  })
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      allowedPermissions.includes(permission) && origin.isOwn(requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    event.preventDefault()
    log.warn('download.refused')
  })
  // Hunspell would fetch dictionaries. macOS brings its own speller.
  if (process.platform !== 'darwin') session.setSpellCheckerEnabled(false)

  // Only what could leave the program is looked at: the window's own files do not wait for this process.
  const filter = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'] }
  session.webRequest.onBeforeRequest(filter, (details, callback) => {
    const cancel = !isAllowedRequest(details.url, origin)
    if (cancel) log.warn('request.refused', { type: details.resourceType })
    callback({ cancel })
  })
  const { devServer } = origin
  if (devServer) {
    const policy = developmentPolicy(devServer)
    session.webRequest.onHeadersReceived((details, callback) =>
      callback({ responseHeaders: { ...details.responseHeaders, 'content-security-policy': [policy] } }),
    )
  }
}

function hardenContents(contents: WebContents, { origin, log }: HardeningDeps): void {
  const openOutside = (url: string): void => {
    const link = externalLink(url)
    if (link === null) log.warn('link.refused', { scheme: parseUrl(url)?.protocol ?? 'none' })
    else void shell.openExternal(link).catch(() => log.warn('link.failed'))
  }
  contents.on('will-navigate', (event) => {
    if (origin.isOwn(event.url)) return
    event.preventDefault()
    openOutside(event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!origin.isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}

function isAllowedRequest(url: string, origin: AppOrigin): boolean {
  if (origin.isOwn(url)) return true
  const parsed = parseUrl(url)
  if (!parsed) return false
  if (origin.devServer && parsed.protocol === 'ws:') return parsed.host === origin.devServer.host
  return ['devtools:', 'data:', 'blob:'].includes(parsed.protocol)
}
