/** What starts something returns what stops it. `dispose` may be called twice. */
export interface Disposable {
  dispose(): void
}

export function disposable(stop: () => void): Disposable {
  let done = false
  return {
    dispose() {
      if (done) return
      done = true
      stop()
    },
  }
}
