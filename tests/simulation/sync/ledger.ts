/** What people did and were told was done: what must be found in the end, or have been shown as refused. */
import type Database from 'better-sqlite3'

export interface Written {
  readonly client: string
  /** Unique, so that it can be looked for in any file. */
  readonly text: string
  /** It says something else now. */
  isEdited: boolean
}

export interface Ledger {
  readonly written: Written[]
  /** It was deleted, or cannot be asked for any more. */
  forget(text: string): void
  /** Must be in no file any more, unless its author was told that this was refused. */
  readonly erased: Map<string, { readonly client: string; readonly spaceId: string }>
}

/** Everything that people wrote, out of a device's rows and what was refused to it. */
export function allTexts(db: Database.Database): string {
  const column = (sql: string) => db.prepare(sql).pluck().all() as string[]
  return [
    ...column('SELECT text FROM messages'),
    ...column('SELECT title FROM tickets'),
    ...column('SELECT text FROM ticket_entries'),
    ...column('SELECT text FROM refused'),
  ].join('\n')
}

export function createLedger(): Ledger {
  const written: Written[] = []
  return {
    written,
    forget(text) {
      const index = written.findIndex((entry) => entry.text === text)
      if (index >= 0) written.splice(index, 1)
    },
    erased: new Map(),
  }
}
