/**
 * Draws the tray's icons into assets/tray: the mark with a sign for each state, for dark and light panels and as macOS
 * templates, at 1x to 3x, and the signs alone for the task bar of Windows. Run again after a change; the files are kept
 * in the repository.
 */
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

const folder = path.resolve(import.meta.dirname, '..', 'assets', 'tray')
/** Points; Windows and macOS show 16, Linux panels 22 to 24. */
const sizes = { linux: 22, mac: 18 }
const samples = 4

/** @typedef {readonly [number, number, number, number]} Colour */
/** @typedef {(x: number, y: number) => number} Distance below 0 inside; in units of a grid of 48 */

/** @type {(ax: number, ay: number, bx: number, by: number) => Distance} */
const line = (ax, ay, bx, by) => (x, y) => {
  const [dx, dy] = [bx - ax, by - ay]
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}
/** @type {(cx: number, cy: number, r: number) => Distance} */
const disc = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r

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
const badge = { x: 36, y: 36, r: 12 }

/**
 * @param {string} state
 * @param {{ ink: Colour, isTemplate: boolean }} look
 * @returns {(x: number, y: number) => Colour}
 */
function painter(state, { ink, isTemplate }) {
  const none = /** @type {Colour} */ ([0, 0, 0, 0])
  const faded = /** @type {Colour} */ ([ink[0], ink[1], ink[2], Math.round(ink[3] * 0.55)])
  const sign = isTemplate ? ink : colours[/** @type {keyof typeof colours} */ (state)]
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

/** @param {number} pixels @param {(x: number, y: number) => Colour} colourAt on a grid of 48 */
function draw(pixels, colourAt) {
  const data = Buffer.alloc(pixels * pixels * 4)
  for (let row = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++) {
      let [r, g, b, a] = [0, 0, 0, 0]
      for (let i = 0; i < samples * samples; i++) {
        const x = ((column + ((i % samples) + 0.5) / samples) / pixels) * 48
        const y = ((row + (Math.floor(i / samples) + 0.5) / samples) / pixels) * 48
        const colour = colourAt(x, y)
        r += colour[0] * colour[3]
        g += colour[1] * colour[3]
        b += colour[2] * colour[3]
        a += colour[3]
      }
      const at = (row * pixels + column) * 4
      data[at] = a === 0 ? 0 : Math.round(r / a)
      data[at + 1] = a === 0 ? 0 : Math.round(g / a)
      data[at + 2] = a === 0 ? 0 : Math.round(b / a)
      data[at + 3] = Math.round(a / (samples * samples))
    }
  }
  return png(pixels, data)
}

/** @param {number} size @param {Buffer} rgba */
function png(size, rgba) {
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y++) rgba.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(zlib.crc32(body))
  return Buffer.concat([length, body, sum])
}

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
