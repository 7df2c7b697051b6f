/**
 * Where windows were and how large the page is in them, so that they come back there. One file for all: the main window,
 * the last places of the others, which of them were open, and one zoom, as it is the person's eyes that it is for.
 */
import { z } from 'zod'
import type { Log } from '#shared/base/log.ts'
import { workspaceFolderId } from '#shared/contract/bridge.ts'
import { windowView } from '#shared/contract/window-view.ts'
import { createJsonFile } from './json-file.ts'
import { largestZoom, smallestZoom } from './zoom.ts'

const coordinate = z.int().min(-100_000).max(100_000)
const rectangle = z.object({
  x: coordinate,
  y: coordinate,
  width: coordinate.min(1),
  height: coordinate.min(1),
})

const place = z.object({
  /** When neither maximised nor full screen, in device-independent pixels; null for "the system decides". */
  bounds: rectangle.nullable().catch(null),
  maximized: z.boolean().catch(false),
  fullScreen: z.boolean().catch(false),
})
export type WindowPlace = z.output<typeof place>
const nowhere: WindowPlace = { bounds: null, maximized: false, fullScreen: false }

/** So many places of other windows are kept, those that were used last. */
const maxPlaces = 60
/** So many windows come back by themselves. */
export const maxReopened = 12

const otherPlaces = z.array(z.unknown()).catch([])
const otherPlace = place.extend({ name: z.string().min(1).max(80) })
const openWindow = z.object({ workspace: workspaceFolderId, view: windowView })
export type OpenWindow = z.output<typeof openWindow>

/** Main window first, as it was before there were others; what is wrong falls back by itself. */
const stored = place.extend({
  zoomFactor: z.number().min(smallestZoom).max(largestZoom).optional().catch(undefined),
  /** As it was kept before: Chromium's level, a step of 20 % each. */
  zoomLevel: z.number().min(-5).max(5).optional().catch(undefined),
  others: otherPlaces.transform((values) => readEach(otherPlace, values).slice(0, maxPlaces)),
  open: otherPlaces.transform((values) => readEach(openWindow, values).slice(0, maxReopened)),
})

export interface WindowStateStore {
  /** @param name `main`, or any other that a window goes by */
  placeOf(name: string): WindowPlace | null
  keepPlace(name: string, place: WindowPlace): void
  zoomFactor(): number
  setZoomFactor(factor: number): void
  /** The windows beside the main one that were open when the program ended. */
  open(): readonly OpenWindow[]
  setOpen(open: readonly OpenWindow[]): void
  flush(): void
}

export function createWindowStateStore(deps: { readonly file: string; readonly log: Log }): WindowStateStore {
  const file = createJsonFile(deps)
  const { zoomLevel, zoomFactor, ...rest } = stored.parse(file.read())
  let state = { ...rest, zoomFactor: zoomFactor ?? withinZoom(1.2 ** (zoomLevel ?? 0)) }
  const update = (change: Partial<typeof state>): void => {
    state = { ...state, ...change }
    file.write(state)
  }
  return {
    placeOf(name) {
      if (name === 'main') return placeIn(state)
      const found = state.others.find((other) => other.name === name)
      return found ? placeIn(found) : null
    },
    keepPlace(name, kept) {
      if (name === 'main') update(placeIn(kept))
      else {
        const others = state.others.filter((other) => other.name !== name)
        update({ others: [{ name, ...placeIn(kept) }, ...others].slice(0, maxPlaces) })
      }
    },
    zoomFactor: () => state.zoomFactor,
    setZoomFactor: (factor) => update({ zoomFactor: withinZoom(factor) }),
    open: () => state.open,
    setOpen: (open) => update({ open: open.slice(0, maxReopened) }),
    flush: () => file.flush(),
  }
}

function placeIn({ bounds, maximized, fullScreen }: WindowPlace = nowhere): WindowPlace {
  return { bounds, maximized, fullScreen }
}

function withinZoom(factor: number): number {
  return Math.max(smallestZoom, Math.min(largestZoom, factor))
}

function readEach<T>(schema: z.ZodType<T>, values: readonly unknown[]): readonly T[] {
  return values.flatMap((value) => {
    const read = schema.safeParse(value)
    return read.success ? [read.data] : []
  })
}
