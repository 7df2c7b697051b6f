/** What the queries that windows show mean for the rest of the engine. */
import type { ParsedQuery } from '#shared/contract/parse.ts'

/** Topics that somebody looks at. */
export function presenceTopics(queries: readonly ParsedQuery[]): ReadonlySet<string> {
  return new Set(queries.flatMap((query) => (query.name === 'presence.list' ? [query.input.topic] : [])))
}

/** Beginnings of the ids of documents on screen. */
export function visibleDocuments(queries: readonly ParsedQuery[]): string[] {
  return queries.flatMap(({ name, input }) => {
    if (name === 'ticket.get') return [`ticket/${input.ticketId}`, `notes/${input.ticketId}`]
    return name === 'chat.messages' ? [`chat/${input.channelId}/`] : []
  })
}
