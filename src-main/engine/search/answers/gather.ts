/** What the search reader does for a question: finds passages, decides whether they answer it, and takes out what does. */
import type { AnswerPart } from '#shared/contract/ask.ts'
import type { Passage, PassageType } from '#shared/contract/passages.ts'
import type { StaticModel } from '../embedding/static-model.ts'
import type { Retrieved, Retriever } from '../retrieval/retriever.ts'
import { choosePassages, wide } from './choose-passages.ts'
import { extractAnswer } from './extract.ts'
import type { Span } from './sentences.ts'
import { holdsRow } from './rows.ts'
import { hasBlocks } from './write-answer.ts'

export interface GatherTools {
  readonly retriever: Retriever
  /** Null: by words alone. */
  readonly model: StaticModel | null
  /** Whether what was found answers the question, as far as the evidence tells. */
  readonly isAnswerable: (question: string, found: readonly Retrieved[]) => boolean
  readonly toPassage: (found: Retrieved) => Passage | null
}

export interface GatherInput {
  readonly text: string
  readonly types?: readonly PassageType[]
  /** Of the serving model, where that is not the built-in one. */
  readonly vector?: Float32Array | null
}

export interface GatheredPassage {
  readonly passage: Passage
  readonly evidence: readonly Span[]
  /** Null for files of this device. */
  readonly spaceId: string | null
  /** Of the whole source, for the prompt. */
  readonly title: string
  readonly headings: readonly string[]
  readonly hasBlocks: boolean
}

export interface Gathered {
  readonly isAnswerable: boolean
  /** Best first. */
  readonly passages: readonly GatheredPassage[]
  /** Without a language model. Citations are places in `passages`, counted from 0; none where nothing answers. */
  readonly parts: readonly AnswerPart[]
}

export function gatherAnswer(tools: GatherTools, { text, types, vector = null }: GatherInput): Gathered {
  const found = tools.retriever.retrieve({ text, vector, limit: wide, ...(types ? { types } : {}) })
  const isAnswerable = found.length > 0 && tools.isAnswerable(text, found)
  const placed = choosePassages(found).flatMap((retrieved) => {
    const passage = tools.toPassage(retrieved)
    return passage ? [{ retrieved, passage }] : []
  })
  const model = tools.model
  const embed = model && ((words: string) => model.embed(words))
  const { parts, evidence } = isAnswerable
    ? extractAnswer(
        text,
        placed.map(({ retrieved }) => retrieved),
        embed,
      )
    : { parts: [], evidence: new Map<number, readonly Span[]>() }
  return {
    isAnswerable: isAnswerable && parts.length > 0,
    parts,
    passages: placed.map(({ retrieved, passage }, index) => ({
      passage,
      evidence: evidence.get(index) ?? [],
      spaceId: retrieved.spaceId,
      title: retrieved.title,
      headings: retrieved.headings,
      hasBlocks: hasBlocks(retrieved.type),
    })),
  }
}

/** **What every answer without a model promises**: each part is a span of a passage that it cites. @throws where not */
export function assertCited(
  parts: readonly AnswerPart[],
  passages: readonly Pick<GatheredPassage, 'passage' | 'headings' | 'evidence'>[],
): void {
  for (const part of parts) {
    const holds = part.citations.some((index) => {
      const cited = passages[index]
      if (!cited) return false
      if (part.kind === 'heading' && cited.headings.includes(part.text)) return true
      const texts = cited.evidence.map(([from, to]) => cited.passage.text.slice(from, to))
      return texts.some((text) => text.includes(part.text)) && holdsRow(part, [...cited.headings, ...texts])
    })
    if (!holds) throw new Error('a part of an answer is not in the passage that it cites')
  }
}
