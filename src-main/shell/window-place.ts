/** Where a window goes on the screens that there are: within reach, no larger than its screen, not exactly over another. Pure. */
import type { WindowLimits } from './window-kinds.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Size and, where the old place can still be reached, position of a window. */
export interface Placement {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
}

/** So much of the title bar must be on a screen for a hand to get hold of it. */
const grip = { width: 120, height: 40 }
/** So far a window is moved that would lie exactly over another. */
const cascadeStep = 32

/**
 * Without a position the system centres it.
 * @param bounds where it was; null for nowhere yet
 * @param workAreas of the screens there are, the main one first
 * @param taken by windows that are open: none is covered exactly
 */
export function placeWindow(
  bounds: Rectangle | null,
  workAreas: readonly Rectangle[],
  limits: WindowLimits,
  taken: readonly Rectangle[] = [],
): Placement {
  const main = workAreas[0]
  if (!bounds) return fitSize(limits.usual, main, limits)
  const screen = workAreas.find((area) => canBeGrasped(bounds, area))
  if (!screen) return fitSize(bounds, main, limits)
  const size = fitSize(bounds, screen, limits)
  return { ...size, ...cascade({ x: bounds.x, y: Math.max(bounds.y, screen.y) }, size, screen, taken) }
}

/** Steps down and to the right as long as a window begins there, and at the end of the screen from its corner on. */
function cascade(
  start: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
  screen: Rectangle,
  taken: readonly Rectangle[],
): { readonly x: number; readonly y: number } {
  const isTaken = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
    taken.some((other) => Math.abs(other.x - x) < cascadeStep / 2 && Math.abs(other.y - y) < cascadeStep / 2)
  let place = start
  // Each step is another place, so with one more than there are windows one is free, or the screen is too small for any.
  for (let tries = 0; tries <= taken.length && isTaken(place); tries++) {
    const next = { x: place.x + cascadeStep, y: place.y + cascadeStep }
    const fits =
      next.x + size.width <= screen.x + screen.width && next.y + size.height <= screen.y + screen.height
    place = fits ? next : { x: screen.x + tries * cascadeStep, y: screen.y }
  }
  return place
}

function canBeGrasped(bounds: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  return (
    overlap >= grip.width &&
    bounds.y >= area.y - grip.height &&
    bounds.y <= area.y + area.height - grip.height
  )
}

function fitSize(
  size: { readonly width: number; readonly height: number },
  area: Rectangle | undefined,
  { minimum }: WindowLimits,
): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(minimum.width, Math.min(size.width, area?.width ?? size.width)),
    height: Math.max(minimum.height, Math.min(size.height, area?.height ?? size.height)),
  }
}
