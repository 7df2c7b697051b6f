/** What an item does to its document once it is known that the person may write there. */
import { asId, type DocId, type SpaceId, type TicketId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { Merged } from './content-port.ts'
import { mayLiveIn } from './document-homes.ts'
import type { Appended, FeedSpace } from './sync-store.ts'
import { append, Refusal, type ItemOf, type Taking } from './taking.ts'

export function takeUpdate(
  taking: Taking<ItemOf<'update'>>,
  space: FeedSpace,
  isNew: boolean,
): Appended | Refusal {
  const { content, refused, identity, item } = taking
  const { docId, itemId, payload } = item
  // Frames cannot hold more; other doors to the feed may.
  if (payload.byteLength > protocolLimits.payloadBytes) return new Refusal('too-large')
  const problem = content.problemOf(payload)
  if (problem !== null) return new Refusal('undecodable', problem)
  const earlier = refused.reasonOf(identity.deviceId, docId)
  if (earlier !== null && !content.standsOn(payloadsOf(taking, space.spaceId), payload)) {
    return new Refusal(earlier, 'stands on a refused item')
  }
  const appended = append(taking, space.spaceId, { type: 'update', entryId: itemId, docId, payload })
  if (isNew) publishTicketNumber(taking, space, docId, 'if-new')
  return appended
}

export function takeDelete(taking: Taking<ItemOf<'delete'>>, space: FeedSpace): Appended | Refusal {
  const { writer, identity, item } = taking
  const { docId, itemId } = item
  if (!isOwnOrErasable(taking, space.spaceId)) return new Refusal('no-access', 'others wrote in it')
  const tombstone = { type: 'tombstone', entryId: itemId, docId, movedTo: null } as const
  const appended = append(taking, space.spaceId, tombstone)
  writer.dropEntriesBelow(space.spaceId, docId, appended.seq)
  writer.placeDocument(identity.workspaceId, docId, { spaceId: space.spaceId, isDeleted: true })
  return appended
}

export function takeErase(taking: Taking<ItemOf<'erase'>>, space: FeedSpace): Appended | Refusal {
  const { writer, store, item } = taking
  const { docId, itemId } = item
  // Who may write may take out what is written; this only forgets what the document no longer shows.
  const merged = merge(taking, space.spaceId)
  if (merged instanceof Refusal) return merged
  const author = store.soleAuthor(space.spaceId, docId)
  const snapshot = {
    type: 'snapshot',
    entryId: itemId,
    docId,
    erases: true,
    payload: merged.payload,
  } as const
  const appended = append(taking, space.spaceId, snapshot, author)
  writer.dropEntriesBelow(space.spaceId, docId, appended.seq)
  writer.requirePurge()
  return appended
}

export function takeMove(taking: Taking<ItemOf<'move'>>, space: FeedSpace): Appended | Refusal {
  const { writer, store, policy, identity, item, newId } = taking
  const { docId, itemId, toSpaceId } = item
  const target = policy.canWrite(identity, toSpaceId) ? store.findSpace(toSpaceId) : null
  if (!target) return new Refusal('no-access')
  // Somebody else has moved it there already.
  if (toSpaceId === space.spaceId) return { spaceId: toSpaceId, seq: store.head(toSpaceId), isNew: false }
  if (!mayLiveIn(docId, target, identity)) return new Refusal('wrong-space')
  const merged = merge(taking, space.spaceId)
  if (merged instanceof Refusal) return merged
  const author = store.soleAuthor(space.spaceId, docId)
  // Who was away while something was erased here hears of it there.
  const erases = store
    .documentLog(space.spaceId, docId)
    .some((entry) => entry.type === 'snapshot' && entry.erases)
  const tombstone = { type: 'tombstone', entryId: itemId, docId, movedTo: toSpaceId } as const
  const appended = append(taking, space.spaceId, tombstone)
  writer.dropEntriesBelow(space.spaceId, docId, appended.seq)
  writer.placeDocument(identity.workspaceId, docId, { spaceId: toSpaceId, isDeleted: false })
  const { payload } = merged
  append(taking, toSpaceId, { type: 'snapshot', entryId: asId(newId()), docId, payload, erases }, author)
  // Whoever sees only the new queue has not seen the number yet.
  publishTicketNumber(taking, target, docId, 'always')
  return appended
}

/** Deleting others' work takes a right of its own. */
function isOwnOrErasable({ policy, store, identity, item }: Taking<ItemOf<'delete'>>, spaceId: SpaceId) {
  return policy.canErase(identity, spaceId) || store.soleAuthor(spaceId, item.docId) === identity.personId
}

function merge(taking: Taking<ItemOf<'erase' | 'move'>>, spaceId: SpaceId): Merged | Refusal {
  const merged = taking.content.merge(payloadsOf(taking, spaceId))
  return merged.ok ? merged.value : new Refusal('too-large', `the document is ${merged.error}`)
}

function payloadsOf(
  { store, item }: Taking<Exclude<Taking['item'], { type: 'record' }>>,
  spaceId: SpaceId,
): readonly Uint8Array[] {
  return store.documentLog(spaceId, item.docId).map(({ payload }) => payload)
}

/** A ticket gets its running number with its first entry in a queue [P11]. */
function publishTicketNumber(
  taking: Taking,
  space: FeedSpace,
  docId: DocId,
  when: 'if-new' | 'always',
): void {
  if (space.kind !== 'queue' || !docId.startsWith(ticketPrefix)) return
  const ticketId = asId<TicketId>(docId.slice(ticketPrefix.length) as Ulid)
  const { number, isNew } = taking.writer.giveTicketNumber(space.workspaceId, ticketId)
  if (!isNew && when === 'if-new') return
  const body = JSON.stringify({ number })
  const record = { type: 'record', recordType: 'ticket-number', recordId: ticketId, body } as const
  append(taking, space.spaceId, { ...record, entryId: asId(taking.newId()) }, null)
}

const ticketPrefix = 'ticket/'
