/** The vectors in the fixture were made by the reference code of the model, so that a rewrite cannot drift away. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createStaticModel, staticEmbedder } from '../../src-main/engine/search/embedding/static-model.ts'

const folder = path.resolve('assets/models/static-de-en')
const model = createStaticModel(folder)

interface Known {
  readonly text: string
  readonly tokens: readonly number[]
  /** Base64 of int16, 32767 for 1. */
  readonly vector: string
}
const known = JSON.parse(
  fs.readFileSync(path.resolve('tests/fixtures/static-model-vectors.json'), 'utf8'),
) as Known[]

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0
  let squareA = 0
  let squareB = 0
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    dot += x * y
    squareA += x * x
    squareB += y * y
  }
  return dot / Math.sqrt(squareA * squareB)
}

describe('the built-in model', () => {
  test.each(known)('cuts and embeds as the reference does: $text', ({ text, tokens, vector }) => {
    const bytes = Buffer.from(vector, 'base64')
    const expected = Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readInt16LE(2 * i))
    expect(model.tokenize(text)).toEqual(tokens)
    expect(cosine(model.embed(text), expected)).toBeGreaterThan(0.99999)
  })

  test('gives every text a vector of length 1', () => {
    for (const { text } of known) expect(Math.hypot(...model.embed(text))).toBeCloseTo(1, 5)
  })

  test('gives zeros where nothing is known', () => {
    for (const text of ['', ' \n\t', '日本語', '日'.repeat(600)]) {
      expect([...model.embed(text)].every((value) => value === 0)).toBe(true)
    }
  })

  test('takes huge and broken text', () => {
    const huge = [
      'Drucker '.repeat(1_000_000),
      'x'.repeat(5_000_000),
      ' '.repeat(1_000_000),
      '\ud800'.repeat(9_999),
    ]
    for (const text of huge) {
      expect(model.tokenize(text).length).toBeLessThanOrEqual(512)
      expect([...model.embed(text)].every(Number.isFinite)).toBe(true)
    }
  })

  test('is an embedder that keeps the order', async () => {
    const embedder = staticEmbedder(model)
    const texts = ['Drucker', '', 'printer']
    const vectors = await embedder.embed(texts, 'passage')
    expect(vectors).toEqual(texts.map((text) => model.embed(text)))
    expect(embedder.info).toMatchObject({ id: 'static-de-en', dimensions: 256 })
  })
})

describe('a damaged model', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const made of folders.splice(0)) fs.rmSync(made, { recursive: true })
  })
  function copyWith(file: string, change: (bytes: Buffer) => Buffer | null): string {
    const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'model-'))
    folders.push(copy)
    fs.cpSync(folder, copy, { recursive: true })
    const changed = change(fs.readFileSync(path.join(folder, file)))
    if (changed) fs.writeFileSync(path.join(copy, file), changed)
    else fs.rmSync(path.join(copy, file))
    return copy
  }

  test.each([
    ['config.json', 'missing', () => null],
    ['config.json', 'without its size', () => Buffer.from('{}')],
    ['config.json', 'with another size', () => Buffer.from('{"hidden_size": 384}')],
    ['tokenizer.json', 'cut off', (bytes: Buffer) => bytes.subarray(0, 100_000)],
    ['tokenizer.json', 'of another kind', () => Buffer.from('{"model": {"vocab": {"a": 1}}}')],
    ['tokenizer.json', 'with odd entries', () => Buffer.from('{"model": {"vocab": [["a"], 3]}}')],
    ['onnx/model.onnx', 'cut off', (bytes: Buffer) => bytes.subarray(0, 4_000_000)],
    ['onnx/model.onnx', 'empty', () => Buffer.alloc(0)],
    ['onnx/model.onnx', 'made of noise', () => Buffer.alloc(10_000, 0xff)],
    ['onnx/model.onnx', 'an answer of a web server', () => Buffer.from('<!DOCTYPE html><title>404</title>')],
  ] as const)('is refused with a reason: %s %s', (file, _, change) => {
    expect(() => createStaticModel(copyWith(file, change))).toThrow(
      /^The model's file \S+ (is damaged: |cannot be read)/,
    )
  })
})
