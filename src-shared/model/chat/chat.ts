/**
 * A chat segment: the messages of one channel and one UTC day. Document shape: root maps `messages`
 * (MessageId -> JSON with the text and its `attachments`, written once), `edits` (MessageId -> {text, at}), `deletions` (MessageId -> {by, at}),
 * `reactions` (`{messageId}/{personId}/{emoji}` -> true). Separate maps, so that an edit here and a reaction
 * there never collide.
 */
import type * as Y from 'yjs'
import type { MessageId, PersonId } from '../../base/ids.ts'
import { isUlid, ulidTime } from '../../base/ulid.ts'
import { readAttachments, type Attachment } from '../attachment.ts'
import { fieldsOf, idOrNull, numberOr, sortedIds, textOf, textOrNull } from '../values.ts'

export interface Message {
  readonly id: MessageId
  readonly authorId: PersonId | null
  /** Markdown; empty where the message was deleted. */
  readonly text: string
  readonly topic: string | null
  readonly replyTo: MessageId | null
  readonly mentions: readonly PersonId[]
  readonly sentAt: number
  readonly editedAt: number | null
  readonly deletedAt: number | null
  readonly reactions: readonly Reaction[]
  /** Also of a deleted message, since it can be restored; an erased one has none. */
  readonly attachments: readonly Attachment[]
}

export interface Reaction {
  readonly emoji: string
  readonly personIds: readonly PersonId[]
}

export interface NewMessage {
  readonly id: MessageId
  readonly authorId: PersonId
  readonly text: string
  readonly topic: string | null
  readonly replyTo: MessageId | null
  readonly mentions: readonly PersonId[]
  readonly at: number
  readonly attachments?: readonly Attachment[]
}

/** The root maps a message is made of; a change of any key names the message it concerns. */
export const chatRoots = ['messages', 'edits', 'deletions', 'reactions'] as const

export function appendMessage(doc: Y.Doc, { id, ...message }: NewMessage): void {
  const stored: Record<string, unknown> = { authorId: message.authorId, text: message.text, at: message.at }
  if (message.topic) stored['topic'] = message.topic
  if (message.replyTo) stored['replyTo'] = message.replyTo
  if (message.mentions.length > 0) stored['mentions'] = message.mentions
  if (message.attachments && message.attachments.length > 0) stored['attachments'] = message.attachments
  doc.getMap('messages').set(id, stored)
}

export function editMessage(
  doc: Y.Doc,
  id: MessageId,
  text: string,
  mentions: readonly PersonId[],
  at: number,
): void {
  doc.getMap('edits').set(id, { text, mentions, at })
}

/** Hides the message for everybody. The text stays in the log until it is erased, so that it can be restored. */
export function deleteMessage(doc: Y.Doc, id: MessageId, by: PersonId, at: number): void {
  doc.getMap('deletions').set(id, { by, at })
}

/**
 * Takes the text itself out, with earlier versions and reactions. What Yjs no longer refers to it forgets; logs and
 * snapshots that still hold it have to be replaced by the caller.
 */
export function eraseMessage(doc: Y.Doc, id: MessageId, by: PersonId, at: number): void {
  const stored = fieldsOf(doc.getMap('messages').get(id))
  doc.getMap('messages').set(id, { authorId: idOrNull(stored['authorId']), at: numberOr(stored['at'], at) })
  doc.getMap('edits').delete(id)
  for (const key of [...doc.getMap('reactions').keys()]) {
    if (key.startsWith(id)) doc.getMap('reactions').delete(key)
  }
  doc.getMap('deletions').set(id, { by, at, erased: true })
}

export function isErased(doc: Y.Doc, id: MessageId): boolean {
  return fieldsOf(doc.getMap('deletions').get(id))['erased'] === true
}

export function restoreMessage(doc: Y.Doc, id: MessageId): void {
  doc.getMap('deletions').delete(id)
}

export function setReaction(doc: Y.Doc, id: MessageId, personId: PersonId, emoji: string, on: boolean): void {
  const key = `${id}/${personId}/${emoji}`
  if (on) doc.getMap('reactions').set(key, true)
  else doc.getMap('reactions').delete(key)
}

export function hasMessage(doc: Y.Doc, id: MessageId): boolean {
  return doc.getMap('messages').has(id)
}

export function readMessages(doc: Y.Doc): Message[] {
  const ids = sortedIds<MessageId>(doc.getMap('messages'))
  const reactions = readReactions(doc)
  return ids.map((id) => readMessage(doc, id, reactions.get(id) ?? []))
}

/** Null where the segment holds no such message. */
export function readMessageById(doc: Y.Doc, id: MessageId): Message | null {
  if (!hasMessage(doc, id)) return null
  return readMessage(doc, id, readReactions(doc, id).get(id) ?? [])
}

/** The message that a changed key of one of the roots is about. */
export function messageOfKey(key: string): MessageId | null {
  const id = key.slice(0, 26)
  return isUlid(id) ? (id as MessageId) : null
}

function readMessage(doc: Y.Doc, id: MessageId, reactions: readonly Reaction[]): Message {
  const stored = fieldsOf(doc.getMap('messages').get(id))
  const edit = doc.getMap('edits').get(id)
  const deletion = doc.getMap('deletions').get(id)
  const edited = fieldsOf(edit)
  const deleted = deletion !== undefined
  return {
    id,
    authorId: idOrNull<PersonId>(stored['authorId']),
    text: deleted ? '' : textOf(edited['text'], textOf(stored['text'])),
    topic: textOrNull(stored['topic']),
    replyTo: idOrNull<MessageId>(stored['replyTo']),
    mentions: deleted ? [] : readIds(edited['mentions'] ?? stored['mentions']),
    sentAt: numberOr(stored['at'], ulidTime(id)),
    editedAt: edit === undefined ? null : numberOr(edited['at'], null),
    deletedAt: deleted ? numberOr(fieldsOf(deletion)['at'], 0) : null,
    reactions: deleted ? [] : reactions,
    attachments: readAttachments(stored['attachments']),
  }
}

function readIds(value: unknown): PersonId[] {
  return Array.isArray(value) ? value.filter((id): id is PersonId => isUlid(id)) : []
}

function readReactions(doc: Y.Doc, only?: MessageId): Map<MessageId, Reaction[]> {
  const byMessage = new Map<MessageId, Map<string, PersonId[]>>()
  for (const key of [...doc.getMap('reactions').keys()].sort()) {
    if (only && !key.startsWith(only)) continue
    const [id, personId, emoji] = key.split('/')
    if (!isUlid(id) || !isUlid(personId) || !emoji) continue
    const emojis = byMessage.get(id as MessageId) ?? new Map<string, PersonId[]>()
    emojis.set(emoji, [...(emojis.get(emoji) ?? []), personId as PersonId])
    byMessage.set(id as MessageId, emojis)
  }
  return new Map(
    [...byMessage].map(([id, emojis]) => [
      id,
      [...emojis].map(([emoji, personIds]) => ({ emoji, personIds })),
    ]),
  )
}
