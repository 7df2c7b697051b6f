/** The program's window: where it was, at its old size and zoom, in the person's theme, shown when it has something to show. */
import { BrowserWindow, screen } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { AppInfo } from '#shared/contract/bridge.ts'
import { infoArgument } from '#shared/contract/channels.ts'
import { defaultProfile } from './command-line.ts'
import type { RestartPolicy } from './restart-policy.ts'
import { windowBackground } from './theme.ts'
import { minimumSize, placeWindow, type WindowStateStore } from './window-state.ts'

interface WindowDeps {
  readonly info: AppInfo
  readonly preloadPath: string
  readonly startUrl: string
  readonly devTools: boolean
  readonly state: WindowStateStore
  readonly log: Log
  /** For a page whose process died. */
  readonly reloads: RestartPolicy
  readonly onLoadFailed: () => void
  /** It waits, drawn, until it is asked for. */
  readonly isHidden: boolean
}

const zoomStep = 0.5
const zoomLimit = 4

export function createMainWindow(deps: WindowDeps): BrowserWindow {
  const { info, state, log } = deps
  const { bounds, maximized, fullScreen, zoomLevel } = state.get()
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(bounds, screens),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: windowTitle('Outpost', info.profile),
    backgroundColor: windowBackground(info.preferences.theme),
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: deps.preloadPath,
      additionalArguments: [infoArgument + encodeURIComponent(JSON.stringify(info))],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      devTools: deps.devTools,
      spellcheck: info.platform === 'darwin',
      zoomFactor: 1.2 ** zoomLevel,
    },
  })

  window.once('ready-to-show', () => {
    if (deps.isHidden) return
    if (maximized) window.maximize()
    if (fullScreen) window.setFullScreen(true)
    window.show()
  })
  rememberPlace(window, state)
  watchPage(window, deps)
  window.on('page-title-updated', (event, title) => {
    event.preventDefault()
    window.setTitle(windowTitle(title, info.profile))
  })
  window.webContents.on('zoom-changed', (_event, direction) => zoomWindow(window, state, direction))
  window.loadURL(deps.startUrl).catch((error: unknown) => {
    // Told by `did-fail-load`; a page that was replaced while it loaded is no failure.
    log.debug('window.load', { error: error instanceof Error ? error.name : 'unknown' })
  })
  return window
}

/** Changes the zoom by a step, or back to 100 %, and remembers it. */
export function zoomWindow(
  window: BrowserWindow,
  state: WindowStateStore,
  direction: 'in' | 'out' | 'reset',
): void {
  const step = direction === 'in' ? zoomStep : -zoomStep
  const wanted = direction === 'reset' ? 0 : window.webContents.getZoomLevel() + step
  const zoomLevel = Math.max(-zoomLimit, Math.min(zoomLimit, wanted))
  window.webContents.setZoomLevel(zoomLevel)
  state.update({ zoomLevel })
}

/** Two profiles side by side can be told apart in the task bar. */
function windowTitle(title: string, profile: string): string {
  return profile === defaultProfile ? title : `${title} (${profile})`
}

function rememberPlace(window: BrowserWindow, state: WindowStateStore): void {
  const save = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return
    const fullScreen = window.isFullScreen()
    const maximized = fullScreen ? state.get().maximized : window.isMaximized()
    state.update({ bounds: window.getNormalBounds(), maximized, fullScreen })
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
