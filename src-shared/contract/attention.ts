/** What concerns a person: counts for the tray and the badge, what to notify them of, and their rules for it. */
import { z } from 'zod'
import type { ChannelId, MessageId, TicketId } from '../base/ids.ts'
import { placeTypes, type PlaceLink } from '../base/place-link.ts'
import { isUlid, type Ulid } from '../base/ulid.ts'
import { noticeKinds, noticeLevels, snoozeTypes, type NoticeKind } from '../model/personal/notice-words.ts'
import type { NotifyRules } from '../model/personal/notify.ts'
import { command, query } from './define.ts'
import { lineText, spaceId, ticketId, time } from './values.ts'

export type { NoticeKind, NoticeLevel } from '../model/personal/notice-words.ts'
export type { NotifyRules, QuietSchedule, Snooze } from '../model/personal/notify.ts'

/** Something that concerns the person and is new. */
export interface Notice {
  /** Unique, and the same after a restart. */
  readonly key: string
  /** `snoozed`: it has slept as long as it was told to, and is back. */
  readonly kind: NoticeKind | 'snoozed'
  /** What it belongs to: `channel/{ChannelId}`, `ticket/{TicketId}`, `refused`, `offline`. */
  readonly place: string
  /** Where a click leads; null leads to the list of what waits or was refused. */
  readonly link: PlaceLink | null
  /** Who did it; empty where nobody is known or content is hidden. */
  readonly who: string
  /** The channel, or the ticket's number or code; empty for a direct conversation and where content is hidden. */
  readonly where: string
  /** One line of it; empty where content is hidden. */
  readonly text: string
  /** Say only that there is something. */
  readonly isHidden: boolean
  /** What can be done with it in place. */
  readonly actions: readonly NoticeAction[]
}

/** `reply`: a message into the conversation. `claim`: the ticket becomes mine. `snooze`: it sleeps until a time. */
export type NoticeAction = 'reply' | 'claim' | 'snooze'

export type AttentionEvent =
  | { readonly type: 'tell'; readonly notice: Notice }
  /** Read, gone or settled, here or elsewhere. */
  | { readonly type: 'withdraw'; readonly keys: readonly string[] }

export interface UnreadConversation {
  readonly channelId: ChannelId
  readonly kind: 'channel' | 'direct'
  readonly name: string
  /** Up to `unreadCap`. */
  readonly unread: number
  readonly mentions: number
  readonly lastMessageId: MessageId | null
}

export interface AttentionCounts {
  /**
   * Conversations with something unread; of channels that are muted only those where the person is named, and none that
   * sleep.
   */
  readonly unread: number
  /** Unread messages that name the person. */
  readonly mentions: number
  /** Changes that the server has not got. */
  readonly waiting: number
  readonly refused: number
  readonly hasServer: boolean
  /** Do not disturb was asked for until then. */
  readonly pausedUntil: number | null
  /** The newest first; as many as a menu can show. */
  readonly conversations: readonly UnreadConversation[]
}

/** Where a link leads on this device. */
export interface FoundPlace {
  readonly link: PlaceLink
  /** Null where it is not here, or not for this person. */
  readonly channelId: ChannelId | null
  readonly isHere: boolean
}

export const maxKeywords = 50
/** More is no snoozing any more. */
export const maxSnoozes = 200
const minutes = z
  .int()
  .min(0)
  .max(24 * 60)

export const attentionCommands = {
  'notify.setKind': command(z.strictObject({ kind: z.enum(noticeKinds), on: z.boolean() })),
  /** Null brings back what is usual. */
  'notify.setSpace': command(z.strictObject({ spaceId, level: z.enum(noticeLevels).nullable() })),
  'notify.setKeyword': command(z.strictObject({ keyword: lineText(60), on: z.boolean() })),
  'notify.setHidden': command(z.strictObject({ on: z.boolean() })),
  'notify.setSchedule': command(
    z.strictObject({
      schedule: z
        .strictObject({
          days: z.array(z.int().min(0).max(6)).min(1).max(7),
          from: minutes,
          to: minutes,
        })
        .nullable(),
    }),
  ),
  /** Do not disturb until then; null ends it. */
  'notify.pause': command(z.strictObject({ until: time.nullable() })),
  /** Silent, and out of the inbox, until then; null wakes it. What lies in the past is refused. */
  'notify.snooze': command(
    z.strictObject({
      type: z.enum(snoozeTypes),
      id: z.custom<ChannelId | TicketId>(isUlid, 'not an id'),
      until: time.nullable(),
    }),
  ),
  /** The person has looked at the ticket: nothing about it is news any more, on any of their devices. */
  'attention.seen': command(z.strictObject({ ticketId })),
}

export const attentionQueries = {
  'attention.counts': query<AttentionCounts, never>()(z.strictObject({})),
  'notify.rules': query<NotifyRules, never>()(z.strictObject({})),
  'place.find': query<FoundPlace, never>()(
    z.strictObject({ type: z.enum(placeTypes), id: z.custom<Ulid>(isUlid, 'not an id') }),
  ),
}
