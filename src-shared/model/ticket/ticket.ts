/**
 * What a ticket is. Document shape (schemas only grow, see ARCHITECTURE "Documents"):
 * root maps `fields` (one key a field), `tags` (tag -> true), `replies` (EntryId -> JSON),
 * `history` (EntryId -> JSON), root text `description`. Internal notes live in a document of their own,
 * `notes/{ticketId}`, root map `notes` (EntryId -> JSON): another space, another access.
 */
import type { EntryId, PersonId } from '../../base/ids.ts'
import type { Attachment } from '../attachment.ts'

export const ticketStates = ['new', 'open', 'pending', 'solved', 'closed'] as const
export type TicketState = (typeof ticketStates)[number]

/** States in which somebody still has to do something. */
export const activeStates: readonly TicketState[] = ['new', 'open', 'pending']

/** 1 low, 2 normal, 3 high, 4 urgent: a number, so that lists sort by it. */
export const ticketPriorities = [1, 2, 3, 4] as const
export type TicketPriority = (typeof ticketPriorities)[number]

export const replyChannels = ['web', 'email', 'phone'] as const
export type ReplyChannel = (typeof replyChannels)[number]

export interface Ticket {
  readonly title: string
  readonly description: string
  readonly state: TicketState
  readonly priority: TicketPriority
  readonly ownerId: PersonId | null
  readonly customerName: string
  readonly customerEmail: string
  readonly organisation: string
  /** Milliseconds since 1970, or null. */
  readonly pendingUntil: number | null
  readonly createdAt: number
  readonly createdBy: PersonId | null
  readonly tags: readonly string[]
}

/** The fields that one command may set; each is one key in the `fields` map. */
export interface EditableFields {
  readonly title: string
  readonly state: TicketState
  readonly priority: TicketPriority
  readonly ownerId: PersonId | null
  readonly customerName: string
  readonly customerEmail: string
  readonly organisation: string
  readonly pendingUntil: number | null
}

export type FieldName = keyof EditableFields
export type FieldValue = EditableFields[FieldName]

export interface Reply {
  readonly id: EntryId
  /** Null where the customer wrote it. */
  readonly authorId: PersonId | null
  readonly from: 'agent' | 'customer'
  readonly channel: ReplyChannel
  /** Markdown. */
  readonly text: string
  readonly at: number
  readonly attachments: readonly Attachment[]
}

export interface Note {
  readonly id: EntryId
  readonly authorId: PersonId | null
  /** Markdown. */
  readonly text: string
  readonly at: number
  readonly attachments: readonly Attachment[]
}

/** A change of one field or tag, with the value it started from: two offline changes of the same value both stay visible. */
export interface HistoryEntry {
  readonly id: EntryId
  readonly actorId: PersonId | null
  readonly at: number
  readonly field: FieldName | 'tag' | 'queueId'
  readonly from: string | number | null
  readonly to: string | number | null
  /** Made by somebody who saw the clash of claims: it ends it. */
  readonly settles: boolean
}
