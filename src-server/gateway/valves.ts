/**
 * How fast a socket may come, and how much may wait for it. One for each socket, plain data: time is counted in ticks of
 * the gateway's one sweep, a second each, so that nothing depends on the wall clock.
 *
 * A socket is paused for reasons that come and go on their own; it reads on when the last is gone.
 */
import { closeCodes, type CloseCode } from '#shared/protocol/close-codes.ts'
import type { GatewayLimits } from './gateway-limits.ts'
import type { GatewayMetrics } from './gateway-metrics.ts'
import type { GatewaySocket } from './gateway-socket.ts'

/** Why a socket is not read from, as bits. */
export const pauseReasons = { throttled: 1, blocked: 2, working: 4, draining: 8 } as const
type PauseReason = (typeof pauseReasons)[keyof typeof pauseReasons]

export interface Valve {
  readonly socket: GatewaySocket
  heardAt: number
  frameTokens: number
  byteTokens: number
  filledAt: number
  throttledSince: number
  unthrottledAt: number
  blockedSince: number
  paused: number
  /** 0 while open; then what we closed it with. */
  closeCode: number
  closedAt: number
}

export interface Valves {
  readonly now: () => number
  open(socket: GatewaySocket): Valve
  /** Counts a message; may pause the socket. */
  received(valve: Valve, bytes: number): void
  /** Hands over a message; may pause the socket, or close it where too much waits already. */
  send(valve: Valve, bytes: Uint8Array): void
  pause(valve: Valve, reason: PauseReason): void
  resume(valve: Valve, reason: PauseReason): void
  close(valve: Valve, code: CloseCode, reason?: string): void
  /** Once a tick for each socket. */
  sweep(valve: Valve): void
}

const never = -1_000
/** For the goodbye to arrive. */
const closingTicks = 5
/** A device that floods again so soon has not stopped. */
const recoveredTicks = 3

export function createValves(limits: GatewayLimits, metrics: GatewayMetrics, now: () => number): Valves {
  const refill = (valve: Valve): void => {
    const seconds = now() - valve.filledAt
    if (seconds === 0) return
    const { framesPerSecond, bytesPerSecond, savedSeconds } = limits
    valve.filledAt = now()
    valve.frameTokens = Math.min(
      valve.frameTokens + seconds * framesPerSecond,
      framesPerSecond * savedSeconds,
    )
    valve.byteTokens = Math.min(valve.byteTokens + seconds * bytesPerSecond, bytesPerSecond * savedSeconds)
  }
  const isInDebt = (valve: Valve) => valve.frameTokens < 0 || valve.byteTokens < 0

  const throttle = (valve: Valve): void => {
    if ((valve.paused & pauseReasons.throttled) !== 0) return
    if (now() - valve.unthrottledAt > recoveredTicks) valve.throttledSince = now()
    valves.pause(valve, pauseReasons.throttled)
  }

  const sweepThrottled = (valve: Valve): void => {
    refill(valve)
    if (now() - valve.throttledSince >= limits.patienceSeconds) {
      valves.close(valve, closeCodes.limit, 'too many frames')
    } else if (!isInDebt(valve)) {
      valve.unthrottledAt = now()
      valves.resume(valve, pauseReasons.throttled)
    }
  }

  const resumeIfTaken = (valve: Valve): void => {
    if (valve.socket.bufferedAmount <= limits.pauseAboveBytes / 2) valves.resume(valve, pauseReasons.blocked)
  }

  const valves: Valves = {
    now,
    open: (socket) => ({
      socket,
      heardAt: now(),
      frameTokens: limits.framesPerSecond * limits.savedSeconds,
      byteTokens: limits.bytesPerSecond * limits.savedSeconds,
      filledAt: now(),
      throttledSince: never,
      unthrottledAt: never,
      blockedSince: never,
      paused: 0,
      closeCode: 0,
      closedAt: never,
    }),
    received(valve, bytes) {
      valve.heardAt = now()
      refill(valve)
      valve.frameTokens -= 1
      valve.byteTokens -= bytes
      if (isInDebt(valve)) throttle(valve)
    },
    send(valve, bytes) {
      if (valve.closeCode !== 0) return
      const { socket } = valve
      metrics.sent(bytes.byteLength)
      if (socket.bufferedAmount + bytes.byteLength <= limits.pauseAboveBytes) {
        socket.send(bytes)
        return
      }
      socket.send(bytes, () => resumeIfTaken(valve))
      if (socket.bufferedAmount > limits.dropAboveBytes) {
        valves.close(valve, closeCodes.slow)
      } else if (
        socket.bufferedAmount > limits.pauseAboveBytes &&
        (valve.paused & pauseReasons.blocked) === 0
      ) {
        valve.blockedSince = now()
        valves.pause(valve, pauseReasons.blocked)
      }
    },
    pause(valve, reason) {
      if (valve.paused === 0) valve.socket.pause()
      valve.paused |= reason
    },
    resume(valve, reason) {
      if ((valve.paused & reason) === 0) return
      valve.paused &= ~reason
      if (valve.paused === 0) valve.socket.resume()
    },
    close(valve, code, reason = '') {
      if (valve.closeCode !== 0) return
      valve.closeCode = code
      valve.closedAt = now()
      valve.socket.close(code, reason)
      // The other side's goodbye has to be read.
      if (valve.paused !== 0) valve.socket.resume()
      valve.paused = 0
    },
    sweep(valve) {
      if (valve.closeCode !== 0) {
        if (now() - valve.closedAt >= closingTicks) valve.socket.terminate()
        return
      }
      if ((valve.paused & pauseReasons.throttled) !== 0) sweepThrottled(valve)
      if ((valve.paused & pauseReasons.blocked) === 0) return
      resumeIfTaken(valve)
      const isBlocked = (valve.paused & pauseReasons.blocked) !== 0
      if (isBlocked && now() - valve.blockedSince >= limits.patienceSeconds)
        valves.close(valve, closeCodes.slow)
    },
  }
  return valves
}
