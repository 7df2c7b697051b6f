/** Keeps the best few of many without sorting all of them. */
export interface Top<T> {
  /** What a score has to be above to get in; -Infinity while there is room. */
  readonly threshold: number
  offer(score: number, item: T): void
  /** Best first; equal ones in the order they came. */
  take(): { readonly score: number; readonly item: T }[]
}

export function createTop<T>(size: number): Top<T> {
  // A binary heap with the worst on top.
  const scores: number[] = []
  const items: T[] = []
  const orders: number[] = []
  let came = 0
  let threshold = size > 0 ? -Infinity : Infinity

  const isWorse = (a: number, b: number) => {
    const [scoreA = 0, scoreB = 0, orderA = 0, orderB = 0] = [scores[a], scores[b], orders[a], orders[b]]
    return scoreA < scoreB || (scoreA === scoreB && orderA > orderB)
  }
  const swap = (a: number, b: number) => {
    for (const list of [scores, items, orders] as unknown[][]) [list[a], list[b]] = [list[b], list[a]]
  }
  const sink = () => {
    for (let at = 0; ;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < scores.length && isWorse(child, worst)) worst = child
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }
  return {
    get threshold() {
      return threshold
    },
    offer(score, item) {
      if (!(score > threshold)) return
      if (scores.length < size) {
        let at = scores.push(score) - 1
        items.push(item)
        orders.push(came++)
        for (let parent = (at - 1) >> 1; at > 0 && isWorse(at, parent); parent = (at - 1) >> 1) {
          swap(at, parent)
          at = parent
        }
      } else {
        scores[0] = score
        items[0] = item
        orders[0] = came++
        sink()
      }
      if (scores.length === size) threshold = scores[0] ?? threshold
    },
    take() {
      return scores
        .map((score, i) => ({ score, item: items[i] as T, order: orders[i] ?? 0 }))
        .sort((a, b) => b.score - a.score || a.order - b.order)
        .map(({ score, item }) => ({ score, item }))
    },
  }
}
