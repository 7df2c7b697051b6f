/** Which parts each frame has, in which order: SPEC.md's table as code. */
import { presenceStates, rejectReasons, roles, type Frame, type ServerFrame } from './frames.ts'
import {
  readEntry,
  readHead,
  readPushItem,
  readWord,
  writeEntry,
  writeHead,
  writePushItem,
  type SpaceIdOf,
} from './item-layouts.ts'
import { protocolLimits } from './limits.ts'
import type { Reader, Writer } from './wire.ts'

type Body<F> = F extends unknown ? Omit<F, 'type'> : never
interface Layout<F extends Frame> {
  readonly write: (writer: Writer, frame: F) => void
  readonly read: (reader: Reader) => Body<F>
}
type Layouts = { readonly [T in Frame['type']]: Layout<Extract<Frame, { type: T }>> }

const limit = protocolLimits
const idBytes = 16

export const layouts: Layouts = {
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
  point: {
    write(w, { topic, point }) {
      w.text(topic)
      w.bytes(point)
    },
    read: (r) => ({ topic: r.text(limit.topicLength), point: r.bytes(limit.pointBytes) }),
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
  pointed: {
    write(w, { topic, personId, deviceId, point }) {
      w.text(topic)
      w.id(personId)
      w.id(deviceId)
      w.bytes(point)
    },
    read: (r) => ({
      topic: r.text(limit.topicLength),
      personId: r.id(),
      deviceId: r.id(),
      point: r.bytes(limit.pointBytes),
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
