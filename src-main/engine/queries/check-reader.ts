/** A thread for checks of the file, which may take long and must hold up nobody: there while there is something to check. */
import type { Reader } from './reader.ts'

const idleMs = 10_000

/** @param open makes the reader that does the work */
export function createCheckReader(open: () => Reader): Reader {
  let reader: Reader | null = null
  let running = 0
  let timer: NodeJS.Timeout | null = null

  const close = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    const closing = reader
    reader = null
    await closing?.dispose()
  }
  const use = async <T>(work: (opened: Reader) => Promise<T>): Promise<T> => {
    if (timer) clearTimeout(timer)
    timer = null
    running += 1
    try {
      return await work((reader ??= open()))
    } finally {
      running -= 1
      if (running === 0 && reader) {
        timer = setTimeout(() => void close(), idleMs)
        timer.unref()
      }
    }
  }
  return {
    run: (query, signal) => use((opened) => opened.run(query, signal)),
    live: (subscription, query) => use((opened) => opened.live(subscription, query)),
    release: (subscription) => reader?.release(subscription),
    check: () => use((opened) => opened.check()),
    dispose: close,
  }
}
