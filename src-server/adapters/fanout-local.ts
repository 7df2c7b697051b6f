/** Fan-out within one process: everybody hears at once. */
import { disposable } from '#shared/base/disposable.ts'
import type { FanOut, FanOutMessage } from '../gateway/fan-out.ts'

export function createLocalFanOut(): FanOut {
  const listeners = new Set<(message: FanOutMessage) => void>()
  return {
    publish(message) {
      // Whoever stops listening because of the message must not keep it from the others.
      for (const listener of [...listeners]) listener(message)
    },
    subscribe(listener) {
      // The same function may subscribe twice.
      const own = (message: FanOutMessage) => listener(message)
      listeners.add(own)
      return disposable(() => listeners.delete(own))
    },
  }
}
