/** Drawing small pictures without a graphics program: shapes as distances, painted with soft edges, written as PNG. */
import zlib from 'node:zlib'

/** @typedef {readonly [number, number, number, number]} Colour red, green, blue, opacity: 0 to 255 */
/** @typedef {(x: number, y: number) => number} Distance below 0 inside */

const samples = 4

/** @type {(ax: number, ay: number, bx: number, by: number) => Distance} */
export const line = (ax, ay, bx, by) => (x, y) => {
  const [dx, dy] = [bx - ax, by - ay]
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

/** @type {(cx: number, cy: number, r: number) => Distance} */
export const disc = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r

/**
 * A square from 0 to `size` with round corners.
 * @type {(size: number, r: number) => Distance}
 */
export const roundedSquare = (size, r) => (x, y) => {
  const half = size / 2
  const dx = Math.max(0, Math.abs(x - half) - half + r)
  const dy = Math.max(0, Math.abs(y - half) - half + r)
  return Math.hypot(dx, dy) - r
}

/**
 * @param {number} pixels of an edge
 * @param {number} grid in whose units `colourAt` is asked
 * @param {(x: number, y: number) => Colour} colourAt
 * @returns {Buffer} RGBA, row by row
 */
export function paint(pixels, grid, colourAt) {
  const data = Buffer.alloc(pixels * pixels * 4)
  for (let row = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++) {
      let [r, g, b, a] = [0, 0, 0, 0]
      for (let i = 0; i < samples * samples; i++) {
        const x = ((column + ((i % samples) + 0.5) / samples) / pixels) * grid
        const y = ((row + (Math.floor(i / samples) + 0.5) / samples) / pixels) * grid
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
  return data
}

/** @param {number} width @param {Buffer} rgba @param {number} [height] without it a square */
export function png(width, rgba, height = width) {
  const [row, from] = [width * 4 + 1, width * 4]
  const rows = Buffer.alloc(height * row)
  for (let y = 0; y < height; y++) rgba.copy(rows, y * row + 1, y * from, (y + 1) * from)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
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
