/** A connection to the session bus, over its socket and without a library of the system. It never holds the program. */
import { connect, type Socket } from 'node:net'
import { createMessageReader, encodeCall, messageTypes, type BusCall, type BusMessage } from './wire.ts'

export interface SessionBus {
  /** What it answers; null where it refuses, does not answer, or is gone. */
  call(call: BusCall): Promise<readonly unknown[] | null>
  onSignal(listener: (signal: BusMessage) => void): void
  readonly isOpen: boolean
  close(): void
}

const timeoutMs = 2_000
export const busName = 'org.freedesktop.DBus'
export const busPath = '/org/freedesktop/DBus'

/** @param address as DBUS_SESSION_BUS_ADDRESS has it; null where there is no bus that can be spoken to */
export async function connectSessionBus(address: string): Promise<SessionBus | null> {
  const path = socketPath(address)
  const uid = process.getuid?.()
  if (path === null || uid === undefined) return null
  const socket = connect({ path })
  const bus = createBus(socket)
  if (!(await isLetIn(socket, uid))) {
    bus.close()
    return null
  }
  bus.begin()
  const greeting = { destination: busName, path: busPath, contract: busName, member: 'Hello' }
  if (await bus.call({ ...greeting, signature: '', body: [] })) return bus
  bus.close()
  return null
}

function createBus(socket: Socket): SessionBus & { begin(): void } {
  const waiting = new Map<number, (body: readonly unknown[] | null) => void>()
  const listeners = new Set<(signal: BusMessage) => void>()
  let serial = 0
  let isOpen = true
  const close = (): void => {
    isOpen = false
    socket.destroy()
    for (const answer of [...waiting.values()]) answer(null)
  }
  socket.on('error', close)
  socket.on('close', close)
  const take = (message: BusMessage): void => {
    // Later than an answer that came with it: only by the answer one knows what the signal is about.
    if (message.type === messageTypes.signal)
      setImmediate(() => {
        for (const listener of listeners) listener(message)
      })
    else if (message.answers !== null)
      waiting.get(message.answers)?.(message.type === messageTypes.reply ? message.body : null)
  }
  const read = createMessageReader(take)
  return {
    get isOpen() {
      return isOpen
    },
    begin() {
      socket.on('data', (bytes) => {
        try {
          read(bytes)
        } catch {
          // What follows could not be understood either.
          close()
        }
      })
    },
    call(call) {
      if (!isOpen) return Promise.resolve(null)
      const number = ++serial
      return new Promise((resolve) => {
        const timer = setTimeout(() => answer(null), timeoutMs)
        timer.unref()
        const answer = (body: readonly unknown[] | null): void => {
          clearTimeout(timer)
          waiting.delete(number)
          resolve(body)
        }
        waiting.set(number, answer)
        socket.write(encodeCall(number, call))
      })
    },
    onSignal: (listener) => void listeners.add(listener),
    close,
  }
}

/** The bus knows by the socket who speaks; that is all the proof it takes. */
function isLetIn(socket: Socket, uid: number): Promise<boolean> {
  return new Promise((resolve) => {
    let said = ''
    const end = (isIn: boolean): void => {
      clearTimeout(timer)
      socket.off('data', hear)
      if (isIn) socket.write('BEGIN\r\n')
      resolve(isIn)
    }
    const hear = (bytes: Buffer): void => {
      said += bytes.toString('latin1')
      if (said.includes('\r\n')) end(said.startsWith('OK '))
    }
    const timer = setTimeout(() => end(false), timeoutMs)
    timer.unref()
    socket.once('close', () => end(false))
    socket.on('data', hear)
    socket.once('connect', () =>
      socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(uid), 'latin1').toString('hex')}\r\n`),
    )
  })
}

/** Of the first address that is a socket on this machine: `unix:path=/run/user/1000/bus`, `unix:abstract=/tmp/x,guid=…`. */
export function socketPath(address: string): string | null {
  for (const each of address.split(';')) {
    const [, kind, name] = /^unix:(?:[^;]*,)?(path|abstract)=([^,;]+)/u.exec(each) ?? []
    if (kind === undefined || name === undefined) continue
    const path = unescaped(name)
    if (path !== null) return kind === 'path' ? path : `\0${path}`
  }
  return null
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
