/** The open windows, and what the shell tells them unasked. */
import { MessageChannelMain, type BrowserWindow, type WebContents } from 'electron'
import type { EngineState } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import type { EngineProcess } from './engine-process.ts'

export interface Windows {
  add(window: BrowserWindow): void
  all(): readonly BrowserWindow[]
  /** No window was added yet. */
  isFirst(): boolean
  /** Null for a sender that is no window of ours. */
  of(contents: WebContents): BrowserWindow | null
  /** Brings a window to the front; false where there is none. */
  focusFirst(): boolean
  /** False where there is no window to hear it. */
  send(channel: string, value: unknown): boolean
}

export function createWindows(): Windows {
  const windows = new Set<BrowserWindow>()
  let isFirst = true
  return {
    isFirst: () => isFirst,
    add(window) {
      isFirst = false
      windows.add(window)
      window.on('closed', () => windows.delete(window))
    },
    all: () => [...windows],
    of: (contents) => [...windows].find((window) => window.webContents === contents) ?? null,
    focusFirst() {
      const [first] = windows
      if (!first) return false
      if (first.isMinimized()) first.restore()
      first.show()
      first.focus()
      return true
    },
    send(channel, value) {
      const alive = [...windows].filter(isAlive)
      for (const window of alive) window.webContents.send(channel, value)
      return alive.length > 0
    },
  }
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

function isAlive(window: BrowserWindow): boolean {
  return !window.isDestroyed() && !window.webContents.isDestroyed() && !window.webContents.isCrashed()
}
