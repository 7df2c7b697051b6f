/**
 * Random bytes one at a time, drawn in advance: asking the system for each costs more than all else that an id is made of.
 * @param fill fills with unpredictable bytes
 */
export function createBytePool(fill: (bytes: Uint8Array) => void): () => number {
  const pool = new Uint8Array(1024)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      fill(pool)
      used = 0
    }
    return pool[used++] ?? 0
  }
}
