/** Lets a provider write and checks every sentence as it comes. */
import type { AnswerPart } from '#shared/contract/ask.ts'
import type { Support, SupportPassage } from '../search/answers/support.ts'
import { createAnswerParser, type WrittenPart } from './answer-parser.ts'
import { noAnswer } from './prompt.ts'
import type { AnswerProvider, ChatRequest } from './providers/provider.ts'

type Evidence = ReadonlyMap<number, readonly (readonly [start: number, end: number])[]>

export interface WriteInput {
  readonly provider: AnswerProvider
  readonly request: ChatRequest
  readonly passages: readonly SupportPassage[]
  readonly support: (sentence: string, cited: readonly SupportPassage[]) => Promise<Support>
  readonly signal: AbortSignal
  /** All parts there are now, and by passage what they rest on. */
  readonly onParts: (parts: readonly AnswerPart[], evidence: Evidence) => void
}

/**
 * @returns whether the model found no answer, or wrote nothing
 * @throws ProviderFailure, or an AbortError after `signal`; the parts that came before stand
 */
export async function writeAnswer(input: WriteInput): Promise<{ readonly isEmpty: boolean }> {
  const { provider, request, passages, support, signal, onParts } = input
  const parser = createAnswerParser(new Set(passages.map(({ number }) => number)))
  const parts: AnswerPart[] = []
  const evidence = new Map<number, (readonly [number, number])[]>()

  const take = async (written: readonly WrittenPart[]): Promise<void> => {
    for (const part of written) {
      if (isNoAnswer(part)) continue
      const cited = passages.filter(({ number }) => part.citations.includes(number))
      const checked = await support(part.text, cited)
      for (const { number, span } of checked.evidence) {
        const spans = evidence.get(number) ?? []
        if (!spans.some(([from, to]) => from <= span[0] && to >= span[1])) spans.push(span)
        evidence.set(
          number,
          spans.sort((a, b) => a[0] - b[0]),
        )
      }
      parts.push({ ...part, isSupported: checked.isSupported })
      if (signal.aborted) return
      onParts([...parts], new Map(evidence))
    }
  }
  try {
    for await (const text of provider.write(request, signal)) {
      await take(parser.push(text))
      if (signal.aborted) break
    }
  } finally {
    // Also of an answer that broke off: what came is shown.
    await take(parser.end())
  }
  return { isEmpty: parts.length === 0 }
}

const isNoAnswer = ({ text }: WrittenPart): boolean => text.replace(/[^\p{L}_]/gu, '') === noAnswer
