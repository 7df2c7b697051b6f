/** Frames to bytes and back. `decode` answers every input: with the frame, or with why it is none. */
import { err, ok, type Result } from '../base/result.ts'
import { protocolLimits } from './limits.ts'
import type { ClientFrame, FeedEntry, Frame, PushItem, ServerFrame } from './frames.ts'
import { presenceStates, rejectReasons, roles } from './frames.ts'
import { createReader, createWriter, Malformed, type Reader, type Writer } from './wire.ts'

export interface FrameError {
  readonly type: 'malformed' | 'too-large'
  readonly detail: string
}

export function encode(frame: Frame): Uint8Array {
  const writer = createWriter()
  writer.uint(frameNumbers[frame.type])
  // The type picks the layout that was made for it; TypeScript cannot follow that through the map.
  const write = layouts[frame.type].write as (writer: Writer, frame: Frame) => void
  write(writer, frame)
  return writer.finish()
}

export const decodeClientFrame = (bytes: Uint8Array): Result<ClientFrame, FrameError> =>
  decode(bytes, clientFrameTypes)

export const decodeServerFrame = (bytes: Uint8Array): Result<ServerFrame, FrameError> =>
  decode(bytes, serverFrameTypes)

/** Bytes of an entry in a page or an item in a push beside its payload, for filling frames up to a size. */
export const entryOverheadBytes = 200

function decode<T extends Frame>(bytes: Uint8Array, types: readonly T['type'][]): Result<T, FrameError> {
  if (bytes.byteLength > protocolLimits.frameBytes) {
    return err({ type: 'too-large', detail: String(bytes.byteLength) })
  }
  try {
    const reader = createReader(bytes)
    const number = reader.uint()
    const type = types.find((candidate) => frameNumbers[candidate] === number)
    if (!type) throw new Malformed('unknown frame')
    const frame: Frame = { type, ...layouts[type].read(reader) } as Frame
    reader.end()
    return ok(frame as T)
  } catch (error) {
    if (error instanceof Malformed) return err({ type: 'malformed', detail: error.message })
    throw error
  }
}

type Body<F> = F extends unknown ? Omit<F, 'type'> : never
interface Layout<F extends Frame> {
  readonly write: (writer: Writer, frame: F) => void
  readonly read: (reader: Reader) => Body<F>
}
type Layouts = { readonly [T in Frame['type']]: Layout<Extract<Frame, { type: T }>> }

/** The number a frame begins with. Numbers are never used for something else. */
const frameNumbers = {
  hello: 1,
  push: 2,
  pull: 3,
  watch: 4,
  presence: 5,
  compare: 6,
  ping: 7,
  welcome: 65,
  ack: 66,
  reject: 67,
  page: 68,
  poke: 69,
  access: 70,
  presences: 71,
  states: 72,
  pong: 73,
} as const satisfies Record<Frame['type'], number>

const clientFrameTypes: readonly ClientFrame['type'][] = [
  'hello',
  'push',
  'pull',
  'watch',
  'presence',
  'compare',
  'ping',
]
const serverFrameTypes: readonly ServerFrame['type'][] = [
  'welcome',
  'ack',
  'reject',
  'page',
  'poke',
  'access',
  'presences',
  'states',
  'pong',
]

const limit = protocolLimits
const idBytes = 16

const layouts: Layouts = {
  hello: {
    write(w, { versions, token, program, cursors }) {
      w.uint(versions.min)
      w.uint(versions.max)
      w.text(token)
      w.text(program)
      w.list(cursors, ({ spaceId, epoch, seq }) => {
        w.id(spaceId)
        w.id(epoch)
        w.uint(seq)
      })
    },
    read: (r) => ({
      versions: { min: r.uint(), max: r.uint() },
      token: r.text(limit.tokenLength),
      program: r.text(limit.nameLength),
      cursors: r.list(limit.cursors, 2 * idBytes + 1, () => ({
        spaceId: r.id(),
        epoch: r.id(),
        seq: r.uint(),
      })),
    }),
  },
  push: {
    write: (w, { items }) => w.list(items, (item) => writePushItem(w, item)),
    read: (r) => ({ items: r.list(limit.pushItems, 2 * idBytes + 2, () => readPushItem(r)) }),
  },
  pull: {
    write(w, { spaceId, epoch, after }) {
      w.id(spaceId)
      w.id(epoch)
      w.uint(after)
    },
    read: (r) => ({ spaceId: r.id(), epoch: r.id(), after: r.uint() }),
  },
  watch: {
    write: (w, { topics }) => w.list(topics, (topic) => w.text(topic)),
    read: (r) => ({ topics: r.list(limit.topics, 1, () => r.text(limit.topicLength)) }),
  },
  presence: {
    write(w, { topic, state }) {
      w.text(topic)
      w.uint(presenceStates.indexOf(state))
    },
    read: (r) => ({ topic: r.text(limit.topicLength), state: readWord(r, presenceStates) }),
  },
  compare: {
    write(w, { spaceId, docIds }) {
      w.id(spaceId)
      w.list(docIds, (docId) => w.docId(docId))
    },
    read: (r) => ({ spaceId: r.id(), docIds: r.list(limit.compares, 1, () => r.docId()) }),
  },
  ping: {
    write: (w, { nonce }) => w.uint(nonce),
    read: (r) => ({ nonce: r.uint() }),
  },
  welcome: {
    write(w, frame) {
      w.uint(frame.version)
      w.text(frame.server)
      w.id(frame.workspaceId)
      w.id(frame.directoryId)
      w.id(frame.personId)
      w.id(frame.deviceId)
      w.uint(roles.indexOf(frame.role))
      w.uint(frame.serverTime)
      w.id(frame.epoch)
      w.list(frame.spaces, (space) => writeHead(w, space))
    },
    read: (r) => ({
      version: r.uint(),
      server: r.text(limit.nameLength),
      workspaceId: r.id(),
      directoryId: r.id(),
      personId: r.id(),
      deviceId: r.id(),
      role: readWord(r, roles),
      serverTime: r.uint(),
      epoch: r.id(),
      spaces: r.list(limit.cursors, idBytes + 1, () => readHead(r)),
    }),
  },
  ack: {
    write(w, { items }) {
      w.list(items, ({ itemId, spaceId, seq }) => {
        w.id(itemId)
        w.id(spaceId)
        w.uint(seq)
      })
    },
    read: (r) => ({
      items: r.list(limit.pushItems, 2 * idBytes + 1, () => ({
        itemId: r.id(),
        spaceId: r.id(),
        seq: r.uint(),
      })),
    }),
  },
  reject: {
    write(w, { itemId, reason, detail }) {
      w.id(itemId)
      w.uint(rejectReasons.indexOf(reason))
      w.text(detail)
    },
    read: (r) => ({
      itemId: r.id(),
      reason: readWord(r, rejectReasons),
      detail: r.text(limit.detailLength),
    }),
  },
  page: {
    write(w, { spaceId, epoch, after, upTo, head, entries, sample }) {
      w.id(spaceId)
      w.id(epoch)
      w.uint(after)
      w.uint(upTo)
      w.uint(head)
      w.list(entries, (entry) => writeEntry(w, entry, after))
      w.uint(sample ? 1 : 0)
      if (sample) {
        w.docId(sample.docId)
        w.bytes(sample.digest)
      }
    },
    read(r) {
      const spaceId = r.id<Extract<ServerFrame, { type: 'page' }>['spaceId']>()
      const epoch = r.id()
      const after = r.uint()
      return {
        spaceId,
        epoch,
        after,
        upTo: r.uint(),
        head: r.uint(),
        entries: r.list(limit.pageEntries, idBytes + 3, () => readEntry(r, after)),
        sample: r.index(2) === 0 ? null : { docId: r.docId(), digest: r.bytes(limit.digestBytes) },
      }
    },
  },
  poke: {
    write: (w, head) => writeHead(w, head),
    read: (r) => readHead(r),
  },
  access: {
    write(w, { role, granted, revoked }) {
      w.uint(roles.indexOf(role))
      w.list(granted, (space) => writeHead(w, space))
      w.list(revoked, (spaceId) => w.id(spaceId))
    },
    read: (r) => ({
      role: readWord(r, roles),
      granted: r.list(limit.cursors, idBytes + 1, () => readHead(r)),
      revoked: r.list(limit.cursors, idBytes, () => r.id<SpaceIdOf>()),
    }),
  },
  presences: {
    write(w, { topic, present }) {
      w.text(topic)
      w.list(present, ({ personId, deviceId, state }) => {
        w.id(personId)
        w.id(deviceId)
        w.uint(presenceStates.indexOf(state))
      })
    },
    read: (r) => ({
      topic: r.text(limit.topicLength),
      present: r.list(limit.presences, 2 * idBytes + 1, () => ({
        personId: r.id(),
        deviceId: r.id(),
        state: readWord(r, presenceStates),
      })),
    }),
  },
  states: {
    write(w, { spaceId, docs }) {
      w.id(spaceId)
      w.list(docs, ({ docId, stateVector, digest }) => {
        w.docId(docId)
        w.bytes(stateVector)
        w.bytes(digest)
      })
    },
    read: (r) => ({
      spaceId: r.id(),
      docs: r.list(limit.compares, 3, () => ({
        docId: r.docId(),
        stateVector: r.bytes(limit.stateVectorBytes),
        digest: r.bytes(limit.digestBytes),
      })),
    }),
  },
  pong: {
    write(w, { nonce, serverTime }) {
      w.uint(nonce)
      w.uint(serverTime)
    },
    read: (r) => ({ nonce: r.uint(), serverTime: r.uint() }),
  },
}

type SpaceIdOf = Extract<ServerFrame, { type: 'poke' }>['spaceId']

const itemTypes = ['update', 'record', 'delete', 'move', 'erase'] as const satisfies PushItem['type'][]

function writePushItem(w: Writer, item: PushItem): void {
  w.uint(itemTypes.indexOf(item.type))
  w.id(item.itemId)
  w.id(item.spaceId)
  if (item.type === 'record') {
    w.text(item.recordType)
    w.text(item.recordId)
    w.text(item.body)
    return
  }
  w.docId(item.docId)
  if (item.type === 'update') w.bytes(item.payload)
  if (item.type === 'move') w.id(item.toSpaceId)
}

function readPushItem(r: Reader): PushItem {
  const type = readWord(r, itemTypes)
  const place = { itemId: r.id<PushItem['itemId']>(), spaceId: r.id<SpaceIdOf>() }
  switch (type) {
    case 'update':
      return { type, ...place, docId: r.docId(), payload: r.bytes(limit.payloadBytes) }
    case 'record':
      return { type, ...place, ...readRecord(r) }
    case 'move':
      return { type, ...place, docId: r.docId(), toSpaceId: r.id() }
    default:
      return { type, ...place, docId: r.docId() }
  }
}

const entryTypes = ['update', 'snapshot', 'tombstone', 'record'] as const satisfies FeedEntry['type'][]

function writeEntry(w: Writer, entry: FeedEntry, after: number): void {
  w.uint(entryTypes.indexOf(entry.type))
  w.uint(entry.seq - after)
  w.id(entry.entryId)
  if (entry.type === 'record') {
    w.text(entry.recordType)
    w.text(entry.recordId)
    w.text(entry.body)
    return
  }
  w.docId(entry.docId)
  if (entry.type === 'tombstone') {
    w.uint(entry.movedTo === null ? 0 : 1)
    if (entry.movedTo !== null) w.id(entry.movedTo)
    return
  }
  if (entry.type === 'snapshot') w.uint(entry.erases ? 1 : 0)
  w.bytes(entry.payload)
}

function readEntry(r: Reader, after: number): FeedEntry {
  const type = readWord(r, entryTypes)
  const place = { seq: after + r.uint(), entryId: r.id<FeedEntry['entryId']>() }
  switch (type) {
    case 'update':
      return { type, ...place, docId: r.docId(), payload: r.bytes(limit.payloadBytes) }
    case 'snapshot':
      return {
        type,
        ...place,
        docId: r.docId(),
        erases: r.index(2) === 1,
        payload: r.bytes(limit.payloadBytes),
      }
    case 'tombstone':
      return { type, ...place, docId: r.docId(), movedTo: r.index(2) === 1 ? r.id<SpaceIdOf>() : null }
    case 'record':
      return { type, ...place, ...readRecord(r) }
  }
}

function readRecord(r: Reader) {
  return {
    recordType: r.text(limit.nameLength),
    recordId: r.text(limit.nameLength),
    body: r.text(limit.recordBytes),
  }
}

function writeHead(w: Writer, { spaceId, head }: { spaceId: SpaceIdOf; head: number }): void {
  w.id(spaceId)
  w.uint(head)
}

const readHead = (r: Reader) => ({ spaceId: r.id<SpaceIdOf>(), head: r.uint() })

const readWord = <const Word>(r: Reader, words: readonly Word[]): Word => words[r.index(words.length)] as Word
