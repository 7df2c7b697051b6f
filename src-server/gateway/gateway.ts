/**
 * The server's door for sockets. Lets devices in, hands their frames on, and looks after all of them with one sweep a
 * second. What a device is answered is in `session-frames.ts`.
 */
import type { Server } from 'node:http'
import type { Clock } from '#shared/base/clock.ts'
import type { Disposable } from '#shared/base/disposable.ts'
import type { Log } from '#shared/base/log.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { Ulid, UlidFactory } from '#shared/base/ulid.ts'
import { closeCodes, type CloseCode } from '#shared/protocol/close-codes.ts'
import { decodeClientFrame } from '#shared/protocol/codec.ts'
import type { ClientFrame } from '#shared/protocol/frames.ts'
import type { VersionRange } from '#shared/protocol/versions.ts'
import type { AccessPolicy } from '../access/access-policy.ts'
import type { Content } from '../content/content.ts'
import { createYRooms } from '../content/y-rooms.ts'
import type { Feed } from '../feed/feed.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import { createAccessChanges } from './access-changes.ts'
import type { FanOut, FanOutMessage } from './fan-out.ts'
import { createFollowing } from './following.ts'
import type { GatewayLimits } from './gateway-limits.ts'
import type { GatewayMetrics } from './gateway-metrics.ts'
import type { GatewaySocket } from './gateway-socket.ts'
import { createPages } from './pages.ts'
import { createPresence } from './presence.ts'
import { createSessionFrames } from './session-frames.ts'
import type { Session } from './session.ts'
import { createUnknownSockets } from './unknown-sockets.ts'
import { attachUpgrades } from './upgrades.ts'
import { createValves, pauseReasons } from './valves.ts'
import { welcome } from './welcome.ts'

export interface GatewayDeps {
  readonly store: SyncStore
  readonly feed: Feed
  readonly policy: AccessPolicy
  readonly content: Content
  readonly fanOut: FanOut
  readonly ids: UlidFactory
  readonly clock: Clock
  readonly timers: Timers
  /** Runs after what is due in this turn of the event loop: `setImmediate`, or the simulation's own. */
  readonly soon: (run: () => void) => void
  readonly log: Log
  readonly metrics: GatewayMetrics
  readonly limits: GatewayLimits
  readonly serverVersion: string
  readonly protocolVersions: VersionRange
}

export interface Gateway extends Disposable {
  /** Takes over the server's upgrades at `/sync` and `/y/…`, and answers 404 to all others. */
  attach(server: Server): Disposable
  /** A device's connection, however it came. */
  accept(socket: GatewaySocket, remoteAddress: string): void
  /** Lets nobody in any more, answers what it has taken, then closes all sockets with `draining` [C8]. */
  drain(): Promise<void>
  /** How many devices are in. */
  readonly deviceCount: number
}

const tickMs = 1_000
/** Sockets that do not answer the goodbye are ended. */
const drainMs = 3_000

export function createGateway(deps: GatewayDeps): Gateway {
  const { store, feed, policy, fanOut, timers, soon, log, metrics, limits } = deps
  let tick = 0
  const valves = createValves(limits, metrics, () => tick)
  const pages = createPages(deps)
  const following = createFollowing({ store, pages, valves, limits, metrics, timers, soon })
  const presence = createPresence({ store, policy, valves, timers })
  const frames = createSessionFrames({ ...deps, following, pages, presence, valves })
  const access = createAccessChanges({ store, policy, following, presence, valves, soon })
  const rooms = createYRooms({ ...deps, valves })

  const sessions = new Set<Session>()
  const byDevice = new Map<Ulid, Session>()
  const unknown = createUnknownSockets(limits)
  let sweeping: Disposable | null = null
  let isDraining = false
  let whenEmpty: (() => void) | null = null

  const close = ({ valve }: Session, code: CloseCode, reason?: string) => valves.close(valve, code, reason)

  const hear = (session: Session, bytes: Uint8Array): void => {
    const { valve } = session
    if (valve.closeCode !== 0 || isDraining) return
    valves.received(valve, bytes.byteLength)
    const decoded = decodeClientFrame(bytes)
    if (!decoded.ok) {
      const isTooLarge = decoded.error.type === 'too-large'
      log.warn('bad-frame', { deviceId: session.device?.identity.deviceId, detail: decoded.error.detail })
      close(session, isTooLarge ? closeCodes.tooLarge : closeCodes.malformed, decoded.error.detail)
      return
    }
    metrics.received(decoded.value.type, bytes.byteLength)
    try {
      receive(session, decoded.value)
    } catch (error) {
      log.error('frame-failed', { frame: decoded.value.type, error: String(error).slice(0, 200) })
      close(session, closeCodes.serverFault)
    }
  }

  const receive = (session: Session, frame: ClientFrame): void => {
    const { device } = session
    if (frame.type === 'ping') frames.pong(session, frame.nonce)
    else if (device === null && frame.type === 'hello') letIn(session, frame)
    else if (device !== null && frame.type !== 'hello') frames.receive(session, device.identity, frame)
    else close(session, closeCodes.outOfOrder)
  }

  const letIn = (session: Session, hello: Extract<ClientFrame, { type: 'hello' }>): void => {
    if (!welcome({ ...deps, following, valves }, session, hello) || session.device === null) return
    unknown.remove(session)
    metrics.deviceJoined()
    const { deviceId } = session.device.identity
    const older = byDevice.get(deviceId)
    byDevice.set(deviceId, session)
    if (older) close(older, closeCodes.limit, 'connected again')
  }

  const forget = (session: Session): void => {
    sessions.delete(session)
    unknown.remove(session)
    following.leave(session)
    presence.leave(session)
    metrics.socketClosed(session.valve.closeCode)
    // A socket that ended by itself takes nothing more either.
    if (session.valve.closeCode === 0) session.valve.closeCode = gone
    const deviceId = session.device?.identity.deviceId
    if (deviceId !== undefined) {
      metrics.deviceLeft()
      if (byDevice.get(deviceId) === session) byDevice.delete(deviceId)
    }
    if (sessions.size === 0) whenEmpty?.()
  }

  const sweep = (): void => {
    tick++
    for (const session of unknown.overdue(tick)) close(session, closeCodes.noHello)
    for (const session of sessions) {
      valves.sweep(session.valve)
      if (tick - session.valve.heardAt >= limits.silenceSeconds && session.valve.paused === 0) {
        session.valve.socket.terminate()
      }
    }
    presence.sweep()
    rooms.sweep()
    sweeping = sessions.size > 0 || !rooms.isEmpty() ? timers.after(tickMs, sweep) : null
  }
  const startSweeping = (): void => {
    sweeping ??= timers.after(tickMs, sweep)
  }

  const accept = (socket: GatewaySocket, address: string): void => {
    const session: Session = {
      valve: valves.open(socket),
      address,
      openedAt: tick,
      device: null,
      following: new Map(),
      topics: null,
      slowWork: null,
    }
    sessions.add(session)
    const isOneTooMany = !unknown.add(session)
    metrics.socketOpened()
    startSweeping()
    socket.onMessage((bytes) => hear(session, bytes))
    socket.onClose(() => forget(session))
    if (isDraining) close(session, closeCodes.draining)
    else if (isOneTooMany) close(session, closeCodes.limit, 'too many sockets')
  }

  const heard = (message: FanOutMessage): void => {
    switch (message.type) {
      case 'head':
        following.headMoved(message.spaceId, message.head)
        {
          rooms.headMoved(message.spaceId)
          return
        }
      case 'access':
        access.changed(sessions, message.workspaceId, message.personId)
        {
          rooms.accessChanged(message.workspaceId)
          return
        }
      case 'device-ended': {
        const session = byDevice.get(message.deviceId)
        const code = message.reason === 'removed' ? closeCodes.removed : closeCodes.signedOut
        if (session) close(session, code)
        rooms.deviceEnded(message.deviceId)
        return
      }
    }
  }
  const subscription = fanOut.subscribe(heard)

  return {
    attach: (server) =>
      attachUpgrades(server, {
        policy,
        limits,
        log,
        accept,
        openRoom(socket, path) {
          startSweeping()
          rooms.open(socket, path)
        },
        isDraining: () => isDraining,
      }),
    accept,
    async drain() {
      isDraining = true
      for (const { valve } of sessions) valves.pause(valve, pauseReasons.draining)
      await rooms.drain()
      await feed.settled()
      // The answers are sent when those who wait for the feed have had their turn.
      await new Promise<void>((resolve) => soon(resolve))
      for (const session of sessions) close(session, closeCodes.draining)
      if (sessions.size === 0) return
      await new Promise<void>((resolve) => {
        whenEmpty = resolve
        timers.after(drainMs, resolve)
      })
      for (const { valve } of sessions) valve.socket.terminate()
    },
    dispose() {
      isDraining = true
      subscription.dispose()
      sweeping?.dispose()
      presence.dispose()
      rooms.dispose()
      for (const { valve } of sessions) valve.socket.terminate()
    },
    get deviceCount() {
      return byDevice.size
    },
  }
}

/** In place of a close code for sockets that we did not close. */
const gone = -1
