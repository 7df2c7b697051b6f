/** Where the small window comes up: on the screen that the person looks at, above its middle, and wholly on it. */
import type { Rectangle } from '../window-place.ts'

/** How far down, as a part of the room that is left: about where eyes rest. */
const downwards = 0.3

/** @param area of the screen with the pointer, without bars and docks */
export function placeNearPointer(area: Rectangle, size: { width: number; height: number }): Rectangle {
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) * downwards),
    width,
    height,
  }
}
