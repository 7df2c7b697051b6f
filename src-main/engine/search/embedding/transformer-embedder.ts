/**
 * A transformer model as an Embedder, by transformers.js on onnxruntime. Texts are cut into pieces first, so that those
 * of like length share a batch and little of it is padding; what a vector is made of, the model's recipe says.
 */
import os from 'node:os'
import type { TransformerRecipe } from '../models/catalogue.ts'
import type { Embedder, EmbedderInfo } from './embedder.ts'
import { loadTransformer, type HiddenStates } from './transformer-runtime.ts'

export interface TransformerOptions {
  readonly folder: string
  readonly id: string
  readonly version: string
  readonly recipe: TransformerRecipe
  /** Null: all but one of the machine's, so that the person's work keeps a core. */
  readonly threads?: number | null
}

/** Pieces of one batch, padding included: beyond that, memory grows and speed does not. */
const batchPieces = 4_096
const batchTexts = 64
/** No model here has pieces that long; what is beyond need not be cut into pieces to be left out. */
const charactersAPiece = 24

/** Throws what the runtime says of a model that it cannot read. */
export async function createTransformerEmbedder(options: TransformerOptions): Promise<Embedder> {
  const { recipe } = options
  const info: EmbedderInfo = { id: options.id, version: options.version, dimensions: recipe.dimensions }
  const runtime = await loadTransformer({
    folder: options.folder,
    weights: recipe.weights,
    maxTokens: recipe.maxTokens,
    threads: options.threads ?? Math.max(1, os.availableParallelism() - 1),
  })

  const embedBatch = async (batch: readonly Tokenized[], into: Float32Array[]): Promise<void> => {
    const width = Math.max(...batch.map(({ ids }) => ids.length))
    const ids = new BigInt64Array(batch.length * width)
    const mask = new BigInt64Array(batch.length * width)
    batch.forEach((text, row) => {
      text.ids.forEach((id, column) => {
        ids[row * width + column] = BigInt(id)
        mask[row * width + column] = 1n
      })
    })
    const states = await runtime.run(ids, mask, batch.length, width)
    if (states.dimensions !== recipe.dimensions) throw new Error('the model has other dimensions')
    batch.forEach(({ index, ids: own }, row) => {
      const pieces = recipe.pooling === 'first' ? 1 : own.length
      into[index] = pool(states, row * width, pieces)
    })
  }

  return {
    info,
    async embed(texts, kind) {
      const vectors = texts.map(() => new Float32Array(recipe.dimensions))
      // A text without anything in it gets the zero vector, not the prefix's.
      const wanted = texts.flatMap((text, index) => {
        const cut = text.slice(0, recipe.maxTokens * charactersAPiece).toWellFormed()
        return cut.trim() === '' ? [] : [{ index, text: recipe.prefix[kind] + cut }]
      })
      if (wanted.length === 0) return vectors
      const pieces = runtime.tokenize(wanted.map(({ text }) => text))
      const tokenized = wanted
        .map(({ index }, at): Tokenized => ({ index, ids: pieces[at] ?? [] }))
        .filter(({ ids }) => ids.length > 0)
        .sort((a, b) => a.ids.length - b.ids.length)
      for (const batch of batchesOf(tokenized)) await embedBatch(batch, vectors)
      return vectors
    },
    dispose: () => runtime.dispose(),
  }
}

interface Tokenized {
  /** Which of the texts. */
  readonly index: number
  readonly ids: readonly number[]
}

/** @param texts sorted by length */
function* batchesOf(texts: readonly Tokenized[]): Iterable<readonly Tokenized[]> {
  let batch: Tokenized[] = []
  for (const text of texts) {
    const isFull = batch.length === batchTexts || (batch.length + 1) * text.ids.length > batchPieces
    if (isFull && batch.length > 0) {
      yield batch
      batch = []
    }
    batch.push(text)
  }
  if (batch.length > 0) yield batch
}

/** The mean of some pieces' states, with length 1; the zero vector where there is nothing to it. */
function pool({ data, dimensions }: HiddenStates, first: number, pieces: number): Float32Array {
  const vector = new Float32Array(dimensions)
  for (let piece = 0; piece < pieces; piece++) {
    const at = (first + piece) * dimensions
    for (let index = 0; index < dimensions; index++)
      vector[index] = (vector[index] ?? 0) + (data[at + index] ?? 0)
  }
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares)
  if (!Number.isFinite(length) || length === 0) return vector.fill(0)
  for (let index = 0; index < dimensions; index++) vector[index] = (vector[index] ?? 0) / length
  return vector
}
