/**
 * The window's end of the live queries: at most one port, the newest. Nothing is kept for later: without a port what
 * the window sends is dropped, since it subscribes anew after each `ready`.
 */
import type { EngineState, LiveRequest, LiveResponse } from '#shared/contract/bridge.ts'
import { createLatest } from './latest.ts'

export interface EngineLink {
  /** A `ready` state brings a port; every other state ends the present one. */
  setState(state: EngineState, port: MessagePort | undefined): void
  send(request: LiveRequest): void
  onLive(listener: (response: LiveResponse) => void): () => void
  /** Calls at once with the present state. */
  onState(listener: (state: EngineState) => void): () => void
}

export function createEngineLink(): EngineLink {
  const live = new Set<(response: LiveResponse) => void>()
  let state: EngineState = { type: 'starting' }
  const states = createLatest<EngineState>(state)
  let port: MessagePort | undefined

  return {
    setState(next, nextPort) {
      if (port && next.type === 'ready' && state.type === 'ready' && next.generation === state.generation) {
        // Told twice, once as everyone and once on arrival.
        nextPort?.close()
        return
      }
      state = next
      port?.close()
      port = nextPort
      if (nextPort) {
        // Of a closed port, too, a message may still be on its way.
        nextPort.onmessage = (event: MessageEvent<LiveResponse>) => {
          if (port === nextPort) for (const listener of [...live]) listener(event.data)
        }
      }
      states.set(next)
    },
    send: (request) => port?.postMessage(request),
    onLive(listener) {
      live.add(listener)
      return () => live.delete(listener)
    },
    onState: (listener) => states.on(listener),
  }
}
