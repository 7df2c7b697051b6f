/**
 * One full-text row a ticket: words may lie in its title and a reply, as people expect of a search. Notes have a
 * column of their own, as they come from another space.
 */
import { fold } from '../search/fold.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'

interface TicketWords {
  readonly title: string
  readonly body: string
  readonly notes: string
}

/** What the index holds for a ticket, by its present rows; null where there is no ticket row. */
export function readTicketWords(db: ReadableDb, ticketId: string): (TicketWords & { docKey: number }) | null {
  const ticket = db.get<{
    docKey: number
    code: string
    number: number | null
    title: string
    tags: string
    customerName: string
    organisation: string
  }>(
    `SELECT doc_key AS docKey, code, number, title, tags, customer_name AS customerName, organisation
     FROM tickets WHERE ticket_id = ?`,
    [ticketId],
  )
  if (!ticket) return null
  const entries = db.all<{ type: string; text: string }>(
    "SELECT type, text FROM ticket_entries WHERE ticket_id = ? AND type <> 'change'",
    [ticketId],
  )
  const textOf = (type: string) =>
    entries
      .filter((entry) => entry.type === type)
      .map((entry) => entry.text)
      .join('\n')
  const tags = (JSON.parse(ticket.tags) as string[]).join(' ')
  return {
    docKey: ticket.docKey,
    title: fold([ticket.title, ticket.code, ticket.number ?? '', tags].join('\n')),
    body: fold([textOf('description'), ticket.customerName, ticket.organisation, textOf('reply')].join('\n')),
    notes: fold(textOf('note')),
  }
}

/** Brings the index from what it held before to what the rows say now. */
export function updateTicketWords(
  db: WritableDb,
  ticketId: string,
  before: (TicketWords & { docKey: number }) | null,
): void {
  const after = readTicketWords(db, ticketId)
  if (
    before &&
    after &&
    before.title === after.title &&
    before.body === after.body &&
    before.notes === after.notes
  ) {
    return
  }
  if (before) {
    db.run(
      "INSERT INTO ticket_words (ticket_words, rowid, title, body, notes) VALUES ('delete', ?, ?, ?, ?)",
      [before.docKey, before.title, before.body, before.notes],
    )
  }
  if (after) {
    db.run('INSERT INTO ticket_words (rowid, title, body, notes) VALUES (?, ?, ?, ?)', [
      after.docKey,
      after.title,
      after.body,
      after.notes,
    ])
  }
}
