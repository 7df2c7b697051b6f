/**
 * Where the window was, so that it comes back there: on a screen that still exists, and never larger than it.
 */
import { z } from 'zod'
import type { Log } from '#shared/base/log.ts'
import { createJsonFile } from './json-file.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const coordinate = z.int().min(-100_000).max(100_000)

const windowStateSchema = z.object({
  /** When neither maximised nor full screen, in device-independent pixels; null for "the system decides". */
  bounds: z
    .object({ x: coordinate, y: coordinate, width: coordinate.min(1), height: coordinate.min(1) })
    .nullable()
    .catch(null),
  maximized: z.boolean().catch(false),
  fullScreen: z.boolean().catch(false),
  /** Chromium's zoom level: 0 is 100 %, each step 20 % more or less. */
  zoomLevel: z.number().min(-5).max(5).catch(0),
})
export type WindowState = z.output<typeof windowStateSchema>

export const minimumSize = { width: 480, height: 480 }
const usualSize = { width: 1280, height: 820 }
/** So much of the title bar must be on a screen for a hand to get hold of it. */
const grip = { width: 120, height: 40 }

export interface WindowStateStore {
  get(): WindowState
  update(change: Partial<WindowState>): void
  flush(): void
}

export function createWindowStateStore(deps: { readonly file: string; readonly log: Log }): WindowStateStore {
  const file = createJsonFile(deps)
  let state = windowStateSchema.parse(file.read())
  return {
    get: () => state,
    update(change) {
      state = { ...state, ...change }
      file.write(state)
    },
    flush: () => file.flush(),
  }
}

/** Size and, where the old place can still be reached, position of a window. */
export interface Placement {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
}

/**
 * Where to put the window. Without a position the system centres it.
 * @param workAreas of the screens there are, the main one first
 */
export function placeWindow(bounds: Rectangle | null, workAreas: readonly Rectangle[]): Placement {
  const main = workAreas[0]
  if (!bounds) return fitSize(usualSize, main)
  const screen = workAreas.find((area) => canBeGrasped(bounds, area))
  if (!screen) return fitSize(bounds, main)
  return { ...fitSize(bounds, screen), x: bounds.x, y: Math.max(bounds.y, screen.y) }
}

function canBeGrasped(bounds: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  return (
    overlap >= grip.width &&
    bounds.y >= area.y - grip.height &&
    bounds.y <= area.y + area.height - grip.height
  )
}

function fitSize(size: { width: number; height: number }, area: Rectangle | undefined): Placement {
  return {
    width: Math.max(minimumSize.width, Math.min(size.width, area?.width ?? size.width)),
    height: Math.max(minimumSize.height, Math.min(size.height, area?.height ?? size.height)),
  }
}
