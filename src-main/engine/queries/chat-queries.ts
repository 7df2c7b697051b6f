import type { ChannelId, MessageId, PersonId } from '#shared/base/ids.ts'
import { unreadCap, type ChannelRow, type chatQueries, type MessageRow } from '#shared/contract/chat.ts'
import { findSpace } from '../projections/spaces.ts'
import type { ReadableDb } from '../store/db.ts'
import { listAttachments } from './attachment-rows.ts'
import { findMe, preview, type QueryHandlers } from './query.ts'
import { inNameOrder } from './name-order.ts'

export const chatQueryHandlers: QueryHandlers<keyof typeof chatQueries> = {
  'chat.channels': {
    dependsOn: () => ['channels'],
    run: (db) => ({ meta: null, rows: listChannels(db, findMe(db), ['channel', 'direct']) }),
  },
  'chat.messages': {
    dependsOn: ({ channelId }) => [`channel:${channelId}`],
    run(db, { channelId, around, before, after }) {
      const me = findMe(db)
      const channelKey = findSpace(db, channelId)?.spaceKey ?? -1
      const newest = '~'
      const upTo = around ?? newest
      const older = selectMessages(db, 'message_id <= ?', 'DESC', channelKey, upTo, before + 1).reverse()
      const newer =
        around === null ? [] : selectMessages(db, 'message_id > ?', 'ASC', channelKey, upTo, after + 1)
      const hasOlder = older.length > before
      const hasNewer = newer.length > after
      const stored = [...older.slice(hasOlder ? 1 : 0), ...newer.slice(0, after)]
      const readMarker = findReadMarker(db, me, channelId)
      const attachmentsOf = listAttachments(
        db,
        stored.map(({ id }) => id),
      )
      return {
        meta: { hasOlder, hasNewer, readMarker, unread: countUnread(db, channelKey, me, readMarker) },
        rows: stored.map((message) => toMessageRow(db, message, attachmentsOf(message.id))),
      }
    },
  },
  'draft.get': {
    dependsOn: ({ key }) => [`draft:${key}`],
    run(db, { key }) {
      const draft = db.get<{ text: string; at: number }>(
        'SELECT text, at FROM drafts WHERE person_id = ? AND key = ?',
        [findMe(db), key],
      )
      return { meta: draft ?? null, rows: [] }
    },
  },
}

interface StoredMessage {
  readonly id: MessageId
  readonly authorId: PersonId | null
  readonly text: string
  readonly topic: string | null
  readonly replyTo: MessageId | null
  readonly mentions: string | null
  readonly reactions: string | null
  readonly sentAt: number
  readonly editedAt: number | null
  readonly deletedAt: number | null
  readonly pending: 0 | 1
}

function selectMessages(
  db: ReadableDb,
  condition: 'message_id <= ?' | 'message_id > ?',
  order: 'ASC' | 'DESC',
  channelKey: number,
  bound: string,
  limit: number,
): StoredMessage[] {
  return db.all<StoredMessage>(
    `SELECT message_id AS id, author_id AS authorId, text, topic, reply_to AS replyTo, mentions, reactions,
       sent_at AS sentAt, edited_at AS editedAt, deleted_at AS deletedAt,
       EXISTS (SELECT 1 FROM pending WHERE subject = message_id) AS pending
     FROM messages WHERE channel_key = ? AND ${condition} ORDER BY message_id ${order} LIMIT ?`,
    [channelKey, bound, limit],
  )
}

function toMessageRow(
  db: ReadableDb,
  stored: StoredMessage,
  attachments: MessageRow['attachments'],
): MessageRow {
  return {
    ...stored,
    key: stored.id,
    mentions: stored.mentions === null ? [] : (JSON.parse(stored.mentions) as PersonId[]),
    reactions: stored.reactions === null ? [] : (JSON.parse(stored.reactions) as MessageRow['reactions']),
    pending: stored.pending === 1,
    attachments: stored.deletedAt === null ? attachments : [],
    replyPreview: stored.replyTo === null ? null : findReplyPreview(db, stored.replyTo),
  }
}

/** What stands for a message in one line: its text, or what its first file is called. */
const said = `coalesce(nullif(text, ''), (SELECT name FROM attachments WHERE subject = message_id AND deleted_at IS NULL
  ORDER BY position LIMIT 1), '')`

function findReplyPreview(db: ReadableDb, messageId: MessageId): MessageRow['replyPreview'] {
  const message = db.get<{ authorId: PersonId | null; text: string }>(
    `SELECT author_id AS authorId, ${said} AS text FROM messages WHERE message_id = ?`,
    [messageId],
  )
  return message ? { authorId: message.authorId, text: preview(message.text) } : null
}

export function findReadMarker(db: ReadableDb, me: PersonId | null, channelId: string): MessageId | null {
  return (
    db.value<MessageId>('SELECT message_id FROM read_markers WHERE person_id = ? AND channel_id = ?', [
      me,
      channelId,
    ]) ?? null
  )
}

/** Messages of others after the marker, up to `unreadCap`. */
export function countUnread(
  db: ReadableDb,
  channelKey: number,
  me: PersonId | null,
  marker: MessageId | null,
): number {
  return (
    db.value<number>(
      `SELECT count(*) FROM (SELECT 1 FROM messages WHERE channel_key = ? AND message_id > ?
         AND author_id IS NOT ? AND deleted_at IS NULL LIMIT ?)`,
      [channelKey, marker ?? '', me, unreadCap],
    ) ?? 0
  )
}

interface StoredChannel {
  readonly key: ChannelId
  readonly spaceKey: number
  readonly kind: 'channel' | 'direct'
  readonly name: string
  readonly description: string
  readonly archived: number
  readonly members: string
}

export function listChannels(
  db: ReadableDb,
  me: PersonId | null,
  kinds: readonly ChannelRow['kind'][],
): ChannelRow[] {
  const channels = db.all<StoredChannel>(
    `SELECT space_id AS key, space_key AS spaceKey, kind, name, description, archived, members FROM spaces
     WHERE kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY space_id`,
    kinds,
  )
  return inNameOrder(channels, ({ kind }) => kind)
    .map((channel) => ({ ...channel, members: JSON.parse(channel.members) as PersonId[] }))
    .filter(({ members }) => members.length === 0 || (me !== null && members.includes(me)))
    .map((channel) => toChannelRow(db, me, channel))
}

function toChannelRow(
  db: ReadableDb,
  me: PersonId | null,
  channel: Omit<StoredChannel, 'members'> & { members: PersonId[] },
): ChannelRow {
  const marker = findReadMarker(db, me, channel.key)
  const last = db.get<{ id: MessageId; authorId: PersonId | null; text: string; sentAt: number }>(
    `SELECT message_id AS id, author_id AS authorId, ${said} AS text, sent_at AS sentAt FROM messages
     WHERE channel_key = ? AND deleted_at IS NULL ORDER BY message_id DESC LIMIT 1`,
    [channel.spaceKey],
  )
  const mentions = db.value<number>(
    'SELECT count(*) FROM message_mentions WHERE person_id = ? AND channel_key = ? AND message_id > ?',
    [me, channel.spaceKey, marker ?? ''],
  )
  return {
    key: channel.key,
    kind: channel.kind,
    name: channel.kind === 'direct' ? nameOfOthers(db, me, channel.members, channel.name) : channel.name,
    description: channel.description,
    archived: channel.archived === 1,
    memberIds: channel.members.length === 0 ? null : channel.members,
    unread: countUnread(db, channel.spaceKey, me, marker),
    mentions: mentions ?? 0,
    lastMessage: last
      ? { id: last.id, authorId: last.authorId, preview: preview(last.text), sentAt: last.sentAt }
      : null,
  }
}

function nameOfOthers(
  db: ReadableDb,
  me: PersonId | null,
  members: readonly PersonId[],
  fallback: string,
): string {
  const names = members
    .filter((id) => id !== me)
    .map((id) => db.value<string>('SELECT name FROM people WHERE person_id = ?', [id]))
    .filter((name) => name !== undefined)
  return names.length > 0 ? names.join(', ') : fallback
}
