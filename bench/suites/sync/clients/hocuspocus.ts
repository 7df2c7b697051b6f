/** Devices of Hocuspocus: a provider for each document, all over one socket, as its documentation recommends. */
import { HocuspocusProvider, HocuspocusProviderWebsocket, MessageType } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep2, readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { DocId } from '#shared/base/ids.ts'
import type { SubjectClient } from '../subject.ts'
import { createWireCounter } from './counting-socket.ts'
import { openIdleSocket } from './idle-socket.ts'
import { writePresence } from './presence.ts'
import { createProviderDevice, type Provider } from './provider-device.ts'

/** Of @hocuspocus/common's AuthMessageType; the provider does not export it. */
const authToken = 0
/** The server's own sync step 1 has a type that the provider's list lacks. */
const syncReply = 4
const sync: number = MessageType.Sync

export function createHocuspocusClient(): SubjectClient {
  const emptyDoc = new Y.Doc()
  return {
    openDevice(spec) {
      const { Socket, count } = createWireCounter()
      const websocketProvider = new HocuspocusProviderWebsocket({
        url: `ws://127.0.0.1:${String(spec.address.port)}`,
        WebSocketPolyfill: Socket,
        autoConnect: false,
      })
      const createProvider = (id: DocId, doc: Y.Doc) => {
        const awareness = new Awareness(doc)
        if (!spec.presence) awareness.setLocalState(null)
        return wrap(new HocuspocusProvider({ websocketProvider, name: id, document: doc, awareness }))
      }
      const device = createProviderDevice(spec, createProvider, count)
      return {
        ...device,
        connect() {
          void websocketProvider.connect()
          return device.connect()
        },
      }
    },

    openIdle(spec) {
      const message = (type: number, write: (encoder: encoding.Encoder) => void) => {
        const encoder = encoding.createEncoder()
        encoding.writeVarString(encoder, spec.documentId)
        encoding.writeVarUint(encoder, type)
        write(encoder)
        return encoding.toUint8Array(encoder)
      }
      return openIdleSocket(new WebSocket(`ws://127.0.0.1:${String(spec.address.port)}`), {
        greetings: () => [
          message(MessageType.Auth, (encoder) => {
            encoding.writeVarUint(encoder, authToken)
            encoding.writeVarString(encoder, '')
            encoding.writeVarString(encoder, 'idle')
          }),
          message(MessageType.Sync, (encoder) => writeSyncStep1(encoder, emptyDoc)),
          message(MessageType.Awareness, (encoder) => writePresence(encoder, spec.number)),
        ],
        answer(data) {
          const decoder = decoding.createDecoder(data)
          decoding.readVarString(decoder)
          const type = decoding.readVarUint(decoder)
          if (type !== sync && type !== syncReply) return { reply: null, isSynced: false }
          const answer = encoding.createEncoder()
          const syncType = readSyncMessage(decoder, answer, emptyDoc, null)
          const body = encoding.toUint8Array(answer)
          const reply =
            body.length === 0
              ? null
              : message(MessageType.Sync, (encoder) => encoding.writeUint8Array(encoder, body))
          return { reply, isSynced: syncType === messageYjsSyncStep2 }
        },
      })
    },
  }
}

function wrap(provider: HocuspocusProvider): Provider {
  const untilAcknowledged = () =>
    new Promise<void>((resolve) => {
      const onChange = () => {
        if (provider.unsyncedChanges > 0 || !provider.synced) return
        provider.off('unsyncedChanges', onChange)
        resolve()
      }
      provider.on('unsyncedChanges', onChange)
    })
  return {
    connect() {
      const acknowledged = untilAcknowledged()
      provider.attach()
      return acknowledged
    },
    send(change) {
      const acknowledged = untilAcknowledged()
      change()
      return acknowledged
    },
  }
}
