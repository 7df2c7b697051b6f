import { describe, expect, test } from 'vitest'
import { asUsual } from '../../src-main/engine/search/retrieval/likeness.ts'

/** Most passages have nothing to do with the question, a few do. */
const cosines = Float32Array.from({ length: 200 }, (_, at) => (at < 3 ? 0.6 - at / 20 : Math.sin(at) / 10))
const everywhere = () => true
const near = (a: Float32Array, b: Float32Array) =>
  a.forEach((value, at) => expect(value).toBeCloseTo(b[at] ?? NaN, 4))

describe('cosines of another model', () => {
  test('mean the same on whatever scale the model has them', () => {
    const narrow = cosines.map((cosine) => 0.75 + cosine / 4)
    near(asUsual(narrow, everywhere), asUsual(cosines, everywhere))
  })

  test('keep their order, and what has nothing in common is about 0.1', () => {
    const brought = asUsual(cosines, everywhere)
    expect(brought.indexOf(Math.max(...brought))).toBe(0)
    expect(Math.max(...brought)).toBeGreaterThan(0.4)
    const rest = brought.slice(3)
    expect(rest.reduce((sum, value) => sum + value, 0) / rest.length).toBeCloseTo(0.1, 1)
  })

  test('leave out what is no passage any more', () => {
    const withHoles = Float32Array.from([...cosines, ...new Float32Array(100).fill(-1)])
    const brought = asUsual(withHoles, (slot) => slot < cosines.length)
    near(brought.slice(0, cosines.length), asUsual(cosines, everywhere))
  })

  test('count as they are where there are too few to compare', () => {
    const few = Float32Array.of(0.9, 0.1)
    const [first = 0, second = 0] = asUsual(few, everywhere)
    expect(first).toBeGreaterThan(0.8)
    expect(second).toBeLessThan(0.15)
  })

  test('do not stand out where all are alike, and nothing comes of none', () => {
    const alike = asUsual(new Float32Array(100).fill(0.8), everywhere)
    for (const value of alike) expect(value).toBeCloseTo(0.11, 4)
    expect(asUsual(new Float32Array(0), everywhere)).toHaveLength(0)
  })

  test('are not changed where they lie: they are the table’s own', () => {
    const own = cosines.slice()
    asUsual(own, everywhere)
    near(own, cosines)
  })
})
