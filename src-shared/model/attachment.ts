/**
 * A file that a message, reply or note carries. The document holds what it is called and which blob it is; the bytes
 * travel on their own. Stored as `attachments`, a list of JSON objects, beside the entry's text.
 */
import { isBlobId, type BlobId } from '../base/blob-id.ts'
import { cleanFileName } from '../base/file-name.ts'
import { fieldsOf, textOf } from './values.ts'

export interface Attachment {
  readonly id: BlobId
  /** A plain file name, whatever the sender wrote. */
  readonly name: string
  /** The media type that the sender's program found. A claim, as is the size: only the bytes can prove the id. */
  readonly type: string
  readonly size: number
}

export const maxAttachments = 20
/** No list is read further than this, however much of it is nonsense. */
const maxRead = 400
const unknownType = 'application/octet-stream'

/** What fits, at most `most`, each blob once; never throws. */
export function readAttachments(value: unknown, most: number = maxAttachments): Attachment[] {
  if (!Array.isArray(value)) return []
  const found = new Map<BlobId, Attachment>()
  for (const item of value.slice(0, maxRead)) {
    const { id, name, type, size } = fieldsOf(item)
    if (!isBlobId(id) || found.has(id) || !Number.isSafeInteger(size) || (size as number) < 0) continue
    found.set(id, {
      id,
      name: cleanFileName(textOf(name).slice(0, 1_000)),
      type: readType(type),
      size: size as number,
    })
    if (found.size === most) break
  }
  return [...found.values()]
}

function readType(type: unknown): string {
  const text = textOf(type)
  return /^[a-z0-9][\w.+-]{0,60}\/[a-z0-9][\w.+-]{0,60}$/i.test(text) ? text.toLowerCase() : unknownType
}
