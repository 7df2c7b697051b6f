/** Lets a device in, or says why not. */
import type { Clock } from '#shared/base/clock.ts'
import type { Log } from '#shared/base/log.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encode } from '#shared/protocol/codec.ts'
import type { ClientFrame } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import { negotiate, type VersionRange } from '#shared/protocol/versions.ts'
import type { AccessPolicy } from '../access/access-policy.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import type { Following } from './following.ts'
import { behind, type Session } from './session.ts'
import type { Valves } from './valves.ts'

export interface WelcomeDeps {
  readonly store: SyncStore
  readonly policy: AccessPolicy
  readonly following: Following
  readonly valves: Valves
  readonly clock: Clock
  readonly log: Log
  readonly serverVersion: string
  readonly protocolVersions: VersionRange
}

/** True where the device is in. */
export function welcome(
  deps: WelcomeDeps,
  session: Session,
  hello: Extract<ClientFrame, { type: 'hello' }>,
): boolean {
  const { store, policy, following, valves, clock, log } = deps
  const version = negotiate(hello.versions, deps.protocolVersions)
  if (!version.ok) {
    valves.close(session.valve, closeCodes.version, `upgrade:${version.error.upgrade}`)
    return false
  }
  const identity = policy.identify(hello.token)
  if (!identity) {
    // Which of all possible reasons it was is nobody's business [C3].
    valves.close(session.valve, closeCodes.signedOut)
    return false
  }
  session.device = { identity, token: hello.token, version: version.value }
  const epoch = store.epoch()
  const cursors = new Map(hello.cursors.map((cursor) => [cursor.spaceId, cursor]))
  const spaces = policy.readableSpaces(identity).map((spaceId) => {
    const head = store.head(spaceId)
    const cursor = cursors.get(spaceId)
    const seq = cursor?.epoch === epoch && cursor.seq <= head ? cursor.seq : 0
    // Whoever is not up to date pulls by itself, as it learns of the head now [S5].
    following.follow(session, spaceId, seq === head ? head : behind)
    return { spaceId, head }
  })
  const { personId, deviceId, workspaceId, directoryId, role } = identity
  const server = deps.serverVersion.slice(0, protocolLimits.nameLength)
  const frame = {
    version: version.value,
    server,
    workspaceId,
    directoryId,
    personId,
    deviceId,
    role,
  } as const
  const serverTime = clock.now()
  valves.send(session.valve, encode({ type: 'welcome', ...frame, serverTime, epoch, spaces }))
  log.info('device-connected', { deviceId, spaces: spaces.length, version: version.value })
  return true
}
