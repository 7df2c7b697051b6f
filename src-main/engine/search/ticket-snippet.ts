/** Finds the reply, note or description of a ticket that shows best why it was found. */
import type { Snippet } from '#shared/contract/search.ts'
import type { ReadableDb } from '../store/db.ts'
import { fold } from './fold.ts'
import type { ParsedSearch } from './parse-search.ts'
import { makeSnippet } from './snippet.ts'

interface Passage {
  /** Null for the description. */
  readonly entryId: string | null
  readonly text: string
}

export function snippetOfTicket(
  db: ReadableDb,
  ticketId: string,
  search: ParsedSearch,
): { readonly entryId: string | null; readonly snippet: Snippet } {
  const passages = db.all<Passage>(
    `SELECT nullif(entry_id, ticket_id) AS entryId, text FROM ticket_entries
     WHERE ticket_id = ? AND type <> 'change' ORDER BY entry_id`,
    [ticketId],
  )
  const wanted = search.terms.filter((term) => !term.isExcluded).flatMap((term) => term.words)
  let best: Passage = passages[0] ?? { entryId: null, text: '' }
  let bestHits = 0
  for (const passage of passages) {
    const folded = fold(passage.text)
    const hits = wanted.filter((word) => folded.includes(word)).length
    if (hits > bestHits) {
      best = passage
      bestHits = hits
    }
  }
  return { entryId: bestHits > 0 ? best.entryId : null, snippet: makeSnippet(best.text, search) }
}
