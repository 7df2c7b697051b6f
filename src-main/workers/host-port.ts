/**
 * How the engine host hears its shell: as an Electron utility process, or as a child process under plain Node,
 * where tests and tools run the same engine.
 */
import type { HostRequest, HostResponse } from '#shared/contract/host.ts'

/** A window's end of a live connection, as both kinds of process hand it over. */
export interface LivePort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}

export interface HostPort {
  send(response: HostResponse): void
  onRequest(listener: (request: HostRequest, ports: readonly LivePort[]) => void): void
}

interface UtilityParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: LivePort[] }) => void): unknown
  postMessage(message: unknown): void
}

export function createHostPort(): HostPort {
  const parentPort = (process as { parentPort?: UtilityParentPort }).parentPort
  if (parentPort) {
    return {
      send: (response) => {
        parentPort.postMessage(response)
      },
      onRequest: (listener) =>
        parentPort.on('message', ({ data, ports }) => listener(data as HostRequest, ports)),
    }
  }
  // Without the one who asks there is nothing to do; an orphan would only hold the folder.
  process.on('disconnect', () => process.exit())
  return {
    send: (response) => process.send?.(response),
    onRequest: (listener) => process.on('message', (message) => listener(message as HostRequest, [])),
  }
}
