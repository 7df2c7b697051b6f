import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { decodeClientFrame, decodeServerFrame, encode } from '#shared/protocol/codec.ts'
import type { Frame } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import { clientFrame, serverFrame } from '../support/server-frames.ts'

const runs = { numRuns: 2_000 }
const spaceId = '01ARZ3NDEKTSV4RRFFQ69G5FAV' as never
const decoders = [decodeClientFrame, decodeServerFrame] as const

/** A frame written part by part, as no well-behaved program would. */
function raw(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const uints = (...numbers: readonly number[]) =>
  raw((encoder) => numbers.forEach((number) => encoding.writeVarUint(encoder, number)))
const numberOf = (frame: Frame) => encode(frame)[0]

describe('the codec', () => {
  test('gives back every frame as it was [F1]', () => {
    fc.assert(
      fc.property(clientFrame, (frame) => {
        expect(unwrap(decodeClientFrame(encode(frame)))).toEqual(frame)
      }),
      runs,
    )
    fc.assert(
      fc.property(serverFrame, (frame) => {
        expect(unwrap(decodeServerFrame(encode(frame)))).toEqual(frame)
      }),
      runs,
    )
  })

  test('writes a number, parts with their length before them, and nothing else [F1]', () => {
    const bytes = encode({ type: 'presence', topic: 'äx', state: 'typing' })
    expect([...bytes]).toEqual([5, 3, 0xc3, 0xa4, 120, 2])
    expect(numberOf({ type: 'poke', spaceId, head: 1 })).toBe(69)
  })

  test('writes ids as 16 bytes, most significant first [F2]', () => {
    const low = '0000000000000000000000000Z' as never
    expect([...encode({ type: 'poke', spaceId: low, head: 0 }).slice(1, 17)]).toEqual([
      ...Array<number>(15).fill(0),
      31,
    ])
  })

  test('names a document once in a frame [F3]', () => {
    const docId = 'ticket/01ARZ3NDEKTSV4RRFFQ69G5FAV' as never
    const other = 'ticket/01ARZ3NDEKTSV4RRFFQ69G5FAW' as never
    const sizeOf = (...docIds: never[]) => encode({ type: 'compare', spaceId, docIds }).byteLength
    expect(sizeOf(docId, docId, docId) - sizeOf(docId)).toBe(2)
    const docIds = [docId, other, docId, other]
    const frame = { type: 'compare', spaceId, docIds } as const
    expect(unwrap(decodeClientFrame(encode(frame)))).toEqual(frame)
    const reference = raw((encoder) => {
      encoding.writeVarUint(encoder, 6)
      encoding.writeUint8Array(encoder, new Uint8Array(16))
      for (const number of [1, 2]) encoding.writeVarUint(encoder, number)
    })
    expect(decodeClientFrame(reference)).toMatchObject({ ok: false, error: { type: 'malformed' } })
  })

  test('writes sequence numbers of a page as the difference [F5]', () => {
    const entry = { type: 'record', entryId: spaceId, recordType: '', recordId: '', body: '' } as const
    const page = (after: number) =>
      encode({
        ...{ type: 'page', spaceId, epoch: spaceId, after, upTo: after + 2, head: after + 2, sample: null },
        entries: [{ ...entry, seq: after + 2 }],
      })
    const bigger = page(2 ** 50).byteLength - page(0).byteLength
    expect(bigger, 'three numbers of seven bytes more, and no fourth').toBe(3 * 7)
  })

  test('answers whatever comes with an error and no exception [F4]', () => {
    const frames = fc.oneof(clientFrame, serverFrame).map((frame) => encode(frame))
    const change = fc.tuple(fc.constantFrom('set', 'insert', 'cut', 'append'), fc.nat(), fc.nat(255))
    const mutated = fc
      .tuple(frames, fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([bytes, changes]) => Uint8Array.from(changes.reduce(mutate, [...bytes])))
    for (const decode of decoders) {
      const answers = (bytes: Uint8Array) => {
        const result = decode(bytes)
        if (!result.ok) expect(result.error.type).toBe('malformed')
      }
      fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), answers), { numRuns: 5_000 })
      fc.assert(fc.property(mutated, answers), { numRuns: 5_000 })
    }
  })

  test('refuses frames that end early or go on behind their end [F4]', () => {
    fc.assert(
      fc.property(clientFrame, fc.nat(), (frame, at) => {
        const bytes = encode(frame)
        expect(decodeClientFrame(bytes.subarray(0, at % bytes.byteLength)).ok).toBe(false)
        expect(decodeClientFrame(Uint8Array.from([...bytes, 0])).ok).toBe(false)
      }),
      runs,
    )
  })

  test('refuses frames that only the other side may send, or nobody [F4]', () => {
    fc.assert(
      fc.property(clientFrame, serverFrame, (client, server) => {
        expect(decodeServerFrame(encode(client)).ok).toBe(false)
        expect(decodeClientFrame(encode(server)).ok).toBe(false)
      }),
      { numRuns: 200 },
    )
    for (const number of [0, 8, 64, 74, 2 ** 40]) expect(decodeClientFrame(uints(number, 1)).ok).toBe(false)
  })

  test('believes no count and no length that the frame cannot hold [F4]', () => {
    const id = new Uint8Array(16)
    const lies = [
      uints(2, 500),
      uints(2, 501),
      uints(2, 2 ** 50),
      uints(4, 32),
      uints(4, 2 ** 50),
      uints(4, 1, 2 ** 50),
      uints(1, 1, 1, 2 ** 40),
      uints(1, 1, 1, 0, 0, 10_000),
      raw((encoder) => {
        for (const number of [2, 1, 0]) encoding.writeVarUint(encoder, number)
        for (const part of [id, id]) encoding.writeUint8Array(encoder, part)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, 'ticket/A')
        encoding.writeVarUint(encoder, 8_000_000)
      }),
    ]
    const heapBefore = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
    for (let i = 0; i < 500; i++) for (const bytes of lies) expect(decodeClientFrame(bytes).ok).toBe(false)
    const heapAfter = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
    expect(heapAfter - heapBefore).toBeLessThan(50_000_000)
  })

  test('never reads a text out of what lies behind the frame [F4]', () => {
    const memory = new Uint8Array(100).fill(65)
    memory.set([5, 20, 66, 66], 0)
    expect(decodeClientFrame(memory.subarray(0, 4)).ok).toBe(false)
  })

  test('holds every limit [L1]', () => {
    const topics = (count: number) => encode({ type: 'watch', topics: Array<string>(count).fill('online') })
    expect(decodeClientFrame(topics(protocolLimits.topics)).ok).toBe(true)
    expect(decodeClientFrame(topics(protocolLimits.topics + 1)).ok).toBe(false)
    const docIds = (count: number) =>
      encode({ type: 'compare', spaceId, docIds: Array<never>(count).fill('ticket/A' as never) })
    expect(decodeClientFrame(docIds(protocolLimits.compares)).ok).toBe(true)
    expect(decodeClientFrame(docIds(protocolLimits.compares + 1)).ok).toBe(false)
    const item = { type: 'delete', itemId: spaceId, spaceId, docId: 'ticket/A' as never } as const
    const items = (count: number) => encode({ type: 'push', items: Array(count).fill(item) as never })
    expect(decodeClientFrame(items(protocolLimits.pushItems)).ok).toBe(true)
    expect(decodeClientFrame(items(protocolLimits.pushItems + 1)).ok).toBe(false)
    const cursor = { spaceId, epoch: spaceId, seq: 1 }
    const hello = (count: number, token: number) =>
      encode({
        ...{ type: 'hello', versions: { min: 1, max: 1 }, program: '' },
        ...{ token: 'x'.repeat(token), cursors: Array<typeof cursor>(count).fill(cursor) },
      })
    expect(decodeClientFrame(hello(protocolLimits.cursors, 200)).ok).toBe(true)
    expect(decodeClientFrame(hello(protocolLimits.cursors + 1, 200)).ok).toBe(false)
    expect(decodeClientFrame(hello(0, 201)).ok).toBe(false)
    const payload = (bytes: number) =>
      encode({ type: 'push', items: [{ ...item, type: 'update', payload: new Uint8Array(bytes) }] })
    expect(decodeClientFrame(payload(protocolLimits.payloadBytes)).ok).toBe(true)
    expect(decodeClientFrame(payload(protocolLimits.payloadBytes + 1)).ok).toBe(false)
    expect(decodeClientFrame(new Uint8Array(protocolLimits.frameBytes + 1))).toMatchObject({
      error: { type: 'too-large' },
    })
    const body = (length: number) =>
      encode({
        type: 'push',
        items: [
          {
            ...{ type: 'record', itemId: spaceId, spaceId },
            recordType: '',
            recordId: '',
            body: 'x'.repeat(length),
          },
        ],
      })
    expect(decodeClientFrame(body(protocolLimits.recordBytes)).ok).toBe(true)
    expect(decodeClientFrame(body(protocolLimits.recordBytes + 1)).ok).toBe(false)
  })
})

function mutate(bytes: number[], [how, place, value]: [string, number, number]): number[] {
  const at = place % (bytes.length + 1)
  if (how === 'cut') return bytes.slice(0, at)
  if (how === 'append') return [...bytes, value]
  if (how === 'insert') return [...bytes.slice(0, at), value, ...bytes.slice(at)]
  return bytes.map((byte, i) => (i === at ? value : byte))
}
