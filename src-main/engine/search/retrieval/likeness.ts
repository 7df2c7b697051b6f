/**
 * Cosines of any model on the scale of the built-in one. Each has its own: of some, two texts that have nothing in common are
 * 0.75 alike, and the weights of the ranking and what counts as an answer (evidence.ts) were found with the built-in one,
 * of which they are 0.1. So a cosine counts by how far it stands out among those of all passages with the same question.
 */

/** Of the built-in model, English questions on English passages of the evaluation set: the mean and how far they spread. */
const usual = { mean: 0.11, spread: 0.11 }
/** Where all are about the same, small differences say nothing. */
const minSpread = 0.02
/** Among a few passages nobody can tell what stands out: the fewer there are, the more a cosine counts as it is. */
const enough = 50

/** @param isThere whether the slot holds a passage @returns an array of its own */
export function asUsual(cosines: Float32Array, isThere: (slot: number) => boolean): Float32Array {
  let count = 0
  let sum = 0
  let squares = 0
  for (let slot = 0; slot < cosines.length; slot++) {
    if (!isThere(slot)) continue
    const cosine = cosines[slot] ?? 0
    count++
    sum += cosine
    squares += cosine * cosine
  }
  if (count === 0) return cosines.slice()
  const mean = sum / count
  const spread = Math.max(minSpread, Math.sqrt(Math.max(0, squares / count - mean * mean)))
  const weight = Math.min(1, count / enough)
  return cosines.map((cosine) => {
    const standing = usual.mean + (usual.spread * (cosine - mean)) / spread
    return Math.min(1, weight * standing + (1 - weight) * cosine)
  })
}
