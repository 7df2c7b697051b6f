/** What a ticket's nearest neighbours and the articles have to offer for it. */
import type { EntryId, PersonId, QueueId, TicketId } from '#shared/base/ids.ts'
import type { QueryOutput } from '#shared/contract/contract.ts'
import type {
  SimilarTicket,
  SuggestedReply,
  Suggestion,
  TicketHelp,
  TicketRef,
} from '#shared/contract/help.ts'
import type { Passage } from '#shared/contract/passages.ts'
import type { ReadableDb } from '../../store/db.ts'
import { toPassage } from '../answers/place.ts'
import { analyseQuestion } from '../lexical/question.ts'
import { findQuestionWords } from '../retrieval/marks.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { findSimilarTickets, questionOf } from './similar-tickets.ts'

const shownTickets = 8
/** As many are asked for tags and queue. */
const neighbours = 15
const shownArticles = 4
const shownTags = 4
const shownReasons = 3
const minSimilar = 0.35
const minArticle = 0.35
/** Likely the same, not only like it. */
const minDuplicate = 0.5
const minTagShare = 0.34
const minQueueShare = 0.6
/** Fewer neighbours make no rule. */
const minNeighbours = 2

interface TicketRow {
  readonly title: string
  readonly text: string | null
  readonly queueId: QueueId
  readonly tags: string
}

const nothing: TicketHelp = { isReady: false, articles: [], tags: [], queue: null, reply: null }

export function helpWithTicket(
  db: ReadableDb,
  retriever: Retriever | null,
  ticketId: TicketId,
): QueryOutput<'help.ticket'> {
  const ticket = db.get<TicketRow>(
    `SELECT t.title, e.text, t.queue_id AS queueId, t.tags FROM tickets t
     LEFT JOIN ticket_entries e ON e.ticket_id = t.ticket_id AND e.type = 'description' WHERE t.ticket_id = ?`,
    [ticketId],
  )
  if (!ticket || !retriever) return { meta: nothing, rows: [] }
  const text = questionOf(ticket.title, ticket.text ?? '')
  const options = { except: ticketId, minScore: minSimilar, limit: neighbours }
  const near = findSimilarTickets(db, retriever, text, options)
  return {
    meta: {
      isReady: true,
      articles: fittingArticles(db, retriever, text),
      tags: suggestTags(db, near, JSON.parse(ticket.tags) as string[]),
      queue: suggestQueue(near, ticket.queueId),
      reply: suggestReply(db, near),
    },
    rows: near.slice(0, shownTickets),
  }
}

/** Open tickets that say the same as what is being written. */
export function helpWithDraft(
  db: ReadableDb,
  retriever: Retriever | null,
  title: string,
  text: string,
): QueryOutput<'help.draft'> {
  if (!retriever || title.trim().length < 3) return { meta: null, rows: [] }
  const options = { except: null, minScore: minDuplicate, limit: neighbours }
  const near = findSimilarTickets(db, retriever, questionOf(title, text), options)
  return { meta: null, rows: near.filter(({ state }) => state !== 'closed').slice(0, 5) }
}

function fittingArticles(db: ReadableDb, retriever: Retriever, text: string): Passage[] {
  const question = analyseQuestion(text)
  const seen = new Set<string>()
  const articles: Passage[] = []
  for (const found of retriever.retrieve({ text, types: ['article'], limit: shownArticles * 4 })) {
    if (articles.length >= shownArticles || found.score < minArticle) break
    const passage = seen.has(found.ownerId) ? null : toPassage(db, found)
    seen.add(found.ownerId)
    if (passage) articles.push({ ...passage, marks: findQuestionWords(passage.text, question) })
  }
  return articles
}

function suggestTags(
  db: ReadableDb,
  near: readonly SimilarTicket[],
  own: readonly string[],
): Suggestion<string>[] {
  const votes = near.flatMap((ticket) => {
    const tags = db.value<string>('SELECT tags FROM tickets WHERE ticket_id = ?', [ticket.ticketId])
    return (JSON.parse(tags ?? '[]') as string[]).map((value) => ({ value, ticket }))
  })
  return countVotes(near, votes)
    .filter(({ value, share }) => share >= minTagShare && !own.includes(value))
    .slice(0, shownTags)
}

function suggestQueue(near: readonly SimilarTicket[], own: QueueId): Suggestion<QueueId> | null {
  const votes = near.map((ticket) => ({ value: ticket.queueId, ticket }))
  const [best] = countVotes(near, votes)
  return best && best.share >= minQueueShare && best.value !== own ? best : null
}

/** Largest share first. */
function countVotes<Value>(
  near: readonly SimilarTicket[],
  votes: readonly { readonly value: Value; readonly ticket: SimilarTicket }[],
): Suggestion<Value>[] {
  if (near.length < minNeighbours) return []
  const all = near.reduce((sum, { score }) => sum + score, 0)
  const byValue = new Map<Value, SimilarTicket[]>()
  for (const { value, ticket } of votes) byValue.set(value, [...(byValue.get(value) ?? []), ticket])
  return [...byValue]
    .filter(([, tickets]) => tickets.length >= minNeighbours)
    .map(([value, tickets]) => ({
      value,
      share: tickets.reduce((sum, { score }) => sum + score, 0) / all,
      because: tickets.slice(0, shownReasons).map(toRef),
    }))
    .sort((a, b) => b.share - a.share)
}

/** How the nearest ticket that was solved ended: the last thing that was written to its customer. */
function suggestReply(db: ReadableDb, near: readonly SimilarTicket[]): SuggestedReply | null {
  for (const ticket of near) {
    if (ticket.state !== 'solved' && ticket.state !== 'closed') continue
    const reply = db.get<{ entryId: EntryId; authorId: PersonId | null; text: string }>(
      `SELECT entry_id AS entryId, author_id AS authorId, text FROM ticket_entries
       WHERE ticket_id = ? AND type = 'reply' AND detail ->> 'from' = 'agent' AND text <> ''
       ORDER BY at DESC, entry_id DESC LIMIT 1`,
      [ticket.ticketId],
    )
    if (reply) return { from: toRef(ticket), ...reply }
  }
  return null
}

function toRef({ ticketId, code, number, title }: SimilarTicket): TicketRef {
  return { ticketId, code, number, title }
}
