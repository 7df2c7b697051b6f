/** Search over everything, and the inbox. */
import { z } from 'zod'
import type { ArticleId, ChannelId, EntryId, MessageId, PersonId, QueueId, TicketId } from '../base/ids.ts'
import type { TicketPriority, TicketState } from '../model/ticket/ticket.ts'
import { query } from './define.ts'
import { passageTypes, type Passage } from './passages.ts'
import { freeText, limits } from './values.ts'

/** A piece of the text that was found, with the ranges to mark as [start, end) in UTF-16 code units of `text`. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly (readonly [start: number, end: number])[]
}

export type SearchHit =
  | {
      readonly key: string
      readonly type: 'message'
      readonly messageId: MessageId
      readonly channelId: ChannelId
      readonly authorId: PersonId | null
      readonly sentAt: number
      readonly snippet: Snippet
    }
  | {
      readonly key: string
      readonly type: 'ticket'
      readonly ticketId: TicketId
      readonly code: string
      readonly number: number | null
      readonly queueId: QueueId
      readonly title: Snippet
      readonly state: TicketState
      readonly priority: TicketPriority
      readonly ownerId: PersonId | null
      readonly updatedAt: number
      /** The reply or note that was found in; null where it was the title, the description or a tag. */
      readonly entryId: EntryId | null
      readonly snippet: Snippet
    }
  | {
      readonly key: string
      readonly type: 'article'
      readonly articleId: ArticleId
      readonly language: 'de' | 'en'
      readonly category: string
      readonly title: Snippet
      readonly updatedAt: number
      readonly snippet: Snippet
    }

export interface SearchMeta {
  /** The words and operators as they were understood. */
  readonly words: readonly string[]
  /** Operators that name nothing, to be shown: `from:nobody`. */
  readonly unknown: readonly string[]
  readonly hasMore: boolean
}

export type InboxRow =
  | {
      readonly key: string
      readonly type: 'mention'
      readonly messageId: MessageId
      readonly channelId: ChannelId
      readonly authorId: PersonId | null
      readonly preview: string
      readonly at: number
    }
  | {
      readonly key: string
      readonly type: 'direct'
      readonly channelId: ChannelId
      readonly messageId: MessageId
      readonly authorId: PersonId | null
      readonly preview: string
      readonly unread: number
      readonly at: number
    }
  | {
      readonly key: string
      readonly type: 'ticket'
      readonly ticketId: TicketId
      readonly code: string
      readonly number: number | null
      readonly title: string
      readonly state: TicketState
      readonly priority: TicketPriority
      readonly at: number
    }
  /** Nobody's, and new in a queue of which the person wants all. */
  | {
      readonly key: string
      readonly type: 'queue'
      readonly ticketId: TicketId
      readonly code: string
      readonly number: number | null
      readonly title: string
      readonly queueName: string
      readonly priority: TicketPriority
      readonly at: number
    }
  /** It sleeps until its time; what waits in it is not in the list meanwhile. */
  | {
      readonly key: string
      readonly type: 'snoozed'
      readonly place:
        | { readonly type: 'channel'; readonly id: ChannelId; readonly isDirect: boolean }
        | { readonly type: 'ticket'; readonly id: TicketId }
      /** The channel's, the person's, or the ticket's title. */
      readonly name: string
      readonly until: number
      readonly at: number
    }

export const searchScopes = ['all', 'messages', 'tickets', 'articles', 'files'] as const
export type SearchScope = (typeof searchScopes)[number]

export const searchQueries = {
  'search.run': query<SearchMeta, SearchHit>()(
    z.strictObject({
      text: freeText(limits.searchText),
      scope: z.enum(searchScopes).default('all'),
      limit: z.int().min(1).max(200).default(50),
    }),
  ),
  /** Passages of everything by words and by meaning, best first; operators as in `search.run`. */
  'search.passages': query<null, Passage>()(
    z.strictObject({
      text: freeText(limits.searchText),
      types: z.array(z.enum(passageTypes)).max(passageTypes.length).optional(),
      limit: z.int().min(1).max(50).default(20),
    }),
  ),
  /** What waits for me: unread mentions, unread direct messages, and active tickets of mine, newest first; then what sleeps. */
  'inbox.list': query<{ readonly unread: number }, InboxRow>()(z.strictObject({})),
}
