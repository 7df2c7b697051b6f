/** Questions and answers with sources. An answer is made on this device, or by a language model that the person chose. */
import { z } from 'zod'
import type { QuestionId } from '../base/ids.ts'
import { command, query } from './define.ts'
import type { LocalModelFault } from './local-model.ts'
import type { Passage } from './passages.ts'
import { bodyText, freeText, limits, questionId } from './values.ts'

/** One sentence, list item or row of an answer. */
export interface AnswerPart {
  readonly kind: 'sentence' | 'step' | 'heading' | 'code' | 'row'
  /** Of a row: all of it, as it stands in its passage. */
  readonly text: string
  /** Of a row: what its columns are called, and as many cells, which may be ''. */
  readonly row?: { readonly head: readonly string[]; readonly cells: readonly string[] }
  /** Numbers of passages, counted from 1, that hold what it says. */
  readonly citations: readonly number[]
  /** False for what a model wrote and no cited passage holds: shown, and marked as unsupported. */
  readonly isSupported: boolean
}

export type AnsweredBy =
  /** The best sentences of what was found, word for word. */
  | { readonly type: 'extract' }
  | {
      readonly type: 'model'
      readonly providerId: string
      readonly providerName: string
      readonly model: string
    }

export interface CitedPassage extends Passage {
  /** Counted from 1. */
  readonly number: number
  /** The sentences of `text` that the answer rests on, as [start, end). */
  readonly evidence: readonly (readonly [start: number, end: number])[]
}

/** What would go to a provider, word for word, shown before it goes there for the first time. */
export interface Outgoing {
  readonly providerName: string
  /** A model's file on this device: nothing leaves it. */
  readonly isFile: boolean
  /** A file's name alone. */
  readonly address: string
  readonly model: string
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly text: string }[]
  /** Numbers of the passages that go along. */
  readonly passages: readonly number[]
  /** How many passages were kept back, since their space or kind never leaves this device. */
  readonly withheld: number
  readonly tokens: number
  readonly tokenBudget: number
}

export type AnswerError =
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused'; readonly status: number }
  | { readonly type: 'not-a-provider' }
  | { readonly type: 'too-slow' }
  | { readonly type: 'endless' }
  | { readonly type: 'no-provider' }
  | { readonly type: LocalModelFault }
  | { readonly type: 'internal' }

export type AnswerState =
  | { readonly type: 'searching' }
  | { readonly type: 'awaiting-approval'; readonly outgoing: Outgoing }
  | { readonly type: 'writing' }
  | { readonly type: 'done' }
  /** Nothing found answers this. Passages that come near are still listed. */
  | { readonly type: 'not-found' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly error: AnswerError }

export interface Question {
  readonly id: QuestionId
  readonly text: string
  readonly askedAt: number
  readonly by: AnsweredBy
  readonly state: AnswerState
  readonly parts: readonly AnswerPart[]
  readonly passages: readonly CitedPassage[]
  /** How much of the model's context the question took; null without a model. */
  readonly tokens: { readonly used: number; readonly budget: number } | null
}

export interface QuestionRow {
  readonly key: QuestionId
  readonly text: string
  readonly askedAt: number
  readonly state: AnswerState['type']
}

export const askCommands = {
  /** Asks; the answer comes through `ask.get`. The same id again asks anew. `providerId` null: without a model. */
  'ask.start': command(
    z.strictObject({
      questionId,
      text: bodyText(limits.question),
      providerId: z.string().max(100).nullable().default(null),
    }),
  ),
  /** Sends what was shown. `remember`: this provider needs no approval any more on this device. */
  'ask.approve': command(z.strictObject({ questionId, remember: z.boolean().default(false) })),
  'ask.cancel': command(z.strictObject({ questionId })),
  /** Takes questions and their answers off this device: one, or all (null). */
  'ask.forget': command(z.strictObject({ questionId: questionId.nullable() })),
  /** Takes back that one question was forgotten, some minutes long and while the program runs. */
  'ask.restore': command(z.strictObject({ questionId })),
}

export const askQueries = {
  /** Grows while the answer is written. */
  'ask.get': query<Question | null, never>()(z.strictObject({ questionId })),
  /** Newest first. Questions stay on this device. */
  'ask.history': query<null, QuestionRow>()(
    z.strictObject({
      text: freeText(limits.searchText).default(''),
      limit: z.int().min(1).max(500).default(200),
    }),
  ),
}
