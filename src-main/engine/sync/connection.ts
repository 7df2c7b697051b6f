/**
 * Keeps one socket to the server: opens it, greets, notices when it is dead, and tries again with back-off. Trusts the
 * socket alone; what the system says of the network only makes it try earlier.
 */
import type { Disposable } from '#shared/base/disposable.ts'
import type { Log } from '#shared/base/log.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { Connection as ConnectionState } from '#shared/contract/sync.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { decodeServerFrame, encode } from '#shared/protocol/codec.ts'
import type { ClientFrame, ServerFrame } from '#shared/protocol/frames.ts'
import { createBackOff } from './back-off.ts'
import type { SyncSocket, SyncTransport } from './transport.ts'

type Hello = Extract<ClientFrame, { type: 'hello' }>
export type Welcome = Extract<ServerFrame, { type: 'welcome' }>

export interface ConnectionDeps {
  readonly transport: SyncTransport
  readonly timers: Timers
  readonly now: () => number
  readonly random: () => number
  readonly log: Log
  /** What to say first, and where; or why there is nobody to say it to, or nothing to say it with. */
  readonly hello: () => { readonly address: string; readonly frame: Hello } | 'none' | 'signed-out'
  readonly onWelcome: (welcome: Welcome) => void
  readonly onFrame: (frame: Exclude<ServerFrame, Welcome>) => void
  /** After each change of `state`. */
  readonly onState: () => void
}

export interface Connection {
  state(): ConnectionState
  /** Opens if there is a server to open to; from a standstill too. */
  start(): void
  /** Tries at once if it waits for its next try. */
  wake(): void
  /** Drops what is not said yet; only while online. */
  send(frame: ClientFrame): void
  /** Something here went wrong: lets go of the socket and tries again later. */
  fail(): void
  /** Ends the socket and tries no more before the next `start`. */
  stop(): void
}

const welcomeMs = 15_000
const quietMs = 20_000
const deadMs = 45_000
const checkMs = 5_000
const steadyMs = 60_000
/** What WebSockets call a line that ended without a word. */
const brokenLine = 1006
const waitAtLeast: Readonly<Record<number, number>> = {
  [closeCodes.limit]: 5_000,
  [closeCodes.draining]: 1_000,
}

export function createConnection(deps: ConnectionDeps): Connection {
  const { transport, timers, now, log } = deps
  const backOff = createBackOff(deps.random)
  let state: ConnectionState = { type: 'none' }
  let socket: SyncSocket | null = null
  let timer: Disposable | null = null
  /** Raised with each socket: what an older one still says is not heard. */
  let generation = 0
  let heardAt = 0
  let onlineSince = 0
  let pings = 0

  const setState = (next: ConnectionState) => {
    state = next
    deps.onState()
  }
  const setTimer = (ms: number, run: () => void) => {
    timer?.dispose()
    timer = timers.after(ms, run)
  }
  const drop = () => {
    generation++
    timer?.dispose()
    timer = null
    const open = socket
    socket = null
    open?.close()
  }
  const retryLater = (code: number) => {
    if (onlineSince > 0 && now() - onlineSince > steadyMs) backOff.reset()
    onlineSince = 0
    const wait = backOff.next(waitAtLeast[code])
    setTimer(wait, open)
    setState({ type: 'offline', retryAt: now() + wait })
  }
  const closed = (code: number, reason: string) => {
    log.info('sync-closed', { code })
    drop()
    switch (code) {
      case closeCodes.signedOut:
        setState({ type: 'signed-out' })
        return
      case closeCodes.removed:
        setState({ type: 'removed' })
        return
      case closeCodes.version:
        setState({ type: 'upgrade', which: reason === 'upgrade:server' ? 'server' : 'program' })
        return
      default:
        retryLater(code)
    }
  }
  const checkAlive = () => {
    const quiet = now() - heardAt
    // A clock that jumped back must not keep a dead line open.
    if (quiet < 0) heardAt = now()
    if (quiet > deadMs) {
      closed(brokenLine, 'silent')
      return
    }
    if (quiet > quietMs) socket?.send(encode({ type: 'ping', nonce: ++pings }))
    setTimer(checkMs, checkAlive)
  }
  const heard = (bytes: Uint8Array) => {
    heardAt = now()
    const frame = decodeServerFrame(bytes)
    if (!frame.ok) {
      log.error('sync-malformed', { detail: frame.error.detail })
      closed(closeCodes.malformed, '')
      return
    }
    if (frame.value.type !== 'welcome') {
      if (state.type === 'online') deps.onFrame(frame.value)
      return
    }
    onlineSince = now()
    setTimer(checkMs, checkAlive)
    state = { type: 'online' }
    deps.onWelcome(frame.value)
    deps.onState()
  }
  const open = () => {
    drop()
    const hello = deps.hello()
    if (typeof hello === 'string') {
      setState({ type: hello })
      return
    }
    const own = generation
    setState({ type: 'connecting' })
    setTimer(welcomeMs, () => closed(brokenLine, 'no welcome'))
    socket = transport.open(hello.address, {
      onOpen: () => own === generation && socket?.send(encode(hello.frame)),
      onMessage: (bytes) => own === generation && heard(bytes),
      onClose: (code, reason) => own === generation && closed(code, reason),
    })
  }

  return {
    state: () => state,
    start() {
      backOff.reset()
      open()
    },
    wake() {
      if (state.type === 'offline') {
        backOff.reset()
        open()
      } else if (state.type === 'online') {
        // Whether the line has outlived the sleep shows when nothing answers.
        heardAt = Math.min(heardAt, now() - quietMs - 1)
        checkAlive()
      }
    },
    send(frame) {
      if (state.type === 'online') socket?.send(encode(frame))
    },
    fail: () => closed(brokenLine, ''),
    stop() {
      drop()
      setState({ type: 'none' })
    },
  }
}
