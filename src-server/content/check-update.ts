/**
 * Is this a Yjs update? Decides for good: what passes is stored and handed to every device. Takes time and memory in
 * proportion to the bytes, whatever they are. Besides decoding it asks for what every update made by Yjs keeps to and
 * without which applying it throws: parts have a length, come in order, and refer to nothing that comes after them.
 */
import type * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** Why the payload is no update; null where it is one. Never throws. */
export function problemOfUpdate(payload: Uint8Array): string | null {
  // Texts in it may lie about their length: they must not be read out of what happens to be stored behind it.
  const bytes = ownBuffer(payload)
  const decoders: decoding.Decoder[] = []
  class Decoder extends Y.UpdateDecoderV1 {
    constructor(decoder: decoding.Decoder) {
      super(decoder)
      decoders.push(decoder)
    }
  }
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, Decoder)
    if (decoders[0]?.pos !== bytes.byteLength) return 'goes on after its end'
    return areSound(structs) && areSoundDeletes(ds) ? null : 'has parts that do not fit together'
  } catch (error) {
    // Yjs and lib0 throw whatever comes, up to stack overflows on nested values: all mean the same here.
    return error instanceof Error ? error.name : 'unreadable'
  }
}

type Struct = ReturnType<typeof Y.decodeUpdateV2>['structs'][number]
type DeleteSet = ReturnType<typeof Y.decodeUpdateV2>['ds']

function areSound(structs: readonly Struct[]): boolean {
  const seen = new Set<number>()
  let client = -1
  for (const struct of structs) {
    const { id, length } = struct
    // One client's parts stand together: Yjs would take a second group in place of the first.
    if (id.client !== client && seen.has(id.client)) return false
    client = id.client
    seen.add(client)
    if (!(length > 0) || !Number.isSafeInteger(id.clock + length)) return false
    if (struct instanceof Y.Item && !refersBack(struct)) return false
  }
  return true
}

function refersBack({ id, origin, rightOrigin, parent }: Y.Item): boolean {
  const parentId = parent instanceof Y.ID ? parent : null
  return [origin, rightOrigin, parentId].every(
    (other) => other === null || other.client !== id.client || other.clock < id.clock,
  )
}

function areSoundDeletes({ clients }: DeleteSet): boolean {
  for (const items of clients.values()) {
    for (const { clock, len } of items) if (!(len > 0) || !Number.isSafeInteger(clock + len)) return false
  }
  return true
}

export function ownBuffer(payload: Uint8Array): Uint8Array {
  const isOwn = payload.byteOffset === 0 && payload.byteLength === payload.buffer.byteLength
  return isOwn ? payload : Uint8Array.from(payload)
}
