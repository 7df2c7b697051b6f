/**
 * The difference between two results of a query, by row key. Rows whose order did not change stay unnamed; of those
 * that moved, as few as possible are placed anew (longest increasing subsequence over the old positions).
 */
import type { Diff } from '#shared/contract/bridge.ts'
import type { Keyed, QueryResult } from '#shared/contract/define.ts'

/** Null where nothing changed. `before` null means that nothing was sent yet. */
export function diffResults(before: QueryResult | null, after: QueryResult): Diff | null {
  const oldRows = before?.rows ?? []
  const oldIndex = new Map(oldRows.map((row, index) => [row.key, index]))
  const newKeys = new Set(after.rows.map((row) => row.key))
  const removed = oldRows.filter((row) => !newKeys.has(row.key)).map((row) => row.key)
  const staying = longestRising(after.rows.flatMap((row) => oldIndex.get(row.key) ?? []))

  const placed: { row: Keyed; after: string | null }[] = []
  const changed: Keyed[] = []
  let previous: string | null = null
  for (const row of after.rows) {
    const index = oldIndex.get(row.key)
    if (index === undefined || !staying.has(index)) placed.push({ row, after: previous })
    else if (!isEqual(oldRows[index], row)) changed.push(row)
    previous = row.key
  }
  const hasNewMeta = before === null || !isEqual(before.meta, after.meta)
  if (!hasNewMeta && removed.length === 0 && placed.length === 0 && changed.length === 0) return null
  return { ...(hasNewMeta ? { meta: { value: after.meta } } : {}), removed, placed, changed }
}

/** The values of a longest strictly rising subsequence (patience sorting, O(n log n)). */
function longestRising(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous = new Map<number, number>()
  for (const value of values) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] ?? Infinity) < value) low = middle + 1
      else high = middle
    }
    const before = tails[low - 1]
    if (before !== undefined) previous.set(value, before)
    tails[low] = value
  }
  const chain = new Set<number>()
  for (let value = tails.at(-1); value !== undefined; value = previous.get(value)) chain.add(value)
  return chain
}

/** Deep equality of plain data. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const aKeys = Object.keys(a)
  if (aKeys.length !== Object.keys(b).length) return false
  return aKeys.every((key) => Object.hasOwn(b, key) && isEqual((a as Fields)[key], (b as Fields)[key]))
}

type Fields = Readonly<Record<string, unknown>>
