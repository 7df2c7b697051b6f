/** A `ws` socket as the gateway wants it. */
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

export function gatewaySocketOf(ws: WebSocket): GatewaySocket {
  // Whatever goes wrong ends in `close`.
  ws.on('error', ignore)
  return {
    get bufferedAmount() {
      return ws.bufferedAmount
    },
    send(bytes, taken) {
      if (ws.readyState === WebSocket.OPEN) ws.send(bytes, taken)
      else taken?.()
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
