/** How large a picture is when it is unpacked, by its first bytes: some kilobytes can be gigabytes of pixels. */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Null where it cannot be told: such a picture is neither read nor drawn. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const says = (at: number, text: string): boolean =>
    Array.from(text, (letter) => letter.charCodeAt(0)).every((code, index) => bytes[at + index] === code)
  try {
    if (says(1, 'PNG')) return { width: view.getUint32(16), height: view.getUint32(20) }
    if (says(0, 'GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    if (says(0, 'BM'))
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    if (says(4, 'ftyp')) return avifSize(view, says)
    if (says(8, 'WEBP')) return webpSize(view, says)
    return view.getUint16(0) === 0xffd8 ? jpegSize(view) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

type Says = (at: number, text: string) => boolean

function jpegSize(view: DataView): PictureSize | null {
  let at = 2
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // The frames' headers, but not the tables that lie between their numbers.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xff) at += 1
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** What comes before its pixels is no longer than that. */
const avifHeadBytes = 65_536

/** The largest of those that it says: it may be made of tiles, or bring a small one along. */
function avifSize(view: DataView, says: Says): PictureSize | null {
  let largest: PictureSize | null = null
  for (let at = 8; at < Math.min(view.byteLength, avifHeadBytes); at++) {
    if (!says(at, 'ispe')) continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

function webpSize(view: DataView, says: Says): PictureSize | null {
  if (says(12, 'VP8 '))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (says(12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (!says(12, 'VP8X')) return null
  const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 }
}
