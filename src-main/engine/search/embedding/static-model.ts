/**
 * The built-in model: a table with one row of int8 a word piece. A text's vector is the sum of its pieces' rows, made
 * length 1. That is a lookup, so it needs no runtime, and no thread of its own: about 0.1 ms a passage.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Embedder, EmbedderInfo } from './embedder.ts'
import { readOnnxTables } from './onnx-tables.ts'
import { createUnigramTokenizer, unknownId, wordStart, type Piece } from './unigram.ts'

export interface StaticModel {
  readonly info: EmbedderInfo
  /** A vector of length 1, or of zeros where nothing in the text is known. Takes any text, also a huge one. */
  embed(text: string): Float32Array
  /**
   * The sum before it is made length 1. Sums add up: that of a text is the sum of those of its words. What says much
   * is long, what is everywhere is short.
   */
  sum(text: string): Float32Array
  /** The ids of the word pieces that `embed` adds up. */
  tokenize(text: string): readonly number[]
  /** The word pieces that are whole words, lower case, as they were counted in the training text. */
  words(): readonly string[]
}

/** Raised when this code gives the same text another vector. */
const codeVersion = 1

/**
 * Loads the model in `folder`: config.json, tokenizer.json and onnx/model.onnx.
 * @throws Error that says which file is missing or damaged
 */
export function createStaticModel(folder: string): StaticModel {
  const configFile = read(folder, 'config.json')
  const tokenizerFile = read(folder, 'tokenizer.json')
  const modelFile = read(folder, path.join('onnx', 'model.onnx'))
  const dimensions = inFile('config.json', () => readDimensions(configFile))
  const pieces = inFile('tokenizer.json', () => readPieces(tokenizerFile))
  const { rows, scales } = inFile('onnx/model.onnx', () => readRows(modelFile, pieces.length, dimensions))
  const tokenizer = createUnigramTokenizer(pieces)
  const bareStart = pieces.findIndex((piece) => piece.text === wordStart)
  const version = createHash('sha256').update(tokenizerFile).update(modelFile).digest('hex').slice(0, 12)

  function sumOf(text: string): Float32Array {
    const sum = new Float32Array(dimensions)
    const ids = tokenizer.tokenize(text)
    if (ids.every((id) => id === unknownId || id === bareStart)) return sum
    for (const id of ids) {
      const scale = scales[id] ?? 0
      const row = id * dimensions
      for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (rows[row + i] ?? 0) * scale
    }
    return sum
  }

  return {
    info: { id: path.basename(folder), version: `${String(codeVersion)}-${version}`, dimensions },
    tokenize: (text) => tokenizer.tokenize(text),
    words: () =>
      pieces.filter((piece) => /^▁\p{L}{2,}$/u.test(piece.text)).map((piece) => piece.text.slice(1)),
    embed: (text) => toLengthOne(sumOf(text)),
    sum: sumOf,
  }
}

/** The same model as an Embedder; it treats questions and passages alike. */
export function staticEmbedder(model: StaticModel): Embedder {
  return {
    info: model.info,
    embed: (texts) => Promise.resolve(texts.map((text) => model.embed(text))),
    dispose: () => Promise.resolve(),
  }
}

function toLengthOne(vector: Float32Array): Float32Array {
  let square = 0
  for (const value of vector) square += value * value
  if (square === 0) return vector
  const factor = 1 / Math.sqrt(square)
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * factor
  return vector
}

function readDimensions(file: Uint8Array): number {
  const dimensions = (parseJson(file) as { hidden_size?: unknown } | null)?.hidden_size
  if (
    typeof dimensions !== 'number' ||
    !Number.isInteger(dimensions) ||
    dimensions < 1 ||
    dimensions > 4_096
  ) {
    throw new Error('hidden_size is missing')
  }
  return dimensions
}

function readPieces(file: Uint8Array): Piece[] {
  const model = (parseJson(file) as { model?: { vocab?: unknown } } | null)?.model
  if (!Array.isArray(model?.vocab) || model.vocab.length === 0) throw new Error('the vocabulary is missing')
  return model.vocab.map((entry: unknown): Piece => {
    const [text, score] = Array.isArray(entry) ? (entry as readonly unknown[]) : []
    if (typeof text !== 'string' || typeof score !== 'number') throw new Error('the vocabulary is damaged')
    return { text, score }
  })
}

function readRows(
  file: Uint8Array,
  count: number,
  dimensions: number,
): { readonly rows: Int8Array; readonly scales: Float32Array } {
  const tables = readOnnxTables(file)
  const table = tables.get('table_int8')
  const scaleBytes = tables.get('row_scale')
  if (!table || !scaleBytes) throw new Error('the tables are missing')
  if (table.length !== count * dimensions || scaleBytes.length !== count * 4) {
    throw new Error('the tables do not fit the vocabulary')
  }
  const view = new DataView(scaleBytes.buffer, scaleBytes.byteOffset, scaleBytes.byteLength)
  const scales = Float32Array.from({ length: count }, (_, i) => view.getFloat32(4 * i, true))
  if (!scales.every(Number.isFinite)) throw new Error('the tables are damaged')
  return { rows: new Int8Array(table.buffer, table.byteOffset, table.length), scales }
}

function read(folder: string, file: string): Uint8Array {
  try {
    return fs.readFileSync(path.join(folder, file))
  } catch (cause) {
    throw new Error(`The model's file ${file} cannot be read`, { cause })
  }
}

function inFile<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The model's file ${file} is damaged: ${reason}`, { cause })
  }
}

function parseJson(file: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(file))
}
