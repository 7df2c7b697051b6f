/**
 * Vectors in one WebAssembly memory, compared sixteen numbers at a time (dots.wat): every vector is looked at, so the
 * nearest are the nearest. About 30 ms for a million of 256 dimensions, which no index that skips has to beat.
 */
import { dotsWasm } from './dots-wasm.ts'
import { createPlainVectorTable, type VectorTable } from './vector-table.ts'

interface Dots {
  dots(at: number, count: number, steps: number, question: number, out: number): void
}

const pageBytes = 65_536
/** What comes before the vectors: the question, and the results of one round. */
const questionAt = 0
const questionBytes = 16_384
const outAt = questionBytes
const rowsARound = 32_768
const vectorsAt = outAt + rowsARound * 4
/** Grows by this much at a time: memory that is not used yet is not taken. */
const growthPages = 256
/** WebAssembly addresses no more. */
const maxPages = 65_536

let compiled: WebAssembly.Module | null | undefined

/** Falls back on a plain loop where the processor or the runtime has no SIMD. */
export function createVectorTable(dimensions: number): VectorTable {
  compiled ??= compile()
  return compiled === null || dimensions > questionBytes / 2
    ? createPlainVectorTable(dimensions)
    : createSimdTable(dimensions, compiled)
}

function compile(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Buffer.from(dotsWasm, 'base64'))
  } catch {
    return null
  }
}

function createSimdTable(dimensions: number, module: WebAssembly.Module): VectorTable {
  const steps = Math.ceil(dimensions / 16)
  const rowBytes = steps * 16
  const memory = new WebAssembly.Memory({ initial: Math.ceil(vectorsAt / pageBytes) })
  const exports: unknown = new WebAssembly.Instance(module, { outpost: { memory } }).exports
  const { dots } = exports as Dots
  let bytes = new Uint8Array(memory.buffer)
  let scales = new Float32Array(rowsARound)
  let scores = new Float32Array(0)
  let size = 0

  function makeRoom(end: number): void {
    if (end <= bytes.length) return
    const pages = bytes.length / pageBytes
    const needed = Math.ceil(end / pageBytes)
    if (needed > maxPages) throw new RangeError('more vectors than one memory holds')
    memory.grow(Math.min(Math.max(needed, pages + growthPages), maxPages) - pages)
    bytes = new Uint8Array(memory.buffer)
  }

  return {
    get size() {
      return size
    },
    push(vector, scale) {
      const at = vectorsAt + size * rowBytes
      makeRoom(at + rowBytes)
      bytes.set(vector.subarray(0, dimensions), at)
      if (size >= scales.length) {
        const larger = new Float32Array(Math.ceil(scales.length * 1.5))
        larger.set(scales)
        scales = larger
      }
      scales[size] = scale
      return size++
    },
    scores(question) {
      if (scores.length < size) scores = new Float32Array(scales.length)
      const unit = putQuestion(new Int16Array(memory.buffer, questionAt, rowBytes), question)
      const out = new Int32Array(memory.buffer, outAt, rowsARound)
      for (let from = 0; from < size; from += rowsARound) {
        const count = Math.min(rowsARound, size - from)
        dots(vectorsAt + from * rowBytes, count, steps, questionAt, outAt)
        for (let i = 0; i < count; i++) scores[from + i] = (out[i] ?? 0) * (scales[from + i] ?? 0) * unit
      }
      return scores.subarray(0, size)
    },
  }
}

/** Writes the question as whole numbers, as large as no sum can overflow with, and returns what one of them stands for. */
function putQuestion(target: Int16Array, question: Float32Array): number {
  let max = 0
  for (const value of question) max = Math.max(max, Math.abs(value))
  target.fill(0)
  if (!(max > 0) || !Number.isFinite(max)) return 0
  const largest = Math.min(32_767, Math.floor(2 ** 31 / (128 * question.length)))
  for (let i = 0; i < question.length; i++) target[i] = Math.round(((question[i] ?? 0) / max) * largest)
  return max / largest
}
