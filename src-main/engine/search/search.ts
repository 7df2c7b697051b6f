/**
 * Search by words over tickets, articles and messages. Tickets and articles come by relevance (BM25, title over
 * text), an exact number or code first; messages come newest first, which the index gives without sorting.
 */
import type {
  ArticleId,
  ChannelId,
  EntryId,
  MessageId,
  PersonId,
  QueueId,
  TicketId,
} from '#shared/base/ids.ts'
import type { QueryOutput, QueryParsed } from '#shared/contract/contract.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import type { TicketPriority, TicketState } from '#shared/model/ticket/ticket.ts'
import type { ReadableDb } from '../store/db.ts'
import { exclusionExpression, matchExpression } from './match.ts'
import { parseSearch, type ParsedSearch } from './parse-search.ts'
import { toFilters, type Conditions } from './search-filters.ts'
import { makeSnippet } from './snippet.ts'
import { snippetOfTicket } from './ticket-snippet.ts'

/** How many of each kind a search over everything shows, out of 50. */
const share = { tickets: 0.4, articles: 0.2 } as const

export function runSearch(
  db: ReadableDb,
  { text, scope, limit }: QueryParsed<'search.run'>,
  me: PersonId | null,
): QueryOutput<'search.run'> {
  const search = parseSearch(text)
  const match = matchExpression(search)
  const filters = toFilters(db, search, me)
  const words = search.terms.map((term) => (term.isExcluded ? `-${term.text}` : term.text))
  const isEmpty = match === null && search.operators.length === 0
  if (isEmpty || filters.unknown.length > 0) {
    return { meta: { words, unknown: filters.unknown, hasMore: false }, rows: [] }
  }
  const room = (part: number) => (scope === 'all' ? Math.floor(limit * part) : limit)
  const wants = (kind: typeof scope) => scope === 'all' || scope === kind

  const tickets =
    wants('tickets') && filters.tickets
      ? findTickets(db, search, match, filters.tickets, room(share.tickets) + 1)
      : []
  const articles =
    wants('articles') && filters.articles && match !== null
      ? findArticles(db, search, match, room(share.articles) + 1)
      : []
  const shownTickets = tickets.slice(0, room(share.tickets))
  const shownArticles = articles.slice(0, room(share.articles))
  const messageRoom = limit - shownTickets.length - shownArticles.length
  const messages =
    wants('messages') && filters.messages
      ? findMessages(db, search, match, filters.messages, messageRoom + 1)
      : []
  return {
    meta: {
      words,
      unknown: [],
      hasMore:
        tickets.length > shownTickets.length ||
        articles.length > shownArticles.length ||
        messages.length > messageRoom,
    },
    rows: [...shownTickets, ...shownArticles, ...messages.slice(0, messageRoom)],
  }
}

/**
 * What more tickets hold than this is not ranked but shown newest first: scoring half of all tickets takes longer than a
 * person waits, and such a word tells none of them apart.
 */
const maxRanked = 2_000

function isCommon(db: ReadableDb, match: string): boolean {
  const count = db.value<number>(
    `SELECT count(*) FROM (SELECT 1 FROM ticket_words WHERE ticket_words MATCH ? LIMIT ${String(maxRanked + 1)})`,
    [match],
  )
  return (count ?? 0) > maxRanked
}

interface TicketHit {
  readonly docKey: number
  readonly ticketId: TicketId
  readonly code: string
  readonly number: number | null
  readonly queueId: QueueId
  readonly title: string
  readonly state: TicketState
  readonly priority: TicketPriority
  readonly ownerId: PersonId | null
  readonly updatedAt: number
}

const ticketColumns = `t.doc_key AS docKey, t.ticket_id AS ticketId, t.code, t.number, t.queue_id AS queueId, t.title,
  t.state, t.priority, t.owner_id AS ownerId, t.updated_at AS updatedAt`

function findTickets(
  db: ReadableDb,
  search: ParsedSearch,
  match: string | null,
  filter: Conditions,
  limit: number,
): SearchHit[] {
  const where = filter.where.join(' AND ')
  const exact = findExact(db, search, filter)
  const without = match === null ? withoutExcluded(search, 't.doc_key', 'ticket_words') : nothing
  const found =
    match === null
      ? db.all<TicketHit>(
          `SELECT ${ticketColumns} FROM tickets t WHERE ${[...filter.where, ...without.where].join(' AND ') || '1'}
           ORDER BY t.updated_at DESC LIMIT ?`,
          [...filter.params, ...without.params, limit],
        )
      : db.all<TicketHit>(
          `SELECT ${ticketColumns} FROM ticket_words CROSS JOIN tickets t ON t.doc_key = ticket_words.rowid
           WHERE ticket_words MATCH ? ${where === '' ? '' : `AND ${where}`}
           ORDER BY ${isCommon(db, match) ? '' : 'bm25(ticket_words, 6.0, 1.0, 1.0),'} ticket_words.rowid DESC LIMIT ?`,
          [match, ...filter.params, limit],
        )
  const unique = new Map([...exact, ...found].map((hit) => [hit.docKey, hit]))
  return [...unique.values()].slice(0, limit).map((hit) => toTicketHit(db, search, hit))
}

const nothing: Conditions = { where: [], params: [] }

/** Exclusions where no word is looked for: FTS5 itself can only take away from what it has found. */
function withoutExcluded(
  search: ParsedSearch,
  key: string,
  words: 'ticket_words' | 'message_words',
): Conditions {
  const excluded = exclusionExpression(search)
  if (excluded === null) return nothing
  return { where: [`${key} NOT IN (SELECT rowid FROM ${words} WHERE ${words} MATCH ?)`], params: [excluded] }
}

/** `#10423`, `10423` or a short code: the ticket meant comes first, whatever else holds the word. */
function findExact(db: ReadableDb, { terms }: ParsedSearch, filter: Conditions): TicketHit[] {
  const only = terms[0]
  if (terms.length !== 1 || !only || only.words.length !== 1 || only.isExcluded) return []
  const word = only.text.replace(/^#/, '')
  const find = (column: 'number' | 'code', value: string | number) =>
    db.all<TicketHit>(
      `SELECT ${ticketColumns} FROM tickets t WHERE ${[`t.${column} = ?`, ...filter.where].join(' AND ')}`,
      [value, ...filter.params],
    )
  const byNumber = /^\d{1,12}$/.test(word) ? find('number', Number(word)) : []
  const byCode = /^[0-9a-z]{6}$/i.test(word) ? find('code', word.toUpperCase()) : []
  return [...byNumber, ...byCode]
}

function toTicketHit(db: ReadableDb, search: ParsedSearch, { docKey: _, ...hit }: TicketHit): SearchHit {
  const { entryId, snippet } = snippetOfTicket(db, hit.ticketId, search)
  return {
    ...hit,
    key: `ticket/${hit.ticketId}`,
    type: 'ticket',
    title: makeSnippet(hit.title, search, 300),
    entryId: entryId as EntryId | null,
    snippet,
  }
}

function findMessages(
  db: ReadableDb,
  search: ParsedSearch,
  match: string | null,
  filter: Conditions,
  limit: number,
): SearchHit[] {
  const without = match === null ? withoutExcluded(search, 'm.message_key', 'message_words') : nothing
  const where = ['m.deleted_at IS NULL', ...filter.where, ...without.where].join(' AND ')
  const columns = `m.message_id AS messageId, s.space_id AS channelId, m.author_id AS authorId, m.sent_at AS sentAt, m.text`
  const found = db.all<{
    messageId: MessageId
    channelId: ChannelId
    authorId: PersonId | null
    sentAt: number
    text: string
  }>(
    match === null
      ? `SELECT ${columns} FROM messages m JOIN spaces s ON s.space_key = m.channel_key
         WHERE ${where} ORDER BY m.message_key DESC LIMIT ?`
      : `SELECT ${columns} FROM message_words CROSS JOIN messages m ON m.message_key = message_words.rowid
         CROSS JOIN spaces s ON s.space_key = m.channel_key
         WHERE message_words MATCH ? AND ${where} ORDER BY message_words.rowid DESC LIMIT ?`,
    [...(match === null ? [] : [match]), ...filter.params, ...without.params, limit],
  )
  return found.map(({ text, ...hit }) => ({
    ...hit,
    key: `message/${hit.messageId}`,
    type: 'message',
    snippet: makeSnippet(text, search),
  }))
}

function findArticles(db: ReadableDb, search: ParsedSearch, match: string, limit: number): SearchHit[] {
  const found = db.all<{
    articleId: ArticleId
    language: 'de' | 'en'
    category: string
    title: string
    text: string
    updatedAt: number
  }>(
    `SELECT article_id AS articleId, language, category, a.title, a.text, updated_at AS updatedAt
     FROM article_words JOIN articles a ON a.doc_key = article_words.rowid
     WHERE article_words MATCH ? AND a.state = 'published' ORDER BY bm25(article_words, 6.0, 1.0) LIMIT ?`,
    [match, limit],
  )
  return found.map(({ text, title, ...hit }) => ({
    ...hit,
    key: `article/${hit.articleId}`,
    type: 'article',
    title: makeSnippet(title, search, 300),
    snippet: makeSnippet(text, search),
  }))
}
