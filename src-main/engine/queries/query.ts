/** How a query is answered: from one connection that may only read, and what it depends on. */
import type { PersonId } from '#shared/base/ids.ts'
import type { QueryName, QueryOutput, QueryParsed } from '#shared/contract/contract.ts'
import type { ParsedQuery } from '#shared/contract/parse.ts'
import type { Retriever } from '../search/retrieval/retriever.ts'
import type { ReadableDb } from '../store/db.ts'
import { getMeta } from '../store/meta.ts'
import type { ChangedKey } from './changed-keys.ts'

export interface QueryHandler<Name extends QueryName> {
  /** The keys that make the answer stale. */
  dependsOn(input: QueryParsed<Name>): readonly ChangedKey[]
  run(db: ReadableDb, input: QueryParsed<Name>, services: SearchServices): QueryOutput<Name>
}

/** What only searches have: see search-answers.ts. */
export interface SearchServices {
  /** Null outside the search thread, and without an index. */
  readonly retriever: Retriever | null
  /** The question's vector by the serving model, where that is not the built-in one. */
  readonly vector: Float32Array | null
}

export const noSearchServices: SearchServices = { retriever: null, vector: null }

/** A query on its way to the search thread. */
export type AskedQuery = ParsedQuery & { readonly vector?: Float32Array | null }

export type QueryHandlers<Name extends QueryName = QueryName> = { readonly [N in Name]: QueryHandler<N> }

/** Null before the workspace is made. */
export function findMe(db: ReadableDb): PersonId | null {
  return getMeta(db, 'me')
}

/** The start of a text in one line, for previews. */
export function preview(text: string, length = 160): string {
  const line = text
    .slice(0, length * 2)
    .replace(/\s+/gu, ' ')
    .trim()
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line
}
