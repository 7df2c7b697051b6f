/** Questions in the store. They belong to this device: never part of a document, never sent. */
import { parseDocId, type DocId, type QuestionId } from '#shared/base/ids.ts'
import type { AnswerState, Question, QuestionRow } from '#shared/contract/ask.ts'
import { foldWord } from '../search/fold.ts'
import type { ReadableDb, WritableDb } from '../store/db.ts'

/** Older ones are forgotten. */
export const maxQuestions = 1_000

/** What is stored as JSON beside the columns. */
interface Answer extends Pick<Question, 'by' | 'parts' | 'passages' | 'tokens'> {
  readonly error?: Extract<AnswerState, { type: 'failed' }>['error']
}

interface Row {
  readonly id: QuestionId
  readonly text: string
  readonly askedAt: number
  readonly state: AnswerState['type']
  readonly answer: string
}

export function readQuestion(db: ReadableDb, id: QuestionId): Question | null {
  const row = db.get<Row>(
    'SELECT question_id AS id, text, asked_at AS askedAt, state, answer FROM questions WHERE question_id = ?',
    [id],
  )
  if (!row) return null
  const { error, ...answer } = JSON.parse(row.answer) as Answer
  return { id: row.id, text: row.text, askedAt: row.askedAt, state: stateOf(row.state, error), ...answer }
}

/** What would be sent is not stored: a question that waits for approval and is not in flight has been given up. */
function stateOf(type: AnswerState['type'], error: Answer['error']): AnswerState {
  if (type === 'failed') return { type, error: error ?? { type: 'internal' } }
  return type === 'awaiting-approval' ? { type: 'cancelled' } : { type }
}

export function putQuestion(db: WritableDb, question: Question): void {
  const { id, text, askedAt, state, by, parts, passages, tokens } = question
  const error = state.type === 'failed' ? { error: state.error } : {}
  db.run(
    `INSERT INTO questions (question_id, text, asked_at, state, answer) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (question_id) DO UPDATE SET text = excluded.text, asked_at = excluded.asked_at,
       state = excluded.state, answer = excluded.answer`,
    [
      id,
      text,
      askedAt,
      state.type,
      JSON.stringify({ by, parts, passages, tokens, ...error } satisfies Answer),
    ],
  )
  db.run(
    `DELETE FROM questions WHERE question_id IN
       (SELECT question_id FROM questions ORDER BY asked_at DESC, question_id DESC LIMIT -1 OFFSET ?)`,
    [maxQuestions],
  )
}

export function hasQuestion(db: ReadableDb, id: QuestionId): boolean {
  return db.value('SELECT 1 FROM questions WHERE question_id = ?', [id]) !== undefined
}

/** Newest first; `text` is looked for anywhere in the question, however it is spelled. */
export function listQuestions(db: ReadableDb, text: string, limit: number): QuestionRow[] {
  const words = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(foldWord)
  return db
    .all<QuestionRow>(
      `SELECT question_id AS key, text, asked_at AS askedAt, state FROM questions
       ORDER BY asked_at DESC, question_id DESC LIMIT ?`,
      [maxQuestions],
    )
    .filter((row) => {
      const folded = words.length > 0 ? foldWord(row.text) : ''
      return words.every((word) => folded.includes(word))
    })
    .slice(0, limit)
}

/** @returns whether there was anything to forget */
export function deleteQuestions(db: WritableDb, id: QuestionId | null): boolean {
  const count =
    id === null
      ? db.run('DELETE FROM questions')
      : db.run('DELETE FROM questions WHERE question_id = ?', [id])
  return count > 0
}

/** Of a program that ended in the middle. */
export function endUnfinished(db: WritableDb): void {
  db.run(
    "UPDATE questions SET state = 'cancelled' WHERE state IN ('searching', 'awaiting-approval', 'writing')",
  )
}

/**
 * Takes away the answers that quote from a document or a space whose text was erased. The questions stay; what they found
 * has to be looked for anew.
 * @param ownerId the ArticleId, TicketId, ChannelId or LibraryFileId, as passages name it
 */
export function forgetAnswersFrom(db: WritableDb, ownerId: string): boolean {
  const rows = db.all<{ id: QuestionId }>(
    'SELECT question_id AS id FROM questions WHERE instr(answer, ?) > 0',
    [JSON.stringify(ownerId)],
  )
  for (const { id } of rows) {
    const question = readQuestion(db, id)
    if (question) putQuestion(db, { ...question, state: { type: 'cancelled' }, parts: [], passages: [] })
  }
  return rows.length > 0
}

/** The same for a document: an article, a ticket with its notes, a channel. */
export function forgetAnswersAbout(db: WritableDb, docId: DocId): void {
  const owner = parseDocId(docId)?.owner
  if (owner !== undefined) forgetAnswersFrom(db, owner)
}
