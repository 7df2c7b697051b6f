/**
 * Which rows are new: messages, replies and changes of tickets, tickets. Temporary triggers note them, since only
 * SQLite tells a row that was inserted from one that was written again, whoever wrote it: live work, a flood that is
 * projected later, a document that came back. They are part of the transaction, so what is rolled back was never new.
 */
import type { EntryId, MessageId, TicketId } from '#shared/base/ids.ts'
import type { WritableDb } from '../store/db.ts'

export type FreshRow =
  | { readonly type: 'message'; readonly id: MessageId }
  | { readonly type: 'entry'; readonly id: EntryId; readonly ticketId: TicketId }
  | { readonly type: 'ticket'; readonly id: TicketId }

export interface FreshRows {
  /** Notes from now on. */
  start(): void
  /** What was noted since the last call; after a commit. */
  take(): FreshRow[]
}

/** A flood beyond this is history, whatever it says of itself. */
const maxRows = 5_000

export function createFreshRows(db: WritableDb): FreshRows {
  let isStarted = false
  return {
    start() {
      if (isStarted) return
      isStarted = true
      for (const statement of statements) db.run(statement)
    },
    take() {
      if (!isStarted) return []
      const rows = db.all<{ type: FreshRow['type']; id: string; ticketId: string | null }>(
        `SELECT type, id, ticket_id AS ticketId FROM temp.attention_fresh ORDER BY rowid DESC LIMIT ${String(maxRows)}`,
      )
      if (rows.length > 0) db.run('DELETE FROM temp.attention_fresh')
      return rows.reverse().map((row) => row as FreshRow)
    },
  }
}

const statements = [
  'CREATE TEMP TABLE attention_fresh (type TEXT NOT NULL, id TEXT NOT NULL, ticket_id TEXT)',
  `CREATE TEMP TRIGGER attention_message AFTER INSERT ON main.messages BEGIN
     INSERT INTO attention_fresh VALUES ('message', NEW.message_id, NULL);
   END`,
  `CREATE TEMP TRIGGER attention_entry AFTER INSERT ON main.ticket_entries WHEN NEW.type IN ('reply', 'change') BEGIN
     INSERT INTO attention_fresh VALUES ('entry', NEW.entry_id, NEW.ticket_id);
   END`,
  `CREATE TEMP TRIGGER attention_ticket AFTER INSERT ON main.tickets BEGIN
     INSERT INTO attention_fresh VALUES ('ticket', NEW.ticket_id, NULL);
   END`,
]
