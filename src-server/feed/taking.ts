/** What taking one item needs, and what comes of it. */
import type { DocId, SpaceId, UpdateId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { PushItem, RejectReason } from '#shared/protocol/frames.ts'
import type { AcceptedRecord, AccessPolicy, Identity } from '../access/access-policy.ts'
import type { FeedContent } from './content-port.ts'
import type { RefusedDocuments } from './refused-documents.ts'
import type { Appended, FeedWriter, NewEntry, SyncStore } from './sync-store.ts'

export type PushOutcome =
  | { readonly type: 'taken'; readonly itemId: UpdateId; readonly spaceId: SpaceId; readonly seq: number }
  | {
      readonly type: 'refused'
      readonly itemId: UpdateId
      readonly reason: RejectReason
      readonly detail: string
    }

export interface TakingDeps {
  readonly store: SyncStore
  readonly policy: AccessPolicy
  readonly content: FeedContent
  readonly refused: RefusedDocuments
  readonly newId: () => Ulid
}

/** What the others have to be told once the transaction is durable. */
export interface Effects {
  readonly heads: Map<SpaceId, number>
  readonly rights: { readonly identity: Identity; readonly of: AcceptedRecord['rightsOf'] }[]
  readonly documents: Set<DocId>
}

export const noEffects = (): Effects => ({
  heads: new Map(),
  rights: [],
  documents: new Set(),
})

/** One item on its way. */
export interface Taking<Item extends PushItem = PushItem> extends TakingDeps {
  readonly writer: FeedWriter
  readonly identity: Identity
  readonly item: Item
  readonly effects: Effects
}

export type ItemOf<T extends PushItem['type']> = Extract<PushItem, { type: T }>
export type DocumentItem = Exclude<PushItem, { type: 'record' }>

export class Refusal {
  readonly reason: RejectReason
  readonly detail: string
  constructor(reason: RejectReason, detail = '') {
    this.reason = reason
    this.detail = detail
  }
}

/** Appends in the name of the item's sender, or of `author`. */
export function append(
  { writer, effects, identity }: Taking,
  spaceId: SpaceId,
  entry: NewEntry,
  author: Identity['personId'] | null = identity.personId,
): Appended {
  const appended = writer.append(spaceId, entry, author)
  effects.heads.set(appended.spaceId, appended.seq)
  return appended
}
