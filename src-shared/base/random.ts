/**
 * Seeded random numbers for simulations, generators and back-off jitter. Not for secrets or ids in production
 * (those take `crypto`). The generator is sfc32 by Chris Doty-Humphrey (PractRand), seeded through splitmix32.
 */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  pick<T>(items: readonly T[]): T
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean
  /** A new array in random order; the given one stays as it was. */
  shuffle<T>(items: readonly T[]): T[]
  /** An independent generator that depends on this one's seed and the label only, not on how far it was used. */
  fork(label: string): Random
}

export function createRandom(seed: number): Random {
  const next = sfc32(seed)
  const random: Random = {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('pick from an empty array')
      return item
    },
    chance: (probability) => next() < probability,
    shuffle(items) {
      const copy = [...items]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        const a = copy[i]
        const b = copy[j]
        if (a !== undefined && b !== undefined) {
          copy[i] = b
          copy[j] = a
        }
      }
      return copy
    },
    fork: (label) => createRandom(hash(label, seed)),
  }
  return random
}

function sfc32(seed: number): () => number {
  let state = seed >>> 0
  const splitmix = () => {
    state = (state + 0x9e3779b9) | 0
    let t = state ^ (state >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return (t ^ (t >>> 15)) | 0
  }
  let a = splitmix()
  let b = splitmix()
  let c = splitmix()
  let counter = 1
  return () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
}

/** FNV-1a over the label, started from the seed. */
function hash(label: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193) >>> 0
  return h
}
