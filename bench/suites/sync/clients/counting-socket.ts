/** The `ws` package's client as the global `WebSocket` that providers expect, counting the payload of its messages. */
import { WebSocket as NodeSocket, type RawData } from 'ws'
import type { WireCount } from '../subject.ts'

export interface WireCounter {
  readonly Socket: typeof WebSocket
  count(): WireCount
}

export function createWireCounter(): WireCounter {
  let sentBytes = 0
  let receivedBytes = 0

  class CountingSocket extends NodeSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols)
      this.on('message', (data: RawData) => (receivedBytes += sizeOf(data)))
    }
    override send(...args: [data: Uint8Array, ...rest: never[]]): void {
      sentBytes += args[0].byteLength
      super.send(...args)
    }
  }

  return {
    // The same events and methods, as far as the providers use them; the types of a browser and of Node share no ancestor.
    Socket: CountingSocket as unknown as typeof WebSocket,
    count: () => ({ sentBytes, receivedBytes }),
  }
}

function sizeOf(data: RawData): number {
  if (Array.isArray(data)) return data.reduce((sum, part) => sum + part.byteLength, 0)
  return data.byteLength
}
