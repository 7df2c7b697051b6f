import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diff } from '#shared/contract/bridge.ts'
import type { QueryResult } from '#shared/contract/define.ts'
import { applyDiff, emptyResult } from './apply-diff.ts'
import { reuseRows } from './reuse-rows.ts'

interface Row {
  readonly key: string
  readonly value: number
}

/** Rows with distinct keys, in any order. */
const rows = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom(...Array.from('abcdefghijklmnop')),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: (row) => row.key, maxLength: 16 },
)

/**
 * A correct diff by the contract, found the plain way: rows that are in both and keep their order (greedily, so not
 * always the fewest moves) stay, all others of the target are placed.
 */
function makeDiff(from: readonly Row[], to: readonly Row[]): Diff {
  const target = new Map(to.map((row) => [row.key, row]))
  const staying = new Set<string>()
  let at = -1
  for (const row of from) {
    const index = to.findIndex(({ key }) => key === row.key)
    if (index <= at) continue
    staying.add(row.key)
    at = index
  }
  return {
    removed: from.filter(({ key }) => !target.has(key)).map(({ key }) => key),
    placed: to.flatMap((row, index) =>
      staying.has(row.key) ? [] : [{ row, after: index === 0 ? null : to[index - 1]!.key }],
    ),
    changed: from.flatMap(({ key, value }) => {
      const next = target.get(key)
      return staying.has(key) && next && next.value !== value ? [next] : []
    }),
  }
}

const result = (list: readonly Row[]): QueryResult => ({ meta: 'meta', rows: list })

describe('applyDiff', () => {
  it('turns any result into any other', () => {
    fc.assert(
      fc.property(rows, rows, (from, to) => {
        expect(applyDiff(result(from), makeDiff(from, to)).rows).toEqual(to)
      }),
    )
  })

  it('keeps the identity of every row that the diff does not name', () => {
    fc.assert(
      fc.property(rows, rows, (from, to) => {
        const diff = makeDiff(from, to)
        const named = new Set([
          ...diff.placed.map(({ row }) => row.key),
          ...diff.changed.map(({ key }) => key),
        ])
        for (const row of applyDiff(result(from), diff).rows) {
          if (!named.has(row.key)) expect(from).toContain(row)
        }
      }),
    )
  })

  it('returns the very same result for a diff that changes nothing', () => {
    const before = result([{ key: 'a', value: 1 }])
    expect(applyDiff(before, { removed: [], placed: [], changed: [] })).toBe(before)
  })

  it('keeps the rows where only the meta changed', () => {
    const before = result([{ key: 'a', value: 1 }])
    const after = applyDiff(before, { meta: { value: 2 }, removed: [], placed: [], changed: [] })
    expect(after.meta).toBe(2)
    expect(after.rows).toBe(before.rows)
  })

  it('fills an empty result', () => {
    const row = { key: 'a' }
    const diff: Diff = { meta: { value: null }, removed: [], placed: [{ row, after: null }], changed: [] }
    expect(applyDiff(emptyResult, diff)).toEqual({ meta: null, rows: [row] })
  })

  it.each<[string, Diff]>([
    [
      'places a row after one that is not there',
      { removed: [], placed: [{ row: { key: 'b' }, after: 'x' }], changed: [] },
    ],
    ['changes a row that is not there', { removed: [], placed: [], changed: [{ key: 'x' }] }],
  ])('throws where the diff %s', (_name, diff) => {
    expect(() => applyDiff(result([{ key: 'a', value: 1 }]), diff)).toThrow(/does not fit/)
  })
})

describe('reuseRows', () => {
  it('equals the new result and holds every old row that says the same', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const reused = reuseRows(result(before), result(structuredClone(after)))
        expect(reused.rows).toEqual(after)
        for (const row of reused.rows) {
          const old = before.find(({ key }) => key === row.key)
          if (old && old.value === (row as Row).value) expect(row).toBe(old)
        }
      }),
    )
  })

  it('returns the old result itself where nothing changed', () => {
    const before = result([{ key: 'a', value: 1 }])
    expect(reuseRows(before, structuredClone(before))).toBe(before)
  })
})
