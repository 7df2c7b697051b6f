/** What was found by its words, and after it what was found by its meaning and is not among that already. Pure. */
import type { Passage, PassageType } from '#shared/contract/passages.ts'
import type { SearchHit, SearchScope } from '#shared/contract/search.ts'
import { subjectOf } from '../../state/passage-subject.ts'

export type FoundRow =
  | { readonly key: string; readonly type: 'words'; readonly hit: SearchHit }
  | { readonly key: string; readonly type: 'passage'; readonly passage: Passage }

/** Undefined: all of them. */
export const typesOfScope: Readonly<Record<SearchScope, readonly PassageType[] | undefined>> = {
  all: undefined,
  messages: ['message'],
  tickets: ['ticket', 'note'],
  articles: ['article'],
  files: ['file'],
}

/** One row a thing: its best passage. */
export function foundRows(hits: readonly SearchHit[], passages: readonly Passage[]): readonly FoundRow[] {
  const seen = new Set(hits.map(ownerOfHit))
  const others = passages.filter((passage) => {
    // Runs of messages and single ones cannot be told to be the same.
    if (passage.place.type === 'message' && passage.foundBy !== 'meaning' && hits.length > 0) return false
    const owner = subjectOf(passage.place)
    if (seen.has(owner)) return false
    seen.add(owner)
    return true
  })
  return [
    ...hits.map((hit): FoundRow => ({ key: hit.key, type: 'words', hit })),
    ...others.map((passage): FoundRow => ({ key: `passage ${passage.key}`, type: 'passage', passage })),
  ]
}

function ownerOfHit(hit: SearchHit): string {
  switch (hit.type) {
    case 'message':
      return `message ${hit.messageId}`
    case 'ticket':
      return `ticket ${hit.ticketId}`
    case 'article':
      return `article ${hit.articleId}`
  }
}
