/** All that people do to accounts, devices, invites and members: what the HTTP interface is a thin skin over. */
import type { AccessContext, AccessDeps } from './access-context.ts'
import { createChanges } from './changes.ts'
import { createDevices } from './devices.ts'
import { createInvites } from './invites.ts'
import { createJoining } from './joining.ts'
import { createMembers } from './members.ts'
import { createPasswords } from './passwords.ts'
import { createSetUp } from './set-up.ts'
import { createSignIn } from './sign-in.ts'
import { createSpaceMembers } from './space-members.ts'
import { createThrottle } from './throttle.ts'

export type AccessService = ReturnType<typeof createAccessService>

export function createAccessService(deps: AccessDeps) {
  const context: AccessContext = {
    ...deps,
    change: createChanges(deps),
    passwords: createPasswords(deps),
    throttle: createThrottle(deps),
  }
  return {
    ...createSetUp(context),
    ...createSignIn(context),
    ...createJoining(context),
    ...createDevices(context),
    ...createInvites(context),
    ...createMembers(context),
    ...createSpaceMembers(context),
  }
}
