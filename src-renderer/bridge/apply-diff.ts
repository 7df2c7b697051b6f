/**
 * Applies what the engine says has changed to what the window has. Pure. Rows that did not change keep their
 * identity, so that memoised rows are not drawn again; a diff that changes nothing returns the very same result.
 */
import type { Diff } from '#shared/contract/bridge.ts'
import type { Keyed, QueryResult } from '#shared/contract/define.ts'

export const emptyResult: QueryResult = { meta: undefined, rows: [] }

/** @throws where the diff does not fit the result: the two sides have lost each other, and must start again. */
export function applyDiff(result: QueryResult, diff: Diff): QueryResult {
  const rows = applyToRows(result.rows, diff)
  if (!diff.meta) return rows === result.rows ? result : { meta: result.meta, rows }
  return { meta: diff.meta.value, rows }
}

function applyToRows(rows: readonly Keyed[], diff: Diff): readonly Keyed[] {
  if (diff.removed.length + diff.placed.length + diff.changed.length === 0) return rows

  const leaving = new Set(diff.removed)
  // Every row has exactly one row before it, so one placed row at most follows each key.
  const placedAfter = new Map<string | null, Keyed>()
  for (const { row, after } of diff.placed) {
    leaving.add(row.key)
    placedAfter.set(after, row)
  }
  const changed = new Map(diff.changed.map((row) => [row.key, row]))

  const next: Keyed[] = []
  const placeFollowersOf = (key: string | null): void => {
    let after = key
    for (let row = placedAfter.get(after); row; row = placedAfter.get(after)) {
      placedAfter.delete(after)
      next.push(row)
      after = row.key
    }
  }
  placeFollowersOf(null)
  for (const row of rows) {
    if (leaving.has(row.key)) continue
    const current = changed.get(row.key) ?? row
    changed.delete(row.key)
    next.push(current)
    placeFollowersOf(row.key)
  }
  if (placedAfter.size > 0 || changed.size > 0) throw new Error('the diff does not fit what the window has')
  return next
}
