/** Documents out of their logs, for as long as somebody looks at them. */
import * as Y from 'yjs'
import { createDoc } from '#shared/model/doc.ts'
import { ownBuffer } from './check-update.ts'

/** Null where the log cannot be read. `isWhole` is false where updates wait for others that never came. */
export function readDocument<T>(
  payloads: readonly Uint8Array[],
  look: (doc: Y.Doc, isWhole: boolean) => T,
): T | null {
  const doc = createDoc()
  try {
    applyAll(doc, payloads)
    return look(doc, isWhole(doc))
  } catch {
    // Each payload decoded when it came. Together they may still not fit: then the log stays as it is.
    return null
  } finally {
    doc.destroy()
  }
}

export function applyAll(doc: Y.Doc, payloads: readonly Uint8Array[], origin: unknown = null): void {
  doc.transact(() => {
    for (const payload of payloads) Y.applyUpdate(doc, ownBuffer(payload), origin)
  }, origin)
}

export const isWhole = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs === null && doc.store.pendingDs === null
