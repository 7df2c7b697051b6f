/**
 * Draws the program's icon into assets: the mark as src-renderer/app/mark.tsx has it, as PNG for Linux (icons/), as
 * icon.ico for Windows and icon.icns for macOS. Run again after a change; the files are kept in the repository.
 */
import fs from 'node:fs'
import path from 'node:path'
import { disc, line, paint, png, roundedSquare } from './lib/draw.mjs'

const assets = path.resolve(import.meta.dirname, '..', 'assets')
/** What desktops look for, after the icon theme specification; 1024 is for shops and large screens. */
const linuxSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512, 1024]
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Apple's names for PNG of a size; 32 and 64 stand for 16 and 32 on fine screens too. */
const macTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
])

/** @typedef {import('./lib/draw.mjs').Colour} Colour */
const none = /** @type {Colour} */ ([0, 0, 0, 0])
const ground = /** @type {Colour} */ ([79, 91, 213, 255])
const ink = /** @type {Colour} */ ([255, 255, 255, 255])

const tile = roundedSquare(48, 12)
const walls = [
  line(11, 25, 24, 13),
  line(24, 13, 37, 25),
  line(15, 22, 15, 35),
  line(15, 35, 33, 35),
  line(33, 35, 33, 22),
]
const light = disc(24, 28, 3.4)

/**
 * @param {number} pixels
 * @param {number} [margin] of each side, as a part of the whole: macOS leaves one around every icon
 */
function icon(pixels, margin = 0) {
  const scale = 1 / (1 - 2 * margin)
  // Below 32 pixels the lines would be thinner than one: they are drawn bolder.
  const half = pixels * (1 - 2 * margin) < 32 ? 1.9 : 1.3
  const data = paint(pixels, 48, (wideX, wideY) => {
    const [x, y] = [(wideX - 24) * scale + 24, (wideY - 24) * scale + 24]
    if (tile(x, y) > 0) return none
    return light(x, y) <= 0 || walls.some((wall) => wall(x, y) <= half) ? ink : ground
  })
  return png(pixels, data)
}

/** @param {readonly number[]} sizes */
function ico(sizes) {
  const pictures = sizes.map((size) => icon(size))
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let offset = head.length
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index
    // 256 is written as 0.
    head.writeUInt8((sizes[index] ?? 0) % 256, at)
    head.writeUInt8((sizes[index] ?? 0) % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(picture.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += picture.length
  }
  return Buffer.concat([head, ...pictures])
}

function icns() {
  const parts = macTypes.map(([type, size]) => {
    const picture = icon(size, 100 / 1024)
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(picture.length + 8, 4)
    return Buffer.concat([head, picture])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(8 + parts.reduce((sum, { length }) => sum + length, 0), 4)
  return Buffer.concat([head, ...parts])
}

const folder = path.join(assets, 'icons')
fs.rmSync(folder, { recursive: true, force: true })
fs.mkdirSync(folder, { recursive: true })
for (const size of linuxSizes)
  fs.writeFileSync(path.join(folder, `${String(size)}x${String(size)}.png`), icon(size))
fs.writeFileSync(path.join(assets, 'icon.ico'), ico(windowsSizes))
fs.writeFileSync(path.join(assets, 'icon.icns'), icns())
