import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '#shared/base/random.ts'
import { disposable } from '#shared/base/disposable.ts'
import { err, ok, unwrap } from '#shared/base/result.ts'
import { withoutUndefined } from '#shared/base/object.ts'

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => {
    const random = createRandom(seed)
    return Array.from({ length: 20 }, () => random.next())
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

test('a fork depends on the seed and its label, not on how far the first was used', () => {
  const fresh = createRandom(3)
  const used = createRandom(3)
  used.next()
  expect(used.fork('a').next()).toBe(fresh.fork('a').next())
  expect(fresh.fork('a').next()).not.toBe(fresh.fork('b').next())
})

test('whole numbers stay within their bounds and reach both', () => {
  const random = createRandom(1)
  const drawn = new Set(Array.from({ length: 500 }, () => random.int(-2, 3)))
  expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3])
})

test('shuffling keeps every item and leaves the given array alone', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
      const copy = [...items]
      const shuffled = createRandom(seed).shuffle(items)
      expect(items).toEqual(copy)
      expect([...shuffled].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b))
    }),
  )
})

test('picking from nothing is a bug', () => {
  expect(() => createRandom(1).pick([])).toThrow('empty')
})

test('a result holds a value or an error, and unwrapping an error throws', () => {
  expect(unwrap(ok(5))).toBe(5)
  expect(ok()).toEqual({ ok: true, value: undefined })
  expect(() => unwrap(err({ type: 'no-access' }))).toThrow('no-access')
})

test('what is disposed of twice stops once', () => {
  let stops = 0
  const thing = disposable(() => stops++)
  thing.dispose()
  thing.dispose()
  expect(stops).toBe(1)
})

test('keys without a value are left out, all others stay', () => {
  expect(withoutUndefined({ a: undefined, b: null, c: 0, d: '' })).toEqual({ b: null, c: 0, d: '' })
})
