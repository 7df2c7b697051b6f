/**
 * Devices of Outpost. The one that was away with thousands of documents is the whole engine with its store on disk. The
 * others, of which there are up to ten thousand in a process, speak the protocol and have their documents in memory, as
 * the other systems' providers do.
 */
import { WebSocket } from 'ws'
import { decodeServerFrame, encode } from '#shared/protocol/codec.ts'
import type { SubjectClient } from '../subject.ts'
import { openIdleSocket } from './idle-socket.ts'
import { askHeads, helloOf, syncUrl } from './outpost-hello.ts'
import { createEngineDevice, readBefore } from './outpost-engine.ts'
import { createProtocolDevice } from './outpost-protocol.ts'

/** As the engine does where it has heard nothing for so long. */
const pingMs = 20_000

export function createOutpostClient(): SubjectClient {
  return {
    readBefore,

    openDevice(spec) {
      const wasAway = spec.documents.length > 1 && spec.documents.every(({ state }) => state !== null)
      return wasAway ? createEngineDevice(spec) : createProtocolDevice(spec)
    },

    async openIdle({ address, number }) {
      const heads = await askHeads(address)
      const socket = new WebSocket(syncUrl(address), { perMessageDeflate: false })
      const device = await openIdleSocket(socket, {
        greetings: () => [encode(helloOf(address, number, heads))],
        answer(data) {
          const frame = decodeServerFrame(data)
          return { reply: null, isSynced: frame.ok && frame.value.type === 'welcome' }
        },
      })
      setInterval(() => socket.send(encode({ type: 'ping', nonce: 1 })), pingMs)
      return device
    },
  }
}
