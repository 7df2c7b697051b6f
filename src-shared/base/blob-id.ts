/** A blob is named by its content: the SHA-256 of its bytes, as 64 hexadecimal digits in lower case. */
import type { Brand } from './brand.ts'

export type BlobId = Brand<string, 'BlobId'>

export function isBlobId(value: unknown): value is BlobId {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
