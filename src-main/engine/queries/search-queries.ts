import { asId, type ChannelId, type MessageId, type PersonId, type TicketId } from '#shared/base/ids.ts'
import type { InboxRow, searchQueries } from '#shared/contract/search.ts'
import type { Snooze } from '#shared/model/personal/notify.ts'
import { sleepingPlaces } from '../attention/snoozes.ts'
import { findPassages } from '../search/passages.ts'
import { runSearch } from '../search/search.ts'
import type { ReadableDb } from '../store/db.ts'
import { listChannels } from './chat-queries.ts'
import { findMe, preview, type QueryHandlers } from './query.ts'

/** Nobody works through more; the lists themselves hold the rest. */
const inboxLimit = 200

export const searchQueryHandlers: QueryHandlers<keyof typeof searchQueries> = {
  'search.run': {
    // A search is a question at one moment: it does not change under the reader's eyes.
    dependsOn: () => [],
    run: (db, input) => runSearch(db, input, findMe(db)),
  },
  'search.passages': {
    dependsOn: () => [],
    run: (db, input, { retriever, vector }) => findPassages(db, input, retriever, vector),
  },
  'inbox.list': {
    dependsOn: () => ['inbox', 'channels', 'tickets', 'notify'],
    run(db) {
      const me = findMe(db)
      const sleeping = sleepingPlaces(db, me)
      const rows = [
        ...listMentions(db, me),
        ...listDirect(db, me),
        ...listMyTickets(db, me),
        ...listNewTickets(db),
      ]
        .filter((row) => !sleeping.has(placeOf(row)))
        .sort((a, b) => b.at - a.at)
      const unread = rows.filter(({ type }) => type === 'mention' || type === 'direct').length
      return { meta: { unread }, rows: [...rows.slice(0, inboxLimit), ...listSleeping(db, me, sleeping)] }
    },
  },
}

/** What a row belongs to, as snoozes name it. */
function placeOf(row: InboxRow): string {
  if (row.type === 'snoozed') return ''
  return 'channelId' in row ? `channel/${row.channelId}` : `ticket/${row.ticketId}`
}

/** The next to wake first. */
function listSleeping(
  db: ReadableDb,
  me: PersonId | null,
  sleeping: ReadonlyMap<string, Snooze>,
): InboxRow[] {
  if (sleeping.size === 0) return []
  const channels = new Map(listChannels(db, me, ['channel', 'direct']).map((row) => [row.key, row]))
  return [...sleeping].flatMap(([place, { type, id, until }]): InboxRow[] => {
    const row = { key: `snoozed/${place}`, type: 'snoozed', until, at: until } as const
    if (type === 'channel') {
      const channel = channels.get(asId<ChannelId>(id))
      const isDirect = channel?.kind === 'direct'
      return channel ? [{ ...row, name: channel.name, place: { type, id: channel.key, isDirect } }] : []
    }
    const name = db.value<string>('SELECT title FROM tickets WHERE ticket_id = ?', [id])
    return name === undefined ? [] : [{ ...row, name, place: { type, id: asId<TicketId>(id) } }]
  })
}

function listMentions(db: ReadableDb, me: PersonId | null): InboxRow[] {
  return db
    .all<{ messageId: MessageId; channelId: ChannelId; authorId: PersonId | null; text: string; at: number }>(
      `SELECT m.message_id AS messageId, s.space_id AS channelId, m.author_id AS authorId, m.text, m.sent_at AS at
       FROM spaces s
       LEFT JOIN read_markers r ON r.person_id = :me AND r.channel_id = s.space_id
       CROSS JOIN message_mentions x ON x.person_id = :me AND x.channel_key = s.space_key
         AND x.message_id > coalesce(r.message_id, '')
       CROSS JOIN messages m ON m.message_id = x.message_id
       WHERE s.kind = 'channel' AND m.author_id IS NOT :me
       ORDER BY x.message_id DESC LIMIT :limit`,
      { me, limit: inboxLimit },
    )
    .map(({ text, ...row }) => ({
      key: `message/${row.messageId}`,
      type: 'mention',
      ...row,
      preview: preview(text),
    }))
}

function listDirect(db: ReadableDb, me: PersonId | null): InboxRow[] {
  return listChannels(db, me, ['direct']).flatMap((channel): InboxRow[] => {
    const last = channel.lastMessage
    if (channel.unread === 0 || !last) return []
    return [
      {
        key: `channel/${channel.key}`,
        type: 'direct',
        channelId: channel.key,
        messageId: last.id,
        authorId: last.authorId,
        preview: last.preview,
        unread: channel.unread,
        at: last.sentAt,
      },
    ]
  })
}

function listMyTickets(db: ReadableDb, me: PersonId | null): InboxRow[] {
  return db
    .all<Omit<Extract<InboxRow, { type: 'ticket' }>, 'key' | 'type'>>(
      `SELECT ticket_id AS ticketId, code, number, title, state, priority, updated_at AS at FROM tickets
       WHERE owner_id = ? AND active = 1 ORDER BY updated_at DESC LIMIT ?`,
      [me, inboxLimit],
    )
    .map((row) => ({ key: `ticket/${row.ticketId}`, type: 'ticket', ...row }))
}

/** What this device has told of, and is still news: see attention/told.ts. */
function listNewTickets(db: ReadableDb): InboxRow[] {
  return db
    .all<Omit<Extract<InboxRow, { type: 'queue' }>, 'key' | 'type'>>(
      `SELECT t.ticket_id AS ticketId, t.code, t.number, t.title, s.name AS queueName, t.priority, t.created_at AS at
       FROM attention_told n INDEXED BY attention_open
       JOIN tickets t ON t.ticket_id = substr(n.notice_key, 7)
       JOIN spaces s ON s.space_id = t.queue_id
       WHERE n.open = 1 AND n.notice_key LIKE 'queue/%' AND t.owner_id IS NULL
       ORDER BY t.created_at DESC LIMIT ?`,
      [inboxLimit],
    )
    .map((row) => ({ key: `queue/${row.ticketId}`, type: 'queue', ...row }))
}
