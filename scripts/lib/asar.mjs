/**
 * Writes and reads asar archives: Electron's own file format, a JSON directory followed by the files.
 * Source: github.com/electron/asar, README, "Format" (two Chromium pickles: the directory's size, the directory).
 */
import fs from 'node:fs'

/**
 * @param {Record<string, string>} files name -> content, all at the top level
 * @returns {Buffer}
 */
export function packAsar(files) {
  const bodies = Object.entries(files).map(([name, text]) => ({ name, body: Buffer.from(text) }))
  let offset = 0
  const directory = bodies.map(({ name, body }) => {
    const entry = [name, { size: body.length, offset: String(offset) }]
    offset += body.length
    return entry
  })
  const json = Buffer.from(JSON.stringify({ files: Object.fromEntries(directory) }))
  const paddedBytes = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + paddedBytes)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(paddedBytes + 8, 4)
  head.writeUInt32LE(paddedBytes + 4, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...bodies.map(({ body }) => body)])
}

/**
 * @typedef {{ files?: Record<string, AsarEntry>, size?: number, offset?: string, unpacked?: boolean }} AsarEntry
 */

/**
 * @param {string} file
 * @returns {{ root: AsarEntry, headBytes: number }} the directory of an archive, and what it takes itself
 */
export function readAsar(file) {
  const descriptor = fs.openSync(file, 'r')
  try {
    const head = Buffer.alloc(16)
    fs.readSync(descriptor, head, 0, 16, 0)
    const json = Buffer.alloc(head.readUInt32LE(12))
    fs.readSync(descriptor, json, 0, json.length, 16)
    return { root: JSON.parse(json.toString('utf8')), headBytes: 8 + head.readUInt32LE(4) }
  } finally {
    fs.closeSync(descriptor)
  }
}
