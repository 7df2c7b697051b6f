/** When the first frame is drawn, for what would only take the processor from it. */
import type { BrowserWindow } from 'electron'

export interface FirstFrame {
  /** Resolves when there is nothing (more) to wait for. */
  readonly drawn: Promise<void>
  /** The window draws it from what is there; it is waited for, and no longer than a second. */
  await(window: Pick<BrowserWindow, 'once'>): void
  /** It can only be drawn with what waits for it. */
  skip(): void
}

export function createFirstFrame(maxWaitMs = 1_000): FirstFrame {
  let skip = (): void => undefined
  const drawn = new Promise<void>((resolve) => {
    skip = resolve
  })
  return {
    drawn,
    await(window) {
      const timer = setTimeout(skip, maxWaitMs)
      window.once('ready-to-show', () => {
        clearTimeout(timer)
        // Shown first: that is a listener of the same event.
        setImmediate(skip)
      })
    },
    skip: () => skip(),
  }
}
