/** The open windows, what each of them is, and what the shell tells them unasked. */
import { MessageChannelMain, type BrowserWindow, type WebContents } from 'electron'
import type { EngineState } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import type { WindowView } from '#shared/contract/window-view.ts'
import type { EngineProcess } from './engine-process.ts'
import { viewKey } from './window-kinds.ts'

export interface Windows {
  add(window: BrowserWindow, view: WindowView): void
  all(): readonly BrowserWindow[]
  /** Null for a sender that is no window of ours. */
  of(contents: WebContents): BrowserWindow | null
  viewOf(window: BrowserWindow): WindowView | null
  /** The one that shows this; null for none. */
  find(view: WindowView): BrowserWindow | null
  /** There is one at most. Links, menus and the last place are its business alone. */
  main(): BrowserWindow | null
  /** False where there is no window to hear it. */
  send(channel: string, value: unknown): boolean
}

const mainView: WindowView = { type: 'main' }

export function createWindows(): Windows {
  const windows = new Map<BrowserWindow, WindowView>()
  const find = (view: WindowView): BrowserWindow | null =>
    [...windows].find(([, shown]) => viewKey(shown) === viewKey(view))?.[0] ?? null
  return {
    add(window, view) {
      windows.set(window, view)
      window.on('closed', () => windows.delete(window))
    },
    all: () => [...windows.keys()],
    of: (contents) => [...windows.keys()].find((window) => window.webContents === contents) ?? null,
    viewOf: (window) => windows.get(window) ?? null,
    find,
    main: () => find(mainView),
    send(channel, value) {
      const alive = [...windows.keys()].filter(isAlive)
      for (const window of alive) window.webContents.send(channel, value)
      return alive.length > 0
    },
  }
}

/** Brings it to the front from wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Tells one window how the engine is. With `ready` comes a new port: one window, one engine, one port. */
export function tellEngineState(window: BrowserWindow, state: EngineState, engine: EngineProcess): void {
  if (!isAlive(window)) return
  if (state.type !== 'ready') {
    window.webContents.postMessage(channels.engineState, state)
    return
  }
  const { port1, port2 } = new MessageChannelMain()
  engine.connect(port1)
  window.webContents.postMessage(channels.engineState, state, [port2])
}

export function isAlive(window: BrowserWindow): boolean {
  return !window.isDestroyed() && !window.webContents.isDestroyed() && !window.webContents.isCrashed()
}
