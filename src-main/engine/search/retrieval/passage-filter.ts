/** Which passages a search may find at all: its operators, its exclusions and the kinds asked for. */
import type { PassageType } from '#shared/contract/passages.ts'
import { getMeta } from '../../store/meta.ts'
import type { ReadableDb } from '../../store/db.ts'
import type { ParsedSearch } from '../parse-search.ts'
import { toFilters, type Conditions } from '../search-filters.ts'
import type { ChunkMemory } from './chunk-memory.ts'
import { readPostings } from './postings.ts'

export interface PassageFilter {
  allows(chunkKey: number): boolean
}

const maxExcluded = 1_000_000

/** Null where nothing can be found: an operator that names nothing, or no kind left. */
export function createPassageFilter(
  db: ReadableDb,
  memory: ChunkMemory,
  types: readonly PassageType[] | undefined,
  search: ParsedSearch | null | undefined,
): PassageFilter | null {
  if (types?.length === 0) return null
  const isWanted = (type: PassageType) => types === undefined || types.includes(type)
  const excluded = new Set<number>()
  for (const term of search?.terms ?? []) {
    if (!term.isExcluded) continue
    for (const key of readPostings(db, term.words, maxExcluded).chunkKeys) excluded.add(key)
  }
  if (!search || search.operators.length === 0) {
    return {
      allows(chunkKey) {
        const type = memory.typeOf(chunkKey)
        return type !== null && isWanted(type) && !excluded.has(chunkKey)
      },
    }
  }
  const filters = toFilters(db, search, getMeta(db, 'me'))
  if (filters.unknown.length > 0) return null
  const hasTickets = filters.tickets !== null && (isWanted('ticket') || isWanted('note'))
  const tickets = hasTickets ? ticketSources(db, filters.tickets) : null
  const messages = filters.messages && isWanted('message') ? messageChunks(db, filters.messages) : null
  return {
    allows(chunkKey) {
      const type = memory.typeOf(chunkKey)
      if (type === null || !isWanted(type) || excluded.has(chunkKey)) return false
      switch (type) {
        case 'ticket':
        case 'note':
          return tickets?.has(memory.sourceOf(chunkKey)) ?? false
        case 'message':
          return messages?.has(chunkKey) ?? false
        case 'article':
          return filters.articles
        case 'file':
          return filters.files
      }
    },
  }
}

function ticketSources(db: ReadableDb, { where, params }: Conditions): ReadonlySet<number> {
  return keysOf(
    db.value<string>(
      `SELECT json_group_array(s.source_key) FROM idx.sources s CROSS JOIN tickets t ON t.ticket_id = s.owner_id
       WHERE s.type IN ('ticket', 'note') AND ${where.join(' AND ') || '1'}`,
      params,
    ),
  )
}

/** A run of messages goes by its first one. */
function messageChunks(db: ReadableDb, { where, params }: Conditions): ReadonlySet<number> {
  return keysOf(
    db.value<string>(
      `SELECT json_group_array(c.chunk_key) FROM idx.sources s CROSS JOIN idx.chunks c ON c.source_key = s.source_key
         CROSS JOIN messages m ON m.message_id = c.part
       WHERE s.type = 'message' AND ${where.join(' AND ') || '1'}`,
      params,
    ),
  )
}

function keysOf(json: string | undefined): ReadonlySet<number> {
  return new Set(JSON.parse(json ?? '[]') as number[])
}
