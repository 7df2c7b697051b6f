/** Turns operators into conditions on messages and tickets. An operator that names nothing is reported, not ignored. */
import type { ChannelId, PersonId } from '#shared/base/ids.ts'
import { searchScopes, type SearchScope } from '#shared/contract/search.ts'
import { ticketStates, type TicketPriority, type TicketState } from '#shared/model/ticket/ticket.ts'
import { messageKeyAt } from '../projections/message-key.ts'
import type { ReadableDb, SqlValue } from '../store/db.ts'
import { foldWord } from './fold.ts'
import type { OperatorUse, ParsedSearch } from './parse-search.ts'

export interface SearchFilters {
  /** Conditions on `messages AS m`; null where the operators rule messages out. */
  readonly messages: Conditions | null
  /** Conditions on `tickets AS t`; null where the operators rule tickets out. */
  readonly tickets: Conditions | null
  /** True where no operator speaks of anything that articles do not have. */
  readonly articles: boolean
  /** The same for files. */
  readonly files: boolean
  readonly unknown: readonly string[]
}

export interface Conditions {
  readonly where: readonly string[]
  readonly params: readonly SqlValue[]
}

class Builder {
  readonly where: string[] = []
  readonly params: SqlValue[] = []
  ruledOut = false

  add(isExcluded: boolean, condition: string, ...params: readonly SqlValue[]): void {
    this.where.push(isExcluded ? `NOT (${condition})` : condition)
    this.params.push(...params)
  }

  build(): Conditions | null {
    return this.ruledOut ? null : { where: this.where, params: this.params }
  }
}

export function toFilters(db: ReadableDb, search: ParsedSearch, me: PersonId | null): SearchFilters {
  const messages = new Builder()
  const tickets = new Builder()
  const unknown: string[] = []
  for (const use of search.operators) {
    if (!apply(db, use, me, messages, tickets)) unknown.push(use.source)
  }
  const isOnly = (wanted: SearchScope) =>
    search.operators.every(
      ({ operator, value, isExcluded }) =>
        operator === 'type' && (scopeOf(value) === wanted) !== isExcluded && scopeOf(value) !== 'all',
    )
  return {
    messages: messages.build(),
    tickets: tickets.build(),
    articles: isOnly('articles'),
    files: isOnly('files'),
    unknown,
  }
}

/** Returns false where the value names nothing. */
function apply(
  db: ReadableDb,
  use: OperatorUse,
  me: PersonId | null,
  messages: Builder,
  tickets: Builder,
): boolean {
  const { operator, value, isExcluded } = use
  switch (operator) {
    case 'in': {
      const spaces = findSpaces(db, value)
      if (spaces.length === 0) return false
      const keys = spaces.map((space) => space.spaceKey)
      messages.add(isExcluded, `m.channel_key IN (${keys.map(() => '?').join(', ')})`, ...keys)
      const ids = spaces.map((space) => space.spaceId)
      tickets.add(isExcluded, `t.queue_id IN (${ids.map(() => '?').join(', ')})`, ...ids)
      return true
    }
    case 'from': {
      const people = findPeople(db, value, me)
      if (people.length === 0) return false
      const marks = people.map(() => '?').join(', ')
      messages.add(isExcluded, `m.author_id IN (${marks})`, ...people)
      tickets.add(isExcluded, `t.created_by IN (${marks})`, ...people)
      return true
    }
    case 'owner': {
      messages.ruledOut = true
      if (['none', 'niemand', 'keiner'].includes(foldWord(value))) {
        tickets.add(isExcluded, 't.owner_id IS NULL')
        return true
      }
      const people = findPeople(db, value, me)
      if (people.length === 0) return false
      tickets.add(isExcluded, `t.owner_id IN (${people.map(() => '?').join(', ')})`, ...people)
      return true
    }
    case 'state': {
      messages.ruledOut = true
      const word = foldWord(value)
      if (word === 'active' || word === 'aktiv') tickets.add(isExcluded, 't.active = 1')
      else {
        const state = stateNames.get(word) ?? ticketStates.find((name) => name === word)
        if (!state) return false
        tickets.add(isExcluded, 't.state = ?', state)
      }
      return true
    }
    case 'priority': {
      messages.ruledOut = true
      const priority = priorityNames.get(foldWord(value))
      if (!priority) return false
      tickets.add(isExcluded, 't.priority = ?', priority)
      return true
    }
    case 'tag':
      messages.ruledOut = true
      tickets.add(
        isExcluded,
        't.doc_key IN (SELECT doc_key FROM ticket_tags WHERE tag = ?)',
        value.toLocaleLowerCase('en'),
      )
      return true
    case 'type': {
      const scope = scopeOf(value)
      if (!scope) return false
      if ((scope === 'messages') === isExcluded) messages.ruledOut = true
      if ((scope === 'tickets') === isExcluded) tickets.ruledOut = true
      return true
    }
    case 'before':
    case 'after': {
      const day = parseDay(value)
      if (day === null) return false
      const sign = operator === 'before' ? '<' : '>='
      messages.add(isExcluded, `m.message_key ${sign} ?`, messageKeyAt(day))
      tickets.add(isExcluded, `t.updated_at ${sign} ?`, day)
      return true
    }
  }
}

// Maps, not objects: a person may type any word, also one that every object has, such as `constructor`.
const stateNames: ReadonlyMap<string, TicketState> = new Map([
  ['neu', 'new'],
  ['offen', 'open'],
  ['wartend', 'pending'],
  ['wartet', 'pending'],
  ['gelost', 'solved'],
  ['geschlossen', 'closed'],
])

const priorityNames: ReadonlyMap<string, TicketPriority> = new Map([
  ['low', 1],
  ['niedrig', 1],
  ['normal', 2],
  ['high', 3],
  ['hoch', 3],
  ['urgent', 4],
  ['dringend', 4],
])

const scopeNames: ReadonlyMap<string, SearchScope> = new Map([
  ['message', 'messages'],
  ['nachricht', 'messages'],
  ['nachrichten', 'messages'],
  ['ticket', 'tickets'],
  ['article', 'articles'],
  ['artikel', 'articles'],
  ['file', 'files'],
  ['datei', 'files'],
  ['dateien', 'files'],
])

function scopeOf(value: string): SearchScope | null {
  const word = foldWord(value)
  return scopeNames.get(word) ?? searchScopes.find((scope) => scope === word) ?? null
}

function findSpaces(db: ReadableDb, name: string): { spaceKey: number; spaceId: ChannelId }[] {
  const wanted = foldWord(name.replace(/^#/, ''))
  return db
    .all<{ spaceKey: number; spaceId: ChannelId; name: string }>(
      "SELECT space_key AS spaceKey, space_id AS spaceId, name FROM spaces WHERE kind IN ('channel', 'direct', 'queue')",
    )
    .filter((space) => wanted !== '' && foldWord(space.name).startsWith(wanted))
}

function findPeople(db: ReadableDb, name: string, me: PersonId | null): PersonId[] {
  const wanted = foldWord(name.replace(/^@/, ''))
  if (wanted === 'me' || wanted === 'mich' || wanted === 'ich') return me === null ? [] : [me]
  return db
    .all<{ id: PersonId; name: string; email: string }>('SELECT person_id AS id, name, email FROM people')
    .filter(
      (person) =>
        wanted !== '' &&
        (foldWord(person.name)
          .split(/\s+/u)
          .some((part) => part.startsWith(wanted)) ||
          foldWord(person.name).startsWith(wanted) ||
          person.email.toLowerCase() === name.toLowerCase()),
    )
    .map((person) => person.id)
}

/** Midnight of a day given as 2026-11-21 or 21.11.2026, in this computer's time zone. */
function parseDay(value: string): number | null {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(value)
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value)
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1)]
    : german
      ? [Number(german[3]), Number(german[2]), Number(german[1])]
      : []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = new Date(year, month - 1, day)
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null
}
