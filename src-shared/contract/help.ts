/** Help where the work is: what is like a ticket, and what that suggests. All of it from this device's index. */
import { z } from 'zod'
import type { EntryId, PersonId, QueueId, TicketId } from '../base/ids.ts'
import type { TicketState } from '../model/ticket/ticket.ts'
import { query } from './define.ts'
import type { FoundBy, Passage } from './passages.ts'
import { freeText, limits, ticketId } from './values.ts'

export interface TicketRef {
  readonly ticketId: TicketId
  readonly code: string
  /** Null until the server gave one. */
  readonly number: number | null
  readonly title: string
}

export interface SimilarTicket extends TicketRef {
  /** The TicketId. */
  readonly key: TicketId
  readonly state: TicketState
  readonly queueId: QueueId
  readonly ownerId: PersonId | null
  readonly updatedAt: number
  /** From 0 to 1; comparable within one answer. */
  readonly score: number
  readonly foundBy: FoundBy
  /** The passage that is nearest, with what it shares marked. */
  readonly excerpt: string
  readonly marks: readonly (readonly [start: number, end: number])[]
  /** Words that both hold, the rarest first, as the other ticket writes them. */
  readonly sharedWords: readonly string[]
}

/** What the nearest tickets have, and this one has not. */
export interface Suggestion<Value> {
  readonly value: Value
  /** Of the nearest tickets, the nearer counting more: from 0 to 1. */
  readonly share: number
  /** The reason: the nearest of those that have it. */
  readonly because: readonly TicketRef[]
}

export interface SuggestedReply {
  /** The solved ticket that it was written in. */
  readonly from: TicketRef
  readonly entryId: EntryId
  readonly authorId: PersonId | null
  readonly text: string
}

export interface TicketHelp {
  /** False where there is no index, or the ticket is not there. */
  readonly isReady: boolean
  /** Best first; one passage an article. */
  readonly articles: readonly Passage[]
  readonly tags: readonly Suggestion<string>[]
  readonly queue: Suggestion<QueueId> | null
  readonly reply: SuggestedReply | null
}

export const helpQueries = {
  /** Similar tickets, nearest first, and what they and the articles have to offer. */
  'help.ticket': query<TicketHelp, SimilarTicket>()(z.strictObject({ ticketId })),
  /** While a ticket is written: tickets that are likely the same, and not closed. */
  'help.draft': query<null, SimilarTicket>()(
    z.strictObject({
      title: freeText(limits.title),
      text: freeText(limits.body).default(''),
    }),
  ),
}
