/** Does a row concern the person, and in what way? Looks at the store as it is now, so what was read or taken back meanwhile does not. */
import type { ChannelId, EntryId, MessageId, PersonId, SpaceId, TicketId } from '#shared/base/ids.ts'
import { ticketCode } from '#shared/base/ids.ts'
import type { Notice, NotifyRules } from '#shared/contract/attention.ts'
import { preview } from '../queries/query.ts'
import { foldWord, wordPattern } from '../search/fold.ts'
import type { ReadableDb } from '../store/db.ts'
import type { FreshRow } from './fresh-rows.ts'

export interface Concern {
  readonly notice: Omit<Notice, 'isHidden'>
  readonly spaceId: SpaceId
  /** When it was written, as its author's device saw it. */
  readonly at: number
  /** The rules let it be told. */
  readonly isWanted: boolean
}

export interface Person {
  readonly id: PersonId
  readonly rules: NotifyRules
  /** Milliseconds since 1970. */
  readonly now: number
}

export function findConcern(db: ReadableDb, me: Person, row: FreshRow, isLocal: boolean): Concern | null {
  switch (row.type) {
    case 'message':
      return messageConcern(db, me, row.id)
    case 'entry':
      return entryConcern(db, me, row.ticketId, row.id, isLocal)
    case 'ticket':
      return ticketConcern(db, me, row.id, isLocal)
  }
}

interface MessageForMe {
  readonly channelId: ChannelId
  readonly kind: 'channel' | 'direct'
  readonly name: string
  readonly members: string
  readonly archived: number
  readonly authorId: PersonId | null
  readonly author: string | null
  readonly text: string
  readonly mentions: string | null
  readonly sentAt: number
  readonly answersMe: 0 | 1
  readonly readUpTo: MessageId | null
  readonly file: string | null
}

function messageConcern(db: ReadableDb, me: Person, id: MessageId): Concern | null {
  const message = db.get<MessageForMe>(
    `SELECT s.space_id AS channelId, s.kind, s.name, s.members, s.archived, m.author_id AS authorId, p.name AS author,
       m.text, m.mentions, m.sent_at AS sentAt, coalesce(q.author_id = :me, 0) AS answersMe, r.message_id AS readUpTo,
       (SELECT name FROM attachments a WHERE a.subject = m.message_id ORDER BY position LIMIT 1) AS file
     FROM messages m JOIN spaces s ON s.space_key = m.channel_key
     LEFT JOIN people p ON p.person_id = m.author_id
     LEFT JOIN messages q ON q.message_id = m.reply_to
     LEFT JOIN read_markers r ON r.person_id = :me AND r.channel_id = s.space_id
     WHERE m.message_id = :id AND m.deleted_at IS NULL`,
    { id, me: me.id },
  )
  if (!message || message.authorId === null || message.authorId === me.id || message.archived === 1)
    return null
  const { channelId, readUpTo } = message
  if (readUpTo !== null && readUpTo >= id) return null
  const members = JSON.parse(message.members) as PersonId[]
  if (members.length > 0 && !members.includes(me.id)) return null
  const level = me.rules.spaces[channelId] ?? (message.kind === 'direct' ? 'all' : 'mentions')
  const kind = messageKind(me, message, level === 'all')
  if (kind === null) return null
  return {
    notice: {
      key: `message/${id}`,
      kind,
      place: `channel/${channelId}`,
      link: { type: 'message', id },
      who: message.author ?? '',
      where: message.kind === 'direct' ? '' : `#${message.name}`,
      text: preview(message.text === '' ? (message.file ?? '') : message.text),
      actions: ['reply', 'snooze'],
    },
    spaceId: channelId,
    at: message.sentAt,
    isWanted:
      level !== 'none' && me.rules.kinds[kind] && (kind === 'mention' || !sleeps(me, `channel/${channelId}`)),
  }
}

/** Until its time, or until somebody names the person. */
function sleeps({ now, rules }: Person, place: string): boolean {
  return rules.snoozes.some(({ type, id, until }) => until > now && place === `${type}/${id}`)
}

function messageKind({ id, rules }: Person, message: MessageForMe, wantsAll: boolean) {
  if (message.kind === 'direct' || message.answersMe === 1) return 'message'
  const mentions = message.mentions === null ? [] : (JSON.parse(message.mentions) as PersonId[])
  if (mentions.includes(id)) return 'mention'
  if (hasKeyword(message.text, rules.keywords)) return 'keyword'
  return wantsAll ? 'message' : null
}

/** Whole words, whatever their case and accents; a keyword of several words in their order. */
export function hasKeyword(text: string, keywords: readonly string[]): boolean {
  if (keywords.length === 0) return false
  const words = ` ${wordsOf(text)} `
  return keywords.some((keyword) => {
    const wanted = wordsOf(keyword)
    return wanted !== '' && words.includes(` ${wanted} `)
  })
}

const wordsOf = (text: string) => (text.match(wordPattern) ?? []).map(foldWord).join(' ')

interface TicketForMe {
  readonly queueId: SpaceId
  readonly number: number | null
  readonly title: string
  readonly ownerId: PersonId | null
  readonly createdBy: PersonId | null
  readonly createdAt: number
  readonly customerName: string
  readonly seenAt: number
}

function findTicket(db: ReadableDb, me: Person, id: TicketId): TicketForMe | undefined {
  return db.get<TicketForMe>(
    `SELECT queue_id AS queueId, number, title, owner_id AS ownerId, created_by AS createdBy, created_at AS createdAt,
       customer_name AS customerName,
       coalesce((SELECT at FROM seen_tickets WHERE person_id = :me AND ticket_id = :id), 0) AS seenAt
     FROM tickets WHERE ticket_id = :id`,
    { id, me: me.id },
  )
}

function entryConcern(
  db: ReadableDb,
  me: Person,
  ticketId: TicketId,
  entryId: EntryId,
  isLocal: boolean,
): Concern | null {
  const ticket = findTicket(db, me, ticketId)
  const entry = db.get<{
    type: 'reply' | 'change'
    authorId: PersonId | null
    author: string | null
    at: number
    text: string
    detail: string | null
  }>(
    `SELECT type, author_id AS authorId, name AS author, at, text, detail
     FROM ticket_entries LEFT JOIN people ON person_id = author_id WHERE ticket_id = ? AND entry_id = ?`,
    [ticketId, entryId],
  )
  // A ticket that has gone to somebody else meanwhile is theirs to hear of.
  if (!ticket || !entry || ticket.ownerId !== me.id || entry.authorId === me.id) return null
  if (entry.at <= ticket.seenAt) return null
  if (entry.type === 'reply') {
    // What the customer said on the phone was written down here.
    if (entry.authorId === null && isLocal) return null
    const who = entry.author ?? ticket.customerName
    return ticketNotice(me, ticket, ticketId, {
      kind: 'reply',
      id: entryId,
      who,
      text: entry.text,
      at: entry.at,
    })
  }
  const change = JSON.parse(entry.detail ?? '{}') as { field?: unknown; to?: unknown }
  if (change.field !== 'ownerId' || change.to !== me.id || entry.authorId === null) return null
  const who = entry.author ?? ''
  return ticketNotice(me, ticket, ticketId, {
    kind: 'assigned',
    id: entryId,
    who,
    text: ticket.title,
    at: entry.at,
  })
}

/** A ticket that came into the world as mine, or as nobody's in a queue of which I want all. */
function ticketConcern(db: ReadableDb, me: Person, id: TicketId, isLocal: boolean): Concern | null {
  const ticket = findTicket(db, me, id)
  if (!ticket || ticket.createdBy === me.id || ticket.createdAt <= ticket.seenAt) return null
  if (ticket.ownerId === null) {
    if (isLocal || me.rules.spaces[ticket.queueId] !== 'all') return null
    const queue = db.value<string>('SELECT name FROM spaces WHERE space_id = ?', [ticket.queueId]) ?? ''
    return ticketNotice(me, ticket, id, {
      ...{ kind: 'queue', id, who: ticket.customerName, text: ticket.title, at: ticket.createdAt },
      queue,
    })
  }
  if (ticket.ownerId !== me.id || ticket.createdBy === null) return null
  const who = db.value<string>('SELECT name FROM people WHERE person_id = ?', [ticket.createdBy]) ?? ''
  // Given to me later, by its history: that is told by itself.
  const wasGiven = db.value(
    `SELECT 1 FROM ticket_entries WHERE ticket_id = ? AND type = 'change' AND json_extract(detail, '$.field') = 'ownerId' LIMIT 1`,
    [id],
  )
  if (wasGiven !== undefined) return null
  return ticketNotice(me, ticket, id, { kind: 'assigned', id, who, text: ticket.title, at: ticket.createdAt })
}

interface TicketNews {
  readonly kind: 'assigned' | 'queue' | 'reply'
  /** Of which it is new. */
  readonly queue?: string
  readonly id: EntryId | TicketId
  readonly who: string
  readonly text: string
  readonly at: number
}

function ticketNotice(
  { rules }: Person,
  ticket: TicketForMe,
  ticketId: TicketId,
  { kind, id, who, text, at, queue = '' }: TicketNews,
): Concern {
  const code = ticket.number === null ? ticketCode(ticketId) : `#${String(ticket.number)}`
  return {
    notice: {
      key: `${kind}/${id}`,
      kind,
      place: `ticket/${ticketId}`,
      link: { type: 'ticket', id: ticketId },
      who,
      where: kind === 'reply' ? `${code} ${ticket.title}` : kind === 'queue' ? queue : code,
      text: preview(text),
      actions: kind === 'queue' ? ['claim', 'snooze'] : ['snooze'],
    },
    spaceId: ticket.queueId,
    at,
    isWanted: rules.kinds[kind] && rules.spaces[ticket.queueId] !== 'none',
  }
}
