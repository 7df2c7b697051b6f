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
import { personalSpaceOf } from '../records/records.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import { newId, requireMe, type CommandContext, type CommandHandlers } from './context.ts'

export const workspaceHandlers: CommandHandlers<keyof typeof workspaceCommands> = {
  'workspace.create'(context, input) {
    const { db, records } = context
    if (getMeta(db, 'workspaceId') !== null) return err({ type: 'workspace-exists' })
    const me = newId<PersonId>(context)
    records.putPerson(me, { name: input.personName, role: 'owner' })
    foundWorkspace(context, { id: newId<WorkspaceId>(context), name: input.name, me })
    beginWith(context, input)
    return ok()
  },
  'workspace.rename'(context, { name }) {
    const me = requireMe(context)
    if (!me.ok) return me
    context.records.putWorkspaceName(name)
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
  { db, records, changed, now }: CommandContext,
  { id, name, me }: { id: WorkspaceId; name: string; me: PersonId },
): void {
  const personalSpaceId = personalSpaceOf(me)
  setMeta(db, 'workspaceId', id)
  setMeta(db, 'workspaceName', name)
  setMeta(db, 'workspaceCreatedAt', String(now()))
  setMeta(db, 'me', me)
  setMeta(db, 'personalSpaceId', personalSpaceId)
  records.putSpace(personalSpaceId, { kind: 'personal', parentId: null, members: [me] })
  changed.add('workspace', 'people')
}

/** A place to talk and a place for tickets: nobody begins with an empty screen. */
export function beginWith(
  context: CommandContext,
  { channelName, queueName }: { readonly channelName: string; readonly queueName: string },
): void {
  createChannel(context, newId<ChannelId>(context), { name: channelName, description: '' })
  createQueue(context, newId<QueueId>(context), { name: queueName, description: '' })
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
