/** Asks the engine where a file lies. Each question ends: with the answer, by its time, or with the engine. */

export interface BlobRequests<Id, File> {
  /** Null where it is not on this device, or nobody answers. */
  find(id: Id): Promise<File | null>
  answer(request: number, file: File | null): void
  /** The engine is gone. */
  endAll(): void
}

const timeoutMs = 10_000

/** @param send false where there is no engine to ask */
export function createBlobRequests<Id, File>(
  send: (request: number, id: Id) => boolean,
): BlobRequests<Id, File> {
  const waiting = new Map<number, (file: File | null) => void>()
  let count = 0
  return {
    find(id) {
      const request = ++count
      return new Promise((resolve) => {
        const timer = setTimeout(() => end(null), timeoutMs)
        const end = (file: File | null): void => {
          clearTimeout(timer)
          waiting.delete(request)
          resolve(file)
        }
        waiting.set(request, end)
        if (!send(request, id)) end(null)
      })
    },
    answer: (request, file) => waiting.get(request)?.(file),
    endAll() {
      for (const end of [...waiting.values()]) end(null)
    },
  }
}
