/** The real server on a real file, in this process, with the simulation's time and lines; it can die at any moment. */
import path from 'node:path'
import { silentLog } from '#shared/base/log.ts'
import type { Random } from '#shared/base/random.ts'
import { unwrap } from '#shared/base/result.ts'
import { protocolVersions } from '#shared/protocol/versions.ts'
import type { Fetch } from '../../../src-main/engine/sync/server-calls.ts'
import { createServer, type OutpostServer } from '../../../src-server/create-server.ts'
import { copyFolder } from './copy-folder.ts'
import type { VirtualNetwork } from './virtual-network.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface SimServer {
  readonly server: OutpostServer
  readonly isUp: boolean
  readonly folder: string
  /** Dies where it stands: what is in the file is all that is left. */
  crash(): void
  start(): void
  /** Starts from a copy of the file that was made earlier, under a new epoch. */
  startFromBackup(): void
  backUp(): void
  readonly hasBackup: boolean
  /** How often it came back from an older copy. */
  readonly restored: number
  /** How devices call its HTTP interface. */
  readonly fetch: Fetch
  readonly setupCode: string
  dispose(): Promise<void>
}

export interface SimServerDeps {
  readonly root: string
  readonly time: VirtualTime
  readonly random: Random
  readonly network: VirtualNetwork
}

export function createSimServer({ root, time, random, network }: SimServerDeps): SimServer {
  const bytes = random.fork('server bytes')
  let generation = 0
  let folder = path.join(root, 'server-0')
  let backup: string | null = null
  /** Servers that died: their files stay open in this process, as nobody is left who could close them. */
  const dead: OutpostServer[] = []

  const open = (isRestored: boolean): OutpostServer => {
    const server = unwrap(
      createServer({
        folder,
        clock: time,
        timers: time.timers,
        randomBytes: (count) => Buffer.from(Array.from({ length: count }, () => bytes.int(0, 255))),
        log: silentLog,
        settings: { isRestored },
        protocolVersions: { min: protocolVersions.min, max: protocolVersions.max + 1 },
      }),
    )
    network.serve((socket, address) => server.gateway.accept(socket, address))
    return server
  }
  const copyTo = (target: string) => {
    copyFolder(folder, target)
  }
  let isUp = true
  let restored = 0
  let server = open(false)
  const setupCode = server.setupLink()?.split('/').at(-1) ?? ''
  const restart = (isRestored: boolean) => {
    isUp = true
    server = open(isRestored)
  }

  return {
    get server() {
      return server
    },
    get isUp() {
      return isUp
    },
    get folder() {
      return folder
    },
    get restored() {
      return restored
    },
    get hasBackup() {
      return backup !== null
    },
    crash() {
      if (!isUp) return
      const target = path.join(root, `server-${++generation}`)
      copyTo(target)
      isUp = false
      network.serve(null)
      network.cutAll()
      dead.push(server)
      server.gateway.dispose()
      folder = target
    },
    start() {
      if (!isUp) restart(false)
    },
    backUp() {
      backup = path.join(root, `backup-${++generation}`)
      copyTo(backup)
    },
    startFromBackup() {
      if (backup === null || isUp) return
      folder = path.join(root, `server-${++generation}`)
      copyFolder(backup, folder)
      restart(true)
      restored++
    },
    async fetch(url, { method, headers, body }) {
      if (!isUp) throw new Error('unreachable')
      const response = await server.app.inject({
        method: method as 'GET',
        url: new URL(url).pathname,
        headers: { ...headers },
        ...(body === null ? {} : { payload: body }),
      })
      return { status: response.statusCode, text: () => Promise.resolve(response.body) }
    },
    setupCode,
    async dispose() {
      network.serve(null)
      for (const one of [...dead, server]) await one.close()
    },
  }
}
