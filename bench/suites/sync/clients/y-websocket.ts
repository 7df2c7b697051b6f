/** Devices of y-websocket: a provider and a socket for each document, as it has no other way. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep2, messageYjsUpdate, readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import { WebSocket } from 'ws'
import { messageAwareness, messageSync, WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { SubjectClient } from '../subject.ts'
import { createWireCounter } from './counting-socket.ts'
import { openIdleSocket } from './idle-socket.ts'
import { writePresence } from './presence.ts'
import { createProviderDevice, type Provider } from './provider-device.ts'

export function createYWebsocketClient(): SubjectClient {
  const emptyDoc = new Y.Doc()
  return {
    openDevice(spec) {
      const { Socket, count } = createWireCounter()
      const url = `ws://127.0.0.1:${String(spec.address.port)}`
      return createProviderDevice(
        spec,
        (id, doc) => {
          const awareness = new Awareness(doc)
          if (!spec.presence) awareness.setLocalState(null)
          // Without disableBc the documents of one process would meet past the server.
          const options = { connect: false, disableBc: true, awareness, WebSocketPolyfill: Socket }
          return wrap(new WebsocketProvider(url, id, doc, options))
        },
        count,
      )
    },

    openIdle(spec) {
      const socket = new WebSocket(`ws://127.0.0.1:${String(spec.address.port)}/${spec.documentId}`)
      return openIdleSocket(socket, {
        greetings: () => [
          message(messageSync, (encoder) => writeSyncStep1(encoder, emptyDoc)),
          message(messageAwareness, (encoder) => writePresence(encoder, spec.number)),
        ],
        answer(data) {
          const decoder = decoding.createDecoder(data)
          if (decoding.readVarUint(decoder) !== messageSync) return { reply: null, isSynced: false }
          const encoder = encoding.createEncoder()
          encoding.writeVarUint(encoder, messageSync)
          const type = readSyncMessage(decoder, encoder, emptyDoc, null)
          const reply = encoding.length(encoder) > 1 ? encoding.toUint8Array(encoder) : null
          return { reply, isSynced: type === messageYjsSyncStep2 }
        },
      })
    },
  }
}

function wrap(provider: WebsocketProvider): Provider {
  let onUpdateMessage: (() => void) | null = null
  const readSync = provider.messageHandlers[messageSync]
  provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
    const type = decoder.arr[decoder.pos]
    readSync?.(encoder, decoder, ...rest)
    if (type === messageYjsUpdate) onUpdateMessage?.()
  }
  return {
    connect: () =>
      new Promise((resolve) => {
        const onSync = (isSynced: boolean) => {
          if (!isSynced) return
          provider.off('sync', onSync)
          resolve()
        }
        provider.on('sync', onSync)
        provider.connect()
      }),
    // The server sends each update to all connections of its document, the sender's too, and nobody else writes to it
    // while one waits here: the next update is the echo of this one.
    send: (change) =>
      new Promise((resolve) => {
        onUpdateMessage = () => {
          onUpdateMessage = null
          resolve()
        }
        change()
      }),
  }
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
