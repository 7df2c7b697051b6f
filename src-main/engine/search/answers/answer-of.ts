/** One question answered without a language model, for benchmarks and tools: what `ask.start` does, without a store. */
import type { AnswerPart } from '#shared/contract/ask.ts'
import type { StaticModel } from '../embedding/static-model.ts'
import { isAnswerable } from '../retrieval/evidence.ts'
import type { Retrieved, Retriever } from '../retrieval/retriever.ts'
import { choosePassages, wide } from './choose-passages.ts'
import { extractAnswer } from './extract.ts'
import { holdsRow } from './rows.ts'
import type { Span } from './sentences.ts'

export interface ExtractedAnswer {
  readonly found: readonly Retrieved[]
  readonly isAnswerable: boolean
  /** Citations are places in `found`, counted from 0. */
  readonly parts: readonly AnswerPart[]
  readonly evidence: ReadonlyMap<number, readonly Span[]>
  /** Parts whose words stand in no passage that they cite: always empty, or it is a bug. */
  readonly wrong: readonly AnswerPart[]
}

/** Extracts also where the evidence is thin, so that both can be measured. */
export function answerOf(question: string, retriever: Retriever, model: StaticModel | null): ExtractedAnswer {
  const all = retriever.retrieve({ text: question, limit: wide })
  const found = choosePassages(all)
  const { parts, evidence } = extractAnswer(question, found, model && ((text) => model.embed(text)))
  const holds = (part: AnswerPart) =>
    part.citations.some((index) => {
      const passage = found[index]
      if (!passage) return false
      if (part.kind === 'heading' && passage.headings.includes(part.text)) return true
      const texts = (evidence.get(index) ?? []).map(([from, to]) => passage.text.slice(from, to))
      return texts.some((text) => text.includes(part.text)) && holdsRow(part, [...passage.headings, ...texts])
    })
  return {
    ...{ found, parts, evidence },
    isAnswerable: isAnswerable(question, all).answerable,
    wrong: parts.filter((part) => !holds(part)),
  }
}
