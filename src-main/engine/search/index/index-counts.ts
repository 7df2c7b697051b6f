/** How much the index holds. Counted once, then kept up: counting a million rows again and again is no way to show progress. */
import type { PassageType } from '#shared/contract/passages.ts'
import { indexedKinds, type IndexedKind, type IndexRow } from '#shared/contract/index-care.ts'
import type { ReadableDb } from '../../store/db.ts'
import { kindOfType } from './index-settings.ts'
import type { Difference } from './index-store.ts'

export interface IndexCounts {
  rows(isIncluded: (kind: IndexedKind) => boolean): IndexRow[]
  chunks(): number
  add(type: PassageType, difference: Difference): void
}

export function createIndexCounts(db: ReadableDb): IndexCounts {
  const counts = new Map(indexedKinds.map((kind) => [kind, { sources: 0, chunks: 0, failed: 0 }]))
  const add = (type: PassageType, more: Pick<Difference, 'sources' | 'chunks' | 'failed'>) => {
    const count = counts.get(kindOfType[type])
    if (!count) return
    count.sources += more.sources
    count.chunks += more.chunks
    count.failed += more.failed
  }
  const rows = db.all<{ type: PassageType; sources: number; chunks: number; failed: number }>(
    `SELECT s.type, count(c.n) AS sources, coalesce(sum(c.n), 0) AS chunks, count(s.error) AS failed
     FROM sources AS s LEFT JOIN (SELECT source_key, count(*) AS n FROM chunks GROUP BY source_key) AS c USING (source_key)
     GROUP BY s.type`,
  )
  for (const { type, ...row } of rows) add(type, row)
  return {
    rows: (isIncluded) =>
      indexedKinds.map((kind) => ({
        key: kind,
        included: isIncluded(kind),
        ...(counts.get(kind) ?? { sources: 0, chunks: 0, failed: 0 }),
      })),
    chunks: () => [...counts.values()].reduce((sum, { chunks }) => sum + chunks, 0),
    add,
  }
}
