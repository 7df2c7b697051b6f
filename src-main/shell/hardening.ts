/**
 * What windows may not do, from the first day: leave our pages, open others, fetch anything from a network, get
 * permissions, devices or downloads. Outpost shows what other people wrote; this is what stands when the sanitiser fails.
 */
import type { App, Session, WebContents } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { parseUrl, type AppOrigin } from './app-origin.ts'
import { developmentPolicy } from './content-security-policy.ts'
import { guardContents } from './contents-guard.ts'
import { usualPlace } from './data-paths.ts'
import type { ExternalLinks } from './external-links.ts'
import { dropUnsafeSwitches } from './unsafe-switches.ts'

interface HardeningDeps {
  readonly origin: AppOrigin
  readonly links: ExternalLinks<WebContents>
  /** As the command line names it; null without it. */
  readonly dataDir: string | null
  readonly log: Log
}

/** Copying to the clipboard, from the page itself; everything else is refused. */
const allowedPermissions: readonly string[] = ['clipboard-sanitized-write']

/** Before the app is ready: no process without a sandbox, no network that nobody asked for. */
export function hardenApp(app: App, deps: HardeningDeps): void {
  const { origin, links, log } = deps
  const { commandLine, isPackaged } = app
  const dropped = dropUnsafeSwitches(commandLine, {
    isPackaged,
    dataDir: deps.dataDir,
    usualPlace: usualPlace(app.getPath('appData')),
  })
  if (dropped.length > 0) log.warn('switches.dropped', { names: dropped.join(' ') })
  // As root, in containers of tests, Chromium cannot sandbox and refuses to start if both are said.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
  // Chromium itself resolves no name at all. The engine, which syncs, has its own network stack.
  if (!origin.devServer) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')

  // Whoever makes them: what is not known here is shut too.
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, { origin, links, devTools: !isPackaged, log }),
  )
  app.on('session-created', (session) => hardenSession(session, { origin, log }))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault()
    callback(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
}

function hardenSession(session: Session, { origin, log }: Pick<HardeningDeps, 'origin' | 'log'>): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const allowed =
      allowedPermissions.includes(permission) && details.isMainFrame && origin.isOwn(details.requestingUrl)
    if (!allowed) log.warn('permission.refused', { permission })
    callback(allowed)
  })
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, { isMainFrame }) =>
      allowedPermissions.includes(permission) && isMainFrame && origin.isOwn(requestingOrigin),
  )
  refuseDevices(session)
  session.on('will-download', (event) => {
    event.preventDefault()
    log.warn('download.refused')
  })
  // Hunspell would fetch dictionaries; spelling.ts gives it those of the program, and turns it on.
  session.setSpellCheckerEnabled(false)
  filterRequests(session, origin, log)
}

function refuseDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false)
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  if (process.platform !== 'darwin')
    session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
}

function filterRequests(session: Session, origin: AppOrigin, log: Log): void {
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

function isAllowedRequest(url: string, origin: AppOrigin): boolean {
  if (origin.isOwn(url)) return true
  const parsed = parseUrl(url)
  if (!parsed) return false
  if (origin.devServer && parsed.protocol === 'ws:') return parsed.host === origin.devServer.host
  return ['devtools:', 'data:', 'blob:'].includes(parsed.protocol)
}
