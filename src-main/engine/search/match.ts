/** A parsed search as an FTS5 expression. Every word is quoted, so nothing a person types is taken for syntax. */
import type { ParsedSearch, SearchTerm } from './parse-search.ts'

/** Null where there is no word to look for. */
export function matchExpression({ terms }: ParsedSearch): string | null {
  const wanted = terms.filter((term) => !term.isExcluded).map(toPhrase)
  const excluded = terms.filter((term) => term.isExcluded).map(toPhrase)
  if (wanted.length === 0) return null
  const all = wanted.join(' AND ')
  return excluded.length === 0 ? all : `(${all}) NOT (${excluded.join(' OR ')})`
}

/** What must not be there, for a search that only operators and exclusions make up; null where nothing is excluded. */
export function exclusionExpression({ terms }: ParsedSearch): string | null {
  const excluded = terms.filter((term) => term.isExcluded).map(toPhrase)
  return excluded.length === 0 ? null : excluded.join(' OR ')
}

function toPhrase({ words, isPrefix }: SearchTerm): string {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`
}
