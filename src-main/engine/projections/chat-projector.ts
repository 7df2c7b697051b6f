/** Chat segments to `messages`, `message_mentions` and the full-text index. */
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import { parseDocId } from '#shared/base/ids.ts'
import {
  chatRoots,
  messageOfKey,
  readMessageById,
  readMessages,
  type Message,
} from '#shared/model/chat/chat.ts'
import { fold } from '../search/fold.ts'
import type { WritableDb } from '../store/db.ts'
import { freeMessageKey } from './message-key.ts'
import type { Projector } from './projector.ts'
import { spaceKeyOf } from './spaces.ts'

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
  version: 1,
  project({ db, row, changed }, doc, changes) {
    const channelId = parseDocId(row.docId)?.owner as ChannelId
    const channelKey = spaceKeyOf(db, row.spaceId)
    if (changes === null) {
      for (const message of readMessages(doc)) putMessage(db, channelKey, message)
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
        if (message) putMessage(db, channelKey, message)
      }
    }
    changed.add('channels', `channel:${channelId}`, 'inbox')
  },
}

function putMessage(db: WritableDb, channelKey: number, message: Message): void {
  const before = db.get<StoredMessage>(
    `SELECT message_key AS messageKey, text, topic, mentions, reactions, edited_at AS editedAt, deleted_at AS deletedAt
     FROM messages WHERE message_id = ?`,
    [message.id],
  )
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
    for (const personId of before.mentions === null ? [] : (JSON.parse(before.mentions) as string[])) {
      db.run('DELETE FROM message_mentions WHERE person_id = ? AND channel_key = ? AND message_id = ?', [
        personId,
        channelKey,
        message.id,
      ])
    }
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
