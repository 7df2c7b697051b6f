/** Gives a device its token: the last step of set-up, sign-in and joining. */
import { asId, type DeviceId } from '#shared/base/ids.ts'
import type { SignedIn } from '#shared/contract/server-api.ts'
import type { AccessContext } from './access-context.ts'
import type { PersonRow } from './access-store.ts'
import { createSecret } from './secrets.ts'

/** Inside a transaction. */
export function letIn(
  { store, ids, clock, randomBytes }: AccessContext,
  { workspaceId, personId, role }: PersonRow,
  deviceName: string,
): SignedIn {
  const workspace = store.getWorkspace(workspaceId)
  if (!workspace) throw new Error('a person without a workspace')
  const token = createSecret(randomBytes)
  const now = clock.now()
  const deviceId = asId<DeviceId>(ids.next())
  store.insertDevice(
    { deviceId, workspaceId, personId, name: deviceName, createdAt: now, lastSeenAt: now },
    token.hash,
  )
  return {
    token: token.text,
    deviceId,
    personId,
    workspaceId,
    workspaceName: workspace.name,
    directoryId: workspace.directoryId,
    role,
  }
}
