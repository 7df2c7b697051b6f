/**
 * Draws the tray's icons into assets/tray: the mark with a sign for each state, for dark and light task bars, on a ground
 * of its own for panels of which nobody tells how they look, and as macOS templates, at 1x to 3x; the signs alone for the
 * task bar of Windows; and the mark for notifications on Linux. Run again after a change; the files are kept in the
 * repository.
 */
import fs from 'node:fs'
import path from 'node:path'
import { disc, line, paint, png, roundedSquare } from './lib/draw.mjs'

const folder = path.resolve(import.meta.dirname, '..', 'assets', 'tray')
/** Points; Windows and macOS show 16, Linux panels 22 to 24. */
const sizes = { linux: 22, mac: 18 }

/** @typedef {import('./lib/draw.mjs').Colour} Colour */
/** @typedef {import('./lib/draw.mjs').Distance} Distance in units of a grid of 48 */

/** The hut: roof and walls, as in the window's mark but filling the icon. */
const strokes = [
  line(5, 24, 24, 7),
  line(24, 7, 43, 24),
  line(11, 20, 11, 42),
  line(11, 42, 37, 42),
  line(37, 42, 37, 20),
]
const hut = (/** @type {number} */ x, /** @type {number} */ y) =>
  Math.min(...strokes.map((each) => each(x, y))) - 2.6
const light = disc(24, 29, 4.2)
/** The same on a ground of its own, with the air that it takes; all that is seen of it must fit in 16 points. */
const tile = roundedSquare(48, 11)
const tileStrokes = [
  line(9, 25, 24, 11.5),
  line(24, 11.5, 39, 25),
  line(13.5, 22, 13.5, 37),
  line(13.5, 37, 34.5, 37),
  line(34.5, 37, 34.5, 22),
]
const tileHut = (/** @type {number} */ x, /** @type {number} */ y) =>
  Math.min(Math.min(...tileStrokes.map((each) => each(x, y))) - 2.3, disc(24, 28.5, 3.6)(x, y))
const tileGround = /** @type {Colour} */ ([79, 91, 213, 255])
const restingGround = /** @type {Colour} */ ([107, 114, 128, 255])
const badge = { x: 36, y: 36, r: 12 }

/**
 * @param {string} state
 * @param {{ ink: Colour, isTemplate: boolean, isOnTile?: boolean }} look
 * @returns {(x: number, y: number) => Colour}
 */
function painter(state, { ink, isTemplate, isOnTile = false }) {
  const none = /** @type {Colour} */ ([0, 0, 0, 0])
  const faded = /** @type {Colour} */ ([ink[0], ink[1], ink[2], Math.round(ink[3] * 0.55)])
  const colour = colours[/** @type {keyof typeof colours} */ (state)]
  // Blue on the ground's own blue would not be seen.
  const sign = isTemplate ? ink : isOnTile && state === 'unread' ? sky : colour
  const mark = /** @type {Record<string, Distance>} */ ({
    unread: disc(badge.x, badge.y, 8.5),
    mention: disc(badge.x, badge.y, badge.r),
    offline: disc(badge.x, badge.y, 9.5),
  })[state]
  return (x, y) => {
    if (mark && mark(x, y) <= 0) {
      // The inner drawing is cut out, so that it is seen on every ground.
      const cut = inner(state, x, y)
      if (cut > 0) return sign ?? ink
      return isTemplate ? none : [255, 255, 255, 255]
    }
    // A gap around the sign keeps it apart from the hut.
    if (mark && mark(x, y) < 2.6) return none
    if (isOnTile) {
      if (tile(x, y) > 0) return none
      return tileHut(x, y) <= 0 ? ink : state === 'offline' ? restingGround : tileGround
    }
    if (hut(x, y) <= 0 || light(x, y) <= 0) return state === 'offline' ? faded : ink
    return none
  }
}

const colours = /** @type {const} */ ({
  synced: null,
  offline: /** @type {Colour} */ ([217, 119, 6, 255]),
  unread: /** @type {Colour} */ ([37, 99, 235, 255]),
  mention: /** @type {Colour} */ ([220, 38, 38, 255]),
})

const sky = /** @type {Colour} */ ([56, 189, 248, 255])

/** What stands in the sign: an arrow that waits, or an exclamation mark. Above 0 is ground. */
function inner(/** @type {string} */ state, /** @type {number} */ x, /** @type {number} */ y) {
  const { x: cx, y: cy } = badge
  if (state === 'mention')
    return Math.min(line(cx, cy - 6, cx, cy + 1.5)(x, y) - 1.9, disc(cx, cy + 6.2, 2)(x, y))
  if (state === 'offline')
    return (
      Math.min(
        line(cx - 2.6, cy - 4, cx - 2.6, cy + 4)(x, y),
        line(cx + 2.6, cy - 4, cx + 2.6, cy + 4)(x, y),
      ) - 1.3
    )
  return 1
}

/** @type {(pixels: number, colourAt: (x: number, y: number) => Colour) => Buffer} */
const draw = (pixels, colourAt) => png(pixels, paint(pixels, 48, colourAt))

const looks = [
  {
    name: '-dark',
    points: sizes.linux,
    look: { ink: /** @type {Colour} */ ([255, 255, 255, 255]), isTemplate: false },
  },
  {
    name: '-light',
    points: sizes.linux,
    look: { ink: /** @type {Colour} */ ([31, 41, 55, 255]), isTemplate: false },
  },
  {
    name: '-tile',
    points: sizes.linux,
    look: { ink: /** @type {Colour} */ ([255, 255, 255, 255]), isTemplate: false, isOnTile: true },
  },
  {
    name: 'Template',
    points: sizes.mac,
    look: { ink: /** @type {Colour} */ ([0, 0, 0, 255]), isTemplate: true },
  },
]
fs.rmSync(folder, { recursive: true, force: true })
fs.mkdirSync(folder, { recursive: true })
for (const state of Object.keys(colours)) {
  for (const { name, points, look } of looks) {
    for (const scale of [1, 2, 3]) {
      const file = `${state}${name}${scale === 1 ? '' : `@${String(scale)}x`}.png`
      fs.writeFileSync(path.join(folder, file), draw(points * scale, painter(state, look)))
    }
  }
}
for (const state of ['unread', 'mention']) {
  const colour = colours[/** @type {'unread' | 'mention'} */ (state)]
  const colourAt = (/** @type {number} */ x, /** @type {number} */ y) => {
    if (disc(24, 24, 23)(x, y) > 0) return /** @type {Colour} */ ([0, 0, 0, 0])
    const isCut = state === 'mention' && inner(state, badge.x + (x - 24) / 2, badge.y + (y - 24) / 2) <= 0
    return isCut ? /** @type {Colour} */ ([255, 255, 255, 255]) : colour
  }
  fs.writeFileSync(path.join(folder, `overlay-${state}.png`), draw(32, colourAt))
}
fs.writeFileSync(
  path.join(folder, 'notice.png'),
  draw(96, painter('synced', { ink: [255, 255, 255, 255], isTemplate: false, isOnTile: true })),
)
