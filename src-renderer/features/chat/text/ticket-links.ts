/** Opens the ticket that somebody named in a message; a search for it where it is not known, or known twice. */
import { queryOnce } from '../../../state/commands.ts'
import { navigate } from '../../../state/navigation.ts'

export async function openTicket(words: string): Promise<void> {
  const result = await queryOnce('search.run', { text: words, scope: 'tickets', limit: 10 })
  const hits = result.ok ? result.value.rows : []
  const [only, ...others] = hits.flatMap((hit) =>
    hit.type === 'ticket' && (hit.code === words || String(hit.number) === words) ? [hit.ticketId] : [],
  )
  if (only !== undefined && others.length === 0) navigate({ area: 'tickets', view: 'all', ticketId: only })
  else navigate({ area: 'search', text: words, scope: 'tickets' })
}
