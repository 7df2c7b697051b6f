/** What the rest of the server may know of documents without seeing one. */
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { err, ok } from '#shared/base/result.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { FeedContent } from '../feed/content-port.ts'
import { problemOfUpdate } from './check-update.ts'
import { readDocument } from './documents.ts'

export interface DocumentState {
  readonly stateVector: Uint8Array
  readonly digest: Uint8Array
}

export interface Content extends FeedContent {
  /** Null where the log cannot be read, or where parts of the document are missing. */
  stateOf(payloads: readonly Uint8Array[]): (DocumentState & { readonly isWhole: boolean }) | null
}

export function createContent(): Content {
  return {
    problemOf: problemOfUpdate,
    merge(payloads) {
      const merged = readDocument(payloads, (doc, isWhole) => ({
        payload: Y.encodeStateAsUpdate(doc),
        isWhole,
      }))
      if (!merged) return err('unreadable')
      return merged.payload.byteLength > protocolLimits.payloadBytes ? err('too-large') : ok(merged)
    },
    standsOn(payloads, payload) {
      return (
        readDocument([...payloads, payload], (doc) => {
          const states = Y.decodeStateVector(Y.encodeStateVector(doc))
          const reaches = [...Y.parseUpdateMeta(payload).to]
          return reaches.every(([client, clock]) => (states.get(client) ?? 0) >= clock)
        }) ?? false
      )
    },
    stateOf: (payloads) =>
      readDocument(payloads, (doc, isWhole) => ({
        stateVector: Y.encodeStateVector(doc),
        digest: digestOf(doc),
        isWhole,
      })),
  }
}

/** Equal where both sides have the same content [E4]. */
function digestOf(doc: Y.Doc): Uint8Array {
  const snapshot = Y.encodeSnapshot(Y.snapshot(doc))
  return createHash('sha256').update(snapshot).digest().subarray(0, protocolLimits.digestBytes)
}
