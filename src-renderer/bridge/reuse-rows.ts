/**
 * A result that was read anew, made of the old one's objects wherever they say the same: after a restart of the
 * engine nothing that is on screen is drawn again for nothing.
 */
import type { Keyed, QueryResult } from '#shared/contract/define.ts'

export function reuseRows(previous: QueryResult, next: QueryResult): QueryResult {
  const old = new Map(previous.rows.map((row) => [row.key, row]))
  let same = previous.rows.length === next.rows.length
  const rows = next.rows.map((row, index): Keyed => {
    const known = old.get(row.key)
    const kept = known && isEqual(known, row) ? known : row
    if (kept !== previous.rows[index]) same = false
    return kept
  })
  const meta = isEqual(previous.meta, next.meta) ? previous.meta : next.meta
  if (same && meta === previous.meta) return previous
  return { meta, rows: same ? previous.rows : rows }
}

/** Deep equality of what can cross the bridge: JSON values and undefined. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}
