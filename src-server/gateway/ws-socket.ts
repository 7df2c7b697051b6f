/** A `ws` socket as the gateway wants it. */
import type { Duplex } from 'node:stream'
import { WebSocket, type RawData } from 'ws'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import type { GatewaySocket } from './gateway-socket.ts'

const messageTooBig = 1009

/** Says `tooLarge` in the protocol's words where `ws` refuses a message for its size [F4]. */
export class ProtocolWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === messageTooBig ? closeCodes.tooLarge : code, reason)
  }
}

/** @param stream what `ws` writes to */
export function gatewaySocketOf(ws: WebSocket, stream: Duplex): GatewaySocket {
  let isGathering = false
  const release = () => {
    isGathering = false
    stream.uncork()
  }
  // Whatever goes wrong ends in `close`.
  ws.on('error', ignore)
  return {
    get bufferedAmount() {
      return ws.bufferedAmount
    },
    send(bytes, taken) {
      if (ws.readyState !== WebSocket.OPEN) {
        taken?.()
        return
      }
      // What is sent in one turn leaves with one call to the system.
      if (!isGathering) {
        isGathering = true
        stream.cork()
        process.nextTick(release)
      }
      ws.send(bytes, taken)
    },
    close: (code, reason) => ws.close(code, reason),
    terminate: () => ws.terminate(),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    onMessage: (listener) =>
      void ws.on('message', (data: RawData, isBinary: boolean) =>
        listener(isBinary ? toBytes(data) : noBytes()),
      ),
    onClose: (listener) => void ws.on('close', listener),
  }
}

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

const noBytes = () => new Uint8Array(0)
const ignore = () => undefined
