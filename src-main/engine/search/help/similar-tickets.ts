/** Tickets that are like a text: by the best of their passages. */
import { ticketCode, type PersonId, type QueueId, type TicketId } from '#shared/base/ids.ts'
import type { SimilarTicket } from '#shared/contract/help.ts'
import type { TicketState } from '#shared/model/ticket/ticket.ts'
import type { ReadableDb } from '../../store/db.ts'
import { foldWord } from '../fold.ts'
import { analyseQuestion, type Question } from '../lexical/question.ts'
import { findQuestionWords } from '../retrieval/marks.ts'
import type { Retrieved, Retriever } from '../retrieval/retriever.ts'

/** As much of a ticket as says what it is about; what follows are greetings and signatures. */
const maxText = 600
const excerptLength = 220
const maxSharedWords = 5
/** Several passages of one ticket may come before the next ticket. */
const passagesATicket = 4

export function questionOf(title: string, text: string): string {
  return `${title}\n${text.slice(0, maxText)}`.toWellFormed()
}

/** Nearest first, each ticket once; without `except`. */
export function findSimilarTickets(
  db: ReadableDb,
  retriever: Retriever,
  text: string,
  { except, minScore, limit }: { except: TicketId | null; minScore: number; limit: number },
): SimilarTicket[] {
  const found = retriever.retrieve({ text, types: ['ticket'], limit: (limit + 1) * passagesATicket })
  const best = new Map<string, Retrieved>()
  for (const passage of found) {
    const isBetter = (best.get(passage.ownerId)?.score ?? -1) < passage.score
    if (passage.ownerId !== except && passage.score >= minScore && isBetter)
      best.set(passage.ownerId, passage)
  }
  const question = analyseQuestion(text)
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .flatMap((passage) => toSimilar(db, passage, question) ?? [])
    .slice(0, limit)
}

function toSimilar(db: ReadableDb, passage: Retrieved, question: Question): SimilarTicket | null {
  const ticketId = passage.ownerId as TicketId
  const ticket = db.get<{
    number: number | null
    title: string
    state: TicketState
    queueId: QueueId
    ownerId: PersonId | null
    updatedAt: number
  }>(
    `SELECT number, title, state, queue_id AS queueId, owner_id AS ownerId, updated_at AS updatedAt
     FROM tickets WHERE ticket_id = ?`,
    [ticketId],
  )
  if (!ticket) return null
  const line = passage.text.replace(/\s+/gu, ' ').trim()
  const excerpt = line.length > excerptLength ? `${line.slice(0, excerptLength - 1).toWellFormed()}…` : line
  return {
    ...ticket,
    key: ticketId,
    ticketId,
    code: ticketCode(ticketId),
    score: passage.score,
    foundBy: passage.foundBy,
    excerpt,
    marks: findQuestionWords(excerpt, question),
    sharedWords: sharedWords(`${ticket.title}\n${passage.text}`, question),
  }
}

function sharedWords(text: string, question: Question): string[] {
  const words = new Map<string, string>()
  for (const [start, end] of findQuestionWords(text, question)) {
    const word = text.slice(start, end)
    if (!words.has(foldWord(word))) words.set(foldWord(word), word)
  }
  // Long words are rare ones, near enough for a line of reasons.
  return [...words.values()].sort((a, b) => b.length - a.length).slice(0, maxSharedWords)
}
