/**
 * Makes the workspace that Outpost's server starts with: through the server itself, in a process of its own, so that neither
 * the set-up nor its Argon2 counts as the memory of a running server. Usage: node FILE FOLDER
 */
import { randomBytes } from 'node:crypto'
import { systemClock } from '#shared/base/clock.ts'
import { asId, type DeviceId, type PersonId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import { unwrap } from '#shared/base/result.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import type { Identity } from '../../../../src-server/access/access-policy.ts'
import { createChanges } from '../../../../src-server/access/changes.ts'
import { hashSecret } from '../../../../src-server/access/secrets.ts'
import { createServer } from '../../../../src-server/create-server.ts'
import * as workspace from '../outpost-workspace.ts'
import { outpostFolders } from './outpost-folders.ts'
import { dataFolder } from './report-listening.mjs'

const ids = createUlidFactory(systemClock.now, () => randomBytes(1)[0] ?? 0)
const server = unwrap(
  createServer({
    folder: outpostFolders(dataFolder()).server,
    clock: systemClock,
    randomBytes,
    log: silentLog,
  }),
)
const { store, syncStore, fanOut, policy, access } = server
const { ownerId } = workspace
const otherIds = workspace.personIds.slice(1)

const { workspaceId, directoryId } = unwrap(
  await access.setUp(
    {
      code: server.setupLink()?.split('/').at(-1) ?? '',
      workspaceName: 'Windpark Nord',
      workspaceId: null,
      personId: ownerId,
      personName: workspace.owner.name,
      email: workspace.owner.email,
      password: workspace.owner.password,
      deviceName: 'set-up',
    },
    '127.0.0.1',
  ),
)

const change = createChanges({ store, syncStore, fanOut, ids })
change((changing) => {
  const now = systemClock.now()
  for (const [i, personId] of otherIds.entries()) {
    const accountId = ids.next()
    const email = `person${String(i)}@example.org`
    store.insertAccount({ accountId, email, passwordHash: '' }, now)
    const name = `Person ${String(i)}`
    const person = { workspaceId, personId, accountId, name, email, title: '', removedAt: null }
    changing.putPerson({ ...person, role: 'agent' }, ownerId)
  }
  for (let number = 0; number < workspace.devices; number++) {
    const device = { deviceId: asId<DeviceId>(ids.next()), personId: workspace.personOf(number), workspaceId }
    store.insertDevice(
      { ...device, name: 'laptop', createdAt: now, lastSeenAt: now },
      hashSecret(workspace.tokenOf(number)),
    )
  }
})

syncStore.transaction((writer) => {
  /** As a device would propose it. */
  const addSpace = (
    proposer: PersonId,
    spaceId: SpaceId,
    body: { kind: string; parentId?: SpaceId; members?: readonly PersonId[] },
  ) => {
    const identity = identityOf(proposer)
    const record = { recordType: 'space', recordId: spaceId as Ulid, body: JSON.stringify(body) } as const
    const accepted = policy.accept(identity, { spaceId, ...record })
    if (!accepted) throw new Error(`the server refused the ${body.kind}`)
    const entry = { type: 'record', entryId: asId<UpdateId>(ids.next()), ...record } as const
    writer.append(accepted.spaceId, { ...entry, body: accepted.body }, proposer)
  }
  const addName = (spaceId: SpaceId, kind: string, parentId?: SpaceId) =>
    addSpace(ownerId, spaceId, parentId === undefined ? { kind } : { kind, parentId })

  addName(workspace.queueId, 'queue')
  addName(workspace.internalId, 'queue-internal', workspace.queueId)
  addName(workspace.knowledgeId, 'knowledge')
  addName(workspace.commonChannelId, 'channel')
  for (const personId of workspace.personIds) {
    addSpace(personId, workspace.personalSpaceOf(personId), { kind: 'personal', members: [personId] })
  }
  for (const [number, channelId] of workspace.channelIds.entries()) {
    const member = workspace.personOf(number)
    addSpace(member, channelId, { kind: 'channel', members: [member] })
  }
})
await server.close()

function identityOf(personId: PersonId): Identity {
  const role = personId === ownerId ? 'owner' : 'agent'
  return { deviceId: ids.next(), personId, workspaceId, directoryId, role }
}
