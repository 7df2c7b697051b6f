/** A connection without a network: takes what it is sent as fast, or as slowly, as a test says. */
import { unwrap } from '#shared/base/result.ts'
import { decodeServerFrame, encode } from '#shared/protocol/codec.ts'
import type { ClientFrame, ServerFrame } from '#shared/protocol/frames.ts'
import type { GatewaySocket } from '../../src-server/gateway/gateway-socket.ts'

export interface FakeSocket extends GatewaySocket {
  readonly state: {
    isPaused: boolean
    closeCode: number
    closeReason: string
    isTerminated: boolean
    /** Nothing is taken from it until it is true again. */
    takes: boolean
  }
  /** The device says something. */
  say(frame: ClientFrame): void
  sayBytes(bytes: Uint8Array): void
  /** The device takes all that waits. */
  drain(): void
  /** The connection is gone. */
  cut(): void
  /** What it has heard since the last time. */
  take(): readonly ServerFrame[]
}

export function createFakeSocket(): FakeSocket {
  const listeners: { message: (bytes: Uint8Array) => void; close: () => void } = {
    message: ignore,
    close: ignore,
  }
  const state = { isPaused: false, closeCode: 0, closeReason: '', isTerminated: false, takes: true }
  let heard: Uint8Array[] = []
  let waiting: { bytes: Uint8Array; taken: (() => void) | undefined }[] = []
  let isOver = false
  const deliver = ({ bytes, taken }: (typeof waiting)[number]) => {
    heard.push(bytes)
    taken?.()
  }
  const cut = () => {
    if (isOver) return
    isOver = true
    listeners.close()
  }
  const socket: FakeSocket = {
    state,
    get bufferedAmount() {
      return waiting.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    },
    send(bytes, taken) {
      if (state.takes) deliver({ bytes, taken })
      else waiting.push({ bytes, taken })
    },
    close(code, reason) {
      Object.assign(state, { closeCode: code, closeReason: reason })
      if (state.takes) cut()
    },
    terminate() {
      state.isTerminated = true
      cut()
    },
    pause: () => void (state.isPaused = true),
    resume: () => void (state.isPaused = false),
    onMessage: (listener) => void (listeners.message = listener),
    onClose: (listener) => void (listeners.close = listener),
    say: (frame) => listeners.message(encode(frame)),
    sayBytes: (bytes) => listeners.message(bytes),
    drain() {
      const taken = waiting
      waiting = []
      taken.forEach(deliver)
    },
    cut,
    take() {
      const frames = heard.map((bytes) => unwrap(decodeServerFrame(bytes)))
      heard = []
      return frames
    },
  }
  return socket
}

const ignore = () => undefined
