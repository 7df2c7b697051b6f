/** Tickets and their internal notes to `tickets`, `ticket_tags`, `ticket_entries` and the full-text index. */
import type * as Y from 'yjs'
import { asId, parseDocId, ticketCode, type EntryId, type TicketId } from '#shared/base/ids.ts'
import { findClash } from '#shared/model/ticket/clash.ts'
import {
  readHistory,
  readHistoryEntry,
  readNote,
  readNotes,
  readReplies,
  readReply,
  readTicket,
} from '#shared/model/ticket/read-ticket.ts'
import {
  activeStates,
  ticketStates,
  type HistoryEntry,
  type Note,
  type Reply,
  type Ticket,
} from '#shared/model/ticket/ticket.ts'
import { isUlid } from '#shared/base/ulid.ts'
import type { DocChanges } from '../documents/doc-changes.ts'
import type { WritableDb } from '../store/db.ts'
import { putAttachments, removeAttachments } from './attachments.ts'
import { readTicketWords, updateTicketWords } from './ticket-words.ts'
import type { ProjectionContext, Projector } from './projector.ts'

export const ticketProjector: Projector = {
  kind: 'ticket',
  version: 3,
  project(context, doc, changes) {
    const { db, row } = context
    const ticketId = parseDocId(row.docId)?.owner as TicketId
    const before = readTicketWords(db, ticketId)
    for (const reply of changedEntries(doc, changes, 'replies', readReplies, readReply))
      putReply(context, ticketId, reply)
    for (const entry of changedEntries(doc, changes, 'history', readHistory, readHistoryEntry)) {
      putChange(db, ticketId, entry)
    }
    dropGoneEntries(context, ticketId, 'reply', doc.getMap('replies'), changes?.keys('replies'))
    dropGoneEntries(context, ticketId, 'change', doc.getMap('history'), changes?.keys('history'))
    putTicket(context, ticketId, doc)
    updateTicketWords(db, ticketId, before)
    context.changed.add('tickets', `ticket:${ticketId}`, 'inbox')
    if (changes === null || changes.touches('tags')) context.changed.add('tags')
  },
  remove(context) {
    const { db, row, changed } = context
    const ticketId = parseDocId(row.docId)?.owner as TicketId
    const before = readTicketWords(db, ticketId)
    removeAllAttachments(context, ticketId, 'reply')
    db.run("DELETE FROM ticket_entries WHERE ticket_id = ? AND type <> 'note'", [ticketId])
    db.run('DELETE FROM ticket_tags WHERE doc_key = ?', [row.docKey])
    db.run('DELETE FROM tickets WHERE doc_key = ?', [row.docKey])
    updateTicketWords(db, ticketId, before)
    changed.add('tickets', `ticket:${ticketId}`, 'inbox', 'tags')
  },
}

export const notesProjector: Projector = {
  kind: 'notes',
  version: 2,
  project(context, doc, changes) {
    const { db, row, changed } = context
    const ticketId = parseDocId(row.docId)?.owner as TicketId
    const before = readTicketWords(db, ticketId)
    for (const note of changedEntries(doc, changes, 'notes', readNotes, readNote)) {
      putEntry(db, ticketId, note.id, 'note', note.authorId, note.at, note.text, null)
      putAttachments(context, note.id, `ticket:${ticketId}`, note.attachments)
    }
    dropGoneEntries(context, ticketId, 'note', doc.getMap('notes'), changes?.keys('notes'))
    countEntries(db, ticketId)
    updateTicketWords(db, ticketId, before)
    changed.add('tickets', `ticket:${ticketId}`)
  },
  remove(context) {
    const { db, row, changed } = context
    const ticketId = parseDocId(row.docId)?.owner as TicketId
    const before = readTicketWords(db, ticketId)
    removeAllAttachments(context, ticketId, 'note')
    db.run("DELETE FROM ticket_entries WHERE ticket_id = ? AND type = 'note'", [ticketId])
    countEntries(db, ticketId)
    updateTicketWords(db, ticketId, before)
    changed.add('tickets', `ticket:${ticketId}`)
  },
}

/** The ticket itself may not be here yet: its projector counts what it finds. */
function countEntries(db: WritableDb, ticketId: TicketId): void {
  db.run(
    `UPDATE tickets SET reply_count = :replies, note_count = :notes, updated_at = max(created_at, :lastAt)
     WHERE ticket_id = :ticketId`,
    { ticketId, ...summariseEntries(db, ticketId) },
  )
}

/** Takes out rows of entries that the document does not hold (any more). @param keys those that changed; all where undefined */
function dropGoneEntries(
  context: ProjectionContext,
  ticketId: TicketId,
  type: 'reply' | 'note' | 'change',
  map: Y.Map<unknown>,
  keys: ReadonlySet<string> | undefined,
): void {
  const { db } = context
  const candidates =
    keys ??
    db
      .all<{ id: string }>('SELECT entry_id AS id FROM ticket_entries WHERE ticket_id = ? AND type = ?', [
        ticketId,
        type,
      ])
      .map(({ id }) => id)
  for (const id of candidates) {
    if (map.has(id)) continue
    if (type !== 'change') removeAttachments(context, id as EntryId)
    db.run('DELETE FROM ticket_entries WHERE ticket_id = ? AND entry_id = ? AND type = ?', [
      ticketId,
      id,
      type,
    ])
  }
}

function removeAllAttachments(context: ProjectionContext, ticketId: TicketId, type: 'reply' | 'note'): void {
  const entries = context.db.all<{ id: EntryId }>(
    'SELECT entry_id AS id FROM ticket_entries WHERE ticket_id = ? AND type = ?',
    [ticketId, type],
  )
  for (const { id } of entries) removeAttachments(context, id)
}

/** The number that the server has given, on the ticket's row and in the index. The row may not be here yet. */
export function setTicketNumber(
  db: WritableDb,
  changed: ProjectionContext['changed'],
  ticketId: TicketId,
  number: number,
): void {
  const before = readTicketWords(db, ticketId)
  if (!before) return
  db.run('UPDATE tickets SET number = ? WHERE ticket_id = ?', [number, ticketId])
  updateTicketWords(db, ticketId, before)
  changed.add('tickets', `ticket:${ticketId}`)
}

interface EntrySummary {
  readonly replies: number
  readonly notes: number
  /** When the newest entry was written; 0 where there is none. */
  readonly lastAt: number
}

function summariseEntries(db: WritableDb, ticketId: TicketId): EntrySummary {
  const summary = db.get<EntrySummary>(
    `SELECT count(*) FILTER (WHERE type = 'reply') AS replies, count(*) FILTER (WHERE type = 'note') AS notes,
       coalesce(max(at), 0) AS lastAt
     FROM ticket_entries WHERE ticket_id = ?`,
    [ticketId],
  )
  if (!summary) throw new Error('an aggregate always has a row')
  return summary
}

/** All entries of a root, or only those whose keys changed. */
function changedEntries<Entry>(
  doc: Y.Doc,
  changes: DocChanges | null,
  root: string,
  readAll: (doc: Y.Doc) => Entry[],
  readOne: (id: EntryId, value: unknown) => Entry,
): Entry[] {
  if (changes === null) return readAll(doc)
  const map = doc.getMap(root)
  return [...changes.keys(root)]
    .filter((key) => isUlid(key) && map.has(key))
    .map((key) => readOne(key as EntryId, map.get(key)))
}

function putTicket({ db, row }: ProjectionContext, ticketId: TicketId, doc: Y.Doc): void {
  const ticket = readTicket(doc)
  const clash = findClash(readHistory(doc))
  putDescription(db, ticketId, ticket)
  const tags = JSON.stringify(ticket.tags)
  const tagsBefore = db.value<string>('SELECT tags FROM tickets WHERE doc_key = ?', [row.docKey])
  const number = db.value<number>(
    "SELECT json_extract(body, '$.number') FROM records WHERE type = 'ticket-number' AND id = ?",
    [ticketId],
  )
  db.run(
    `INSERT INTO tickets (doc_key, ticket_id, queue_id, code, number, title, state, state_rank, active, priority, owner_id,
       customer_name, customer_email, organisation, pending_until, tags, created_at, created_by,
       updated_at, reply_count, note_count, clash)
     VALUES (:docKey, :ticketId, :queueId, :code, :number, :title, :state, :stateRank, :active, :priority,
       :ownerId, :customerName, :customerEmail, :organisation, :pendingUntil, :tags, :createdAt, :createdBy,
       max(:createdAt, :lastAt), :replies, :notes, :clash)
     ON CONFLICT (doc_key) DO UPDATE SET queue_id = excluded.queue_id, number = excluded.number,
       title = excluded.title, state = excluded.state, state_rank = excluded.state_rank, active = excluded.active,
       priority = excluded.priority, owner_id = excluded.owner_id, customer_name = excluded.customer_name,
       customer_email = excluded.customer_email, organisation = excluded.organisation,
       pending_until = excluded.pending_until, tags = excluded.tags, created_at = excluded.created_at,
       created_by = excluded.created_by, updated_at = excluded.updated_at, reply_count = excluded.reply_count,
       note_count = excluded.note_count, clash = excluded.clash`,
    {
      docKey: row.docKey,
      ticketId,
      queueId: row.spaceId,
      code: ticketCode(ticketId),
      number: number ?? null,
      title: ticket.title,
      state: ticket.state,
      stateRank: ticketStates.indexOf(ticket.state),
      active: activeStates.includes(ticket.state) ? 1 : 0,
      priority: ticket.priority,
      ownerId: ticket.ownerId,
      customerName: ticket.customerName,
      customerEmail: ticket.customerEmail,
      organisation: ticket.organisation,
      pendingUntil: ticket.pendingUntil,
      tags,
      createdAt: ticket.createdAt,
      createdBy: ticket.createdBy,
      clash: clash && JSON.stringify(clash),
      ...summariseEntries(db, ticketId),
    },
  )
  if (tagsBefore !== tags) putTags(db, row.docKey, ticket.tags, tagsBefore)
}

/** The description is the ticket's first entry, under the ticket's own id. */
function putDescription(db: WritableDb, ticketId: TicketId, ticket: Ticket): void {
  const entryId = asId<EntryId>(ticketId)
  if (ticket.description === '') {
    db.run("DELETE FROM ticket_entries WHERE ticket_id = ? AND entry_id = ? AND type = 'description'", [
      ticketId,
      entryId,
    ])
  } else {
    putEntry(
      db,
      ticketId,
      entryId,
      'description',
      ticket.createdBy,
      ticket.createdAt,
      ticket.description,
      null,
    )
  }
}

function putTags(db: WritableDb, docKey: number, tags: readonly string[], before: string | undefined): void {
  const known = new Set(before === undefined ? [] : (JSON.parse(before) as string[]))
  for (const tag of known) {
    if (!tags.includes(tag)) db.run('DELETE FROM ticket_tags WHERE tag = ? AND doc_key = ?', [tag, docKey])
  }
  for (const tag of tags) {
    if (!known.has(tag))
      db.run('INSERT OR IGNORE INTO ticket_tags (tag, doc_key) VALUES (?, ?)', [tag, docKey])
  }
}

function putReply(context: ProjectionContext, ticketId: TicketId, reply: Reply): void {
  const detail = JSON.stringify({ from: reply.from, channel: reply.channel })
  putEntry(context.db, ticketId, reply.id, 'reply', reply.authorId, reply.at, reply.text, detail)
  putAttachments(context, reply.id, `ticket:${ticketId}`, reply.attachments)
}

function putChange(db: WritableDb, ticketId: TicketId, entry: HistoryEntry): void {
  const { field, from, to, settles } = entry
  const detail = JSON.stringify(settles ? { field, from, to, settles } : { field, from, to })
  putEntry(db, ticketId, entry.id, 'change', entry.actorId, entry.at, '', detail)
}

function putEntry(
  db: WritableDb,
  ticketId: TicketId,
  id: EntryId,
  type: 'description' | 'reply' | 'note' | 'change',
  authorId: (Reply | Note)['authorId'],
  at: number,
  text: string,
  detail: string | null,
): void {
  db.run(
    `INSERT INTO ticket_entries (ticket_id, entry_id, type, author_id, at, text, detail) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (ticket_id, entry_id) DO UPDATE SET type = excluded.type, author_id = excluded.author_id,
       at = excluded.at, text = excluded.text, detail = excluded.detail`,
    [ticketId, id, type, authorId, at, text, detail],
  )
}
