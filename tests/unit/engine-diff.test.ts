/** What the engine says has changed, applied by the window's own code, gives what the engine has. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QueryResult } from '#shared/contract/define.ts'
import { diffResults, isEqual } from '../../src-main/engine/queries/diff.ts'
import { applyDiff, emptyResult } from '../../src-renderer/bridge/apply-diff.ts'

const row = fc.record({ key: fc.integer({ min: 0, max: 19 }).map((n) => `row ${n}`), value: fc.nat(3) })
const result = fc.record({
  meta: fc.oneof(fc.constant(null), fc.record({ total: fc.nat(2) })),
  rows: fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 20 }),
})

describe('the difference between two results', () => {
  test('turns one into the other, over any number of steps', () => {
    fc.assert(
      fc.property(fc.array(result, { minLength: 1, maxLength: 6 }), (steps) => {
        let sent: QueryResult | null = null
        let shown: QueryResult = emptyResult
        for (const next of steps) {
          const diff = diffResults(sent, next)
          if (diff) shown = applyDiff(shown, diff)
          expect(shown).toEqual(next)
          sent = next
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('is nothing where nothing changed, and only there', () => {
    fc.assert(
      fc.property(result, result, (a, b) => {
        expect(diffResults(a, structuredClone(a))).toBeNull()
        expect(diffResults(a, b) === null).toBe(isEqual(a, b))
      }),
    )
  })

  test('places one row anew where one row moved, however long the list', () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({ key: `row ${i}` }))
    const moved = [rows[499]!, ...rows.slice(0, 499)]
    const diff = diffResults({ meta: null, rows }, { meta: null, rows: moved })
    expect(diff).toEqual({ removed: [], changed: [], placed: [{ row: rows[499], after: null }] })
  })

  test('names the rows that changed and keeps all others as they are', () => {
    const before = {
      meta: null,
      rows: [
        { key: 'a', n: 1 },
        { key: 'b', n: 1 },
      ],
    }
    const after = {
      meta: null,
      rows: [
        { key: 'a', n: 1 },
        { key: 'b', n: 2 },
      ],
    }
    const diff = diffResults(before, after)!
    expect(diff).toEqual({ removed: [], placed: [], changed: [{ key: 'b', n: 2 }] })
    expect(applyDiff(before, diff).rows[0]).toBe(before.rows[0])
  })
})

test('equality is told value by value, down to the last', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(isEqual(a, structuredClone(a))).toBe(true)
      expect(isEqual({ in: [a] }, { in: [b] })).toBe(isEqual(a, b))
    }),
  )
  expect(isEqual([], {})).toBe(false)
  expect(isEqual({ a: undefined }, { b: undefined })).toBe(false)
  expect(isEqual(Number.NaN, Number.NaN)).toBe(true)
})
