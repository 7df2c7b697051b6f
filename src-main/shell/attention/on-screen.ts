/** Which place a person has before their eyes: what a window says that it shows, while it has the focus. */
import type { BrowserWindow } from 'electron'

export interface OnScreen {
  /** @param place as in Notice; null where no single one is shown */
  shows(window: BrowserWindow, place: string | null): void
  placeIn(window: BrowserWindow): string | null
  has(place: string): boolean
  /** Of another workspace now: what was shown is not any more. */
  forget(): void
}

export function createOnScreen(): OnScreen {
  const places = new Map<BrowserWindow, string>()
  return {
    shows(window, place) {
      if (place === null) places.delete(window)
      else {
        if (!places.has(window)) window.once('closed', () => places.delete(window))
        places.set(window, place)
      }
    },
    placeIn: (window) => places.get(window) ?? null,
    has: (place) =>
      [...places].some(
        ([window, shown]) =>
          shown === place &&
          !window.isDestroyed() &&
          window.isFocused() &&
          window.isVisible() &&
          !window.isMinimized(),
      ),
    forget: () => places.clear(),
  }
}
