/** Many int8 vectors of one length in memory, to be compared with one question at once. */

export interface VectorTable {
  readonly size: number
  /** Appends a vector, which is `scale` times these bytes, and returns its slot, counted from 0. */
  push(bytes: Uint8Array, scale: number): number
  /**
   * The dot product of the question with every vector, by slot. The array is the table's own: valid until the next
   * call of anything here.
   */
  scores(question: Float32Array): Float32Array
}

/** Blocks, so that growing never copies what is there. */
const blockSize = 16_384

export function createPlainVectorTable(dimensions: number): VectorTable {
  const blocks: Int8Array[] = []
  let scales = new Float32Array(blockSize)
  let scores = new Float32Array(0)
  let size = 0
  return {
    get size() {
      return size
    },
    push(bytes, scale) {
      const slot = size++
      const inBlock = slot % blockSize
      if (inBlock === 0) blocks.push(new Int8Array(blockSize * dimensions))
      if (slot >= scales.length) {
        const larger = new Float32Array(scales.length * 2)
        larger.set(scales)
        scales = larger
      }
      blocks.at(-1)?.set(bytes.subarray(0, dimensions), inBlock * dimensions)
      scales[slot] = scale
      return slot
    },
    scores(question) {
      if (scores.length < size) scores = new Float32Array(scales.length)
      for (let slot = 0; slot < size; slot++) {
        const block = blocks[Math.floor(slot / blockSize)] ?? new Int8Array(0)
        const start = (slot % blockSize) * dimensions
        let dot = 0
        for (let i = 0; i < dimensions; i++) dot += (question[i] ?? 0) * (block[start + i] ?? 0)
        scores[slot] = dot * (scales[slot] ?? 0)
      }
      return scores.subarray(0, size)
    },
  }
}
