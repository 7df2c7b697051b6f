/** How alike two texts are by meaning. */
export type Embed = (text: string) => Float32Array

/** Vectors of length 1, or of zeros: then 0. */
export function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
