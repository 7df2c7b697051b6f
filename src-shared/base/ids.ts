/**
 * Branded ids. All but DocId are ULIDs; a DocId says its kind and what it belongs to, so that devices which
 * never met agree on it: `ticket/{ticketId}`, `notes/{ticketId}`, `chat/{channelId}/{yyyymmdd}`,
 * `article/{articleId}`, `article-log/{articleId}`, `personal/{personId}`, `settings/{spaceId}`.
 */
import type { Brand } from './brand.ts'
import { isUlid, turnUlid, ulidTime, type Ulid } from './ulid.ts'

export type WorkspaceId = Brand<Ulid, 'WorkspaceId'>
export type SpaceId = Brand<Ulid, 'SpaceId'>
/** A channel is a space of kind `channel` or `direct`. */
export type ChannelId = SpaceId & Brand<Ulid, 'ChannelId'>
/** A queue is a space of kind `queue`. */
export type QueueId = SpaceId & Brand<Ulid, 'QueueId'>
export type PersonId = Brand<Ulid, 'PersonId'>
export type TicketId = Brand<Ulid, 'TicketId'>
/** A reply, note or history entry of a ticket. */
export type EntryId = Brand<Ulid, 'EntryId'>
export type MessageId = Brand<Ulid, 'MessageId'>
export type ArticleId = Brand<Ulid, 'ArticleId'>
/** A version of an article that was kept. */
export type VersionId = Brand<Ulid, 'VersionId'>
export type UpdateId = Brand<Ulid, 'UpdateId'>
export type DeviceId = Brand<Ulid, 'DeviceId'>
export type InviteId = Brand<Ulid, 'InviteId'>
export type QuestionId = Brand<Ulid, 'QuestionId'>
export type LibraryRootId = Brand<Ulid, 'LibraryRootId'>
export type LibraryFileId = Brand<Ulid, 'LibraryFileId'>
export type DocId = Brand<string, 'DocId'>

/** Gives a ULID its meaning; the caller knows what it is for. */
export function asId<T extends Ulid>(id: Ulid): T {
  return id as T
}

export const docKinds = ['ticket', 'notes', 'chat', 'article', 'article-log', 'personal', 'settings'] as const
export type DocKind = (typeof docKinds)[number]

export const ticketDocId = (id: TicketId): DocId => `ticket/${id}` as DocId
export const notesDocId = (id: TicketId): DocId => `notes/${id}` as DocId
export const articleDocId = (id: ArticleId): DocId => `article/${id}` as DocId
export const articleLogDocId = (id: ArticleId): DocId => `article-log/${id}` as DocId
export const personalDocId = (id: PersonId): DocId => `personal/${id}` as DocId
export const settingsDocId = (id: SpaceId): DocId => `settings/${id}` as DocId

/**
 * A person's notes to themselves: a direct conversation with nobody else. The id follows from the person's, so that all
 * their devices mean the same conversation without asking, and everybody can tell whose it is (`notesOwnerOf`).
 */
export const notesChannelOf = (id: PersonId): ChannelId => asId<ChannelId>(turnUlid(id))

/** Whose notes these would be; no more than a name until somebody with this id is known. */
export const notesOwnerOf = (id: SpaceId): PersonId => asId<PersonId>(turnUlid(id))

/** The chat segment that holds a message: one a channel and UTC day of the message's id. */
export function chatDocId(channelId: ChannelId, messageId: MessageId): DocId {
  const day = new Date(ulidTime(messageId)).toISOString().slice(0, 10).replaceAll('-', '')
  return `chat/${channelId}/${day}` as DocId
}

/** The UTC day of a chat segment in milliseconds since 1970, from its first up to but not including its last; null for other ids. */
export function chatSegmentSpan(docId: DocId): { readonly from: number; readonly to: number } | null {
  const [, year, month, day] = /\/(\d{4})(\d{2})(\d{2})$/.exec(docId) ?? []
  if (year === undefined) return null
  const from = Date.UTC(Number(year), Number(month) - 1, Number(day))
  return { from, to: from + 24 * 60 * 60 * 1000 }
}

/** What a document's id says: its kind (null for one of a newer version) and the ULID it belongs to. */
export function parseDocId(docId: DocId): { readonly kind: DocKind | null; readonly owner: Ulid } | null {
  const [kind, owner] = docId.split('/')
  if (kind === undefined || !isUlid(owner)) return null
  return { kind: (docKinds as readonly string[]).includes(kind) ? (kind as DocKind) : null, owner }
}

/**
 * The short code a ticket has from birth, offline: six characters of its random part, for reading out on the phone.
 * Not unique by promise (one in 2^30); a search by code lists all that share it.
 */
export function ticketCode(id: TicketId): string {
  return id.slice(-6)
}
