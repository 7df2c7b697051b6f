/** What the gateway counts; the composition root says where to. */
export interface GatewayMetrics {
  socketOpened(): void
  /** @param code that we closed it with; 0 where the other side or the network did */
  socketClosed(code: number): void
  deviceJoined(): void
  deviceLeft(): void
  received(frame: string, bytes: number): void
  sent(bytes: number): void
  /** One space's news went to all who follow it. */
  fannedOut(receivers: number, durationMs: number): void
}
