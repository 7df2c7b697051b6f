import type { Clock } from '#shared/base/clock.ts'
import type { UlidFactory } from '#shared/base/ulid.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import type { FanOut } from '../gateway/fan-out.ts'
import type { AccessPolicy } from './access-policy.ts'
import type { AccessStore } from './access-store.ts'
import type { Changes } from './changes.ts'
import type { Passwords } from './passwords.ts'
import type { RandomBytes } from './secrets.ts'
import type { Throttle } from './throttle.ts'

export interface AccessDeps {
  readonly store: AccessStore
  readonly syncStore: SyncStore
  readonly fanOut: FanOut
  readonly policy: AccessPolicy
  readonly clock: Clock
  readonly ids: UlidFactory
  readonly randomBytes: RandomBytes
}

/** What every part of the service works with. */
export interface AccessContext extends AccessDeps {
  readonly change: Changes
  readonly passwords: Passwords
  readonly throttle: Throttle
}
