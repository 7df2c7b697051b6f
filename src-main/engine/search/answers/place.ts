/** Where what was found stands, as a window needs it to lead there. */
import {
  ticketCode,
  type ArticleId,
  type ChannelId,
  type EntryId,
  type LibraryFileId,
  type MessageId,
  type PersonId,
  type TicketId,
} from '#shared/base/ids.ts'
import type { Passage, PassagePlace } from '#shared/contract/passages.ts'
import type { ReadableDb } from '../../store/db.ts'
import type { Retrieved } from '../retrieval/retriever.ts'

/** Null where it is not there any more, and the index has not heard of it yet. */
export function toPassage(db: ReadableDb, found: Retrieved): Passage | null {
  const place = placeOf(db, found)
  if (!place) return null
  const { chunkKey, text, foundBy, score } = found
  return { key: String(chunkKey), place, text, marks: [], foundBy, score }
}

function placeOf(db: ReadableDb, found: Retrieved): PassagePlace | null {
  const { type, ownerId, part, title, headings, at } = found
  switch (type) {
    case 'article': {
      const language = db.value<'de' | 'en'>('SELECT language FROM articles WHERE article_id = ?', [ownerId])
      if (language === undefined) return null
      return { type, articleId: ownerId as ArticleId, title, headings, language }
    }
    case 'ticket':
    case 'note': {
      const ticket = db.get<{ title: string; number: number | null }>(
        'SELECT title, number FROM tickets WHERE ticket_id = ?',
        [ownerId],
      )
      if (!ticket) return null
      const ticketId = ownerId as TicketId
      const entryId = part === '' ? null : (part as EntryId)
      return { type, ticketId, code: ticketCode(ticketId), ...ticket, entryId, at }
    }
    case 'message': {
      const channelName = db.value<string>('SELECT name FROM spaces WHERE space_id = ?', [ownerId])
      if (channelName === undefined) return null
      return {
        type,
        channelId: ownerId as ChannelId,
        channelName,
        topic: headings[0] ?? null,
        messageId: part as MessageId,
        authorId: found.authorId as PersonId | null,
        at,
      }
    }
    case 'file': {
      const page = /^p(\d+)$/u.exec(part)?.[1]
      return {
        type,
        fileId: ownerId as LibraryFileId,
        name: db.value<string>('SELECT name FROM library_files WHERE file_id = ?', [ownerId]) ?? title,
        headings,
        page: page === undefined ? null : Number(page),
      }
    }
  }
}
