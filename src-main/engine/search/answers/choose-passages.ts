/**
 * Which of what was found an answer is made of. A ticket whose title says the same as the question would fill all places
 * with its own passages, and what tells the trouble would stand before what helps: so each source gets a few
 * places, and what was written to be read by others goes first among what is about as near.
 */
import type { PassageType } from '#shared/contract/passages.ts'
import type { Retrieved } from '../retrieval/retriever.ts'

/** How many are looked at, and how many are kept: more than a model of usual size takes, and than anybody reads. */
export const wide = 40
const most = 12

const placesOf: Record<PassageType, number> = { article: 3, file: 3, ticket: 2, note: 1, message: 1 }
const lead: Record<PassageType, number> = {
  article: 0.12,
  file: 0.12,
  ticket: 0,
  note: -0.03,
  message: -0.06,
}
/** A ticket's description and its customer's replies tell the trouble; what helped the team's replies tell. */
const troubleLead = -0.12

/** @param found best first; the answer is in the order in which the passages count */
export function choosePassages(found: readonly Retrieved[]): Retrieved[] {
  const taken = new Map<number, number>()
  return found
    .map((passage, rank) => ({ passage, rank, value: passage.score + leadOf(passage) }))
    .sort((a, b) => b.value - a.value || a.rank - b.rank)
    .filter(({ passage: { sourceKey, type } }) => {
      const places = taken.get(sourceKey) ?? 0
      taken.set(sourceKey, places + 1)
      return places < placesOf[type]
    })
    .slice(0, most)
    .map(({ passage }) => passage)
}

function leadOf(passage: Retrieved): number {
  return tellsTrouble(passage) ? troubleLead : lead[passage.type]
}

/** Customers have no account, and so no author. */
export function tellsTrouble({
  type,
  part,
  authorId,
}: Pick<Retrieved, 'type' | 'part' | 'authorId'>): boolean {
  return type === 'ticket' && (part === '' || authorId === null)
}
