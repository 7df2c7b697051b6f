/** How bytes get to the server: a WebSocket in the program, something that can fail on command in simulations. */
export interface SyncSocket {
  send(bytes: Uint8Array): void
  /** Ends the connection; `onClose` still comes. */
  close(): void
}

export interface SocketEvents {
  readonly onOpen: () => void
  readonly onMessage: (bytes: Uint8Array) => void
  /** Comes exactly once, also where the connection was never made. `code` is the protocol's, or 1006 for a broken line. */
  readonly onClose: (code: number, reason: string) => void
}

export interface SyncTransport {
  /** @param address the server's, such as `https://sync.example.org` */
  open(address: string, events: SocketEvents): SyncSocket
}
