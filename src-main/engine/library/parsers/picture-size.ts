/** How large a picture is when it is unpacked, by its first bytes: some kilobytes can be gigabytes of pixels. */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Null where it cannot be told: such a picture is not read. */
export function pictureSize(bytes: Buffer): PictureSize | null {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47)
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    if (bytes.toString('latin1', 0, 2) === 'BM') {
      return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) }
    }
    if (bytes.toString('latin1', 8, 12) === 'WEBP') return webpSize(bytes)
    return bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function jpegSize(bytes: Buffer): PictureSize | null {
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes.readUInt8(at + 1)
    // The frames' headers, but not the tables that lie between their numbers.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    if (marker === 0xff) at += 1
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function webpSize(bytes: Buffer): PictureSize | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}
