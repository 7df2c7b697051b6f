/** Quick capture as a whole: its key, its window, and what the window may ask. */
import {
  clipboard,
  globalShortcut,
  ipcMain,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
} from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { CaptureKeyState } from '#shared/contract/capture-keys.ts'
import { channels } from '#shared/contract/channels.ts'
import type { AppWindows } from '../app-windows.ts'
import type { PreferencesStore } from '../preferences.ts'
import type { Windows } from '../windows.ts'
import { createCaptureKey, isWaylandSession } from './capture-key.ts'
import { createCaptureWindow } from './capture-window.ts'

export interface Capture {
  /** From the tray, a menu, a window or another start. */
  show(): void
  /** Once the first window has drawn: takes the key. */
  start(): void
  keyState(): CaptureKeyState
  /** @param senderWindow null, and noted, where the sender is no page of ours */
  serve(
    senderWindow: (event: IpcMainEvent | IpcMainInvokeEvent, channel: string) => BrowserWindow | null,
  ): void
  quitting(): void
  dispose(): void
}

interface CaptureDeps {
  readonly appWindows: Pick<AppWindows, 'openView'>
  readonly preferences: PreferencesStore
  readonly windows: Pick<Windows, 'viewOf'>
  readonly log: Log
}

/** See docs/desktop.md for what a window that waits costs, and what one that does not. */
const waitMs = 10 * 60_000

export function createCapture({ appWindows, windows, preferences, log }: CaptureDeps): Capture {
  const { platform } = process
  const window = createCaptureWindow({ appWindows, platform, waitMs, log })
  const key = createCaptureKey({
    systemKeys: globalShortcut,
    preferences,
    platform,
    isWayland: isWaylandSession(platform, process.env),
    pressed: window.toggle,
    log,
  })
  return {
    show: window.show,
    start: key.start,
    keyState: key.state,
    serve(senderWindow) {
      const isOurs = (sender: BrowserWindow | null): boolean =>
        sender !== null && windows.viewOf(sender)?.type === 'capture'
      ipcMain.on(channels.captureHide, (event, isKept: unknown) => {
        if (isOurs(senderWindow(event, 'captureHide'))) window.hide(isKept === true)
      })
      ipcMain.handle(channels.captureLook, (event) => {
        if (!isOurs(senderWindow(event, 'captureLook'))) return false
        // The form asks as soon as it is there.
        window.ready()
        return hasPicture()
      })
      // What the page does with it is what it does with any paste.
      ipcMain.on(channels.capturePaste, (event) => {
        if (isOurs(senderWindow(event, 'capturePaste'))) event.sender.paste()
      })
    },
    quitting: window.quitting,
    dispose: key.dispose,
  }
}

/** Copied cells and words bring a picture of themselves along: they are meant as words. */
async function hasPicture(): Promise<boolean> {
  return (await clipboard.has('image/png')) && !(await clipboard.has('text/plain'))
}
