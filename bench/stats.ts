/** Figures from samples. All in the unit of the samples. */
export interface Stats {
  readonly n: number
  readonly median: number
  readonly p95: number
  readonly max: number
}

export function statsOf(samples: readonly number[]): Stats {
  if (samples.length === 0) throw new Error('no samples')
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? 0
  return { n: sorted.length, median: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 }
}

/** Runs `work` a number of times after a warm-up and times each call. */
export async function sample(count: number, warmUp: number, work: (i: number) => unknown): Promise<number[]> {
  const samples: number[] = []
  for (let i = 0; i < warmUp + count; i++) {
    const start = performance.now()
    await work(i)
    const ms = performance.now() - start
    if (i >= warmUp) samples.push(ms)
  }
  return samples
}
