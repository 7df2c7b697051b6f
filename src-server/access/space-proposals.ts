/** Spaces that devices made, perhaps offline, under ids of their own [P10]. */
import { z } from 'zod'
import { asId, notesChannelOf, notesOwnerOf, type PersonId, type SpaceId } from '#shared/base/ids.ts'
import { isUlid, type Ulid } from '#shared/base/ulid.ts'
import type { AcceptedRecord, Identity } from './access-policy.ts'
import type { AccessStore, SpaceRow } from './access-store.ts'
import { spaceBody } from './record-bodies.ts'
import { isAtLeast } from './rights.ts'

/** What judging a proposal takes. */
export interface ProposalContext {
  readonly store: AccessStore
  readonly canWrite: (identity: Identity, spaceId: SpaceId) => boolean
}

const maxMembers = 1_000
const id = <T extends Ulid>() => z.custom<T>(isUlid)
const spaceSchema = z.object({
  kind: z.enum(['queue', 'queue-internal', 'channel', 'direct', 'knowledge', 'personal']),
  parentId: id<SpaceId>().nullable().default(null),
  members: z
    .array(id<PersonId>())
    .max(maxMembers)
    .default([])
    .transform((members) => [...new Set(members)]),
})
type WantedSpace = z.output<typeof spaceSchema>

export function acceptSpace(
  context: ProposalContext,
  identity: Identity,
  recordId: string,
  body: unknown,
): AcceptedRecord | null {
  const parsed = spaceSchema.safeParse(body)
  if (!parsed.success || !isUlid(recordId)) return null
  const { store } = context
  const spaceId = asId<SpaceId>(recordId)
  const known = store.getSpace(spaceId)
  if (known) return acceptAgain(context, identity, known, parsed.data)
  const space = toSpace(context, identity, spaceId, parsed.data)
  if (!space) return null
  store.insertSpace(space)
  return accepted(store, space)
}

/**
 * The same space once more, from a device that lost the answer or found the server restored from an older copy. It
 * stays as it is now: the proposal is no way to change a space or to get into one.
 */
function acceptAgain(
  { store, canWrite }: ProposalContext,
  identity: Identity,
  known: SpaceRow,
  wanted: WantedSpace,
): AcceptedRecord | null {
  const isSame = known.kind === wanted.kind && known.parentId === wanted.parentId
  const isCreator = known.createdBy === identity.personId
  return isSame && isCreator && canWrite(identity, known.spaceId) ? accepted(store, known) : null
}

/** Null where the person may not make such a space. */
function toSpace(
  { store, canWrite }: ProposalContext,
  identity: Identity,
  spaceId: SpaceId,
  { kind, parentId, members }: WantedSpace,
): SpaceRow | null {
  const { workspaceId, personId } = identity
  const space = { spaceId, workspaceId, kind, parentId, isOpen: false, createdBy: personId, members }
  // Nobody takes the place of somebody else's notes, and everybody may have their own, guests too.
  const isOwnNotes = spaceId === notesChannelOf(personId)
  if (isOwnNotes && (kind !== 'direct' || members.some((member) => member !== personId))) return null
  if (!isOwnNotes && store.getPerson(workspaceId, notesOwnerOf(spaceId)) !== null) return null
  if (kind === 'personal') {
    const isOwn = members.every((member) => member === personId)
    return isOwn && parentId === null && !hasPersonalSpace(store, identity)
      ? { ...space, members: [personId] }
      : null
  }
  if (!isAtLeast(identity.role, 'agent') && !isOwnNotes) return null
  if (kind === 'queue-internal') {
    const parent = parentId === null ? null : store.getSpace(parentId)
    if (parent?.kind !== 'queue' || !canWrite(identity, parent.spaceId)) return null
    // Its members are its queue's, now and later.
    return { ...space, isOpen: parent.isOpen, members: [] }
  }
  if (parentId !== null || !members.every((member) => isMember(store, identity, member))) return null
  if (members.length === 0) return kind === 'direct' ? null : { ...space, isOpen: true }
  // Nobody makes a space that they cannot see.
  return members.includes(personId) ? space : null
}

/** One a person: two devices that each made one meet in the first that arrives. */
function hasPersonalSpace(store: AccessStore, { workspaceId, personId }: Identity): boolean {
  return store
    .membershipsOf(workspaceId, personId)
    .some((spaceId) => store.getSpace(spaceId)?.kind === 'personal')
}

function isMember(store: AccessStore, { workspaceId }: Identity, personId: PersonId): boolean {
  return store.getPerson(workspaceId, personId)?.removedAt === null
}

function accepted(store: AccessStore, space: SpaceRow): AcceptedRecord {
  const parent = space.parentId === null ? null : store.getSpace(space.parentId)
  const { isOpen, members } = parent ?? space
  return { spaceId: space.spaceId, body: spaceBody(space, parent), rightsOf: isOpen ? [null] : members }
}
