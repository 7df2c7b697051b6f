/** The messages of y-websocket (github.com/yjs/y-protocols, PROTOCOL.md), read so that no bytes can do harm. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ownBuffer } from './check-update.ts'

export type YMessage =
  | { readonly type: 'state-vector'; readonly bytes: Uint8Array }
  | { readonly type: 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'awareness'; readonly bytes: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'unknown' }

const messageTypes = { sync: 0, awareness: 1, queryAwareness: 3 } as const
const syncTypes = { stateVector: 0, missing: 1, update: 2 } as const

/** Null where it is no message. */
export function readYMessage(message: Uint8Array): YMessage | null {
  try {
    const decoder = decoding.createDecoder(ownBuffer(message))
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync: {
        const type = decoding.readVarUint(decoder)
        const bytes = ownBuffer(decoding.readVarUint8Array(decoder))
        if (type > syncTypes.update) return null
        return { type: type === syncTypes.stateVector ? 'state-vector' : 'update', bytes }
      }
      case messageTypes.awareness:
        return { type: 'awareness', bytes: ownBuffer(decoding.readVarUint8Array(decoder)) }
      case messageTypes.queryAwareness:
        return { type: 'query-awareness' }
      default:
        return { type: 'unknown' }
    }
  } catch {
    return null
  }
}

export const stateVectorMessage = (stateVector: Uint8Array) =>
  writeMessage(messageTypes.sync, syncTypes.stateVector, stateVector)

/** The answer to a state vector: everything that is missing there. */
export const missingMessage = (update: Uint8Array) =>
  writeMessage(messageTypes.sync, syncTypes.missing, update)

export const updateMessage = (update: Uint8Array) => writeMessage(messageTypes.sync, syncTypes.update, update)

export const awarenessMessage = (update: Uint8Array) => writeMessage(messageTypes.awareness, null, update)

function writeMessage(type: number, syncType: number | null, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (syncType !== null) encoding.writeVarUint(encoder, syncType)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
