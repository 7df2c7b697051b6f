/**
 * Closing the window keeps the program in the tray, where there is one and the person wants it, and says so the first
 * time. Quitting is always quitting.
 */
import type { BrowserWindow } from 'electron'

export interface Closing {
  watch(window: BrowserWindow): void
  /** From now on windows close for good. */
  quitting(): void
}

interface ClosingDeps {
  /** There is a tray icon to come back by, and the person wants to be kept in it. */
  readonly staysInTray: () => boolean
  readonly onHidden: () => void
}

export function createClosing({ staysInTray, onHidden }: ClosingDeps): Closing {
  let isQuitting = false
  return {
    watch(window) {
      window.on('close', (event) => {
        if (isQuitting || !staysInTray()) return
        event.preventDefault()
        // A full screen that is hidden leaves a black one behind on some systems.
        if (window.isFullScreen()) window.setFullScreen(false)
        window.hide()
        onHidden()
      })
    },
    quitting() {
      isQuitting = true
    },
  }
}
