/** Passages by words and by meaning, for the search box. */
import type { QueryOutput, QueryParsed } from '#shared/contract/contract.ts'
import type { ReadableDb } from '../store/db.ts'
import { toPassage } from './answers/place.ts'
import { analyseQuestion } from './lexical/question.ts'
import { parseSearch } from './parse-search.ts'
import { findQuestionWords } from './retrieval/marks.ts'
import type { Retriever } from './retrieval/retriever.ts'

/** What is much worse than the best is not worth a look. */
const shareOfBest = 0.55
const minScore = 0.2
/** Of one article, ticket, file or channel. */
const maxOfOne = 2

export function findPassages(
  db: ReadableDb,
  { text, types, limit }: QueryParsed<'search.passages'>,
  retriever: Retriever | null,
  vector: Float32Array | null,
): QueryOutput<'search.passages'> {
  const search = parseSearch(text)
  const wanted = search.terms
    .filter((term) => !term.isExcluded)
    .map((term) => (term.isPhrase ? `"${term.text}"` : term.text))
    .join(' ')
  if (!retriever || wanted === '') return { meta: null, rows: [] }
  // A vector was made of all that was typed; with operators in it, it is none of the question.
  const ofQuestion = search.operators.length === 0 ? vector : null
  const found = retriever.retrieve({
    text: wanted,
    vector: ofQuestion,
    filter: search,
    limit: Math.min(200, limit * 3),
    ...(types ? { types } : {}),
  })
  const best = found[0]?.score ?? 0
  const question = analyseQuestion(wanted)
  const shown = new Map<string, number>()
  const rows: QueryOutput<'search.passages'>['rows'][number][] = []
  for (const each of found) {
    if (rows.length >= limit || each.score < Math.max(minScore, best * shareOfBest)) break
    const count = shown.get(each.ownerId) ?? 0
    const passage = count < maxOfOne ? toPassage(db, each) : null
    if (!passage) continue
    shown.set(each.ownerId, count + 1)
    rows.push({ ...passage, marks: findQuestionWords(passage.text, question) })
  }
  return { meta: null, rows }
}
