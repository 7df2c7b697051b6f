/**
 * A device of a system whose client is a provider beside each Y.Doc. Its data is in memory only, which is kinder to these
 * systems than a store on disk is to ours.
 */
import * as Y from 'yjs'
import type { DocId } from '#shared/base/ids.ts'
import { inWindow } from '../in-window.ts'
import type { Device, DeviceSpec, WireCount } from '../subject.ts'

export interface Provider {
  /** Resolves when the first exchange with the server is done. */
  connect(): Promise<void>
  /** Runs `change`, which the provider sends, and resolves when that is acknowledged. */
  send(change: () => void): Promise<void>
}

/**
 * How many documents are in their first exchange at a time. Hocuspocus closes a connection at 100 that are not yet
 * authenticated (`maxPendingDocuments`). Neither system is faster with 16, 32 or 95, nor y-websocket with 300 or 1,500.
 */
const connectWindow = 64

export function createProviderDevice(
  spec: DeviceSpec,
  createProvider: (id: DocId, doc: Y.Doc) => Provider,
  wire: () => WireCount,
): Device {
  const documents = new Map(
    spec.documents.map(({ id, state }) => {
      const doc = new Y.Doc()
      if (state !== null) Y.applyUpdate(doc, state)
      return [id, { doc, provider: createProvider(id, doc), isWriting: false }]
    }),
  )
  return {
    connect: () => inWindow([...documents.values()], connectWindow, ({ provider }) => provider.connect()),
    write(id, change) {
      const document = documents.get(id)
      if (document === undefined) throw new Error(`the device does not hold ${id}`)
      return document.provider.send(() => {
        document.isWriting = true
        document.doc.transact(() => change(document.doc))
        document.isWriting = false
      })
    },
    onRemoteChange(listener) {
      for (const [id, document] of documents)
        document.doc.on('update', () => {
          if (!document.isWriting) listener(id)
        })
    },
    async untilHolds({ isComplete }) {
      await Promise.all([...documents.values()].map(({ doc }) => untilDocument(doc, isComplete)))
    },
    wire,
  }
}

export function untilDocument(doc: Y.Doc, isComplete: (doc: Y.Doc) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!isComplete(doc)) return
      doc.off('update', check)
      resolve()
    }
    doc.on('update', check)
    check()
  })
}
