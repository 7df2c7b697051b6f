/**
 * Takes files out of a plain zip archive (stored or deflated; neither encrypted nor zip64), one at a time, so that a big
 * archive never has to fit into memory. Source: PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16.
 */
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_SIZE = 22
const LONGEST_COMMENT = 0xffff

/**
 * @param {string} archive
 * @param {string} folder where to put the files; made as needed
 * @param {(name: string) => string | undefined} target a file's new path in the folder; undefined leaves it out
 */
export function unzip(archive, folder, target) {
  const file = fs.openSync(archive, 'r')
  try {
    for (const entry of readDirectory(file)) {
      const name = entry.name.endsWith('/') ? undefined : target(entry.name)
      if (name === undefined) continue
      if (path.isAbsolute(name) || name.split('/').includes('..'))
        throw new Error(`${archive}: bad name ${name}`)
      const content = readEntry(file, entry)
      const to = path.join(folder, name)
      fs.mkdirSync(path.dirname(to), { recursive: true })
      fs.writeFileSync(to, content, { mode: entry.mode || 0o644 })
    }
  } finally {
    fs.closeSync(file)
  }
}

/** @typedef {{ name: string, method: number, packedBytes: number, mode: number, headerAt: number }} Entry */

/**
 * @param {number} file descriptor
 * @returns {Entry[]}
 */
function readDirectory(file) {
  const size = fs.fstatSync(file).size
  const tailBytes = Math.min(size, END_OF_DIRECTORY_SIZE + LONGEST_COMMENT)
  const tail = readAt(file, size - tailBytes, tailBytes)
  let end = tailBytes - END_OF_DIRECTORY_SIZE
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end--
  if (end < 0) throw new Error('not a zip archive')
  const directory = readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  /** @type {Entry[]} */
  const entries = []
  for (let at = 0, left = tail.readUInt16LE(end + 10); left > 0; left--) {
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      headerAt: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {number} file
 * @param {Entry} entry
 */
function readEntry(file, entry) {
  const header = readAt(file, entry.headerAt, 30)
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = readAt(file, start, entry.packedBytes)
  return entry.method === 0 ? packed : zlib.inflateRawSync(packed)
}

/**
 * @param {number} file
 * @param {number} position
 * @param {number} length
 */
function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  const read = fs.readSync(file, buffer, 0, length, position)
  if (read !== length) throw new Error('the zip archive is cut off')
  return buffer
}
