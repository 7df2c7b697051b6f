/** A device that says what a test wants and keeps what it hears, over a real WebSocket. */
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { unwrap } from '#shared/base/result.ts'
import { decodeServerFrame, encode } from '#shared/protocol/codec.ts'
import type { ClientFrame, Cursor, ServerFrame } from '#shared/protocol/frames.ts'
import { protocolVersions, type VersionRange } from '#shared/protocol/versions.ts'

export interface TestDevice {
  readonly ws: WebSocket
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  send(frame: ClientFrame): void
  sendBytes(bytes: Uint8Array | string): void
  /** The next frame of the type, also one that came before; earlier ones of other types are kept. */
  next<T extends ServerFrame['type']>(type: T): Promise<Extract<ServerFrame, { type: T }>>
  /** Everything the server had to say until it answered a ping sent now. */
  settled(): Promise<readonly ServerFrame[]>
  hello(options: { token: string; cursors?: readonly Cursor[]; versions?: VersionRange }): void
}

export async function connectDevice(url: string, options?: WebSocket.ClientOptions): Promise<TestDevice> {
  const ws = new WebSocket(url, { perMessageDeflate: false, ...options })
  onTestFinished(() => ws.terminate())
  const heard: ServerFrame[] = []
  const waiting = new Set<() => void>()
  let nonce = 0
  ws.on('message', (data: Buffer) => {
    heard.push(unwrap(decodeServerFrame(data)))
    for (const look of [...waiting]) look()
  })
  ws.on('error', () => undefined)
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  await new Promise<void>((resolve, reject) => {
    ws.on('open', resolve)
    ws.on('error', reject)
  })

  const device: TestDevice = {
    ws,
    closed,
    send: (frame) => ws.send(encode(frame)),
    sendBytes: (bytes) => ws.send(bytes),
    next: <T extends ServerFrame['type']>(type: T) =>
      new Promise<Extract<ServerFrame, { type: T }>>((resolve, reject) => {
        const look = () => {
          const at = heard.findIndex((frame) => frame.type === type)
          if (at < 0) return
          waiting.delete(look)
          resolve(heard.splice(at, 1)[0] as Extract<ServerFrame, { type: T }>)
        }
        waiting.add(look)
        void closed.then(({ code }) => reject(new Error(`closed with ${code} before ${type}`)))
        look()
      }),
    async settled() {
      device.send({ type: 'ping', nonce: ++nonce })
      await device.next('pong')
      return heard.splice(0)
    },
    hello: ({ token, cursors = [], versions = protocolVersions }) =>
      device.send({ type: 'hello', versions, token, program: 'test 1', cursors }),
  }
  return device
}
