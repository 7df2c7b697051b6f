import type { EntryId, PersonId, TicketId } from '#shared/base/ids.ts'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import type {
  BuiltInView,
  QueueRow,
  TicketDetail,
  TicketEntryRow,
  ticketQueries,
  TicketRow,
} from '#shared/contract/tickets.ts'
import type { TicketClash } from '#shared/model/ticket/clash.ts'
import type { HistoryEntry, Reply } from '#shared/model/ticket/ticket.ts'
import type { ReadableDb } from '../store/db.ts'
import { listAttachments } from './attachment-rows.ts'
import { findMe, type QueryHandlers } from './query.ts'
import { countViews, ticketCondition, ticketOrder } from './ticket-filter.ts'
import { inNameOrder } from './name-order.ts'
import { pageByTitle } from './ticket-title-order.ts'

export const ticketQueryHandlers: QueryHandlers<keyof typeof ticketQueries> = {
  'ticket.queues': {
    dependsOn: () => ['queues', 'tickets'],
    run(db) {
      const queues = db.all<Omit<QueueRow, 'archived'> & { archived: number }>(
        `SELECT space_id AS key, name, description, archived,
           (SELECT count(*) FROM tickets WHERE queue_id = space_id AND active = 1) AS active
         FROM spaces WHERE kind = 'queue' ORDER BY space_id`,
      )
      return {
        meta: null,
        rows: inNameOrder(queues).map((queue) => ({ ...queue, archived: queue.archived === 1 })),
      }
    },
  },
  'ticket.counts': {
    dependsOn: () => ['tickets', 'workspace'],
    run(db) {
      const counts = db.get<Record<BuiltInView, number>>(countViews, { me: findMe(db) })
      if (!counts) throw new Error('an aggregate always has a row')
      return { meta: counts, rows: [] }
    },
  },
  'ticket.list': {
    dependsOn: () => ['tickets', 'workspace'],
    run(db, { filter, sort, direction, offset, limit }) {
      const condition = ticketCondition(filter, findMe(db))
      const { where, params } = condition
      const total = db.value<number>(`SELECT count(*) FROM tickets WHERE ${where}`, params) ?? 0
      const page = sort === 'title' ? pageByTitle(db, condition, { direction, offset, limit, total }) : null
      if (page) return { meta: { total, offset }, rows: listTickets(db, page) }
      const rows = db.all<StoredTicket>(
        `SELECT ${rowColumns} FROM tickets WHERE ${where} ORDER BY ${ticketOrder(sort, direction)} LIMIT ? OFFSET ?`,
        [...params, limit, offset],
      )
      return { meta: { total, offset }, rows: rows.map(toTicketRow) }
    },
  },
  'ticket.get': {
    dependsOn: ({ ticketId }) => [`ticket:${ticketId}`],
    run: (db, { ticketId }) => ({ meta: findTicket(db, ticketId), rows: listEntries(db, ticketId) }),
  },
  'ticket.tags': {
    dependsOn: () => ['tags'],
    run: (db) => ({
      meta: null,
      rows: db.all<{ key: string; count: number }>(
        'SELECT tag AS key, count(*) AS count FROM ticket_tags GROUP BY tag ORDER BY count DESC, tag LIMIT 1000',
      ),
    }),
  },
}

const rowColumns = `ticket_id AS key, code, number, queue_id AS queueId, title, state, priority, owner_id AS ownerId,
  customer_name AS customerName, organisation, created_at AS createdAt, updated_at AS updatedAt,
  reply_count AS replyCount, note_count AS noteCount, tags, clash IS NOT NULL AS hasClash,
  EXISTS (SELECT 1 FROM pending WHERE subject = ticket_id) AS pending`

/** In this order. */
function listTickets(db: ReadableDb, docKeys: readonly number[]): TicketRow[] {
  return db
    .all<StoredTicket>(
      `SELECT ${rowColumns} FROM json_each(?) AS wanted JOIN tickets ON doc_key = wanted.value ORDER BY wanted.key`,
      [JSON.stringify(docKeys)],
    )
    .map(toTicketRow)
}

type StoredTicket = Omit<TicketRow, 'tags' | 'pending' | 'hasClash'> & {
  readonly tags: string
  readonly pending: 0 | 1
  readonly hasClash: 0 | 1
}

function toTicketRow(stored: StoredTicket): TicketRow {
  return {
    ...stored,
    tags: JSON.parse(stored.tags) as string[],
    pending: stored.pending === 1,
    hasClash: stored.hasClash === 1,
  }
}

function findTicket(db: ReadableDb, ticketId: TicketId): TicketDetail | null {
  const stored = db.get<StoredDetail>(
    `SELECT ticket_id AS id, code, number, queue_id AS queueId, title,
       coalesce((SELECT text FROM ticket_entries e WHERE e.ticket_id = tickets.ticket_id AND type = 'description'), '')
         AS description, state, priority,
       owner_id AS ownerId, customer_name AS customerName, customer_email AS customerEmail, organisation,
       pending_until AS pendingUntil, created_at AS createdAt, created_by AS createdBy, updated_at AS updatedAt, tags,
       clash, EXISTS (SELECT 1 FROM pending WHERE subject = ticket_id) AS pending
     FROM tickets WHERE ticket_id = ?`,
    [ticketId],
  )
  if (!stored) return null
  return {
    ...stored,
    tags: JSON.parse(stored.tags) as string[],
    pending: stored.pending === 1,
    clash: stored.clash === null ? null : (JSON.parse(stored.clash) as TicketClash),
  }
}

type StoredDetail = Omit<TicketDetail, 'tags' | 'pending' | 'clash'> & {
  readonly tags: string
  readonly pending: 0 | 1
  readonly clash: string | null
}

interface StoredEntry {
  readonly key: EntryId
  readonly type: 'reply' | 'note' | 'change'
  readonly authorId: PersonId | null
  readonly at: number
  readonly text: string
  readonly detail: string | null
  readonly pending: 0 | 1
}

function listEntries(db: ReadableDb, ticketId: TicketId): TicketEntryRow[] {
  const entries = db.all<StoredEntry>(
    `SELECT entry_id AS key, type, author_id AS authorId, at, text, detail,
         EXISTS (SELECT 1 FROM pending WHERE subject = entry_id) AS pending FROM ticket_entries
       WHERE ticket_id = ? AND type <> 'description' ORDER BY entry_id`,
    [ticketId],
  )
  const written = entries.filter(({ type }) => type !== 'change').map(({ key }) => key)
  const attachmentsOf = listAttachments(db, written)
  return entries.map((entry) => toEntryRow(entry, attachmentsOf(entry.key)))
}

function toEntryRow(
  { key, type, authorId, at, text, detail, pending }: StoredEntry,
  attachments: readonly AttachmentRow[],
): TicketEntryRow {
  const common = { key, id: key, at, pending: pending === 1 }
  const details: unknown = detail === null ? {} : JSON.parse(detail)
  switch (type) {
    case 'reply':
      return { ...common, ...(details as Pick<Reply, 'from' | 'channel'>), type, authorId, text, attachments }
    case 'note':
      return { ...common, type, authorId, text, attachments }
    case 'change':
      return {
        ...common,
        settles: false,
        ...(details as Pick<HistoryEntry, 'field' | 'from' | 'to'>),
        type,
        actorId: authorId,
      }
  }
}
