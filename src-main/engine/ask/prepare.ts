/** What is shown of the passages that were found, and what of them is sent to a provider. */
import type { CitedPassage, Outgoing, Question } from '#shared/contract/ask.ts'
import type { Gathered, GatheredPassage } from '../search/answers/gather.ts'
import type { SupportPassage } from '../search/answers/support.ts'
import type { ReadableDb } from '../store/db.ts'
import { buildPrompt } from './prompt.ts'
import { shownAddress, type Provider } from './provider-rows.ts'
import { createRouting } from './routing.ts'

export interface Sending {
  readonly outgoing: Outgoing
  /** Those that go along, as sentences are compared with them. */
  readonly passages: readonly SupportPassage[]
  readonly shown: Pick<Question, 'passages' | 'tokens'>
  /** Whether all of it may still go there: spaces and rules change while a person reads. */
  isStillAllowed(db: ReadableDb, provider: Provider): boolean
}

/** The passages of an answer without a model: those it cites first, in the order in which it does. */
export function listPassages({ parts, passages }: Gathered): Pick<Question, 'parts' | 'passages'> {
  const cited = [...new Set(parts.flatMap((part) => part.citations))]
  const order = [...cited, ...[...passages.keys()].filter((index) => !cited.includes(index))]
  const numberOf = new Map(order.map((index, at) => [index, at + 1]))
  return {
    parts: parts.map((part) => ({
      ...part,
      citations: part.citations.map((index) => numberOf.get(index) ?? 0),
    })),
    passages: order.flatMap((index, at) => {
      const found = passages[index]
      return found ? [numbered(found, at + 1, found.evidence)] : []
    }),
  }
}

/**
 * What would go to the provider. Null where nothing may.
 * @param mark cannot be guessed, and is another one each time
 */
export function prepareSending(
  db: ReadableDb,
  provider: Provider,
  { passages }: Gathered,
  question: string,
  mark: string,
): Sending | null {
  const isAllowed = createRouting(db, provider)
  const allowed = passages.filter((found) => isAllowed(routedOf(found)))
  if (allowed.length === 0) return null
  // Those that may be sent have the first numbers; the others are still shown, on this device.
  const listed = [...allowed, ...passages.filter((found) => !allowed.includes(found))]
  const tokenBudget = provider.contextTokens - provider.answerTokens
  const prompt = buildPrompt({
    question,
    passages: allowed.map(({ passage, title, headings }, at) => ({
      number: at + 1,
      path: [title, ...headings],
      text: passage.text,
    })),
    tokenBudget,
    mark,
  })
  if (prompt.passages.length === 0) return null
  const sent = allowed.filter((_found, at) => prompt.passages.includes(at + 1))
  return {
    outgoing: {
      providerName: provider.name,
      isFile: provider.type === 'file',
      address: shownAddress(provider),
      model: provider.model,
      messages: prompt.messages,
      passages: prompt.passages,
      withheld: passages.length - allowed.length,
      tokens: prompt.tokens,
      tokenBudget,
    },
    passages: sent.map(({ passage, title, headings, hasBlocks }) => ({
      number: allowed.findIndex((found) => found.passage === passage) + 1,
      title,
      headings,
      text: passage.text,
      hasBlocks,
    })),
    shown: {
      passages: listed.map((found, at) => numbered(found, at + 1, [])),
      tokens: { used: prompt.tokens, budget: tokenBudget },
    },
    isStillAllowed(later, now) {
      const mayGo = createRouting(later, now)
      return sent.every((found) => mayGo(routedOf(found)))
    },
  }
}

const routedOf = ({ passage, spaceId }: GatheredPassage) => ({ type: passage.place.type, spaceId })

function numbered(
  { passage }: GatheredPassage,
  number: number,
  evidence: CitedPassage['evidence'],
): CitedPassage {
  return { ...passage, number, evidence }
}
