/** All documents that plain Yjs programs have open. A room is there only while somebody is in it. */
import type { Disposable } from '#shared/base/disposable.ts'
import type { SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import type { GatewayLimits } from '../gateway/gateway-limits.ts'
import type { GatewaySocket } from '../gateway/gateway-socket.ts'
import type { RoomVisit } from '../gateway/upgrades.ts'
import { createYRoom, type Visitor, type YRoom, type YRoomDeps } from './y-room.ts'

export interface YRooms extends Disposable {
  /** The visit's rights have been checked. */
  open(socket: GatewaySocket, visit: RoomVisit): void
  headMoved(spaceId: SpaceId): void
  accessChanged(workspaceId: WorkspaceId): void
  deviceEnded(deviceId: Ulid): void
  /** Once a tick. */
  sweep(): void
  isEmpty(): boolean
  /** Reads nothing more, and closes when the feed has answered. */
  drain(): Promise<void>
}

export interface YRoomsDeps extends YRoomDeps {
  readonly limits: GatewayLimits
  readonly log: Log
  readonly soon: (run: () => void) => void
}

export function createYRooms(deps: YRoomsDeps): YRooms {
  const { feed, policy, valves, limits, log, soon } = deps
  const rooms = new Map<string, YRoom>()
  const bySpace = new Map<SpaceId, Set<YRoom>>()
  const moved = new Set<YRoom>()
  let isDraining = false

  const find = (key: string, { spaceId, docId }: RoomVisit): YRoom => {
    const known = rooms.get(key)
    if (known) return known
    const room = createYRoom(deps, spaceId, docId)
    rooms.set(key, room)
    bySpace.set(spaceId, (bySpace.get(spaceId) ?? new Set()).add(room))
    return room
  }
  const remove = (key: string, room: YRoom): void => {
    rooms.delete(key)
    moved.delete(room)
    const others = bySpace.get(room.spaceId)
    others?.delete(room)
    if (others?.size === 0) bySpace.delete(room.spaceId)
    room.dispose()
  }
  const catchUpAll = (): void => {
    const due = [...moved]
    moved.clear()
    for (const room of due) {
      try {
        room.catchUp()
      } catch (error) {
        log.error('room-failed', { error: String(error).slice(0, 200) })
        room.close(closeCodes.serverFault)
      }
    }
  }
  const allVisitors = function* (): Generator<Visitor> {
    for (const room of rooms.values()) yield* room.visitors
  }

  return {
    open(socket, visit) {
      const { identity, token, spaceId, docId } = visit
      const key = `${identity.workspaceId} ${spaceId} ${docId}`
      const visitor: Visitor = { valve: valves.open(socket), identity, token, clients: new Set() }
      const room = find(key, visit)
      socket.onMessage((bytes) => {
        if (visitor.valve.closeCode !== 0 || isDraining) return
        valves.received(visitor.valve, bytes.byteLength)
        room.hear(visitor, bytes)
      })
      socket.onClose(() => {
        room.leave(visitor)
        if (room.visitors.size === 0) remove(key, room)
      })
      room.enter(visitor)
    },
    headMoved(spaceId) {
      for (const room of bySpace.get(spaceId) ?? []) {
        if (moved.size === 0) soon(catchUpAll)
        moved.add(room)
      }
    },
    accessChanged(workspaceId) {
      for (const room of rooms.values()) {
        for (const { valve, identity, token } of room.visitors) {
          if (identity.workspaceId !== workspaceId) continue
          if (!policy.identify(token)) valves.close(valve, closeCodes.signedOut)
          else if (!policy.canRead(identity, room.spaceId)) valves.close(valve, closeCodes.removed)
        }
      }
    },
    deviceEnded(deviceId) {
      for (const { valve, identity } of allVisitors()) {
        if (identity.deviceId === deviceId) valves.close(valve, closeCodes.signedOut)
      }
    },
    sweep() {
      for (const { valve } of allVisitors()) {
        valves.sweep(valve)
        if (valves.now() - valve.heardAt >= limits.silenceSeconds && valve.paused === 0)
          valve.socket.terminate()
      }
    },
    isEmpty: () => rooms.size === 0,
    async drain() {
      isDraining = true
      await feed.settled()
      for (const room of rooms.values()) room.close(closeCodes.draining)
    },
    dispose() {
      for (const { valve } of [...allVisitors()]) valve.socket.terminate()
    },
  }
}
