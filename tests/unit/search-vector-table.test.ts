import { describe, expect, test } from 'vitest'
import { createRandom } from '#shared/base/random.ts'
import { assembleDots } from '../../scripts/assemble-dots.ts'
import { dotsWasm } from '../../src-main/engine/search/retrieval/dots-wasm.ts'
import { createVectorTable } from '../../src-main/engine/search/retrieval/simd-table.ts'
import { createTop } from '../../src-main/engine/search/retrieval/top.ts'
import { createPlainVectorTable } from '../../src-main/engine/search/retrieval/vector-table.ts'

const random = createRandom(7)
const bytesOf = (length: number) => Uint8Array.from({ length }, () => Math.floor(random.next() * 256))
const questionOf = (length: number) => Float32Array.from({ length }, () => random.next() - 0.5)

test('the bytes in the repository are what the source assembles to', async () => {
  expect(dotsWasm).toBe(await assembleDots())
  expect(Buffer.from(dotsWasm, 'base64').length).toBeLessThan(2_048)
})

describe('the vector table', () => {
  test.each([1, 15, 16, 17, 256, 384, 512, 1_024])(
    'agrees with the plain loop at %i dimensions',
    (dimensions) => {
      const [simd, plain] = [createVectorTable(dimensions), createPlainVectorTable(dimensions)]
      for (let i = 0; i < 200; i++) {
        const bytes = bytesOf(dimensions)
        const scale = random.next() / 100
        expect(simd.push(bytes, scale)).toBe(plain.push(bytes, scale))
      }
      const question = questionOf(dimensions)
      const expected = [...plain.scores(question)]
      const size = Math.max(...expected.map(Math.abs))
      simd.scores(question).forEach((score, i) => {
        expect(Math.abs(score - (expected[i] ?? NaN))).toBeLessThan(size * 0.001)
      })
    },
  )

  test('does not overflow where all numbers are as large as can be', () => {
    for (const dimensions of [256, 1_024, 4_096]) {
      const table = createVectorTable(dimensions)
      table.push(new Uint8Array(dimensions).fill(0x80), 1)
      table.push(new Uint8Array(dimensions).fill(0x7f), 1)
      const [lowest = 0, highest = 0] = table.scores(new Float32Array(dimensions).fill(1))
      expect(lowest / dimensions).toBeCloseTo(-128, 0)
      expect(highest / dimensions).toBeCloseTo(127, 0)
    }
  })

  test('grows past one round and one block, and keeps what it has', () => {
    const table = createVectorTable(16)
    const count = 70_000
    for (let i = 0; i < count; i++) table.push(new Uint8Array(16).fill(i % 100), 0.5)
    const scores = table.scores(new Float32Array(16).fill(1))
    expect(scores).toHaveLength(count)
    for (const i of [0, 1, 32_767, 32_768, 65_536, count - 1]) expect(scores[i]).toBeCloseTo((i % 100) * 8, 2)
  })

  test('scores nothing for a question without direction', () => {
    const table = createVectorTable(16)
    table.push(bytesOf(16), 1)
    expect([...table.scores(new Float32Array(16))]).toEqual([0])
    expect([...table.scores(new Float32Array(16).fill(NaN))]).toEqual([0])
    expect(createVectorTable(16).scores(questionOf(16))).toHaveLength(0)
  })
})

describe('the best of many', () => {
  test('are those that sorting all of them gives, in that order', () => {
    for (const size of [0, 1, 7, 100, 500]) {
      const all = Array.from({ length: 300 }, (_, item) => ({ score: Math.floor(random.next() * 50), item }))
      const top = createTop<number>(size)
      for (const { score, item } of all) top.offer(score, item)
      const expected = [...all].sort((a, b) => b.score - a.score || a.item - b.item).slice(0, size)
      expect(top.take()).toEqual(expected)
    }
  })
})
