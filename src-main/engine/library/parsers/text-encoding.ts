/** Text out of bytes: UTF-8, UTF-16 with and without its mark, and what older Windows programs write. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface FoundEncoding {
  readonly encoding: Encoding
  /** Bytes of the mark at the beginning. */
  readonly skip: number
}

const pieceBytes = 1024 ** 2
const headBytes = 4_096

/** Null where the bytes are no text. */
export function findEncoding(bytes: Uint8Array): FoundEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  const head = bytes.subarray(0, headBytes)
  if (head.includes(0)) {
    const encoding = findUtf16(head)
    return encoding && { encoding, skip: 0 }
  }
  if (isUtf8(bytes)) return { encoding: 'utf-8', skip: 0 }
  // Control characters that no text holds: it is something else.
  const control = head.filter(
    (byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12,
  )
  return control.length * 50 > head.length ? null : { encoding: 'windows-1252', skip: 0 }
}

/** One piece after the other, so that a large file is never one string. Cut at any character. */
export function* decodePieces(bytes: Uint8Array, { encoding, skip }: FoundEncoding): Generator<string> {
  if (encoding === 'utf-8') {
    const decoder = new TextDecoder('utf-8')
    for (let at = skip; at < bytes.length; at += pieceBytes) {
      yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true })
    }
    yield decoder.decode()
    return
  }
  for (let at = skip; at < bytes.length; at += pieceBytes) {
    const piece = Buffer.from(bytes.subarray(at, Math.min(at + pieceBytes, bytes.length)))
    if (encoding === 'windows-1252') {
      yield piece
        .toString('latin1')
        .replace(/[\x80-\x9f]/g, (char) => highCharacters[char.charCodeAt(0) - 0x80] ?? '')
    } else {
      const even = piece.subarray(0, piece.length - (piece.length % 2))
      yield (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le')
    }
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      // The last character may be cut off where only the beginning of a file was read.
      decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true })
    }
    return true
  } catch {
    return false
  }
}

/** Without a mark: text of European languages has every second byte zero. */
function findUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0
  let odd = 0
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = head.length / 2
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** 0x80 to 0x9F, where windows-1252 is not ISO 8859-1; five of them stand for nothing. */
const highCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'.split(/(?:)/u)
