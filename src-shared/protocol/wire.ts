/**
 * The parts that frames are made of, read and written one by one. A reader checks every length and count against its
 * limit and against what is left of the frame before it takes anything, so that no frame makes it allocate more than
 * the frame itself holds (SPEC.md [F4]).
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { DocId } from '../base/ids.ts'
import { asId } from '../base/ids.ts'
import { readUlidBytes, ulidByteLength, writeUlidBytes, type Ulid } from '../base/ulid.ts'
import { protocolLimits } from './limits.ts'

/** What a reader throws; `decode` turns it into a Result. Nothing else leaves it. */
export class Malformed extends Error {}

export interface Reader {
  uint(): number
  /** A number below `count`. */
  index(count: number): number
  id<T extends Ulid>(): T
  text(maxLength: number): string
  bytes(maxBytes: number): Uint8Array
  /** A document's name: written out the first time, a number after that. */
  docId(): DocId
  /** @param minBytes what one item takes at least: more items than fit are refused at once */
  list<T>(maxCount: number, minBytes: number, readItem: () => T): T[]
  /** Refuses bytes behind the end. */
  end(): void
}

export function createReader(frame: Uint8Array): Reader {
  const decoder = decoding.createDecoder(frame)
  const docIds: DocId[] = []
  const left = () => frame.byteLength - decoder.pos
  const uint = () => guard(() => decoding.readVarUint(decoder))
  const checked = (length: number, max: number): number => {
    if (length > max) throw new Malformed('longer than allowed')
    if (length > left()) throw new Malformed('longer than the frame')
    return length
  }
  const bytes = (maxBytes: number) => decoding.readUint8Array(decoder, checked(uint(), maxBytes))
  const text = (maxLength: number) => {
    // One UTF-16 code unit takes three bytes at most.
    const start = decoder.pos
    checked(uint(), maxLength * 3)
    decoder.pos = start
    const value = guard(() => decoding.readVarString(decoder))
    if (value.length > maxLength) throw new Malformed('longer than allowed')
    return value
  }
  return {
    uint,
    index(count) {
      const value = uint()
      if (value >= count) throw new Malformed('unknown value')
      return value
    },
    id<T extends Ulid>() {
      if (left() < ulidByteLength) throw new Malformed('ends too early')
      const id = readUlidBytes(frame, decoder.pos)
      decoder.pos += ulidByteLength
      return asId<T>(id)
    },
    text,
    bytes,
    docId() {
      const index = uint()
      if (index > 0) {
        const known = docIds[index - 1]
        if (known === undefined) throw new Malformed('unknown document')
        return known
      }
      const docId = text(protocolLimits.docIdLength) as DocId
      if (!docIdPattern.test(docId)) throw new Malformed('not a document id')
      docIds.push(docId)
      return docId
    },
    list(maxCount, minBytes, readItem) {
      const count = uint()
      if (count > maxCount) throw new Malformed('more than allowed')
      if (count * minBytes > left()) throw new Malformed('more than the frame holds')
      return Array.from({ length: count }, readItem)
    },
    end() {
      if (left() > 0) throw new Malformed('goes on after its end')
    },
  }
}

/** Kinds of a newer version pass: who does not know them stores them as they are. */
export const docIdPattern = /^[a-z][a-z-]{0,30}\/[0-9A-Za-z/_-]{1,88}$/

export interface Writer {
  uint(value: number): void
  id(value: Ulid): void
  text(value: string): void
  bytes(value: Uint8Array): void
  docId(value: DocId): void
  list<T>(items: readonly T[], writeItem: (item: T) => void): void
  /** How much is written so far. */
  length(): number
  finish(): Uint8Array
}

export function createWriter(): Writer {
  const encoder = encoding.createEncoder()
  const docIds = new Map<DocId, number>()
  const scratch = new Uint8Array(ulidByteLength)
  return {
    uint: (value) => encoding.writeVarUint(encoder, value),
    id(value) {
      writeUlidBytes(value, scratch, 0)
      encoding.writeUint8Array(encoder, scratch)
    },
    text: (value) => encoding.writeVarString(encoder, value),
    bytes: (value) => encoding.writeVarUint8Array(encoder, value),
    docId(value) {
      const known = docIds.get(value)
      encoding.writeVarUint(encoder, known ?? 0)
      if (known !== undefined) return
      docIds.set(value, docIds.size + 1)
      encoding.writeVarString(encoder, value)
    },
    list(items, writeItem) {
      encoding.writeVarUint(encoder, items.length)
      items.forEach(writeItem)
    },
    length: () => encoding.length(encoder),
    finish: () => encoding.toUint8Array(encoder),
  }
}

/** lib0 throws errors of its own on what ends too early or is no number or no text. */
function guard<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw new Malformed('unreadable')
  }
}
