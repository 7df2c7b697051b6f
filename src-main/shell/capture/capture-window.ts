/**
 * Quick capture's window: over everything else, on the screen with the pointer, and out of the way again. The main
 * window is neither raised nor opened by it.
 *
 * Once used it waits, hidden, for a while: what comes up again in a moment is not started again. What is in it is a
 * draft, in the engine; nothing is lost where the window goes.
 */
import { app, BrowserWindow, screen } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { channels } from '#shared/contract/channels.ts'
import type { AppWindows } from '../app-windows.ts'
import { isAlive } from '../windows.ts'
import { placeNearPointer } from './place-near-pointer.ts'

export interface CaptureWindow {
  show(): void
  /** By its key: puts it away where the person is in it. */
  toggle(): void
  /** @param isKept there is something in it that could not be saved: it stays, out of sight, for as long as it takes */
  hide(isKept: boolean): void
  /** Its page can be typed into. Shown any earlier, it would take the keys and lose them. */
  ready(): void
  /** From now on it closes for good. */
  quitting(): void
}

interface CaptureWindowDeps {
  readonly appWindows: Pick<AppWindows, 'openView'>
  readonly platform: NodeJS.Platform
  /** How long it waits, hidden, to be used again. */
  readonly waitMs: number
  readonly log: Log
}

export function createCaptureWindow({ appWindows, platform, waitMs, log }: CaptureWindowDeps): CaptureWindow {
  let window: BrowserWindow | null = null
  let isQuitting = false
  let timer: NodeJS.Timeout | undefined
  /** The page cannot be typed into yet. */
  let isLoading = false

  const create = (): BrowserWindow => {
    const made = appWindows.openView({ type: 'capture' }, { isHidden: true })
    made.setAlwaysOnTop(true, 'floating')
    // Where the person is, also over a program that fills its screen.
    made.setVisibleOnAllWorkspaces(true, platform === 'darwin' ? { visibleOnFullScreen: true } : undefined)
    made.on('close', (event) => {
      if (isQuitting) return
      event.preventDefault()
      hide(false)
    })
    made.on('closed', () => {
      clearTimeout(timer)
      if (window === made) window = null
    })
    window = made
    isLoading = true
    return made
  }

  const present = (shown: BrowserWindow): void => {
    clearTimeout(timer)
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    const [width = 0, height = 0] = shown.getSize()
    shown.setBounds(placeNearPointer(workArea, { width, height }))
    shown.show()
    shown.moveTop()
    shown.focus()
    shown.webContents.focus()
    if (isAlive(shown)) shown.webContents.send(channels.captureShown)
  }

  const hide = (isKept: boolean): void => {
    if (!window) return
    window.hide()
    clearTimeout(timer)
    const drop = (): void => {
      if (window && !window.isVisible()) window.destroy()
    }
    if (!isKept) timer = setTimeout(drop, isLast(window) ? 0 : waitMs)
    timer?.unref()
  }

  const isLast = (one: BrowserWindow): boolean =>
    BrowserWindow.getAllWindows().every((other) => other === one)
  // A window that nobody sees must not keep the program running.
  app.on('browser-window-created', (_event, other) => {
    other.once('closed', () => {
      if (window && window !== other && !window.isVisible() && isLast(window)) window.destroy()
    })
  })

  const show = (): void => {
    log.info('capture.shown', { warm: window !== null })
    // One that is still loading comes up by itself.
    if (!window) create()
    else if (!isLoading) present(window)
  }

  return {
    show,
    toggle() {
      if (window?.isVisible() && window.isFocused()) hide(false)
      else show()
    },
    hide,
    ready() {
      if (!isLoading || !window) return
      isLoading = false
      present(window)
    },
    quitting() {
      isQuitting = true
    },
  }
}
