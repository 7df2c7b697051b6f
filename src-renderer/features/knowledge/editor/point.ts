/** A selection in an article as it travels: two relative positions of Yjs, the first with its length before it. */
import * as Y from 'yjs'
import { bytesToText, textToBytes } from './base64.ts'

/** As much as the server passes on. */
const maxBytes = 512

/** '' where it is longer than anybody would pass on. */
export function encodePoint(anchor: Y.RelativePosition, head: Y.RelativePosition): string {
  const [from, to] = [Y.encodeRelativePosition(anchor), Y.encodeRelativePosition(head)]
  const size = 1 + from.byteLength + to.byteLength
  if (from.byteLength > 255 || size > maxBytes) return ''
  const bytes = new Uint8Array(size)
  bytes[0] = from.byteLength
  bytes.set(from, 1)
  bytes.set(to, 1 + from.byteLength)
  return bytesToText(bytes)
}

/** Null for whatever is none; it comes from somebody else's program. */
export function decodePoint(text: string): readonly [Y.RelativePosition, Y.RelativePosition] | null {
  try {
    const bytes = textToBytes(text)
    const length = bytes[0] ?? 0
    if (bytes.byteLength > maxBytes || length === 0 || length + 1 >= bytes.byteLength) return null
    return [
      Y.decodeRelativePosition(bytes.subarray(1, 1 + length)),
      Y.decodeRelativePosition(bytes.subarray(1 + length)),
    ]
  } catch {
    return null
  }
}
