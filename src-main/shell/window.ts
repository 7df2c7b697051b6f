/** One window of the program: where it was, in the person's size and theme, shown when it has something to show. */
import { BrowserWindow, screen } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { AppInfo } from '#shared/contract/bridge.ts'
import { infoArgument } from '#shared/contract/channels.ts'
import { defaultProfile } from './command-line.ts'
import type { RestartPolicy } from './restart-policy.ts'
import { windowBackground } from './theme.ts'
import { safePreferences } from './web-preferences.ts'
import type { KindOfWindow } from './window-kinds.ts'
import { placeWindow } from './window-place.ts'
import type { WindowPlace } from './window-state.ts'
import { nextZoom, type ZoomDirection } from './zoom.ts'

interface WindowDeps {
  readonly info: AppInfo
  readonly kind: KindOfWindow
  readonly preloadPath: string
  readonly startUrl: string
  readonly devTools: boolean
  /** Where it was; null for nowhere yet. */
  readonly place: WindowPlace | null
  /** Told each time the place changes. */
  readonly keepPlace: (place: WindowPlace) => void
  readonly zoomFactor: number
  readonly zoom: (direction: ZoomDirection) => void
  readonly others: readonly BrowserWindow[]
  readonly log: Log
  /** For a page whose process died. */
  readonly reloads: RestartPolicy
  readonly onLoadFailed: () => void
  /** It waits, drawn, until it is asked for. */
  readonly isHidden: boolean
}

export function createAppWindow(deps: WindowDeps): BrowserWindow {
  const { info, kind, place, log } = deps
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const taken = deps.others.map((other) => other.getNormalBounds())
  const window = new BrowserWindow({
    ...kind.options,
    ...placeWindow(place?.bounds ?? null, screens, kind, taken),
    minWidth: kind.minimum.width,
    minHeight: kind.minimum.height,
    title: windowTitle('Outpost', info.profile),
    backgroundColor: windowBackground(info.preferences.theme),
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: deps.preloadPath,
      additionalArguments: [infoArgument + encodeURIComponent(JSON.stringify(info))],
      ...safePreferences,
      devTools: deps.devTools,
      // Off until spelling.ts turns it on.
      spellcheck: true,
      zoomFactor: deps.zoomFactor,
    },
  })

  window.once('ready-to-show', () => {
    if (deps.isHidden) return
    if (place?.maximized) window.maximize()
    if (place?.fullScreen) window.setFullScreen(true)
    window.show()
  })
  followPlace(window, deps)
  watchPage(window, deps)
  window.on('page-title-updated', (event, title) => {
    event.preventDefault()
    window.setTitle(windowTitle(title, info.profile))
  })
  window.webContents.on('zoom-changed', (_event, direction) => deps.zoom(direction))
  window.loadURL(deps.startUrl).catch((error: unknown) => {
    // Told by `did-fail-load`; a page that was replaced while it loaded is no failure.
    log.debug('window.load', { error: error instanceof Error ? error.name : 'unknown' })
  })
  return window
}

/** Changes the zoom by a step, or back to 100 %, in all of them. @returns the factor that is to be remembered */
export function zoomWindows(
  windows: readonly BrowserWindow[],
  factor: number,
  direction: ZoomDirection,
): number {
  const next = nextZoom(factor, direction)
  for (const window of windows) if (!window.isDestroyed()) window.webContents.setZoomFactor(next)
  return next
}

/** Two profiles side by side can be told apart in the task bar. */
function windowTitle(title: string, profile: string): string {
  return profile === defaultProfile ? title : `${title} (${profile})`
}

function followPlace(window: BrowserWindow, { place, keepPlace }: WindowDeps): void {
  let wasMaximized = place?.maximized ?? false
  const save = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return
    const fullScreen = window.isFullScreen()
    if (!fullScreen) wasMaximized = window.isMaximized()
    keepPlace({ bounds: window.getNormalBounds(), maximized: wasMaximized, fullScreen })
  }
  window.on('resize', save)
  window.on('move', save)
  window.on('maximize', save)
  window.on('unmaximize', save)
  window.on('enter-full-screen', save)
  window.on('leave-full-screen', save)
  window.on('close', save)
}

function watchPage(window: BrowserWindow, { log, reloads, onLoadFailed }: WindowDeps): void {
  const { webContents } = window
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    const aborted = -3
    if (!isMainFrame || code === aborted) return
    log.error('window.load-failed', { code })
    onLoadFailed()
  })
  webContents.on('preload-error', (_event, _path, error) =>
    log.error('window.preload-failed', { error: error.name }),
  )
  webContents.on('unresponsive', () => log.warn('window.unresponsive'))
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('window.died', { reason, code: exitCode })
    if (reason === 'clean-exit') return
    const next = reloads.next()
    if (!next) onLoadFailed()
    else setTimeout(() => !window.isDestroyed() && webContents.reload(), next.delayMs)
  })
}
