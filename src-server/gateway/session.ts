/** One device's connection, as data. The parts of the gateway that act on it are handed it. */
import type { SpaceId } from '#shared/base/ids.ts'
import type { PresenceState } from '#shared/protocol/frames.ts'
import type { Identity } from '../access/access-policy.ts'
import type { Valve } from './valves.ts'

export interface Session {
  readonly valve: Valve
  readonly address: string
  readonly openedAt: number
  /** Null until a good `hello`. */
  device: { readonly identity: Identity; readonly token: string; readonly version: number } | null
  /** The spaces it may read, with how far it has read each: the sequence number, or `behind`. */
  readonly following: Map<FollowedSpace, number>
  /** Null where it watches nothing, as most do. */
  topics: Set<Topic> | null
  /** What was asked last of what takes long. */
  slowWork: Promise<void> | null
}

/** The device has been told, or knows, that there is more; nothing is sent until it pulls [S4]. */
export const behind = -1

/** A space that at least one connected device may read. */
export interface FollowedSpace {
  readonly spaceId: SpaceId
  head: number
  readonly followers: Set<Session>
}

/** What people look at together. */
export interface Topic {
  readonly key: string
  readonly name: string
  readonly watchers: Map<Session, PresenceState>
  /** Told to more than one: whoever stays behind alone has to be told that the others are gone. */
  wasShared: boolean
  /** The tick from which on it may be told again. */
  restsUntil: number
}
