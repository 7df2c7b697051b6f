/** Queues and tickets. */
import { z } from 'zod'
import type { EntryId, PersonId, QueueId, TicketId } from '../base/ids.ts'
import type { TicketClash } from '../model/ticket/clash.ts'
import {
  replyChannels,
  ticketPriorities,
  ticketStates,
  type HistoryEntry,
  type Note,
  type Reply,
  type Ticket,
  type TicketPriority,
  type TicketState,
} from '../model/ticket/ticket.ts'
import { attachmentList, saysSomething, type AttachmentRow } from './attachments.ts'
import { command, query } from './define.ts'
import {
  entryId,
  freeText,
  limits,
  lineText,
  optionalLine,
  personId,
  queueId,
  tag,
  ticketId,
  time,
} from './values.ts'

export interface QueueRow {
  /** The QueueId. */
  readonly key: QueueId
  readonly name: string
  readonly description: string
  readonly archived: boolean
  /** Tickets in a state that needs work. */
  readonly active: number
}

export interface TicketRow {
  /** The TicketId. */
  readonly key: TicketId
  readonly code: string
  /** Given by the server; null until then. */
  readonly number: number | null
  readonly queueId: QueueId
  readonly title: string
  readonly state: TicketState
  readonly priority: TicketPriority
  readonly ownerId: PersonId | null
  readonly customerName: string
  readonly organisation: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly replyCount: number
  readonly noteCount: number
  readonly tags: readonly string[]
  readonly pending: boolean
  readonly hasClash: boolean
}

export interface TicketDetail extends Ticket {
  readonly id: TicketId
  readonly code: string
  readonly number: number | null
  readonly queueId: QueueId
  readonly updatedAt: number
  readonly pending: boolean
  /** People who claimed it without knowing of each other; null where all is clear. */
  readonly clash: TicketClash | null
}

interface EntryRow {
  readonly key: EntryId
  readonly pending: boolean
}

interface WrittenRow extends EntryRow {
  readonly attachments: readonly AttachmentRow[]
}

export type TicketEntryRow =
  | (Omit<Reply, 'attachments'> & WrittenRow & { readonly type: 'reply' })
  | (Omit<Note, 'attachments'> & WrittenRow & { readonly type: 'note' })
  | (HistoryEntry & EntryRow & { readonly type: 'change' })

export interface TicketListMeta {
  readonly total: number
  readonly offset: number
}

export const ticketSorts = ['updated', 'created', 'priority', 'title', 'state'] as const
export type TicketSort = (typeof ticketSorts)[number]

/** The lists everybody has. `mine`, `unassigned`, `active` and `urgent` hold active tickets only. */
export const builtInViews = ['mine', 'unassigned', 'active', 'urgent', 'pending', 'solved', 'all'] as const
export type BuiltInView = (typeof builtInViews)[number]

export const ticketFilter = z.strictObject({
  view: z.enum(builtInViews).default('all'),
  queueId: queueId.nullable().default(null),
  states: z.array(z.enum(ticketStates)).max(ticketStates.length).default([]),
  priorities: z.array(z.literal(ticketPriorities)).max(ticketPriorities.length).default([]),
  /** A person, or `none` for unassigned. */
  owner: z
    .union([personId, z.literal('none')])
    .nullable()
    .default(null),
  tag: tag.nullable().default(null),
  /** Words to find anywhere in the ticket. */
  text: freeText(limits.searchText).default(''),
})
export type TicketFilter = z.input<typeof ticketFilter>

const fields = z.strictObject({
  title: lineText(limits.title).optional(),
  state: z.enum(ticketStates).optional(),
  priority: z.literal(ticketPriorities).optional(),
  ownerId: personId.nullable().optional(),
  customerName: optionalLine(limits.name).optional(),
  customerEmail: optionalLine(limits.email).optional(),
  organisation: optionalLine(limits.name).optional(),
  pendingUntil: time.nullable().optional(),
})

export const ticketCommands = {
  'queue.create': command(
    z.strictObject({
      queueId,
      name: lineText(limits.name),
      description: optionalLine(limits.title).default(''),
    }),
  ),
  'queue.update': command(
    z.strictObject({
      queueId,
      name: lineText(limits.name).optional(),
      description: optionalLine(limits.title).optional(),
      archived: z.boolean().optional(),
    }),
  ),
  /** Makes the ticket and clears the draft `ticket/new`. */
  'ticket.create': command(
    z.strictObject({
      ticketId,
      queueId,
      title: lineText(limits.title),
      description: freeText(limits.body).default(''),
      priority: z.literal(ticketPriorities).default(2),
      ownerId: personId.nullable().default(null),
      customerName: optionalLine(limits.name).default(''),
      customerEmail: optionalLine(limits.email).default(''),
      organisation: optionalLine(limits.name).default(''),
      tags: z.array(tag).max(limits.tags).default([]),
    }),
  ),
  /** Sets one or more fields; each change is written into the history. */
  'ticket.update': command(z.strictObject({ ticketId, fields })),
  /** The same change on many tickets, in one transaction. */
  'ticket.updateMany': command(
    z.strictObject({ ticketIds: z.array(ticketId).min(1).max(limits.rows), fields }),
  ),
  'ticket.tag': command(z.strictObject({ ticketId, tag, on: z.boolean() })),
  /** Takes the ticket with its notes and history to another queue: other people may see it, some no more. */
  'ticket.move': command(z.strictObject({ ticketId, queueId })),
  /** Adds a reply and clears its draft; `state` is set in the same step. */
  'ticket.reply': command(
    z
      .strictObject({
        ticketId,
        entryId,
        text: freeText(limits.body),
        from: z.enum(['agent', 'customer']).default('agent'),
        channel: z.enum(replyChannels).default('web'),
        state: z.enum(ticketStates).nullable().default(null),
        attachments: attachmentList,
      })
      .refine(saysSomething, { path: ['text'], message: 'empty' }),
  ),
  /** Adds an internal note, which customers never receive, and clears its draft. */
  'ticket.note': command(
    z
      .strictObject({ ticketId, entryId, text: freeText(limits.body), attachments: attachmentList })
      .refine(saysSomething, { path: ['text'], message: 'empty' }),
  ),
}

export const ticketQueries = {
  /** Queues by name. */
  'ticket.queues': query<null, QueueRow>()(z.strictObject({})),
  /** How many tickets each built-in view holds. */
  'ticket.counts': query<Readonly<Record<BuiltInView, number>>, never>()(z.strictObject({})),
  'ticket.list': query<TicketListMeta, TicketRow>()(
    z.strictObject({
      filter: ticketFilter.prefault({}),
      sort: z.enum(ticketSorts).default('updated'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(limits.rows).default(100),
    }),
  ),
  /** A ticket with its replies, notes and history in the order of their ids. Meta is null where there is none. */
  'ticket.get': query<TicketDetail | null, TicketEntryRow>()(z.strictObject({ ticketId })),
  /** Tags in use, most used first. */
  'ticket.tags': query<null, { readonly key: string; readonly count: number }>()(z.strictObject({})),
}
