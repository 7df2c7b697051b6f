/** Help where the work is: what is known beside a ticket, by nearest neighbours. Each suggestion says what it rests on. */
import { z } from 'zod'
import type { QueueId, TicketId } from '../base/ids.ts'
import type { TicketState } from '../model/ticket/ticket.ts'
import { query } from './define.ts'
import type { Passage } from './passages.ts'
import { freeText, limits, ticketId } from './values.ts'

export interface TicketName {
  readonly ticketId: TicketId
  readonly code: string
  readonly number: number | null
  readonly title: string
}

export interface SimilarTicket extends TicketName {
  readonly key: TicketId
  readonly state: TicketState
  readonly updatedAt: number
  /** What is alike, with the words that both have marked; `foundBy` says why it was found. */
  readonly passage: Passage
}

/** A reply that solved a similar ticket, word for word. */
export interface SuggestedReply {
  readonly text: string
  readonly from: TicketName
}

export interface SuggestedTag {
  /** The tag. */
  readonly key: string
  /** The similar tickets that have it, nearest first. */
  readonly from: readonly TicketName[]
}

export interface SuggestionMeta {
  /** How many similar tickets were looked at. */
  readonly looked: number
  /** Another queue than the ticket's, where most similar tickets are. */
  readonly queue: { readonly queueId: QueueId; readonly from: readonly TicketName[] } | null
}

export const helpQueries = {
  /** Nearest first; empty where nothing is near enough to help. */
  'help.similar': query<null, SimilarTicket>()(
    z.strictObject({ ticketId, limit: z.int().min(1).max(20).default(5) }),
  ),
  /** Passages of published articles that fit the ticket, one an article. */
  'help.articles': query<null, Passage>()(
    z.strictObject({ ticketId, limit: z.int().min(1).max(20).default(4) }),
  ),
  'help.reply': query<SuggestedReply | null, never>()(z.strictObject({ ticketId })),
  /** Tags that the ticket has not, and a queue. */
  'help.suggest': query<SuggestionMeta, SuggestedTag>()(z.strictObject({ ticketId })),
  /** Open tickets that may be the same as one that is being written. */
  'help.duplicates': query<null, SimilarTicket>()(
    z.strictObject({
      title: freeText(limits.title),
      description: freeText(limits.body).default(''),
      limit: z.int().min(1).max(10).default(3),
    }),
  ),
}
