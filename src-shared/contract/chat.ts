/** Channels and messages. */
import { z } from 'zod'
import type { ChannelId, MessageId, PersonId } from '../base/ids.ts'
import type { Message } from '../model/chat/chat.ts'
import { attachmentList, saysSomething, type AttachmentRow } from './attachments.ts'
import { command, query } from './define.ts'
import { bodyText, channelId, freeText, limits, lineText, messageId, optionalLine } from './values.ts'

/** Counts stop here; the interface shows "99+". */
export const unreadCap = 100

export interface ChannelRow {
  /** The ChannelId. */
  readonly key: ChannelId
  readonly kind: 'channel' | 'direct'
  readonly name: string
  readonly description: string
  readonly archived: boolean
  /** Who takes part, where that is not everybody in the workspace. */
  readonly memberIds: readonly PersonId[] | null
  /** Up to `unreadCap`. */
  readonly unread: number
  readonly mentions: number
  readonly lastMessage: {
    readonly id: MessageId
    readonly authorId: PersonId | null
    readonly preview: string
    readonly sentAt: number
  } | null
}

export interface MessageRow extends Omit<Message, 'attachments'> {
  /** The MessageId. */
  readonly key: MessageId
  /** Not acknowledged by a server; always false without one. */
  readonly pending: boolean
  /** Empty where the message was deleted. */
  readonly attachments: readonly AttachmentRow[]
  readonly replyPreview: { readonly authorId: PersonId | null; readonly text: string } | null
}

export interface MessagesMeta {
  readonly hasOlder: boolean
  readonly hasNewer: boolean
  readonly readMarker: MessageId | null
  readonly unread: number
}

/** What is written and not sent, where it belongs. */
export const writtenDraft = z.strictObject({
  key: z
    .string()
    .max(limits.draftKey)
    .regex(/^(channel|reply|note|ticket|capture)\/[0-9A-Za-z]+$/),
  text: freeText(limits.body),
})
export type WrittenDraft = z.output<typeof writtenDraft>

export const chatCommands = {
  'channel.create': command(
    z.strictObject({
      channelId,
      name: lineText(limits.name),
      description: optionalLine(limits.title).default(''),
    }),
  ),
  'channel.update': command(
    z.strictObject({
      channelId,
      name: lineText(limits.name).optional(),
      description: optionalLine(limits.title).optional(),
      archived: z.boolean().optional(),
    }),
  ),
  /** Sends and clears the channel's draft, in one step. Without text there is at least one attachment. */
  'chat.send': command(
    z
      .strictObject({
        channelId,
        messageId,
        text: freeText(limits.message),
        topic: optionalLine(limits.name).nullable().default(null),
        replyTo: messageId.nullable().default(null),
        attachments: attachmentList,
      })
      .refine(saysSomething, { path: ['text'], message: 'empty' }),
  ),
  'chat.edit': command(z.strictObject({ messageId, text: bodyText(limits.message) })),
  'chat.delete': command(z.strictObject({ messageId })),
  /** Undoes a deletion. */
  'chat.restore': command(z.strictObject({ messageId })),
  /** Takes the text out of every log and file, here and on all devices. Authors, and admins. Cannot be undone. */
  'chat.erase': command(z.strictObject({ messageId })),
  'chat.react': command(
    z.strictObject({
      messageId,
      emoji: freeText(limits.emoji).refine((value) => value !== '' && !value.includes('/')),
      on: z.boolean(),
    }),
  ),
  /** Everything up to and including the message counts as read; going back marks as unread. Null marks all as unread. */
  'chat.markRead': command(z.strictObject({ channelId, upTo: messageId })),
  'draft.save': command(writtenDraft),
}

export const chatQueries = {
  /** Channels and direct conversations, by name. */
  'chat.channels': query<null, ChannelRow>()(z.strictObject({})),
  /**
   * A window of a channel's messages in the order of their ids: `before` messages up to `around` (itself
   * included) and `after` messages beyond it. Without `around` it is the newest end.
   */
  'chat.messages': query<MessagesMeta, MessageRow>()(
    z.strictObject({
      channelId,
      around: messageId.nullable().default(null),
      before: z.int().min(0).max(5_000).default(60),
      after: z.int().min(0).max(5_000).default(0),
    }),
  ),
  'draft.get': query<{ readonly text: string; readonly at: number } | null, never>()(
    z.strictObject({ key: z.string().max(limits.draftKey) }),
  ),
}
