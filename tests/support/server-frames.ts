/** Frames of every type with arbitrary content, for tests of the codec. */
import fc from 'fast-check'
import type { Ulid } from '#shared/base/ulid.ts'
import { readUlidBytes } from '#shared/base/ulid.ts'
import {
  presenceStates,
  rejectReasons,
  roles,
  type ClientFrame,
  type FeedEntry,
  type PushItem,
  type ServerFrame,
} from '#shared/protocol/frames.ts'

const id = <T extends Ulid>() =>
  fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => readUlidBytes(bytes, 0) as T)
const number = fc.oneof(fc.nat(200), fc.maxSafeNat())
const text = (maxLength: number) => fc.string({ maxLength, unit: 'binary' }).filter(isWellFormed)
const bytes = fc.uint8Array({ maxLength: 60 })
const docId = fc
  .tuple(
    fc.constantFrom('ticket', 'chat', 'whiteboard'),
    fc.constantFrom('A', 'B', '01ARZ3NDEKTSV4RRFFQ69G5FAV'),
  )
  .map((parts) => parts.join('/') as never)
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 6 })
const head = fc.record({ spaceId: id<never>(), head: number })
const is = <const T extends string>(type: T) => ({ type: fc.constant(type) })

/** What a text encoder and decoder keep as it is. */
function isWellFormed(value: string): boolean {
  return value.isWellFormed()
}

const place = { itemId: id<never>(), spaceId: id<never>() }
const record = { recordType: text(20), recordId: text(20), body: text(80) }
const pushItem: fc.Arbitrary<PushItem> = fc.oneof(
  fc.record({ ...is('update'), ...place, docId, payload: bytes }),
  fc.record({ ...is('record'), ...place, ...record }),
  fc.record({ ...is('delete'), ...place, docId }),
  fc.record({ ...is('erase'), ...place, docId }),
  fc.record({ ...is('move'), ...place, docId, toSpaceId: id<never>() }),
)

export const clientFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({
    ...is('hello'),
    versions: fc.record({ min: number, max: number }),
    token: text(60),
    program: text(60),
    cursors: list(fc.record({ spaceId: id<never>(), epoch: id(), seq: number })),
  }),
  fc.record({ ...is('push'), items: list(pushItem) }),
  fc.record({ ...is('pull'), spaceId: id<never>(), epoch: id(), after: number }),
  fc.record({ ...is('watch'), topics: list(text(40)) }),
  fc.record({ ...is('presence'), topic: text(40), state: fc.constantFrom(...presenceStates) }),
  fc.record({ ...is('point'), topic: text(40), point: fc.uint8Array({ maxLength: 60 }) }),
  fc.record({ ...is('compare'), spaceId: id<never>(), docIds: list(docId) }),
  fc.record({ ...is('ping'), nonce: number }),
)

const after = 1_000_000
const entryPlace = { seq: fc.nat(500).map((distance) => after + distance), entryId: id<never>() }
const entry: fc.Arbitrary<FeedEntry> = fc.oneof(
  fc.record({ ...is('update'), ...entryPlace, docId, payload: bytes }),
  fc.record({ ...is('snapshot'), ...entryPlace, docId, payload: bytes, erases: fc.boolean() }),
  fc.record({ ...is('tombstone'), ...entryPlace, docId, movedTo: fc.option(id<never>()) }),
  fc.record({ ...is('record'), ...entryPlace, ...record }),
)

export const serverFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({
    ...is('welcome'),
    ...{ version: number, server: text(40), workspaceId: id<never>(), directoryId: id<never>() },
    ...{ personId: id<never>(), deviceId: id(), role: fc.constantFrom(...roles), serverTime: number },
    ...{ epoch: id(), spaces: list(head) },
  }),
  fc.record({ ...is('ack'), items: list(fc.record({ ...place, seq: number })) }),
  fc.record({
    ...is('reject'),
    itemId: id<never>(),
    reason: fc.constantFrom(...rejectReasons),
    detail: text(50),
  }),
  fc.record({
    ...is('page'),
    ...{ spaceId: id<never>(), epoch: id(), after: fc.constant(after), upTo: number, head: number },
    entries: list(entry),
    sample: fc.option(fc.record({ docId, digest: fc.uint8Array({ minLength: 16, maxLength: 16 }) })),
  }),
  fc.record({ ...is('poke'), spaceId: id<never>(), head: number }),
  fc.record({
    ...{ ...is('access'), role: fc.constantFrom(...roles), granted: list(head), revoked: list(id<never>()) },
  }),
  fc.record({
    ...is('presences'),
    topic: text(40),
    present: list(
      fc.record({ personId: id<never>(), deviceId: id(), state: fc.constantFrom(...presenceStates) }),
    ),
  }),
  fc.record({
    ...is('pointed'),
    topic: text(40),
    personId: id<never>(),
    deviceId: id(),
    point: fc.uint8Array({ maxLength: 60 }),
  }),
  fc.record({
    ...is('states'),
    spaceId: id<never>(),
    docs: list(fc.record({ docId, stateVector: bytes, digest: fc.uint8Array({ maxLength: 16 }) })),
  }),
  fc.record({ ...is('pong'), nonce: number, serverTime: number }),
)
