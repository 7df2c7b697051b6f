/** A value that others follow: the newest one is kept for those who come later, and no other. */
export interface Latest<T> {
  set(value: T): void
  /** Calls at once where there is a value, then on each change. */
  on(listener: (value: T) => void): () => void
}

export function createLatest<T>(...initial: [] | [T]): Latest<T> {
  const listeners = new Set<(value: T) => void>()
  let latest: readonly T[] = initial
  return {
    set(value) {
      latest = [value]
      for (const listener of [...listeners]) listener(value)
    },
    on(listener) {
      for (const value of latest) listener(value)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
