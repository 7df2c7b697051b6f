/** What commands may ask of the questions in flight. */
import type { QuestionId } from '#shared/base/ids.ts'
import type { ForgottenQuestions } from './forgotten.ts'

export interface NewQuestion {
  readonly id: QuestionId
  readonly text: string
  readonly providerId: string | null
}

/** For commands, inside their transaction: what they begin begins after the commit. */
export interface AskHooks {
  start(question: NewQuestion): void
  /** False where the question does not wait for approval. */
  approve(id: QuestionId, remember: boolean): boolean
  /** Ends it with what there is. */
  cancel(id: QuestionId): void
  /** Ends it and keeps nothing: its row is deleted by who calls. Null: all. */
  drop(id: QuestionId | null): void
  /** Questions whose rows are gone, as long as that can be taken back. */
  readonly forgotten: ForgottenQuestions
  /** A provider's key; null takes it away. */
  setKey(providerId: string, key: string | null): void
}
