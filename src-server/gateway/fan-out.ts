/**
 * Tells the gateways of all server processes what has happened. One process has `fanout-local`; several would share a
 * broker. Messages may come twice or late, never with content: who hears them reads the store.
 */
import type { PersonId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import type { Disposable } from '#shared/base/disposable.ts'
import type { Ulid } from '#shared/base/ulid.ts'

export type FanOutMessage =
  /** The space's head has moved. */
  | { readonly type: 'head'; readonly spaceId: SpaceId; readonly head: number }
  /** What the person may read or their role has changed. */
  | { readonly type: 'access'; readonly workspaceId: WorkspaceId; readonly personId: PersonId | null }
  /** The device's token has ended. */
  | { readonly type: 'device-ended'; readonly deviceId: Ulid; readonly reason: 'signed-out' | 'removed' }

export interface FanOut {
  publish(message: FanOutMessage): void
  subscribe(listener: (message: FanOutMessage) => void): Disposable
}
