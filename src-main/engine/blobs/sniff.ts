/** What a file is, by its first bytes. What its name says, and what the sender says, proves nothing. */

/** As much as the format that hides its mark deepest needs. */
export const sniffBytes = 4_100

/** A media type; plain text and what nobody knows have their own. */
export async function sniffType(head: Uint8Array): Promise<string> {
  // Loaded with the first file: it is large, and most starts see none.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(head)
  if (found) return found.mime
  return isText(head) ? 'text/plain' : 'application/octet-stream'
}

function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false
  try {
    // The last character may be cut off in the middle: `stream` does not mind.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
