/** The devices that a person is signed in on. When each was last here is noted in memory and written now and then. */
import { asId, type DeviceId } from '#shared/base/ids.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { ServerOutput } from '#shared/contract/server-api.ts'
import type { Identity } from './access-policy.ts'
import type { AccessContext } from './access-context.ts'
import { refuse, type Nothing, type Refusal } from './refusal.ts'

export function createDevices({ store, policy, syncStore, change, clock }: AccessContext) {
  const seen = new Map<DeviceId, number>()
  return {
    /** Whose token it is, and that they were here. Null where the token is unknown, ended or revoked. */
    identifyAndNote(token: string): Identity | null {
      const identity = policy.identify(token)
      if (identity) seen.set(asId<DeviceId>(identity.deviceId), clock.now())
      return identity
    },

    /** Writes what was noted. */
    writeSeen(): void {
      if (seen.size === 0) return
      syncStore.transaction(() => {
        for (const [deviceId, at] of seen) store.noteSeen(deviceId, at)
      })
      seen.clear()
    },

    listDevices({ workspaceId, personId, deviceId }: Identity): Result<ServerOutput<'listDevices'>, Refusal> {
      const devices = store.devicesOf(workspaceId, personId).map((device) => ({
        deviceId: device.deviceId,
        name: device.name,
        createdAt: device.createdAt,
        lastSeenAt: Math.max(device.lastSeenAt, seen.get(device.deviceId) ?? 0),
        isThis: device.deviceId === deviceId,
      }))
      return ok({ devices })
    },

    /** One's own only; also the one that asks. */
    endDevice({ workspaceId, personId }: Identity, deviceId: DeviceId): Result<Nothing, Refusal> {
      return change((changing) => {
        const isOwn = store.devicesOf(workspaceId, personId).some((device) => device.deviceId === deviceId)
        if (!isOwn) return refuse('not-found')
        changing.endDevice(deviceId, 'signed-out', clock.now())
        return ok({})
      })
    },
  }
}
