/** A sync server for tests: real SQLite, real feed and gateway, real sockets; rights in maps, time in the test's hands. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { asId, type DocId, type PersonId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { silentLog, type Log } from '#shared/base/log.ts'
import { createRandom } from '#shared/base/random.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import type { PushItem, Role } from '#shared/protocol/frames.ts'
import { protocolVersions } from '#shared/protocol/versions.ts'
import type { Identity } from '../../src-server/access/access-policy.ts'
import { createLocalFanOut } from '../../src-server/adapters/fanout-local.ts'
import { openDatabase } from '../../src-server/adapters/store-sqlite/database.ts'
import { createSqliteSyncStore } from '../../src-server/adapters/store-sqlite/sync-store.ts'
import { createContent } from '../../src-server/content/content.ts'
import { createCompaction } from '../../src-server/feed/compaction.ts'
import { createFeed } from '../../src-server/feed/feed.ts'
import type { SyncStore } from '../../src-server/feed/sync-store.ts'
import { defaultGatewayLimits, type GatewayLimits } from '../../src-server/gateway/gateway-limits.ts'
import { createGateway, type GatewayDeps } from '../../src-server/gateway/gateway.ts'
import { createClockwork } from './server-clockwork.ts'
import { connectDevice, type TestDevice } from './server-device.ts'
import { createTestPolicy } from './server-policy.ts'
import { temporaryFolder } from './temp-folder.ts'

export type ServerWorld = ReturnType<typeof createServerWorld>

export interface Account {
  readonly identity: Identity
  readonly token: string
}

export interface ServerWorldOptions {
  readonly limits?: Partial<GatewayLimits>
  readonly log?: Log
  /** Puts something between the server and its store. */
  readonly wrap?: (store: SyncStore) => SyncStore
  readonly protocolVersions?: GatewayDeps['protocolVersions']
}

export function createServerWorld(options: ServerWorldOptions = {}) {
  const folder = temporaryFolder()
  const clockwork = createClockwork()
  const random = createRandom(7)
  const ids = createUlidFactory(
    () => clockwork.clock.now(),
    () => random.int(0, 255),
  )
  const policy = createTestPolicy()
  const workspaceId = ids.next() as Identity['workspaceId']
  const directoryId = asId<SpaceId>(ids.next())

  const start = () => {
    const db = openDatabase(folder)
    const stored = createSqliteSyncStore(db)
    const store = options.wrap?.(stored) ?? stored
    const fanOut = createLocalFanOut()
    const content = createContent()
    const deps = {
      ...{ store, policy, content, fanOut, ids, clock: clockwork.clock, timers: clockwork.timers },
      log: options.log ?? silentLog,
      soon: (run: () => void) => void setImmediate(run),
      metrics: silentMetrics,
    }
    const feed = createFeed(deps)
    const gateway = createGateway({
      ...deps,
      feed,
      limits: { ...defaultGatewayLimits, ...options.limits },
      serverVersion: 'test-server 1',
      protocolVersions: options.protocolVersions ?? protocolVersions,
    })
    return { db, store, fanOut, content, feed, gateway, compaction: createCompaction({ ...deps, feed }) }
  }
  let parts = start()
  let server: Server | null = null

  const stop = () => {
    parts.gateway.dispose()
    parts.compaction.dispose()
    server?.close()
    server = null
    parts.db.close()
  }
  onTestFinished(stop)

  parts.db
    .prepare("INSERT INTO workspaces (workspace_id, name, directory_id, created_at) VALUES (?, '', ?, 0)")
    .run(workspaceId, directoryId)

  const world = {
    folder,
    policy,
    workspaceId,
    directoryId,
    ...clockwork,
    get store() {
      return parts.store
    },
    get db() {
      return parts.db
    },
    get feed() {
      return parts.feed
    },
    get gateway() {
      return parts.gateway
    },
    get compaction() {
      return parts.compaction
    },
    get content() {
      return parts.content
    },
    get fanOut() {
      return parts.fanOut
    },
    nextId: <T extends Ulid>() => asId<T>(ids.next()),
    /** A person with a device. */
    addPerson(role: Role = 'agent', person?: Account): Account {
      const token = `token-${policy.tokens.size}-of-a-test`
      const identity: Identity = {
        deviceId: ids.next(),
        personId: person?.identity.personId ?? asId<PersonId>(ids.next()),
        workspaceId,
        directoryId,
        role,
      }
      policy.tokens.set(token, identity)
      return { identity, token }
    },
    addSpace(kind: string, ...members: readonly Account[]): SpaceId {
      const spaceId = asId<SpaceId>(ids.next())
      parts.db
        .prepare(
          `INSERT INTO spaces (space_id, workspace_key, kind, is_open)
           SELECT ?, workspace_key, ?, 1 FROM workspaces WHERE workspace_id = ?`,
        )
        .run(spaceId, kind, workspaceId)
      policy.members.set(spaceId, new Set(members.map(({ identity }) => identity.personId)))
      return spaceId
    },
    /** The address to connect to. */
    async listen(): Promise<string> {
      if (!server) {
        server = createServer()
        parts.gateway.attach(server)
        await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
      }
      return `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`
    },
    async connect(): Promise<TestDevice> {
      return connectDevice(`${await world.listen()}/sync`)
    },
    /** Connected and welcomed. */
    async signIn({ token }: Account, cursors: Parameters<TestDevice['hello']>[0]['cursors'] = []) {
      const device = await world.connect()
      device.hello({ token, cursors })
      const welcome = await device.next('welcome')
      return { device, welcome }
    },
    push: ({ identity }: Account, ...items: readonly PushItem[]) => parts.feed.push(identity, items),
    cursor: (spaceId: SpaceId, seq = parts.store.head(spaceId)) => ({
      spaceId,
      epoch: parts.store.epoch(),
      seq,
    }),
    /** The process dies and another one starts. */
    restart() {
      stop()
      parts = start()
    },
  }
  return world
}

const ignore = () => undefined
export const silentMetrics = {
  committed: ignore,
  refused: ignore,
  compacted: ignore,
  socketOpened: ignore,
  socketClosed: ignore,
  deviceJoined: ignore,
  deviceLeft: ignore,
  received: ignore,
  sent: ignore,
  fannedOut: ignore,
}

/** An update as a device would make it; each is whole by itself. */
export function updateItem(
  world: ServerWorld,
  spaceId: SpaceId,
  docId: DocId,
  text = 'words',
): Extract<PushItem, { type: 'update' }> {
  const itemId = world.nextId<UpdateId>()
  return {
    type: 'update',
    itemId,
    spaceId,
    docId,
    payload: updateOf((doc) => doc.getMap('m').set(itemId, text)),
  }
}

export function updateOf(edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  edit(doc)
  return Y.encodeStateAsUpdate(doc)
}

/** What a device has that applied all of these. */
export function documentOf(entries: readonly { readonly payload: Uint8Array }[]): Y.Doc {
  const doc = new Y.Doc()
  for (const { payload } of entries) Y.applyUpdate(doc, payload)
  return doc
}
