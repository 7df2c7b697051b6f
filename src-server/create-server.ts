/**
 * One sync server, put together: everything it works with comes in, so that tests and simulations run it in their own
 * process with their own clock.
 */
import fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import type { FastifyInstance } from 'fastify'
import { createBytePool } from '#shared/base/byte-pool.ts'
import type { Clock } from '#shared/base/clock.ts'
import type { Log } from '#shared/base/log.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { Timers } from '#shared/base/timers.ts'
import { createUlidFactory, type Ulid, type UlidFactory } from '#shared/base/ulid.ts'
import { protocolVersions, type VersionRange } from '#shared/protocol/versions.ts'
import type { AccessPolicy } from './access/access-policy.ts'
import { createAccessService, type AccessService } from './access/access-service.ts'
import type { AccessStore } from './access/access-store.ts'
import { createAccessPolicy } from './access/policy.ts'
import type { RandomBytes } from './access/secrets.ts'
import { createLocalFanOut } from './adapters/fanout-local.ts'
import { createSqliteAccessStore } from './adapters/store-sqlite/access-store.ts'
import { createSqliteBlobStore } from './adapters/store-sqlite/blob-store.ts'
import { createSqliteSyncStore } from './adapters/store-sqlite/sync-store.ts'
import { createBlobs } from './blobs/blobs.ts'
import { createContent } from './content/content.ts'
import { countWith } from './count-with.ts'
import { createCompaction } from './feed/compaction.ts'
import { createFeed } from './feed/feed.ts'
import type { SyncStore } from './feed/sync-store.ts'
import { openFolder, type OpenFolder } from './folder.ts'
import type { FanOut } from './gateway/fan-out.ts'
import { createGateway, type Gateway } from './gateway/gateway.ts'
import { defaultGatewayLimits, type GatewayLimits } from './gateway/gateway-limits.ts'
import { hostInUrl, isLoopback } from './http/address.ts'
import { createHttpApp } from './http/http-app.ts'
import { createServerMetrics, type ServerMetrics } from './metrics.ts'
import { defaultSettings, type ServerSettings } from './settings.ts'
import { folderError, listenError, type StartError } from './start-error.ts'
import { systemTimers } from './system-timers.ts'
import { keepAtIt } from './upkeep.ts'

export interface ServerDeps {
  /** Holds everything the server keeps; made where it is missing. */
  readonly folder: string
  readonly clock: Clock
  /** Unpredictable, except in tests. */
  readonly randomBytes: RandomBytes
  readonly log: Log
  readonly settings?: Partial<ServerSettings>
  readonly metrics?: ServerMetrics
  readonly limits?: Partial<GatewayLimits>
  /** For tests of older and newer programs side by side. */
  readonly protocolVersions?: VersionRange
  /** The system's where nobody says otherwise; a simulation brings its own. */
  readonly timers?: Timers
  /** Runs after what is due in this turn of the event loop; `setImmediate` where nobody says otherwise. */
  readonly soon?: (run: () => void) => void
}

export interface OutpostServer {
  readonly app: FastifyInstance
  readonly gateway: Gateway
  readonly epoch: Ulid
  readonly store: AccessStore
  readonly syncStore: SyncStore
  readonly policy: AccessPolicy
  readonly access: AccessService
  readonly fanOut: FanOut
  readonly metrics: ServerMetrics
  /** `outpost://setup/{host}/{code}`; null where no set-up is due. Secret: whoever has it owns what is set up. */
  setupLink(): string | null
  listen(): Promise<Result<Listening, StartError>>
  /** Answers what it has, says goodbye to the devices, and lets go of the folder. May be called twice. */
  close(): Promise<void>
}

export interface Listening {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly address: string
  readonly port: number
}

/** @throws only for what nobody expects */
export function createServer(deps: ServerDeps): Result<OutpostServer, StartError> {
  const { folder, clock, randomBytes } = deps
  const settings = { ...defaultSettings, ...deps.settings }
  const ids = createUlidFactory(
    () => clock.now(),
    createBytePool((bytes) => bytes.set(randomBytes(bytes.length))),
  )
  const opened = openFolder(folder, { ids, isRestored: settings.isRestored })
  if (!opened.ok) return opened
  try {
    return ok(compose({ ...deps, settings, ids, opened: opened.value }))
  } catch (error) {
    opened.value.close()
    const known: StartError | null = isTlsError(error)
      ? { type: 'bad-certificate' }
      : folderError(error, folder)
    if (known) return err(known)
    throw error
  }
}

interface ComposeDeps extends ServerDeps {
  readonly settings: ServerSettings
  readonly ids: UlidFactory
  readonly opened: OpenFolder
}

function compose(deps: ComposeDeps): OutpostServer {
  const { settings, opened, log, timers = systemTimers } = deps
  const { host } = settings
  const metrics = deps.metrics ?? createServerMetrics()
  const fanOut = createLocalFanOut()
  const store = createSqliteAccessStore(opened.db)
  const syncStore = createSqliteSyncStore(opened.db)
  const policy = createAccessPolicy({ store })
  const access = createAccessService({ ...deps, store, syncStore, fanOut, policy })
  const setupCode = access.renewSetupCode(settings.wantsSetupLink)
  const version = readVersion()
  let isDraining = false
  let port = settings.port
  let closing: Promise<void> | null = null
  const publicAddress = () => settings.publicAddress ?? `${hostInUrl(reachableHost(host))}:${port}`
  // Programs take https for granted, except on their own machine.
  const isPlain = settings.tls === null && !settings.isBehindProxy && !isLoopback(reachableHost(host))
  const linkTo = (kind: 'setup' | 'join', code: string) =>
    `outpost://${kind}/${publicAddress()}/${code}${isPlain ? '?http=1' : ''}`

  const sync = {
    clock: deps.clock,
    ids: deps.ids,
    log,
    timers,
    fanOut,
    store: syncStore,
    policy: { ...policy, identify: access.identifyAndNote },
    content: createContent(),
    metrics: countWith(metrics),
    soon: deps.soon ?? ((run: () => void) => void setImmediate(run)),
    limits: { ...defaultGatewayLimits, ...deps.limits },
    serverVersion: version,
    protocolVersions: deps.protocolVersions ?? protocolVersions,
  }
  const feed = createFeed(sync)
  const compaction = createCompaction({ ...sync, feed })
  const gateway = createGateway({ ...sync, feed })
  const blobs = createBlobs({
    folder: deps.folder,
    store: createSqliteBlobStore(opened.db),
    policy,
    clock: deps.clock,
    timers,
    log,
  })
  const { app, transfers } = createHttpApp({
    access,
    blobs,
    log,
    metrics,
    version,
    joinLink: (code) => linkTo('join', code),
    tls: settings.tls,
    isBehindProxy: settings.isBehindProxy,
    metricsToken: settings.metricsToken,
    isDraining: () => isDraining,
    askDatabase: () => void store.hasAccounts(),
  })
  gateway.attach(app.server)
  const upkeep = keepAtIt({ timers, log, access, epoch: opened.epoch })

  const close = async (): Promise<void> => {
    isDraining = true
    await gateway.drain()
    transfers.drain()
    await app.close()
    for (const part of [gateway, compaction, upkeep, blobs]) part.dispose()
    opened.close()
  }

  return {
    app,
    gateway,
    store,
    syncStore,
    policy,
    access,
    fanOut,
    metrics,
    epoch: opened.epoch.epoch,
    setupLink: () => (setupCode === null || access.isSetUpOver() ? null : linkTo('setup', setupCode)),
    async listen() {
      try {
        // The name may stand for two addresses; the one that is always there will do.
        await app.listen({ host: host === 'localhost' ? '127.0.0.1' : host, port: settings.port })
      } catch (error) {
        const known = listenError(error, host, settings.port)
        if (known) return err(known)
        throw error
      }
      port = (app.server.address() as AddressInfo).port
      const scheme = settings.tls ? 'https' : 'http'
      return ok({ address: `${scheme}://${hostInUrl(host)}:${port}`, port })
    },
    close: () => (closing ??= close()),
  }
}

/** What people could type to get here: an address that stands for all of a machine's is none. */
function reachableHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? os.hostname() : host
}

export function readVersion(): string {
  const manifest = JSON.parse(fs.readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return manifest.version
}

function isTlsError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('ERR_OSSL') || code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL')
}
