/** How good a ranking is. All from 0 to 1. */
export interface Quality {
  readonly recall1: number
  readonly recall3: number
  readonly recall10: number
  readonly mrr: number
  readonly ndcg10: number
}

/** @param ranked passage ids, best first; @param relevant grade by passage id */
export function qualityOf(ranked: readonly string[], relevant: ReadonlyMap<string, number>): Quality {
  const best = Math.max(...relevant.values())
  // What counts as found is what answers best: a passage that only helps is no hit.
  const rank = ranked.findIndex((id) => relevant.get(id) === best)
  const within = (n: number) => (rank >= 0 && rank < n ? 1 : 0)
  const gain = (grades: readonly number[]) =>
    grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)
  const ideal = gain([...relevant.values()].sort((a, b) => b - a).slice(0, 10))
  return {
    recall1: within(1),
    recall3: within(3),
    recall10: within(10),
    mrr: rank >= 0 ? 1 / (rank + 1) : 0,
    ndcg10: gain(ranked.slice(0, 10).map((id) => relevant.get(id) ?? 0)) / ideal,
  }
}

export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (of: (quality: Quality) => number) =>
    all.reduce((sum, quality) => sum + of(quality), 0) / all.length
  return {
    recall1: mean((q) => q.recall1),
    recall3: mean((q) => q.recall3),
    recall10: mean((q) => q.recall10),
    mrr: mean((q) => q.mrr),
    ndcg10: mean((q) => q.ndcg10),
  }
}
