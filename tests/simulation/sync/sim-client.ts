/** A real engine on a real file with lines that the simulation holds; it can die at any moment, and its clock may be off. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { silentLog } from '#shared/base/log.ts'
import type { Random } from '#shared/base/random.ts'
import { unwrap } from '#shared/base/result.ts'
import { createUlidFactory, type UlidFactory } from '#shared/base/ulid.ts'
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/contract.ts'
import type { VersionRange } from '#shared/protocol/versions.ts'
import { createEngine, type Engine } from '../../../src-main/engine/engine.ts'
import type { Fetch } from '../../../src-main/engine/sync/server-calls.ts'
import { copyFolder } from './copy-folder.ts'
import type { VirtualNetwork } from './virtual-network.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface SimClient {
  readonly name: string
  readonly engine: Engine
  readonly ids: UlidFactory
  readonly folder: string
  /** How far its clock is ahead. */
  skewMs: number
  /** Dies where it stands, and starts again from its file. */
  crash(): void
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>
  /** Looks at its file through a connection of its own. */
  look<T>(work: (db: Database.Database) => T): T
  dispose(): Promise<void>
}

export interface SimClientDeps {
  readonly name: string
  readonly root: string
  readonly time: VirtualTime
  readonly random: Random
  readonly network: VirtualNetwork
  readonly fetch: Fetch
  readonly versions: VersionRange
}

export function createSimClient(deps: SimClientDeps): SimClient {
  const { name, root, time, network } = deps
  const random = deps.random.fork(name)
  const client = { skewMs: 0 }
  const clock = time.skewed(() => client.skewMs)
  const ids = createUlidFactory(
    () => clock.now(),
    () => random.int(0, 255),
  )
  const dead: Engine[] = []
  let generation = 0
  let folder = path.join(root, `${name}-0`)
  let token: string | null = null

  const open = (): Engine => {
    const own = generation
    return unwrap(
      createEngine({
        folder,
        sqliteBinding: null,
        clock,
        ids,
        log: silentLog,
        readerEntry: null,
        sync: {
          transport: network.transportOf(name),
          fetch: deps.fetch,
          // The dead set no timers any more.
          timers: { after: (ms, run) => time.timers.after(ms, () => own === generation && run()) },
          random: () => random.next(),
          token: { get: () => token, set: (next) => (token = next) },
          deviceName: name,
          program: 'simulation',
          versions: deps.versions,
        },
      }),
    )
  }
  let engine = open()
  return {
    name,
    ids,
    get engine() {
      return engine
    },
    get folder() {
      return folder
    },
    get skewMs() {
      return client.skewMs
    },
    set skewMs(ms) {
      client.skewMs = ms
    },
    crash() {
      const target = path.join(root, `${name}-${++generation}`)
      copyFolder(folder, target)
      dead.push(engine)
      void engine.dispose()
      network.cut(name, 'clean')
      folder = target
      engine = open()
    },
    request: async <Name extends RequestName>(call: Name, input: RequestInput<Name>) =>
      unwrap(await engine.request(call, input)) as RequestOutput<Name>,
    look(work) {
      const db = new Database(path.join(folder, 'workspace.db'), { readonly: true })
      try {
        return work(db)
      } finally {
        db.close()
      }
    },
    async dispose() {
      for (const one of [...dead, engine]) await one.dispose()
    },
  }
}
