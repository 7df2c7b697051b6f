/** A line between programs and a server that a test can cut, or hold up half-way through what the server says. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface HeldLine {
  /** Such as `127.0.0.1:40123`: what programs take for the server. */
  readonly host: string
  /** Ends what is connected, and lets nobody through. */
  cut(): void
  /** From now on as much as this of what the server says goes through, and nothing after it. Resolves when some is held. */
  holdAfter(bytes: number): Promise<void>
  /** Everything goes through, of new connections. */
  open(): void
}

/** @param server such as `http://127.0.0.1:8787` */
export async function createHeldLine(server: string): Promise<HeldLine> {
  const sockets = new Set<Socket>()
  let isCut = false
  let left = Infinity
  let held: () => void = () => undefined

  const listener = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(new URL(server).port), '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      // Who was killed says no goodbye.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (bytes: Buffer) => {
      const through = bytes.subarray(0, left)
      left -= through.length
      if (through.length > 0) near.write(through)
      if (through.length < bytes.length) held()
    })
  })
  listener.listen(0, '127.0.0.1')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    listener.close()
  })
  await once(listener, 'listening')
  const open = (): void => {
    isCut = false
    left = Infinity
  }
  return {
    host: `127.0.0.1:${(listener.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    async holdAfter(bytes) {
      open()
      left = bytes
      await new Promise<void>((resolve) => (held = resolve))
    },
    open,
  }
}
