/**
 * A language model, wherever it runs. An implementation turns messages into text and nothing else: it calls no tools, and
 * what it returns is never acted upon. A model file on this device would be one more implementation.
 */
import type { AnswerError } from '#shared/contract/ask.ts'
import type { ProviderCheck } from '#shared/contract/providers.ts'

export interface ChatMessage {
  readonly role: 'system' | 'user'
  readonly text: string
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  /** Of the answer; what exceeds it by far is cut as endless. */
  readonly answerTokens: number
  /** What the model has to have room for: messages and answer. */
  readonly contextTokens: number
}

export interface AnswerProvider {
  /**
   * The answer in pieces as they come. Sends exactly `request.messages`, once.
   * @throws ProviderFailure for everything that can be expected to go wrong; an AbortError after `signal`
   */
  write(request: ChatRequest, signal: AbortSignal): AsyncIterable<string>
  /** Who is there, and which models they offer. Sends no content. */
  check(signal: AbortSignal): Promise<ProviderCheck>
}

export class ProviderFailure extends Error {
  readonly reason: AnswerError
  constructor(reason: AnswerError) {
    super(reason.type)
    this.reason = reason
  }
}

/** As much of `fetch` as is needed. Redirects come back as they are and are never followed. */
export type ProviderFetch = (
  url: string,
  init: {
    readonly method: 'GET' | 'POST'
    readonly headers: Readonly<Record<string, string>>
    readonly body: string | null
    readonly signal: AbortSignal
    readonly redirect: 'manual'
  },
) => Promise<{
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: ReadableStream<Uint8Array> | null
}>

export const providerLimits = {
  /** Until somebody answers a check. */
  checkMs: 10_000,
  /** Until the first piece: a model may have to be loaded first. */
  firstMs: 180_000,
  /** Between two pieces. */
  silenceMs: 60_000,
  totalMs: 15 * 60_000,
  /** Of everything that comes, and of one line of it. */
  bytes: 16 * 1024 * 1024,
  lineBytes: 1024 * 1024,
  /** Characters of an answer for each token that it may have: tokens are rarely longer. */
  charactersAToken: 12,
} as const
