/**
 * One document in memory for the plain Yjs programs that have it open. What they write goes to the feed like any
 * device's updates; what others write comes from the feed. If the feed does not take something, the room is ahead of
 * what is stored: it is closed, and everybody starts again from the feed.
 */
import * as awarenessProtocol from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createDoc } from '#shared/model/doc.ts'
import { asId, type DocId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import type { UlidFactory } from '#shared/base/ulid.ts'
import { closeCodes, type CloseCode } from '#shared/protocol/close-codes.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { AccessPolicy, Identity } from '../access/access-policy.ts'
import type { Feed } from '../feed/feed.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import type { Valve, Valves } from '../gateway/valves.ts'
import { problemOfUpdate } from './check-update.ts'
import { applyAll } from './documents.ts'
import {
  awarenessMessage,
  missingMessage,
  readYMessage,
  stateVectorMessage,
  updateMessage,
} from './y-messages.ts'

export interface Visitor {
  readonly valve: Valve
  readonly identity: Identity
  readonly token: string
  /** Whose awareness it speaks for. */
  readonly clients: Set<number>
}

export interface YRoom {
  readonly spaceId: SpaceId
  readonly visitors: Set<Visitor>
  enter(visitor: Visitor): void
  leave(visitor: Visitor): void
  hear(visitor: Visitor, message: Uint8Array): void
  /** Takes over what is new in the feed. */
  catchUp(): void
  /** What was written here is answered by the feed. */
  close(code: CloseCode, reason?: string): void
  dispose(): void
}

export interface YRoomDeps {
  readonly store: SyncStore
  readonly feed: Feed
  readonly policy: AccessPolicy
  readonly ids: UlidFactory
  readonly valves: Valves
}

/** A cursor and a name take some hundred bytes. */
const awarenessBytes = 64 * 1024
const awarenessClients = 500

export function createYRoom(deps: YRoomDeps, spaceId: SpaceId, docId: DocId): YRoom {
  const { store, feed, policy, ids, valves } = deps
  const doc = createDoc()
  const awareness = new awarenessProtocol.Awareness(doc)
  awareness.setLocalState(null)
  const visitors = new Set<Visitor>()
  /** Entries that came from here, until the feed shows them. */
  const own = new Set<UpdateId>()
  let cursor = store.head(spaceId)
  applyAll(doc, payloadsOf(store.documentLog(spaceId, docId)), fromFeed)

  const broadcast = (message: Uint8Array, except: unknown = null): void => {
    for (const visitor of visitors) if (visitor !== except) valves.send(visitor.valve, message)
  }
  const close = (code: CloseCode, reason = ''): void => {
    for (const { valve } of visitors) valves.close(valve, code, reason)
  }

  const save = (visitor: Visitor, payload: Uint8Array): void => {
    const itemId = asId<UpdateId>(ids.next())
    own.add(itemId)
    const item = { type: 'update', itemId, spaceId, docId, payload } as const
    void feed.push(visitor.identity, [item]).then(([outcome]) => {
      if (outcome?.type === 'taken') return
      own.delete(itemId)
      close(closeCodes.serverFault, outcome?.reason)
    })
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    broadcast(updateMessage(update), origin)
    if (isVisitor(origin)) save(origin, update)
  })
  awareness.on('update', ({ added, updated, removed }: AwarenessChange, origin: unknown) => {
    if (isVisitor(origin)) for (const client of added) origin.clients.add(client)
    const changed = [...added, ...updated, ...removed]
    // Also to the one it came from: that is how it knows that the connection lives.
    broadcast(awarenessMessage(awarenessProtocol.encodeAwarenessUpdate(awareness, changed)))
  })

  const sendAwareness = ({ valve }: Visitor): void => {
    const clients = [...awareness.getStates().keys()]
    if (clients.length === 0) return
    valves.send(valve, awarenessMessage(awarenessProtocol.encodeAwarenessUpdate(awareness, clients)))
  }

  const takeUpdate = (visitor: Visitor, update: Uint8Array): boolean => {
    if (problemOfUpdate(update) !== null) return false
    // Who may only read sends what it has when it connects, as every Yjs program does.
    if (!policy.canWrite(visitor.identity, spaceId)) return true
    Y.applyUpdate(doc, update, visitor)
    // What waits for its missing parts is kept in memory alone.
    return (doc.store.pendingStructs?.update.byteLength ?? 0) <= protocolLimits.payloadBytes
  }

  const takeAwareness = (visitor: Visitor, update: Uint8Array): boolean => {
    if (update.byteLength > awarenessBytes) return false
    awarenessProtocol.applyAwarenessUpdate(awareness, update, visitor)
    return awareness.states.size <= awarenessClients
  }

  const take = (visitor: Visitor, bytes: Uint8Array): boolean => {
    const message = readYMessage(bytes)
    switch (message?.type) {
      case 'state-vector':
        valves.send(visitor.valve, missingMessage(Y.encodeStateAsUpdate(doc, message.bytes)))
        return true
      case 'update':
        return takeUpdate(visitor, message.bytes)
      case 'awareness':
        return takeAwareness(visitor, message.bytes)
      case 'query-awareness':
        sendAwareness(visitor)
        return true
      case 'unknown':
        return true
      case undefined:
        return false
    }
  }

  return {
    spaceId,
    visitors,
    enter(visitor) {
      visitors.add(visitor)
      valves.send(visitor.valve, stateVectorMessage(Y.encodeStateVector(doc)))
      sendAwareness(visitor)
    },
    leave(visitor) {
      visitors.delete(visitor)
      awarenessProtocol.removeAwarenessStates(awareness, [...visitor.clients], null)
    },
    hear(visitor, message) {
      let isTaken = false
      try {
        isTaken = take(visitor, message)
      } catch {
        // State vectors and awareness are decoded by Yjs, which throws whatever comes: all of it is malformed.
      }
      if (!isTaken) valves.close(visitor.valve, closeCodes.malformed)
    },
    catchUp() {
      const [visitor] = visitors
      if (!visitor) return
      const place = store.findDocument(visitor.identity.workspaceId, docId)
      if (place && (place.isDeleted || place.spaceId !== spaceId)) {
        close(closeCodes.removed, 'the document is gone')
        return
      }
      const entries = store.documentLog(spaceId, docId, cursor)
      cursor = store.head(spaceId)
      const others = entries.filter(({ entryId }) => !own.delete(entryId))
      // What these programs have in memory cannot be taken from them, but they get no more of it from here.
      if (others.some((entry) => entry.type === 'snapshot' && entry.erases)) {
        close(closeCodes.draining)
        return
      }
      applyAll(doc, payloadsOf(others), fromFeed)
    },
    close,
    dispose() {
      awareness.destroy()
      doc.destroy()
    },
  }
}

interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

const fromFeed = 'feed'

const isVisitor = (origin: unknown): origin is Visitor =>
  typeof origin === 'object' && origin !== null && 'valve' in origin

const payloadsOf = (entries: readonly { readonly payload: Uint8Array }[]): readonly Uint8Array[] =>
  entries.map(({ payload }) => payload)
