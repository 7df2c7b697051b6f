/** What the two sides say to each other. The bytes, and the rules by id, are in SPEC.md. */
import type { DocId, PersonId, SpaceId, UpdateId, WorkspaceId } from '../base/ids.ts'
import type { Ulid } from '../base/ulid.ts'
import type { VersionRange } from './versions.ts'

/** How far a device has read a space's feed. `epoch` is the server's at that time. */
export interface Cursor {
  readonly spaceId: SpaceId
  readonly epoch: Ulid
  readonly seq: number
}

export interface SpaceHead {
  readonly spaceId: SpaceId
  /** The sequence number of the newest entry; 0 for none. */
  readonly head: number
}

/** What a device asks to have written. `itemId` makes a repeated push the same push; for updates it is the UpdateId. */
export type PushItem =
  | {
      readonly type: 'update'
      readonly itemId: UpdateId
      readonly spaceId: SpaceId
      readonly docId: DocId
      readonly payload: Uint8Array
    }
  /** A record that a device proposes: a space made offline, a person's own name. The server decides. */
  | {
      readonly type: 'record'
      readonly itemId: UpdateId
      readonly spaceId: SpaceId
      readonly recordType: string
      readonly recordId: string
      /** JSON. */
      readonly body: string
    }
  /** The document goes for good. */
  | { readonly type: 'delete'; readonly itemId: UpdateId; readonly spaceId: SpaceId; readonly docId: DocId }
  /** The document goes on in another space: a tombstone here, a snapshot there. */
  | {
      readonly type: 'move'
      readonly itemId: UpdateId
      readonly spaceId: SpaceId
      readonly docId: DocId
      readonly toSpaceId: SpaceId
    }
  /** What the document no longer shows leaves every log and file. */
  | { readonly type: 'erase'; readonly itemId: UpdateId; readonly spaceId: SpaceId; readonly docId: DocId }

/** One entry of a space's feed. */
export type FeedEntry =
  | {
      readonly type: 'update'
      readonly seq: number
      readonly entryId: UpdateId
      readonly docId: DocId
      readonly payload: Uint8Array
    }
  /** The merged state of the document. With `erases`, every older state has to be forgotten. */
  | {
      readonly type: 'snapshot'
      readonly seq: number
      readonly entryId: UpdateId
      readonly docId: DocId
      readonly payload: Uint8Array
      readonly erases: boolean
    }
  | {
      readonly type: 'tombstone'
      readonly seq: number
      readonly entryId: UpdateId
      readonly docId: DocId
      /** Where it goes on; null where it was deleted. */
      readonly movedTo: SpaceId | null
    }
  | {
      readonly type: 'record'
      readonly seq: number
      readonly entryId: UpdateId
      readonly recordType: string
      readonly recordId: string
      readonly body: string
    }

/** Why a push was refused. The first two may be tried again later; the others are final. */
export const rejectReasons = [
  'disk-full',
  'busy',
  'no-access',
  'undecodable',
  'too-large',
  'wrong-space',
  'deleted',
  'record-refused',
] as const
export type RejectReason = (typeof rejectReasons)[number]

export const isFinal = (reason: RejectReason): boolean => reason !== 'disk-full' && reason !== 'busy'

export const presenceStates = ['away', 'viewing', 'typing'] as const
export type PresenceState = (typeof presenceStates)[number]

export const roles = ['owner', 'admin', 'agent', 'guest'] as const
export type Role = (typeof roles)[number]

/** From the device. */
export type ClientFrame =
  | {
      readonly type: 'hello'
      readonly versions: VersionRange
      readonly token: string
      /** The program and its version, for logs. */
      readonly program: string
      readonly cursors: readonly Cursor[]
    }
  | { readonly type: 'push'; readonly items: readonly PushItem[] }
  | { readonly type: 'pull'; readonly spaceId: SpaceId; readonly epoch: Ulid; readonly after: number }
  /** All topics the device looks at now; replaces the earlier list. */
  | { readonly type: 'watch'; readonly topics: readonly string[] }
  | { readonly type: 'presence'; readonly topic: string; readonly state: PresenceState }
  /** Where in the document the person is; empty for nowhere. What it means the server does not know. */
  | { readonly type: 'point'; readonly topic: string; readonly point: Uint8Array }
  | { readonly type: 'compare'; readonly spaceId: SpaceId; readonly docIds: readonly DocId[] }
  | { readonly type: 'ping'; readonly nonce: number }

/** From the server. */
export type ServerFrame =
  | {
      readonly type: 'welcome'
      readonly version: number
      readonly server: string
      readonly workspaceId: WorkspaceId
      readonly directoryId: SpaceId
      readonly personId: PersonId
      readonly deviceId: Ulid
      readonly role: Role
      /** Milliseconds since 1970. */
      readonly serverTime: number
      readonly epoch: Ulid
      readonly spaces: readonly SpaceHead[]
    }
  | {
      readonly type: 'ack'
      readonly items: readonly {
        readonly itemId: UpdateId
        /** Where it was written: another space than asked for if the document has moved. */
        readonly spaceId: SpaceId
        readonly seq: number
      }[]
    }
  | {
      readonly type: 'reject'
      readonly itemId: UpdateId
      readonly reason: RejectReason
      readonly detail: string
    }
  | {
      readonly type: 'page'
      readonly spaceId: SpaceId
      readonly epoch: Ulid
      /** The entries follow this sequence number … */
      readonly after: number
      /** … and reach to this one: the cursor after the page. */
      readonly upTo: number
      readonly head: number
      readonly entries: readonly FeedEntry[]
      /** A sample: what one document must be once everything up to `upTo` is applied. */
      readonly sample: { readonly docId: DocId; readonly digest: Uint8Array } | null
    }
  | { readonly type: 'poke'; readonly spaceId: SpaceId; readonly head: number }
  | {
      readonly type: 'access'
      readonly role: Role
      readonly granted: readonly SpaceHead[]
      readonly revoked: readonly SpaceId[]
    }
  | {
      readonly type: 'presences'
      readonly topic: string
      readonly present: readonly {
        readonly personId: PersonId
        readonly deviceId: Ulid
        readonly state: PresenceState
      }[]
    }
  | {
      readonly type: 'pointed'
      readonly topic: string
      readonly personId: PersonId
      readonly deviceId: Ulid
      readonly point: Uint8Array
    }
  | {
      readonly type: 'states'
      readonly spaceId: SpaceId
      readonly docs: readonly {
        readonly docId: DocId
        readonly stateVector: Uint8Array
        readonly digest: Uint8Array
      }[]
    }
  | { readonly type: 'pong'; readonly nonce: number; readonly serverTime: number }

export type Frame = ClientFrame | ServerFrame
