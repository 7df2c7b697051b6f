/** The real transport: one WebSocket at `/sync` of the server's address. */
import WebSocket from 'ws'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { SyncTransport } from './transport.ts'

const handshakeMs = 10_000
const brokenLine = 1006

export const webSocketTransport: SyncTransport = {
  open(address, { onOpen, onMessage, onClose }) {
    const url = new URL('/sync', address)
    url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:'
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      handshakeTimeout: handshakeMs,
      maxPayload: protocolLimits.frameBytes,
      followRedirects: false,
    })
    socket.binaryType = 'nodebuffer'
    socket.on('open', onOpen)
    socket.on('message', (data) => onMessage(data as Buffer))
    // What went wrong is told by the close that always follows.
    socket.on('error', () => undefined)
    socket.on('close', (code, reason) => onClose(code || brokenLine, reason.toString('utf8')))
    return {
      send(bytes) {
        if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
      },
      // A line that is half dead would not answer the polite way.
      close: () => socket.terminate(),
    }
  },
}
