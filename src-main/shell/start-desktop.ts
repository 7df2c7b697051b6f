/** What can wait until the first window has drawn: tray and notifications, the spell checker, the other windows. */
import type { BrowserWindow } from 'electron'
import type { AppWindows } from './app-windows.ts'
import type { Desktop } from './attention/desktop.ts'
import type { Spelling } from './spelling.ts'

interface StartDesktopDeps {
  readonly desktop: Pick<Desktop, 'start' | 'facts'>
  readonly appWindows: Pick<AppWindows, 'reopen'>
  readonly spelling: Spelling
  /** The window waits in the tray. Where there is none it is shown all the same. */
  readonly isHidden: boolean
}

export function startDesktop(window: BrowserWindow, deps: StartDesktopDeps): void {
  const { desktop, appWindows, spelling, isHidden } = deps
  const start = (): void => {
    desktop.start()
    void spelling.apply()
    if (!isHidden) {
      appWindows.reopen()
      return
    }
    // The others come with the one that waits.
    window.once('show', appWindows.reopen)
    void desktop.facts().then(({ tray }) => {
      if (!tray && !window.isDestroyed()) window.show()
    })
  }
  window.once('ready-to-show', () => setImmediate(start))
}
