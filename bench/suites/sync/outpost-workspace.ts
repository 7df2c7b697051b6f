/** The workspace that Outpost's server has from the start, as its devices know it: the same ids and tokens in every process. */
import { createHash } from 'node:crypto'
import { asId, parseDocId, type DocId, type PersonId, type SpaceId } from '#shared/base/ids.ts'
import { chatDocument, fixedId } from './workload.ts'

/** With their own personal space each, and ten devices. */
const people = 1_000
export const devices = 10_000 + 1
/** A channel for each writer, which nobody else is in: the other systems send a document to nobody who has not opened it. */
const writersChannels = 50

export const owner = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' } as const

export const personOf = (device: number): PersonId => fixedId<PersonId>('person', device % people)
export const ownerId = personOf(0)
export const personIds: readonly PersonId[] = Array.from({ length: people }, (_, number) => personOf(number))
/** A personal space has its person's id. */
export const personalSpaceOf = (personId: PersonId): SpaceId => asId<SpaceId>(personId)

export const queueId = fixedId<SpaceId>('queue', 0)
export const internalId = fixedId<SpaceId>('queue-internal', 0)
export const knowledgeId = fixedId<SpaceId>('knowledge', 0)
/** Open to everybody. */
export const commonChannelId = spaceOf(chatDocument(writersChannels))
/** By their only member's number. */
export const channelIds: readonly SpaceId[] = Array.from({ length: writersChannels }, (_, number) =>
  spaceOf(chatDocument(number)),
)

/** Of the form and length of a real one, without having to be handed from process to process. */
export function tokenOf(device: number): string {
  return createHash('sha256')
    .update(`device ${String(device)}`)
    .digest('base64url')
}

/** The space that a document of the workload belongs to. */
export function spaceOf(docId: DocId): SpaceId {
  const parsed = parseDocId(docId)
  return parsed?.kind === 'chat' ? asId<SpaceId>(parsed.owner) : queueId
}
