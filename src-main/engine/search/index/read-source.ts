/** Reads what is to be indexed out of the store, one document or file at a time, as passages. */
import type { ChannelId, DocId, LibraryFileId, TicketId } from '#shared/base/ids.ts'
import { chatSegmentSpan, parseDocId } from '#shared/base/ids.ts'
import { lowestUlid } from '#shared/base/ulid.ts'
import { readArticleContent, readArticleMeta } from '#shared/model/article/article.ts'
import { loadDoc } from '../../documents/update-log.ts'
import type { ReadableDb } from '../../store/db.ts'
import { chunkArticle } from '../chunks/article-chunks.ts'
import type { Chunk } from '../chunks/chunk.ts'
import { chunkEntries, type Entry } from '../chunks/entry-chunks.ts'
import { chunkFile, type FileBlockRow } from '../chunks/file-chunks.ts'
import { chunkMessages, type RunMessage } from '../chunks/message-chunks.ts'
import type { SourceHead } from './index-store.ts'

/** A document of a kind that is indexed, as the store lists it. */
export interface IndexedDocument {
  readonly docKey: number
  readonly docId: DocId
  readonly spaceId: string
  readonly kind: 'article' | 'ticket' | 'notes' | 'chat'
  /** Null where its rows have not been made yet. */
  readonly stamp: string | null
  /** A ticket's own stands above its notes, too. Null for messages. */
  readonly title: string | null
}

export interface IndexedFile {
  readonly fileId: LibraryFileId
  readonly stamp: string
  readonly title: string
  readonly modifiedAt: number
}

export interface ReadSource {
  readonly head: SourceHead
  /** Reads and cuts it. Throws where the document cannot be read. */
  readonly read: () => readonly Chunk[]
}

/** Columns of IndexedDocument, from `documents AS d`. */
export const documentColumns = `d.doc_key AS docKey, d.doc_id AS docId, d.space_id AS spaceId, d.kind,
  CASE WHEN d.projected_rev > 0 THEN d.projected_rev || '.' || d.projector_version END AS stamp,
  CASE d.kind
    WHEN 'ticket' THEN (SELECT title FROM tickets WHERE tickets.doc_key = d.doc_key)
    WHEN 'notes' THEN (SELECT title FROM tickets WHERE tickets.ticket_id = substr(d.doc_id, 7))
    WHEN 'article' THEN (SELECT title FROM articles WHERE articles.doc_key = d.doc_key)
  END AS title`

export const fileColumns = `file_id AS fileId, stamp, coalesce(nullif(title, ''), name) AS title, modified_at AS modifiedAt`

export const refOfFile = (fileId: string): string => `file/${fileId}`

/** Null where the document is gone. */
export function findIndexedDocument(store: ReadableDb, docKey: number): IndexedDocument | null {
  return (
    store.get<IndexedDocument>(
      `SELECT ${documentColumns} FROM documents AS d
       WHERE d.doc_key = ? AND d.kind IN ('article', 'ticket', 'notes', 'chat')`,
      [docKey],
    ) ?? null
  )
}

/** Null where the file is gone, or its text cannot be had. */
export function findIndexedFile(store: ReadableDb, fileId: string): IndexedFile | null {
  return (
    store.get<IndexedFile>(
      `SELECT ${fileColumns} FROM library_files WHERE file_id = ? AND state = 'indexed'`,
      [fileId],
    ) ?? null
  )
}

/** Null for what this version does not know, or cannot read yet. */
export function readDocument(store: ReadableDb, document: IndexedDocument): ReadSource | null {
  const { docKey, docId, spaceId, stamp } = document
  const owner = parseDocId(docId)?.owner
  if (owner === undefined || stamp === null) return null
  const head = { ref: docId, ownerId: owner, docKey, spaceId, stamp, title: document.title ?? '' }
  switch (document.kind) {
    case 'article':
      return { head: { ...head, type: 'article' }, read: () => readArticle(store, docKey) }
    case 'ticket':
    case 'notes': {
      const type = document.kind === 'ticket' ? 'ticket' : 'note'
      return {
        head: { ...head, type },
        read: () => chunkEntries(readEntries(store, owner as TicketId, type)),
      }
    }
    case 'chat':
      return {
        head: { ...head, type: 'message', title: '' },
        read: () => chunkMessages(readMessages(store, docId, owner as ChannelId)),
      }
  }
}

export function readFile(store: ReadableDb, file: IndexedFile): ReadSource {
  const { fileId, stamp, title, modifiedAt } = file
  return {
    head: {
      ref: refOfFile(fileId),
      type: 'file',
      ownerId: fileId,
      docKey: null,
      spaceId: null,
      stamp,
      title,
    },
    read: () => chunkFile(readBlocks(store, fileId), modifiedAt),
  }
}

function readArticle(store: ReadableDb, docKey: number): Chunk[] {
  const doc = loadDoc(store, docKey)
  try {
    return chunkArticle(readArticleMeta(doc), readArticleContent(doc))
  } finally {
    doc.destroy()
  }
}

/** The rows and not the document: they say the same (projector.ts) and are read in a tenth of the time. */
function readEntries(store: ReadableDb, ticketId: TicketId, type: 'ticket' | 'note'): Entry[] {
  const types = type === 'ticket' ? "('description', 'reply')" : "('note')"
  return store.all<Entry>(
    `SELECT CASE type WHEN 'description' THEN '' ELSE entry_id END AS part, author_id AS authorId, at, text
     FROM ticket_entries WHERE ticket_id = ? AND type IN ${types} AND text <> '' ORDER BY type <> 'description', entry_id`,
    [ticketId],
  )
}

function readMessages(store: ReadableDb, docId: DocId, channelId: ChannelId): RunMessage[] {
  const span = chatSegmentSpan(docId)
  if (!span) return []
  return store.all<RunMessage>(
    `SELECT message_id AS id, author_id AS authorId, topic, text, sent_at AS sentAt FROM messages
     WHERE channel_key = (SELECT space_key FROM spaces WHERE space_id = ?)
       AND message_id >= ? AND message_id < ? AND deleted_at IS NULL AND text <> '' ORDER BY message_id`,
    [channelId, lowestUlid(span.from), lowestUlid(span.to)],
  )
}

const blocksAtOnce = 500

/** A page at a time: a book is never in memory as a whole. */
function* readBlocks(store: ReadableDb, fileId: LibraryFileId): Generator<FileBlockRow> {
  let after = -1
  while (true) {
    const rows = store.all<FileBlockRow & { position: number }>(
      `SELECT position, kind, level, page, text FROM library_blocks
       WHERE file_id = ? AND position > ? ORDER BY position LIMIT ${String(blocksAtOnce)}`,
      [fileId, after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < blocksAtOnce) return
    after = last.position
  }
}
