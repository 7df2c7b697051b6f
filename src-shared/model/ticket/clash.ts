/**
 * Finds claims on a ticket that did not know of each other. The field itself has one value (the last write wins), but
 * the history keeps each change with the value that it started from: two changes from one value are a fork, and as long
 * as both branches are open, somebody has to decide.
 */
import type { PersonId } from '../../base/ids.ts'
import type { HistoryEntry } from './ticket.ts'

export interface TicketClash {
  readonly claims: readonly {
    readonly ownerId: PersonId | null
    readonly actorId: PersonId | null
    readonly at: number
  }[]
}

/** @param history in the order of ids */
export function findClash(history: readonly HistoryEntry[]): TicketClash | null {
  const changes = history.filter(({ field }) => field === 'ownerId')
  const settled = changes.findLastIndex(({ settles }) => settles)
  const open: HistoryEntry[] = []
  for (const change of changes.slice(Math.max(0, settled))) {
    const followed = open.findIndex(({ to }) => to === change.from)
    if (followed >= 0) open.splice(followed, 1)
    open.push(change)
  }
  const claims = open.filter((change, index) => open.findIndex(({ to }) => to === change.to) === index)
  if (claims.length < 2) return null
  return {
    claims: claims.map(({ to, actorId, at }) => ({ ownerId: to as PersonId | null, actorId, at })),
  }
}
