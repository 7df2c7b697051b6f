/** What every Embedder keeps to. Called with a maker of one; each test gets the same, and the suite disposes it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Embedder } from '../../src-main/engine/search/embedding/embedder.ts'

export interface EmbedderExpectations {
  /** The least cosine between a text's vector alone and in a batch: quantised models round by batch. */
  readonly batchCosine: number
}

const passages = [
  'Drucker zieht kein Papier ein',
  'The printer does not feed paper',
  'Der Router blinkt rot nach dem Stromausfall. Ziehen Sie den Stecker, warten Sie eine Minute.',
  'Rotor 7',
  'Check the coolant level before you start the pump. '.repeat(20),
]

const hostileTexts = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  'half \udc00 of a pair',
  '\ufeff\u200b\u200d',
  '\u202etxet sdrawkcab',
  '👩‍🔧🔧🪛',
  'zu\u0308nden Zünden ＺÜＮＤＥＮ ﬁlter',
  'ポンプが動かない',
  'المضخة لا تعمل',
  '<unk> [CLS] </s> <pad> ▁',
  'e' + '\u0301'.repeat(5_000),
  "'; DROP TABLE chunks; --",
  '{{{{((((' + ')'.repeat(500),
]

export function describeEmbedder(
  name: string,
  create: () => Promise<Embedder>,
  { batchCosine }: EmbedderExpectations,
): void {
  describe(`${name} as an Embedder`, () => {
    let embedder: Embedder
    beforeAll(async () => {
      embedder = await create()
    })
    afterAll(() => embedder.dispose())
    const one = async (text: string, kind: 'passage' | 'question' = 'passage') => {
      const [vector] = await embedder.embed([text], kind)
      return vector!
    }

    test('says who it is', () => {
      expect(embedder.info.id).not.toBe('')
      expect(embedder.info.version).not.toBe('')
      expect(embedder.info.dimensions).toBeGreaterThan(0)
    })

    test('gives one vector of length 1 a text', async () => {
      for (const kind of ['passage', 'question'] as const) {
        const vectors = await embedder.embed(passages, kind)
        expect(vectors).toHaveLength(passages.length)
        for (const vector of vectors) {
          expect(vector).toBeInstanceOf(Float32Array)
          expect(vector).toHaveLength(embedder.info.dimensions)
          expect(lengthOf(vector)).toBeCloseTo(1, 4)
        }
      }
    })

    test('keeps the order, whatever the lengths', async () => {
      const vectors = await embedder.embed(passages, 'passage')
      const backwards = await embedder.embed([...passages].reverse(), 'passage')
      for (const [index, vector] of vectors.entries()) {
        const cosines = [...backwards].reverse().map((other) => cosine(vector, other))
        expect(cosines.indexOf(Math.max(...cosines))).toBe(index)
      }
    })

    test('gives a text the same vector alone and among others', async () => {
      const together = await embedder.embed(passages, 'passage')
      for (const [index, text] of passages.entries())
        expect(cosine(together[index]!, await one(text))).toBeGreaterThanOrEqual(batchCosine)
    })

    test('gives the same vector each time', async () => {
      for (const text of passages) expect(await one(text)).toEqual(await one(text))
    })

    test('tells texts apart', async () => {
      const [german, , , other] = await embedder.embed(passages, 'passage')
      expect(cosine(german!, other!)).toBeLessThan(0.95)
    })

    test('gives zeros where there is nothing to read, also between others', async () => {
      const [before, empty, blank, after] = await embedder.embed(['Pumpe', '', ' \n\t  ', 'Pumpe'], 'passage')
      expect([...empty!].every((value) => value === 0)).toBe(true)
      expect([...blank!].every((value) => value === 0)).toBe(true)
      expect(cosine(before!, after!)).toBeGreaterThanOrEqual(batchCosine)
      expect(lengthOf(before!)).toBeCloseTo(1, 4)
    })

    test('takes no texts', async () => {
      expect(await embedder.embed([], 'question')).toEqual([])
    })

    test('takes a huge text, and leaves out what is beyond its window', async () => {
      const vector = await one('Getriebe und Lager prüfen. '.repeat(100_000))
      expect(lengthOf(vector)).toBeCloseTo(1, 4)
      expect(lengthOf(await one('x'.repeat(1_000_000)))).not.toBeNaN()
    })

    test('takes any characters', async () => {
      for (const vector of await embedder.embed(hostileTexts, 'passage')) {
        expect(vector).toHaveLength(embedder.info.dimensions)
        const length = lengthOf(vector)
        expect(length === 0 || Math.abs(length - 1) < 1e-4).toBe(true)
      }
    })

    test('gives vectors that stay as they are', async () => {
      const vector = await one('Lager')
      const copy = vector.slice()
      await embedder.embed(passages, 'question')
      expect(vector).toEqual(copy)
    })

    test('answers calls that overlap', async () => {
      const answers = await Promise.all(passages.map((text) => one(text)))
      for (const [index, text] of passages.entries())
        expect(cosine(answers[index]!, await one(text))).toBeGreaterThanOrEqual(batchCosine)
    })
  })

  test(`${name} can be disposed and opened again`, async () => {
    const first = await create()
    const [before] = await first.embed(['Lager'], 'passage')
    await first.dispose()
    const second = await create()
    const [after] = await second.embed(['Lager'], 'passage')
    await second.dispose()
    expect(after).toEqual(before)
  })
}

export function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(cosine(vector, vector))
}
