/** Where the panel drew the icon: the first thing from the left in the place for tray icons; after it comes the clock. */
import type { DesktopSession } from './session.ts'
import { until } from './until.ts'

/** Things that are further apart than this are two. */
const gap = 4
const bytesPerPixel = 4

/** Waits until there is one. */
export async function findTrayIcon({ screen, trayArea }: DesktopSession): Promise<{ x: number; y: number }> {
  return until('the tray icon', async () => {
    const [icon, ...others] = things(await screen.pixels(trayArea), trayArea.width)
    if (!icon || others.length === 0) return null
    return {
      x: Math.round(trayArea.x + (icon.from + icon.to) / 2),
      y: Math.round(trayArea.y + trayArea.height / 2),
    }
  })
}

/** Stretches of columns that hold anything but the ground. */
function things(pixels: Buffer, width: number): { from: number; to: number }[] {
  const rows = pixels.length / bytesPerPixel / width
  const found: { from: number; to: number }[] = []
  for (let x = 0; x < width; x++) {
    // A panel may be lighter above than below, and its edge is a line of its own.
    const isEmpty = Array.from({ length: rows - 8 }, (_, index) => index + 4).every((y) =>
      isLike(pixels, (y * width + x) * bytesPerPixel, y * width * bytesPerPixel),
    )
    if (isEmpty) continue
    const last = found.at(-1)
    if (last && x - last.to <= gap) last.to = x
    else found.push({ from: x, to: x })
  }
  return found
}

function isLike(pixels: Buffer, one: number, other: number): boolean {
  return [0, 1, 2].every(
    (part) => Math.abs(pixels.readUInt8(one + part) - pixels.readUInt8(other + part)) < 8,
  )
}
