/** The little that the gateway needs of a connection, so that simulations can bring their own. */
export interface GatewaySocket {
  /** Bytes handed over by `send` that the other side has not taken yet. */
  readonly bufferedAmount: number
  /** @param taken called when the bytes have left, or the connection has ended */
  send(bytes: Uint8Array, taken?: () => void): void
  /** Says goodbye; what was sent before goes out first. */
  close(code: number, reason: string): void
  /** Ends the connection at once. */
  terminate(): void
  /** Stops reading; what has been read already may still come. */
  pause(): void
  resume(): void
  /** One binary message. A text comes as no bytes at all, which is no frame either. */
  onMessage(listener: (bytes: Uint8Array) => void): void
  /** Called once, however the connection ends. */
  onClose(listener: () => void): void
}
