/** The check-sum of a document that both sides compute (protocol rule [E4]): equal where both have the same content. */
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { protocolLimits } from '#shared/protocol/limits.ts'

export function digestOf(doc: Y.Doc): Uint8Array {
  const snapshot = Y.encodeSnapshot(Y.snapshot(doc))
  return createHash('sha256').update(snapshot).digest().subarray(0, protocolLimits.digestBytes)
}
