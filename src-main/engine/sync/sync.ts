/**
 * Keeps the workspace in step with its server: one connection, what waits goes out, what others wrote comes in. The
 * store is the truth at every moment; everything in memory here can be lost with the connection.
 */
import type { SpaceId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import type { Result } from '#shared/base/result.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { PointRow, PresenceRow, SyncMeta } from '#shared/contract/sync.ts'
import type { ServerFrame } from '#shared/protocol/frames.ts'
import { protocolVersions, type VersionRange } from '#shared/protocol/versions.ts'
import type { BlobFetch } from '../blobs/blob-fetch.ts'
import type { CommandContext } from '../commands/context.ts'
import { errorCode } from '../store/errors.ts'
import { getMeta, setMeta } from '../store/meta.ts'
import { createConnection, type Welcome } from './connection.ts'
import { listCursors, putCursor } from './cursors.ts'
import { isOutboxEmpty } from './outbox.ts'
import { createPresence } from './presence.ts'
import { createPuller } from './puller.ts'
import { createPusher } from './pusher.ts'
import { nextComparison, settleComparison } from './reconcile.ts'
import { createRequests, type ServerRequest, type TokenStore } from './requests.ts'
import { createServerCalls, type Fetch } from './server-calls.ts'
import { alignSpaces, dropSpace, grantSpace } from './spaces.ts'
import type { SyncTransport } from './transport.ts'

/** What sync needs of the world; the engine's caller hands it in. */
export interface SyncOptions {
  readonly transport: SyncTransport
  readonly fetch: Fetch
  /** For files; without it none are moved. */
  readonly blobFetch?: BlobFetch
  readonly timers: Timers
  /** A number in [0, 1), for jitter. */
  readonly random: () => number
  readonly token: TokenStore
  /** How this device is called in the list of devices. */
  readonly deviceName: string
  /** The program and its version. */
  readonly program: string
  /** For tests of older and newer programs side by side. */
  readonly versions?: VersionRange
}

export interface SyncDeps {
  readonly options: SyncOptions
  readonly context: CommandContext
  /** One write transaction, told to live queries after its commit; `relaxed` does not wait for the disk. */
  readonly transact: <T>(work: () => T, durability?: 'relaxed') => T
  readonly invalidate: (keys: ReadonlySet<string>) => void
  /** All that was missing is stored. */
  readonly onCaughtUp: () => void
  readonly log: Log
}

export interface Sync {
  start(): void
  /** Something was committed that may have to go out. */
  kick(): void
  wake(): void
  /** Presence topics on screen. */
  watch(topics: ReadonlySet<string>): void
  typing(topic: string, on: boolean): void
  point(topic: string, point: Uint8Array): void
  points(topic: string): PointRow[]
  others(topic: string): PresenceRow[]
  status(): Pick<SyncMeta, 'connection' | 'catchingUp' | 'syncedAt' | 'clockAheadMs'>
  request(request: ServerRequest, signal?: AbortSignal): Promise<Result<unknown, CallError>>
  /** Whether there is a server that has to acknowledge updates. */
  isLinked(): boolean
  /** Connected, and every feed is read to where the server says that it ends. */
  isUpToDate(): boolean
  /** Resolves when what has arrived is stored. */
  idle(): Promise<void>
  dispose(): void
}

/** Off by more, and people wonder at the order of messages. */
const clockToleranceMs = 5 * 60_000
const statusKey: ReadonlySet<string> = new Set(['sync'])

export function createSync({ options, context, transact, invalidate, onCaughtUp, log }: SyncDeps): Sync {
  const { db } = context
  let isLinked = getMeta(db, 'serverAddress') !== null
  let syncedAt: number | null = Number(getMeta(db, 'syncedAt') ?? 0) || null
  let clockAheadMs: number | null = null
  let epoch: Welcome['epoch'] | null = null
  let isComparing = false
  let isDisposed = false
  /** Spaces whose feed was read again because of a comparison: once a connection is enough. */
  const readAgain = new Set<SpaceId>()

  const connection = createConnection({
    transport: options.transport,
    timers: options.timers,
    now: context.now,
    random: options.random,
    log,
    hello() {
      const address = getMeta(db, 'serverAddress')
      const token = options.token.get()
      if (address === null) return 'none'
      if (token === null) return 'signed-out'
      const versions = options.versions ?? protocolVersions
      const { program } = options
      return { address, frame: { type: 'hello', versions, token, program, cursors: listCursors(db) } }
    },
    onWelcome: (welcome) => enqueue(() => welcomed(welcome)),
    onFrame: (frame) => enqueue(() => receive(frame)),
    onState() {
      if (connection.state().type !== 'online') lost()
      invalidate(statusKey)
    },
  })
  const isOnline = () => connection.state().type === 'online'
  const puller = createPuller({
    context,
    transact,
    send: connection.send,
    yieldNow: () => new Promise((resolve) => setImmediate(resolve)),
    onCaughtUp,
  })
  const pusher = createPusher({
    context,
    transact,
    send: connection.send,
    isOnline: () => isOnline() && epoch !== null,
    timers: options.timers,
    onDropped: (spaceId) => puller.forget(spaceId),
    onElsewhere: (heads) => puller.headsMoved(heads),
  })
  const presence = createPresence({ send: connection.send, invalidate })

  /** Frames are taken one after the other: a page takes several turns to store. */
  let queue: Promise<void> = Promise.resolve()
  let generation = 0
  const isOver = (own: number) => own !== generation || isDisposed
  const enqueue = (work: () => void | Promise<void>) => {
    const own = generation
    queue = queue.then(async () => {
      if (isOver(own)) return
      try {
        await work()
      } catch (error) {
        // A full disk, say. What was stored stands; the rest is asked for again after a while.
        log.error('sync-failed', { code: errorCode(error) })
        if (!isOver(own)) connection.fail()
      }
    })
  }
  const lost = () => {
    generation++
    epoch = null
    isComparing = false
    readAgain.clear()
    pusher.reset()
    puller.reset()
    presence.disconnected()
    rememberSynced()
  }
  const rememberSynced = () => {
    if (isDisposed || syncedAt === null || getMeta(db, 'syncedAt') === String(syncedAt)) return
    transact(() => setMeta(db, 'syncedAt', String(syncedAt)), 'relaxed')
  }

  const welcomed = (welcome: Welcome) => {
    const ahead = context.now() - welcome.serverTime
    clockAheadMs = Math.abs(ahead) > clockToleranceMs ? ahead : null
    if (clockAheadMs !== null) log.warn('clock-off', { aheadMs: clockAheadMs })
    epoch = welcome.epoch
    transact(() => {
      if (getMeta(db, 'role') !== welcome.role) setMeta(db, 'role', welcome.role)
      alignSpaces(context, welcome)
      context.changed.add('sync')
    })
    puller.headsMoved(welcome.spaces)
    presence.connected(welcome.version)
    goOn()
  }
  const receive = async (frame: Exclude<ServerFrame, Welcome>): Promise<void> => {
    switch (frame.type) {
      case 'ack':
        pusher.acknowledged(frame)
        break
      case 'reject':
        pusher.rejected(frame)
        break
      case 'page':
        await puller.store(frame)
        break
      case 'poke':
        puller.headsMoved([frame])
        break
      case 'access':
        accessChanged(frame)
        break
      case 'states':
        compared(frame)
        break
      case 'presences':
        presence.received(frame)
        return
      case 'pointed':
        presence.pointed(frame)
        return
      case 'pong':
        break
    }
    goOn()
  }
  const accessChanged = ({ role, granted, revoked }: Extract<ServerFrame, { type: 'access' }>) => {
    const current = epoch
    if (current === null) return
    transact(() => {
      setMeta(db, 'role', role)
      for (const spaceId of revoked) dropSpace(context, spaceId)
      for (const space of granted) grantSpace(context, space, current)
      context.changed.add('sync')
    })
    for (const spaceId of revoked) puller.forget(spaceId)
    puller.headsMoved(granted)
  }
  const compared = (states: Extract<ServerFrame, { type: 'states' }>) => {
    isComparing = false
    const { spaceId } = states
    const current = epoch
    transact(() => {
      const { isBehind } = settleComparison(context, states)
      context.changed.add('sync')
      if (!isBehind || current === null || readAgain.has(spaceId)) return
      readAgain.add(spaceId)
      putCursor(db, spaceId, current, 0)
    })
    puller.forget(spaceId)
  }

  /** After everything that happened: what is due next. */
  const goOn = () => {
    if (!isOnline() || epoch === null) {
      // What waits is counted also while it cannot go out.
      if (isLinked) invalidate(statusKey)
      return
    }
    pusher.push()
    if (!puller.isUpToDate()) return
    if (!isComparing) {
      const comparison = nextComparison(db)
      if (comparison) {
        isComparing = true
        connection.send({ type: 'compare', ...comparison })
      }
    }
    if (isOutboxEmpty(db)) syncedAt = context.now()
    invalidate(statusKey)
  }

  const requests = createRequests({
    context,
    transact,
    callServer: createServerCalls(options.fetch),
    deviceName: options.deviceName,
    token: options.token,
    relinked() {
      isLinked = getMeta(db, 'serverAddress') !== null
      connection.start()
    },
  })

  return {
    start() {
      if (isLinked) connection.start()
    },
    kick: () => enqueue(goOn),
    wake: () => connection.wake(),
    watch: (topics) => presence.watch(topics),
    typing: (topic, on) => presence.typing(topic, on),
    point: (topic, point) => presence.point(topic, point),
    points: (topic) => presence.points(topic),
    others: (topic) => presence.others(topic, getMeta(db, 'me')),
    status: () => ({
      connection: connection.state(),
      catchingUp: puller.progress(),
      syncedAt,
      clockAheadMs,
    }),
    request: (request, signal) => requests.run(request, signal),
    isLinked: () => isLinked,
    isUpToDate: () => isOnline() && epoch !== null && puller.isUpToDate(),
    idle: () => queue,
    dispose() {
      if (isLinked) rememberSynced()
      isDisposed = true
      connection.stop()
    },
  }
}
