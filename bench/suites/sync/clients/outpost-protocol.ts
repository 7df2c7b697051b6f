/** A device in memory that speaks the protocol with the project's own codec: pushes, pulls, follows, and waits for acks. */
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { asId, type DocId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { decodeServerFrame, encode } from '#shared/protocol/codec.ts'
import type { ClientFrame, ServerFrame } from '#shared/protocol/frames.ts'
import { spaceOf } from '../outpost-workspace.ts'
import type { Device, DeviceSpec } from '../subject.ts'
import { freshIds } from '../workload.ts'
import { askHeads, epochOf, helloOf, syncUrl } from './outpost-hello.ts'
import { untilDocument } from './provider-device.ts'

interface Document {
  readonly doc: Y.Doc
  readonly spaceId: SpaceId
}

/** What `applyUpdate` is told of where a change came from. */
const remote = 'remote'

export function createProtocolDevice({ address, number, documents: held, presence }: DeviceSpec): Device {
  const epoch = epochOf(address)
  const documents = new Map<DocId, Document>(
    held.map(({ id, state }) => {
      const doc = new Y.Doc()
      if (state !== null) Y.applyUpdate(doc, state)
      return [id, { doc, spaceId: spaceOf(id) }]
    }),
  )
  const cursors = new Map<SpaceId, number>()
  /** Spaces that are behind their heads. */
  const behind = new Set<SpaceId>()
  const waiting = new Map<UpdateId, { resolve: () => void; reject: (error: Error) => void }>()
  let connected: { resolve: () => void; reject: (error: Error) => void } | null = null
  let socket: WebSocket | null = null
  let sentBytes = 0
  let receivedBytes = 0

  const send = (frame: ClientFrame) => {
    const bytes = encode(frame)
    sentBytes += bytes.byteLength
    socket?.send(bytes)
  }
  const pull = (spaceId: SpaceId) => {
    behind.add(spaceId)
    send({ type: 'pull', spaceId, epoch, after: cursors.get(spaceId) ?? 0 })
  }
  const readPage = (page: Extract<ServerFrame, { type: 'page' }>) => {
    const { spaceId, after, upTo, head } = page
    if (after !== (cursors.get(spaceId) ?? 0)) return
    for (const entry of page.entries) {
      if (entry.type !== 'update' && entry.type !== 'snapshot') continue
      const document = documents.get(entry.docId)
      if (document) Y.applyUpdate(document.doc, entry.payload, remote)
    }
    cursors.set(spaceId, upTo)
    if (upTo < head) pull(spaceId)
    else behind.delete(spaceId)
  }
  const hear = (frame: ServerFrame) => {
    switch (frame.type) {
      case 'welcome':
        for (const { spaceId, head } of frame.spaces) if (head > (cursors.get(spaceId) ?? 0)) pull(spaceId)
        if (presence) send({ type: 'watch', topics: ['online'] })
        break
      case 'page':
        readPage(frame)
        break
      case 'poke':
        pull(frame.spaceId)
        break
      case 'ack':
        for (const { itemId, spaceId, seq } of frame.items) {
          if (cursors.get(spaceId) === seq - 1) cursors.set(spaceId, seq)
          waiting.get(itemId)?.resolve()
          waiting.delete(itemId)
        }
        break
      case 'reject':
        waiting.get(frame.itemId)?.reject(new Error(`refused: ${frame.reason} ${frame.detail}`))
        waiting.delete(frame.itemId)
        break
      default:
        break
    }
    if (behind.size > 0 || connected === null) return
    connected.resolve()
    connected = null
  }
  const fail = (error: Error) => {
    connected?.reject(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  return {
    async connect() {
      const heads = await askHeads(address)
      const hello = helloOf(address, number, heads)
      for (const { spaceId, seq } of hello.cursors) cursors.set(spaceId, seq)
      const opened = new WebSocket(syncUrl(address), { perMessageDeflate: false })
      socket = opened
      opened.on('open', () => send(hello))
      opened.on('message', (data: Buffer) => {
        receivedBytes += data.byteLength
        const frame = decodeServerFrame(data)
        if (frame.ok) hear(frame.value)
        else fail(new Error(frame.error.detail))
      })
      opened.on('error', fail)
      opened.on('close', (code) => fail(new Error(`the server closed with ${String(code)}`)))
      await new Promise<void>((resolve, reject) => (connected = { resolve, reject }))
    },

    write(id, change) {
      const document = documents.get(id)
      if (document === undefined) throw new Error(`the device does not hold ${id}`)
      const { doc, spaceId } = document
      const itemId = asId<UpdateId>(freshIds.next())
      return new Promise((resolve, reject) => {
        doc.once('update', (payload: Uint8Array) => {
          waiting.set(itemId, { resolve, reject })
          send({ type: 'push', items: [{ type: 'update', itemId, spaceId, docId: id, payload }] })
        })
        doc.transact(() => change(doc))
      })
    },

    onRemoteChange(listener) {
      for (const [id, { doc }] of documents)
        doc.on('update', (_update: Uint8Array, origin: unknown) => {
          if (origin === remote) listener(id)
        })
    },

    async untilHolds({ isComplete }) {
      await Promise.all([...documents.values()].map(({ doc }) => untilDocument(doc, isComplete)))
    },

    wire: () => ({ sentBytes, receivedBytes }),
  }
}
