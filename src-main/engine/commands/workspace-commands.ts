import {
  asId,
  settingsDocId,
  type ChannelId,
  type PersonId,
  type QueueId,
  type SpaceId,
  type WorkspaceId,
} from '#shared/base/ids.ts'
import { withoutUndefined } from '#shared/base/object.ts'
import { err, ok } from '#shared/base/result.ts'
import type { workspaceCommands } from '#shared/contract/workspace.ts'
import { setSpaceSettings } from '#shared/model/settings/space-settings.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import { newId, requireMe, type CommandContext, type CommandHandlers } from './context.ts'

export const workspaceHandlers: CommandHandlers<keyof typeof workspaceCommands> = {
  'workspace.create'(context, input) {
    const { db, records } = context
    if (getMeta(db, 'workspaceId') !== null) return err({ type: 'workspace-exists' })
    const me = newId<PersonId>(context)
    const personalSpaceId = newId<SpaceId>(context)
    records.putPerson(me, { name: input.personName, role: 'owner' })
    foundWorkspace(context, { name: input.name, me, personalSpaceId })
    createChannel(context, newId<ChannelId>(context), { name: input.channelName, description: '' })
    createQueue(context, newId<QueueId>(context), { name: input.queueName, description: '' })
    return ok()
  },
  'workspace.rename'(context, { name }) {
    const me = requireMe(context)
    if (!me.ok) return me
    setMeta(context.db, 'workspaceName', name)
    context.changed.add('workspace')
    return ok()
  },
  'profile.update'(context, input) {
    const me = requireMe(context)
    if (!me.ok) return me
    return updatePerson(context, me.value.id, input)
  },
  'people.add'(context, { personId, ...person }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const exists = context.db.value('SELECT 1 FROM people WHERE person_id = ?', [personId])
    if (exists !== undefined) return err({ type: 'already-exists', what: 'person' })
    context.records.putPerson(asId<PersonId>(personId), { ...person, role: 'agent' })
    return ok()
  },
}

/** Writes down which workspace this file is, and whose. */
export function foundWorkspace(
  { db, records, changed, now, nextId }: CommandContext,
  workspace: { name: string; me: PersonId; personalSpaceId: SpaceId },
): void {
  setMeta(db, 'workspaceId', asId<WorkspaceId>(nextId()))
  setMeta(db, 'workspaceName', workspace.name)
  setMeta(db, 'workspaceCreatedAt', String(now()))
  setMeta(db, 'me', workspace.me)
  setMeta(db, 'personalSpaceId', workspace.personalSpaceId)
  records.putSpace(workspace.personalSpaceId, { kind: 'personal', parentId: null, members: [workspace.me] })
  changed.add('workspace', 'people')
}

interface SpaceNames {
  readonly name: string
  readonly description: string
}

export function createChannel(
  { records, documents }: CommandContext,
  id: ChannelId,
  names: SpaceNames,
  direct: readonly PersonId[] = [],
): void {
  records.putSpace(id, { kind: direct.length > 0 ? 'direct' : 'channel', parentId: null, members: direct })
  documents.transact({ docId: settingsDocId(id), spaceId: id }, (doc) => setSpaceSettings(doc, names))
}

/** A queue and the space for its internal notes. */
export function createQueue(context: CommandContext, id: QueueId, names: SpaceNames): SpaceId {
  const { records, documents } = context
  const internalId = newId<SpaceId>(context)
  records.putSpace(id, { kind: 'queue', parentId: null, members: [] })
  records.putSpace(internalId, { kind: 'queue-internal', parentId: id, members: [] })
  documents.transact({ docId: settingsDocId(id), spaceId: id }, (doc) => setSpaceSettings(doc, names))
  return internalId
}

function updatePerson(
  { db, records }: CommandContext,
  id: PersonId,
  changes: { name?: string | undefined; email?: string | undefined; title?: string | undefined },
) {
  const person = db.get<{
    name: string
    email: string
    role: 'owner' | 'admin' | 'agent' | 'guest'
    title: string
  }>('SELECT name, email, role, title FROM people WHERE person_id = ?', [id])
  if (!person) return err({ type: 'not-found', what: 'person' })
  records.putPerson(id, { ...person, ...withoutUndefined(changes) })
  return ok()
}
