/** A ticket filter as a condition in SQL. Values are always parameters, never part of the text. */
import type { PersonId } from '#shared/base/ids.ts'
import type { QueryParsed } from '#shared/contract/contract.ts'
import type { BuiltInView, TicketSort } from '#shared/contract/tickets.ts'
import { parseSearch } from '../search/parse-search.ts'
import { exclusionExpression, matchExpression } from '../search/match.ts'
import type { SqlValue } from '../store/db.ts'

export interface SqlCondition {
  readonly where: string
  readonly params: readonly SqlValue[]
}

const views: Readonly<Record<BuiltInView, string>> = {
  mine: 'owner_id = ? AND active = 1',
  unassigned: 'owner_id IS NULL AND active = 1',
  active: 'active = 1',
  urgent: 'active = 1 AND priority = 4',
  pending: "state = 'pending'",
  solved: "state = 'solved'",
  all: '1',
}

/** The built-in views counted in one pass over the active tickets and two index ranges. */
export const countViews = `
  SELECT
    (SELECT count(*) FROM tickets WHERE owner_id = :me AND active = 1) AS mine,
    (SELECT count(*) FROM tickets WHERE owner_id IS NULL AND active = 1) AS unassigned,
    (SELECT count(*) FROM tickets WHERE active = 1) AS active,
    (SELECT count(*) FROM tickets WHERE active = 1 AND priority = 4) AS urgent,
    (SELECT count(*) FROM tickets WHERE state = 'pending') AS pending,
    (SELECT count(*) FROM tickets WHERE state = 'solved') AS solved,
    (SELECT count(*) FROM tickets) AS "all"`

export function ticketCondition(
  filter: QueryParsed<'ticket.list'>['filter'],
  me: PersonId | null,
): SqlCondition {
  const parts: string[] = [views[filter.view]]
  const params: SqlValue[] = filter.view === 'mine' ? [me] : []
  const add = (part: string, ...values: readonly SqlValue[]) => {
    parts.push(part)
    params.push(...values)
  }
  if (filter.queueId !== null) add('queue_id = ?', filter.queueId)
  if (filter.states.length > 0) add(`state IN (${marks(filter.states)})`, ...filter.states)
  if (filter.priorities.length > 0) add(`priority IN (${marks(filter.priorities)})`, ...filter.priorities)
  if (filter.owner === 'none') add('owner_id IS NULL')
  else if (filter.owner !== null) add('owner_id = ?', filter.owner)
  if (filter.tag !== null) add('doc_key IN (SELECT doc_key FROM ticket_tags WHERE tag = ?)', filter.tag)
  const search = parseSearch(filter.text)
  const match = matchExpression(search)
  const excluded = exclusionExpression(search)
  if (match !== null) add('doc_key IN (SELECT rowid FROM ticket_words WHERE ticket_words MATCH ?)', match)
  else if (excluded !== null)
    add('doc_key NOT IN (SELECT rowid FROM ticket_words WHERE ticket_words MATCH ?)', excluded)
  return { where: parts.filter((part) => part !== '1').join(' AND ') || '1', params }
}

/** Equal values are ordered by age, so that a page never shows a row twice. */
export function ticketOrder(sort: TicketSort, direction: 'asc' | 'desc'): string {
  const way = direction === 'asc' ? 'ASC' : 'DESC'
  const columns: Readonly<Record<TicketSort, string>> = {
    updated: `updated_at ${way}, doc_key ${way}`,
    created: `created_at ${way}, doc_key ${way}`,
    priority: `priority ${way}, updated_at ${way}, doc_key ${way}`,
    title: `title COLLATE NOCASE ${way}, doc_key ${way}`,
    state: `state_rank ${way}, updated_at DESC, doc_key DESC`,
  }
  return columns[sort]
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ')
}
