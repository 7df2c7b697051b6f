/** Draws every item once, in random order, before any comes again: what keeps repetitions far apart. */
import type { Random } from '#shared/base/random.ts'

export type Draw<T> = () => T

export function createBag<T>(items: readonly T[], random: Random): Draw<T> {
  let order: readonly T[] = []
  let at = 0
  return () => {
    if (at >= order.length) {
      order = random.shuffle([...items])
      at = 0
    }
    const item = order[at]
    if (item === undefined) throw new Error('A bag needs at least one item')
    at += 1
    return item
  }
}
