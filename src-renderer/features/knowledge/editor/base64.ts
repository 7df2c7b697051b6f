/** Bytes as text for the bridge, which takes plain data only. */
export function bytesToText(bytes: Uint8Array): string {
  const parts: string[] = []
  // In pieces: arguments of one call are limited.
  for (let at = 0; at < bytes.length; at += 8_192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  }
  return btoa(parts.join(''))
}

export function textToBytes(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
