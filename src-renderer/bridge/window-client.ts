/**
 * This window's client. The one place that reads `window.bridge`, and a module-level value on purpose: a window has
 * one bridge for its whole life. Everything that can be tested takes a client as an argument.
 */
import type { Bridge } from '#shared/contract/bridge.ts'
import { createBridgeClient, type BridgeClient } from './client.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

export const client: BridgeClient = createBridgeClient(window.bridge)
