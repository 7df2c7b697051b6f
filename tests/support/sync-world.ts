/** A real server on a real socket, and engines that are connected to it. */
import { randomBytes } from 'node:crypto'
import { expect, onTestFinished } from 'vitest'
import { systemClock } from '#shared/base/clock.ts'
import { silentLog, type Log } from '#shared/base/log.ts'
import { unwrap } from '#shared/base/result.ts'
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/contract.ts'
import type { SyncMeta } from '#shared/contract/sync.ts'
import type { SyncOptions } from '../../src-main/engine/sync/sync.ts'
import { webSocketTransport } from '../../src-main/engine/sync/ws-transport.ts'
import { createServer, type OutpostServer, type ServerDeps } from '../../src-server/create-server.ts'
import { createWorld, type World, type WorldOptions } from './engine-world.ts'
import { temporaryFolder } from './temp-folder.ts'

export const password = 'correct horse battery'

export interface RunningServer {
  readonly server: OutpostServer
  readonly address: string
  readonly folder: string
  /** Stops it for good, or until `start` with the same folder. */
  stop(): Promise<void>
}

export async function startServer(
  options: Partial<ServerDeps> & { readonly port?: number } = {},
): Promise<RunningServer> {
  const { folder = temporaryFolder(), port = 0, ...deps } = options
  const server = unwrap(
    createServer({
      folder,
      clock: systemClock,
      randomBytes: (count) => randomBytes(count),
      log: silentLog,
      ...deps,
      settings: { ...deps.settings, port },
    }),
  )
  onTestFinished(() => server.close())
  const { address } = unwrap(await server.listen())
  return { server, address, folder, stop: () => server.close() }
}

export interface Device extends World {
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>
  status(): Promise<SyncMeta>
  /** Waits until the status is as asked. */
  untilStatus(what: string, isReached: (status: SyncMeta) => boolean): Promise<SyncMeta>
  /** Waits until nothing waits and everything has been read. */
  untilSynced(): Promise<void>
  readonly token: { value: string | null }
}

const waitMs = 10_000

export function createDevice(
  options: WorldOptions & { readonly syncOptions?: Partial<SyncOptions>; readonly log?: Log } = {},
): Device {
  const token: Device['token'] = { value: null }
  const sync: SyncOptions = {
    transport: webSocketTransport,
    fetch: (url, init) => fetch(url, init),
    blobFetch: (url, init) => fetch(url, init),
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return { dispose: () => clearTimeout(timer) }
      },
    },
    random: () => Math.random(),
    token: { get: () => token.value, set: (next) => (token.value = next) },
    deviceName: 'test device',
    program: 'outpost/test',
    ...options.syncOptions,
  }
  const world = createWorld({ clock: { ...systemClock, set: never, advance: never }, ...options, sync })
  const status = async () => (await world.ask('sync.status', {})).meta
  const untilStatus: Device['untilStatus'] = async (what, isReached) => {
    let last = await status()
    await expect
      .poll(
        async () => {
          last = await status()
          return isReached(last) ? what : JSON.stringify(last)
        },
        { timeout: waitMs, interval: 5 },
      )
      .toBe(what)
    return last
  }
  // Spread would freeze the engine as it is now.
  return Object.assign(Object.create(world) as World, {
    token,
    status,
    untilStatus,
    async request<Name extends RequestName>(name: Name, input: RequestInput<Name>) {
      return unwrap(await world.engine.request(name, input)) as RequestOutput<Name>
    },
    async untilSynced() {
      await untilStatus(
        'synced',
        ({ connection, waiting, catchingUp, syncedAt }) =>
          connection.type === 'online' && waiting === 0 && catchingUp === null && syncedAt !== null,
      )
      await world.engine.settled()
    },
  })
}

function never(): never {
  throw new Error('these engines run by the real clock')
}

/** The first device of a server, with a channel and a queue. */
export async function setUpServer({ server, address }: RunningServer, device: Device): Promise<void> {
  const code = server.setupLink()?.split('/').at(-1) ?? ''
  await device.request('server.setUp', {
    address,
    code,
    workspaceName: 'Windpark Nord',
    personName: 'Ada',
    email: 'ada@example.org',
    password,
  })
}

/** Another person's device, let in by an invite of `host`. */
export async function joinServer(
  { address }: RunningServer,
  host: Device,
  guest: Device,
  name: string,
  role: 'admin' | 'agent' | 'guest' = 'agent',
): Promise<void> {
  const { link } = await host.request('server.createInvite', { role })
  await guest.request('server.join', {
    address,
    code: link.split('/').at(-1) ?? '',
    personName: name,
    email: `${name.toLowerCase()}@example.org`,
    password,
  })
}
