/** What a command's handler works with, inside one write transaction. */
import type { PersonId, SpaceId } from '#shared/base/ids.ts'
import { asId } from '#shared/base/ids.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { CommandName, CommandOutput, CommandParsed } from '#shared/contract/contract.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { AskHooks } from '../ask/hooks.ts'
import type { Documents } from '../documents/documents.ts'
import { findSpace, type SpaceKind, type SpaceRow } from '../projections/spaces.ts'
import type { ChangedKeys } from '../queries/changed-keys.ts'
import type { Records } from '../records/records.ts'
import type { Models } from '../search/models/models.ts'
import type { WritableDb } from '../store/db.ts'
import { getMeta } from '../store/meta.ts'

export interface CommandContext {
  readonly db: WritableDb
  readonly documents: Documents
  readonly records: Records
  readonly changed: ChangedKeys
  readonly now: () => number
  readonly nextId: () => Ulid
  /** What commands may ask of sync; does nothing without a server. */
  readonly sync: {
    wake(): void
    typing(topic: string, on: boolean): void
    point(topic: string, point: Uint8Array): void
  }
  readonly ask: AskHooks
  /** Models of this device; what is asked of them begins when the transaction is over. */
  readonly models: Pick<Models, 'isKnown' | 'isReady' | 'fetch' | 'cancel' | 'remove'>
}

export type Handled<T = void> = Result<T, CallError>

export type CommandHandlers<Name extends CommandName = CommandName> = {
  readonly [N in Name]: (context: CommandContext, input: CommandParsed<N>) => Handled<CommandOutput<N>>
}

export interface Me {
  readonly id: PersonId
  readonly personalSpaceId: SpaceId
}

/** Who acts. Fails where no workspace has been made yet. */
export function requireMe({ db }: CommandContext): Handled<Me> {
  const id = getMeta(db, 'me')
  const personalSpaceId = getMeta(db, 'personalSpaceId')
  if (id === null || personalSpaceId === null) return err({ type: 'no-workspace' })
  return ok({ id, personalSpaceId: personalSpaceId as SpaceId })
}

export function isAdmin({ db }: CommandContext, me: Me): boolean {
  const role = db.value<string>('SELECT role FROM people WHERE person_id = ?', [me.id])
  return role === 'owner' || role === 'admin'
}

/**
 * The space if it is there, of one of the kinds, and I take part. A space without access looks the same as one
 * that does not exist.
 */
export function requireSpace(
  { db }: CommandContext,
  me: Me,
  spaceId: SpaceId,
  kinds: readonly SpaceKind[],
): Handled<SpaceRow> {
  const missing = err({ type: 'not-found', what: kinds.includes('queue') ? 'queue' : 'channel' })
  const space = findSpace(db, spaceId)
  if (!space || !kinds.includes(space.kind)) return missing
  const members = JSON.parse(
    db.value<string>('SELECT members FROM spaces WHERE space_id = ?', [spaceId]) ?? '[]',
  ) as PersonId[]
  return members.length === 0 || members.includes(me.id) ? ok(space) : missing
}

export const newId = <T extends Ulid>(context: CommandContext): T => asId<T>(context.nextId())
