/** Chat segments to `messages`, `message_mentions` and the full-text index. */
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import { chatSegmentSpan, parseDocId } from '#shared/base/ids.ts'
import { lowestUlid } from '#shared/base/ulid.ts'
import {
  chatRoots,
  messageOfKey,
  readMessageById,
  readMessages,
  type Message,
} from '#shared/model/chat/chat.ts'
import type { DocumentRow } from '../documents/update-log.ts'
import { fold } from '../search/fold.ts'
import type { WritableDb } from '../store/db.ts'
import { freeMessageKey } from './message-key.ts'
import { putAttachments, removeAttachments } from './attachments.ts'
import type { ProjectionContext, Projector } from './projector.ts'
import { findSpace, spaceKeyOf } from './spaces.ts'

interface StoredMessage {
  readonly messageKey: number
  readonly text: string
  readonly topic: string | null
  readonly mentions: string | null
  readonly reactions: string | null
  readonly editedAt: number | null
  readonly deletedAt: number | null
}

export const chatProjector: Projector = {
  kind: 'chat',
  version: 2,
  project(context, doc, changes) {
    const { db, row, changed } = context
    const channelId = parseDocId(row.docId)?.owner as ChannelId
    const channelKey = spaceKeyOf(db, row.spaceId)
    if (changes === null) {
      const messages = readMessages(doc)
      for (const message of messages) putMessage(context, channelKey, message)
      const present = new Set(messages.map(({ id }) => id))
      for (const id of storedIds(db, channelKey, row))
        if (!present.has(id)) removeMessage(context, channelKey, id)
    } else {
      const ids = new Set<MessageId>()
      for (const root of chatRoots) {
        for (const key of changes.keys(root)) {
          const id = messageOfKey(key)
          if (id) ids.add(id)
        }
      }
      for (const id of ids) {
        const message = readMessageById(doc, id)
        if (message) putMessage(context, channelKey, message)
        else removeMessage(context, channelKey, id)
      }
    }
    changed.add('channels', `channel:${channelId}`, 'inbox')
  },
  remove(context) {
    const { db, row, changed } = context
    const channelKey = findSpace(db, row.spaceId)?.spaceKey
    if (channelKey === undefined) return
    for (const id of storedIds(db, channelKey, row)) removeMessage(context, channelKey, id)
    changed.add('channels', `channel:${row.spaceId}`, 'inbox')
  },
}

/** The rows that this segment has made, by the day of their ids. */
function storedIds(db: WritableDb, channelKey: number, row: DocumentRow): MessageId[] {
  const span = chatSegmentSpan(row.docId)
  if (!span) return []
  return db
    .all<{ id: MessageId }>(
      'SELECT message_id AS id FROM messages WHERE channel_key = ? AND message_id >= ? AND message_id < ?',
      [channelKey, lowestUlid(span.from), lowestUlid(span.to)],
    )
    .map(({ id }) => id)
}

function removeMessage(context: ProjectionContext, channelKey: number, id: MessageId): void {
  const { db } = context
  const stored = db.get<{ messageKey: number; text: string; topic: string | null; mentions: string | null }>(
    `DELETE FROM messages WHERE message_id = ? AND channel_key = ?
     RETURNING message_key AS messageKey, text, topic, mentions`,
    [id, channelKey],
  )
  if (!stored) return
  removeAttachments(context, id)
  removeWords(db, stored.messageKey, stored.text, stored.topic)
  removeMentions(db, channelKey, id, stored.mentions)
}

function removeMentions(db: WritableDb, channelKey: number, id: MessageId, mentions: string | null): void {
  for (const personId of mentions === null ? [] : (JSON.parse(mentions) as string[])) {
    db.run('DELETE FROM message_mentions WHERE person_id = ? AND channel_key = ? AND message_id = ?', [
      personId,
      channelKey,
      id,
    ])
  }
}

function putMessage(context: ProjectionContext, channelKey: number, message: Message): void {
  const { db, row } = context
  const before = db.get<StoredMessage>(
    `SELECT message_key AS messageKey, text, topic, mentions, reactions, edited_at AS editedAt, deleted_at AS deletedAt
     FROM messages WHERE message_id = ?`,
    [message.id],
  )
  if (before || message.attachments.length > 0) {
    putAttachments(context, message.id, `channel:${row.spaceId}`, message.attachments)
  }
  const mentions = message.mentions.length > 0 ? JSON.stringify(message.mentions) : null
  const reactions = message.reactions.length > 0 ? JSON.stringify(message.reactions) : null
  if (!before) {
    const key = freeMessageKey(db, message.id)
    db.run(
      `INSERT INTO messages (message_key, message_id, channel_key, author_id, text, topic, reply_to, mentions,
         reactions, sent_at, edited_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        key,
        message.id,
        channelKey,
        message.authorId,
        message.text,
        message.topic,
        message.replyTo,
        mentions,
        reactions,
        message.sentAt,
        message.editedAt,
        message.deletedAt,
      ],
    )
    addWords(db, key, message.text, message.topic)
    putMentions(db, channelKey, message)
    return
  }
  const same =
    before.text === message.text &&
    before.mentions === mentions &&
    before.reactions === reactions &&
    before.editedAt === message.editedAt &&
    before.deletedAt === message.deletedAt
  if (same) return
  db.run(
    'UPDATE messages SET text = ?, mentions = ?, reactions = ?, edited_at = ?, deleted_at = ? WHERE message_key = ?',
    [message.text, mentions, reactions, message.editedAt, message.deletedAt, before.messageKey],
  )
  if (before.text !== message.text) {
    removeWords(db, before.messageKey, before.text, before.topic)
    addWords(db, before.messageKey, message.text, message.topic)
  }
  if (before.mentions !== mentions) {
    removeMentions(db, channelKey, message.id, before.mentions)
    putMentions(db, channelKey, message)
  }
}

function putMentions(db: WritableDb, channelKey: number, message: Message): void {
  for (const personId of message.mentions) {
    db.run('INSERT OR IGNORE INTO message_mentions (person_id, message_id, channel_key) VALUES (?, ?, ?)', [
      personId,
      message.id,
      channelKey,
    ])
  }
}

function addWords(db: WritableDb, key: number, text: string, topic: string | null): void {
  if (text === '') return
  db.run('INSERT INTO message_words (rowid, text) VALUES (?, ?)', [key, indexed(text, topic)])
}

function removeWords(db: WritableDb, key: number, text: string, topic: string | null): void {
  if (text === '') return
  db.run("INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', ?, ?)", [
    key,
    indexed(text, topic),
  ])
}

function indexed(text: string, topic: string | null): string {
  return fold(topic === null ? text : `${topic}\n${text}`)
}
