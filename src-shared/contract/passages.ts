/** Where found text stands, so that a window can show it in its place. */
import type {
  ArticleId,
  ChannelId,
  EntryId,
  LibraryFileId,
  MessageId,
  PersonId,
  TicketId,
} from '../base/ids.ts'

export const passageTypes = ['article', 'ticket', 'note', 'message', 'file'] as const
/** `ticket`: a description or reply; `note`: an internal note of a ticket. */
export type PassageType = (typeof passageTypes)[number]

export type PassagePlace =
  | {
      readonly type: 'article'
      readonly articleId: ArticleId
      readonly title: string
      /** The headings above the passage, outermost first. */
      readonly headings: readonly string[]
      readonly language: 'de' | 'en'
    }
  | {
      readonly type: 'ticket' | 'note'
      readonly ticketId: TicketId
      readonly code: string
      readonly number: number | null
      readonly title: string
      /** Null for the description. */
      readonly entryId: EntryId | null
      readonly at: number
    }
  | {
      readonly type: 'message'
      readonly channelId: ChannelId
      readonly channelName: string
      readonly topic: string | null
      /** The first message of the run. */
      readonly messageId: MessageId
      readonly authorId: PersonId | null
      readonly at: number
    }
  | {
      readonly type: 'file'
      readonly fileId: LibraryFileId
      readonly name: string
      readonly headings: readonly string[]
      /** Counted from 1; null where the format has no pages. */
      readonly page: number | null
    }

/** Why a passage was found: its words, its meaning, or both. */
export type FoundBy = 'words' | 'meaning' | 'both'

export interface Passage {
  /** Stable as long as the passage does not change. */
  readonly key: string
  readonly place: PassagePlace
  /** The passage as it stands in its place, without headings. */
  readonly text: string
  /** Words that were asked for, as [start, end) in UTF-16 code units of `text`. */
  readonly marks: readonly (readonly [start: number, end: number])[]
  readonly foundBy: FoundBy
  /** From 0 to 1; comparable within one answer only. */
  readonly score: number
}
