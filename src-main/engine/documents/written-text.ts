/**
 * What a person had written, out of an update that the server did not take: so that it can be shown and copied,
 * whatever became of the document.
 */
import * as Y from 'yjs'

/** Fields of our documents' values that hold what somebody wrote. */
const textFields = ['text', 'title', 'name', 'description']
const maxLength = 200_000

/** @param isStillThere leaves out what is not to be shown any more */
export function writtenText(
  payloads: readonly Uint8Array[],
  isStillThere: (piece: string) => boolean = () => true,
): string {
  const pieces: string[] = []
  for (const payload of payloads) {
    for (const struct of decodeStructs(payload)) {
      if (!(struct instanceof Y.Item)) continue
      const { content } = struct
      if (content instanceof Y.ContentString) pieces.push(content.str)
      if (content instanceof Y.ContentAny) {
        for (const value of content.arr) pieces.push(...textsIn(value, struct.parentSub))
      }
    }
  }
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && isStillThere(piece))
    .join('\n')
    .slice(0, maxLength)
}

function decodeStructs(payload: Uint8Array): readonly unknown[] {
  try {
    return Y.decodeUpdate(payload).structs
  } catch {
    return []
  }
}

/** @param key of the map that the value stands in, where it stands in one */
function textsIn(value: unknown, key: string | null): string[] {
  if (typeof value === 'string') return key !== null && textFields.includes(key) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return textFields.flatMap((field) => {
    const text = (value as Record<string, unknown>)[field]
    return typeof text === 'string' ? [text] : []
  })
}
