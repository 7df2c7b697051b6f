/**
 * One pushed item's way into the store: every check first, so that a refusal leaves nothing behind. Runs inside the
 * transaction that the items of many devices share.
 */
import { isFinal } from '#shared/protocol/frames.ts'
import { mayLiveIn } from './document-homes.ts'
import { takeDelete, takeErase, takeMove, takeUpdate } from './document-items.ts'
import type { Appended, FeedSpace } from './sync-store.ts'
import { append, Refusal, type DocumentItem, type ItemOf, type PushOutcome, type Taking } from './taking.ts'

export function takeItem(taking: Taking): PushOutcome {
  const { store, identity, item } = taking
  const { itemId } = item
  const known = store.findItem(itemId)
  if (known) {
    // Somebody else's workspace must not be asked what it holds.
    const isOurs = store.findSpace(known.spaceId)?.workspaceId === identity.workspaceId
    return isOurs ? { type: 'taken', itemId, ...known } : refuse(taking, new Refusal('no-access'))
  }
  const taken = isAbout(taking, 'record')
    ? takeRecord(taking)
    : takeDocumentItem(taking as Taking<DocumentItem>)
  if (taken instanceof Refusal) return refuse(taking, taken)
  return { type: 'taken', itemId, spaceId: taken.spaceId, seq: taken.seq }
}

function refuse({ refused, identity, item }: Taking, { reason, detail }: Refusal): PushOutcome {
  if (item.type === 'update' && isFinal(reason)) refused.note(identity.deviceId, item.docId, reason)
  return { type: 'refused', itemId: item.itemId, reason, detail }
}

function takeRecord(taking: Taking<ItemOf<'record'>>): Appended | Refusal {
  const { policy, identity, effects, item } = taking
  const accepted = policy.accept(identity, item)
  if (!accepted) return new Refusal('record-refused')
  if (accepted.rightsOf.length > 0) effects.rights.push({ identity, of: accepted.rightsOf })
  const { itemId, recordType, recordId } = item
  const entry = { type: 'record', entryId: itemId, recordType, recordId, body: accepted.body } as const
  return append(taking, accepted.spaceId, entry)
}

function takeDocumentItem(taking: Taking<DocumentItem>): Appended | Refusal {
  taking.effects.documents.add(taking.item.docId)
  const located = locate(taking)
  if (located instanceof Refusal) return located
  const { space, isNew } = located
  if (isAbout(taking, 'update')) return takeUpdate(taking, space, isNew)
  if (isNew) return new Refusal('wrong-space', 'there is no such document')
  if (isAbout(taking, 'delete')) return takeDelete(taking, space)
  if (isAbout(taking, 'erase')) return takeErase(taking, space)
  return takeMove(taking as Taking<ItemOf<'move'>>, space)
}

/** Where the document is now [P8]; a refusal where the person may not write there. */
function locate({
  store,
  policy,
  identity,
  item,
}: Taking<DocumentItem>): { readonly space: FeedSpace; readonly isNew: boolean } | Refusal {
  const { docId, spaceId } = item
  const place = store.findDocument(identity.workspaceId, docId)
  // It may have been moved, or two devices may have begun it in two places: it goes on where it is [P8].
  const target = place?.spaceId ?? spaceId
  const space = policy.canWrite(identity, target) ? store.findSpace(target) : null
  if (!space) return new Refusal('no-access')
  if (place?.isDeleted === true) return new Refusal('deleted')
  if (!place && !mayLiveIn(docId, space, identity)) return new Refusal('wrong-space')
  return { space, isNew: !place }
}

function isAbout<T extends Taking['item']['type']>(taking: Taking, type: T): taking is Taking<ItemOf<T>> {
  return taking.item.type === type
}
