/**
 * Lines between devices and the server that deliver only when told to, and that can be cut at any place: before a
 * frame, in the middle of one, or after it was sent and before anybody heard it.
 */
import type { Random } from '#shared/base/random.ts'
import type { SyncTransport } from '../../../src-main/engine/sync/transport.ts'
import type { GatewaySocket } from '../../../src-server/gateway/gateway-socket.ts'

export interface VirtualNetwork {
  /** How a device reaches the server. */
  transportOf(device: string): SyncTransport
  /** Who answers; null while the server is down. */
  serve(accept: ((socket: GatewaySocket, address: string) => void) | null): void
  setReachable(device: string, isReachable: boolean): void
  /** Delivers one message of a line picked at random; false where none is under way. */
  deliverOne(random: Random): boolean
  /** Ends the device's line. `torn` hands over half of what was under way first. */
  cut(device: string, how: 'clean' | 'torn'): void
  cutAll(): void
  /** Sends again what the device sent last on this line; false where there is none. */
  repeat(device: string): boolean
  readonly underWay: number
  readonly stats: { delivered: number; cut: number; torn: number; repeated: number; refused: number }
}

type Message =
  | { readonly type: 'open' }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array; readonly taken?: (() => void) | undefined }
  | { readonly type: 'close'; readonly code: number; readonly reason: string }

interface Line {
  readonly device: string
  readonly toServer: Message[]
  readonly toDevice: Message[]
  readonly heardByServer: (bytes: Uint8Array) => void
  readonly heardByDevice: (message: Message) => void
  readonly closedForServer: () => void
  isOpen: boolean
  lastSent: Uint8Array | null
}

const broken = 1006

export function createVirtualNetwork(): VirtualNetwork {
  const lines = new Set<Line>()
  const unreachable = new Set<string>()
  const stats = { delivered: 0, cut: 0, torn: 0, repeated: 0, refused: 0 }
  let accept: Parameters<VirtualNetwork['serve']>[0] = null

  const end = (line: Line, code: number, reason: string) => {
    if (!line.isOpen) return
    line.isOpen = false
    lines.delete(line)
    line.closedForServer()
    line.heardByDevice({ type: 'close', code, reason })
  }
  const deliver = (line: Line, queue: Message[]) => {
    const message = queue.shift()
    if (!message) return
    stats.delivered++
    if (message.type === 'close') {
      end(line, message.code, message.reason)
    } else if (queue === line.toDevice) {
      if (message.type === 'bytes') message.taken?.()
      line.heardByDevice(message)
    } else if (message.type === 'bytes') {
      line.heardByServer(message.bytes)
    }
  }
  const linesOf = (device: string) => [...lines].filter((line) => line.device === device)

  return {
    transportOf: (device) => ({
      open(_address, { onOpen, onMessage, onClose }) {
        const acceptNow = accept
        if (!acceptNow || unreachable.has(device)) {
          stats.refused++
          queueMicrotask(() => onClose(broken, 'unreachable'))
          return { send: () => undefined, close: () => undefined }
        }
        let onServerMessage: (bytes: Uint8Array) => void = () => undefined
        let onServerClose: () => void = () => undefined
        const line: Line = {
          device,
          toServer: [],
          toDevice: [{ type: 'open' }],
          heardByServer: (bytes) => onServerMessage(bytes),
          heardByDevice(message) {
            if (message.type === 'open') onOpen()
            else if (message.type === 'bytes') onMessage(message.bytes)
            else onClose(message.code, message.reason)
          },
          closedForServer: () => onServerClose(),
          isOpen: true,
          lastSent: null,
        }
        lines.add(line)
        acceptNow(
          {
            bufferedAmount: 0,
            send: (bytes, taken) => line.toDevice.push({ type: 'bytes', bytes: bytes.slice(), taken }),
            close: (code, reason) => line.toDevice.push({ type: 'close', code, reason }),
            terminate: () => end(line, broken, ''),
            pause: () => undefined,
            resume: () => undefined,
            onMessage: (listener) => (onServerMessage = listener),
            onClose: (listener) => (onServerClose = listener),
          },
          device,
        )
        return {
          send(bytes) {
            if (!line.isOpen) return
            line.lastSent = bytes.slice()
            line.toServer.push({ type: 'bytes', bytes: bytes.slice() })
          },
          close: () => end(line, broken, ''),
        }
      },
    }),
    serve(next) {
      accept = next
    },
    setReachable(device, isReachable) {
      if (isReachable) unreachable.delete(device)
      else unreachable.add(device)
    },
    deliverOne(random) {
      const queues = [...lines].flatMap((line) =>
        [line.toServer, line.toDevice].filter((queue) => queue.length > 0).map((queue) => ({ line, queue })),
      )
      if (queues.length === 0) return false
      const { line, queue } = random.pick(queues)
      deliver(line, queue)
      return true
    },
    cut(device, how) {
      for (const line of linesOf(device)) {
        stats.cut++
        const torn = line.toServer.find((message) => message.type === 'bytes')
        if (how === 'torn' && torn) {
          stats.torn++
          line.heardByServer(torn.bytes.subarray(0, torn.bytes.byteLength >> 1))
        }
        end(line, broken, 'cut')
      }
    },
    cutAll() {
      for (const line of [...lines]) end(line, broken, 'server gone')
    },
    repeat(device) {
      const [line] = linesOf(device)
      if (!line?.lastSent) return false
      stats.repeated++
      line.toServer.push({ type: 'bytes', bytes: line.lastSent })
      return true
    },
    get underWay() {
      return [...lines].reduce((sum, { toServer, toDevice }) => sum + toServer.length + toDevice.length, 0)
    },
    stats,
  }
}
