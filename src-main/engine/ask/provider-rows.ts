/** Providers in the store, and what goes to none. Keys are not here: see keys.ts. */
import path from 'node:path'
import type { SpaceId } from '#shared/base/ids.ts'
import {
  withheldAtFirst,
  type KnowledgeKind,
  type ProviderRow,
  type ProviderType,
  type RoutingRow,
} from '#shared/contract/providers.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'
import { isInsecure, reachOf } from './providers/address.ts'
import { inNameOrder } from '../queries/name-order.ts'

export interface Provider {
  readonly id: string
  readonly type: ProviderType
  readonly name: string
  readonly address: string
  readonly model: string
  readonly contextTokens: number
  readonly answerTokens: number
  readonly allowInsecure: boolean
  readonly hasKey: boolean
  /** What the person has agreed to: see `placeOf`. */
  readonly approved: string | null
  readonly withheldKinds: readonly KnowledgeKind[]
  readonly withheldSpaces: readonly SpaceId[]
  readonly addedAt: number
}

/** What an approval is for: the same address and model again need no other one. */
export const placeOf = ({ type, address, model }: Pick<Provider, 'type' | 'address' | 'model'>): string =>
  [type, address, model].join('\n')

export const isApproved = (provider: Provider): boolean => provider.approved === placeOf(provider)

const columns = `provider_id AS id, type, name, address, model, context_tokens AS contextTokens,
  answer_tokens AS answerTokens, allow_insecure AS allowInsecure, has_key AS hasKey, approved, withheld, added_at AS addedAt`

type Row = Omit<Provider, 'allowInsecure' | 'hasKey' | 'withheldKinds' | 'withheldSpaces'> & {
  readonly allowInsecure: 0 | 1
  readonly hasKey: 0 | 1
  readonly withheld: string
}

export function findProvider(db: ReadableDb, id: string): Provider | null {
  const row = db.get<Row>(`SELECT ${columns} FROM providers WHERE provider_id = ?`, [id])
  return row ? fromRow(row) : null
}

export function listProviders(db: ReadableDb): Provider[] {
  return db.all<Row>(`SELECT ${columns} FROM providers ORDER BY added_at, provider_id`).map(fromRow)
}

function fromRow({ withheld, allowInsecure, hasKey, ...row }: Row): Provider {
  const { kinds, spaces } = JSON.parse(withheld) as { kinds: KnowledgeKind[]; spaces: SpaceId[] }
  return {
    ...row,
    allowInsecure: allowInsecure === 1,
    hasKey: hasKey === 1,
    withheldKinds: kinds,
    withheldSpaces: spaces,
  }
}

export function putProvider(db: WritableDb, provider: Provider): void {
  const { id, type, name, address, model, contextTokens, answerTokens, approved, addedAt } = provider
  const withheld = JSON.stringify({ kinds: provider.withheldKinds, spaces: provider.withheldSpaces })
  db.run(
    `INSERT INTO providers (provider_id, type, name, address, model, context_tokens, answer_tokens, allow_insecure,
       has_key, approved, withheld, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (provider_id) DO UPDATE SET name = excluded.name, address = excluded.address, model = excluded.model,
       context_tokens = excluded.context_tokens, answer_tokens = excluded.answer_tokens,
       allow_insecure = excluded.allow_insecure, has_key = excluded.has_key, approved = excluded.approved,
       withheld = excluded.withheld`,
    [
      id,
      type,
      name,
      address,
      model,
      contextTokens,
      answerTokens,
      provider.allowInsecure ? 1 : 0,
      provider.hasKey ? 1 : 0,
      approved,
      withheld,
      addedAt,
    ],
  )
}

/** @returns whether it was there */
export function deleteProvider(db: WritableDb, id: string): boolean {
  return db.run('DELETE FROM providers WHERE provider_id = ?', [id]) > 0
}

export function toProviderRow(provider: Provider): ProviderRow {
  const { id, type, name, address, model, contextTokens, answerTokens, hasKey } = provider
  return {
    key: id,
    type,
    name,
    address: shownAddress(provider),
    model,
    contextTokens,
    answerTokens,
    reach: type === 'file' ? 'device' : reachOf(address),
    isInsecure: type !== 'file' && isInsecure(address),
    hasKey,
    isApproved: isApproved(provider),
    withheldKinds: provider.withheldKinds,
    withheldSpaces: provider.withheldSpaces,
  }
}

/** As a window sees it: where a file lies is not for pages. */
export function shownAddress({ type, address }: Pick<Provider, 'type' | 'address'>): string {
  return type === 'file' ? path.basename(address) : address
}

/** Kinds that go to no provider from this device. */
export function readWithheldKinds(db: ReadableDb): readonly KnowledgeKind[] {
  const stored = getMeta(db, 'withheldKinds')
  return stored === null ? withheldAtFirst : (JSON.parse(stored) as KnowledgeKind[])
}

export function putWithheldKinds(db: WritableDb, kinds: readonly KnowledgeKind[]): void {
  setMeta(db, 'withheldKinds', JSON.stringify([...new Set(kinds)]))
}

export function listRoutedSpaces(db: ReadableDb): RoutingRow[] {
  const spaces = db.all<Omit<RoutingRow, 'deviceOnly'> & { deviceOnly: number }>(
    `SELECT space_id AS key, kind, name, device_only AS deviceOnly FROM spaces
       WHERE kind IN ('queue', 'channel', 'direct', 'knowledge') ORDER BY space_id`,
  )
  return inNameOrder(spaces, ({ kind }) => kind).map((row) => ({ ...row, deviceOnly: row.deviceOnly === 1 }))
}
