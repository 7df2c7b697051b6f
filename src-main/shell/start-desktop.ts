/** What can wait until the first window has drawn: tray and notifications, the spell checker, the other windows. */
import type { BrowserWindow } from 'electron'
import type { AppWindows } from './app-windows.ts'
import type { Desktop } from './attention/desktop.ts'
import type { Capture } from './capture/capture.ts'
import type { CommandLine } from './command-line.ts'
import type { Spelling } from './spelling.ts'

interface StartDesktopDeps {
  readonly desktop: Pick<Desktop, 'start' | 'facts'>
  readonly appWindows: Pick<AppWindows, 'reopen'>
  readonly capture: Pick<Capture, 'start' | 'show'>
  readonly spelling: Spelling
  /** Hidden, or for quick capture: the window waits in the tray. Where there is none it is shown all the same. */
  readonly commandLine: Pick<CommandLine, 'hidden' | 'capture'>
}

export function startDesktop(window: BrowserWindow, deps: StartDesktopDeps): void {
  const { desktop, appWindows, capture, spelling, commandLine } = deps
  const start = (): void => {
    desktop.start()
    capture.start()
    if (commandLine.capture) capture.show()
    void spelling.apply()
    if (!commandLine.hidden && !commandLine.capture) {
      appWindows.reopen()
      return
    }
    // The others come with the one that waits.
    window.once('show', appWindows.reopen)
    void desktop.facts().then(({ tray }) => {
      if (!tray && !window.isDestroyed()) window.showInactive()
    })
  }
  window.once('ready-to-show', () => setImmediate(start))
}
