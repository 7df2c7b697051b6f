/** Things to be done once: what comes before anybody listens waits for the first that does. */
export interface Pending<T> {
  tell(value: T): void
  on(listener: (value: T) => void): () => void
}

export function createPending<T>(): Pending<T> {
  const listeners = new Set<(value: T) => void>()
  let waiting: readonly T[] = []
  return {
    tell(value) {
      if (listeners.size === 0) waiting = [...waiting, value]
      else for (const listener of [...listeners]) listener(value)
    },
    on(listener) {
      listeners.add(listener)
      const values = waiting
      waiting = []
      for (const value of values) listener(value)
      return () => listeners.delete(listener)
    },
  }
}
