/** Each call of the HTTP interface, in terms of the access service. */
import type { z } from 'zod'
import { ok, type Result } from '#shared/base/result.ts'
import type { serverApi, ServerCall, ServerOutput } from '#shared/contract/server-api.ts'
import { protocolVersions } from '#shared/protocol/versions.ts'
import type { Identity } from '../access/access-policy.ts'
import type { AccessService } from '../access/access-service.ts'
import type { Refusal } from '../access/refusal.ts'
import { asId } from '#shared/base/ids.ts'
import type { Blobs } from '../blobs/blobs.ts'

type Parsed<Call extends ServerCall> = z.output<(typeof serverApi)[Call]['input']>
type Answer<Call extends ServerCall> =
  Result<ServerOutput<Call>, Refusal> | Promise<Result<ServerOutput<Call>, Refusal>>

/** Calls for which nobody has to be signed in. */
export type OpenCall = 'about' | 'setUp' | 'signIn' | 'readInvite' | 'join'

export type OpenHandlers = {
  readonly [Call in OpenCall]: (input: Parsed<Call>, address: string) => Answer<Call>
}
export type SignedInHandlers = {
  readonly [Call in Exclude<ServerCall, OpenCall>]: (
    identity: Identity,
    input: Parsed<Call>,
    address: string,
  ) => Answer<Call>
}

export interface HandlerDeps {
  readonly access: AccessService
  readonly blobs: Blobs
  readonly version: string
  /** Host and port, as they stand in links. */
  /** What invited people are sent. */
  readonly joinLink: (code: string) => string
}

export function createOpenHandlers({ access, version }: HandlerDeps): OpenHandlers {
  return {
    about: () =>
      ok({
        product: 'outpost-server' as const,
        version,
        protocol: protocolVersions,
        needsSetup: access.needsSetup(),
      }),
    setUp: access.setUp,
    signIn: access.signIn,
    readInvite: access.readInvite,
    join: access.join,
  }
}

export function createSignedInHandlers({ access, blobs, joinLink }: HandlerDeps): SignedInHandlers {
  return {
    signOut: (identity) => access.endDevice(identity, asId(identity.deviceId)),
    createInvite(identity, input) {
      const created = access.createInvite(identity, input)
      if (!created.ok) return created
      const { invite, code } = created.value
      return ok({ invite, link: joinLink(code) })
    },
    listInvites: access.listInvites,
    endInvite: (identity, { id }) => access.endInvite(identity, id),
    listDevices: access.listDevices,
    endDevice: (identity, { id }) => access.endDevice(identity, id),
    changePassword: access.changePassword,
    setRole: (identity, { id, role }) => access.setRole(identity, id, role),
    removeMember: (identity, { id }) => access.removeMember(identity, id),
    setSpaceMembers: (identity, { id, members }) => access.setSpaceMembers(identity, id, members),
    findBlobs: (identity, { id: spaceId, blobs: wanted }) =>
      ok({
        blobs: wanted.flatMap((blobId) => {
          const found = blobs.find(identity, spaceId, blobId)
          return found ? [{ id: blobId, size: found.size, type: found.type }] : []
        }),
        maxBytes: blobs.maxBytes(identity),
      }),
    copyBlob: (identity, { id, from, blob }) => emptied(blobs.copy(identity, from, id, blob)),
    eraseBlob: async (identity, { id, blob }) => emptied(await blobs.erase(identity, id, blob)),
  }
}

/** An answer that says no more than that it was done. */
function emptied(result: Result<void, Refusal>): Result<Record<string, never>, Refusal> {
  return result.ok ? ok({}) : result
}
