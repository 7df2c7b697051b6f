/**
 * Days of work of several people in a second: real engines and the real server in one process, everything that can go
 * wrong between them, all of it from one seed. In the end the lines are mended, and what must hold is checked.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRandom, type Random } from '#shared/base/random.ts'
import { protocolVersions } from '#shared/protocol/versions.ts'
import { checkAll } from './invariants.ts'
import { createSimClient, type SimClient } from './sim-client.ts'
import { createSimServer, type SimServer } from './sim-server.ts'
import { createSteps, type StepName } from './steps.ts'
import { createLedger } from './ledger.ts'
import { createVirtualNetwork } from './virtual-network.ts'
import { createVirtualTime } from './virtual-time.ts'

export interface SimulationOptions {
  readonly seed: number
  readonly steps: number
  readonly clients: number
  readonly trace?: (line: string) => void
  /** Keeps the files of a run that found something. */
  readonly keepFiles?: boolean
}

export interface SimulationReport {
  readonly seed: number
  /** What was wrong in the end; empty where everything held. */
  readonly faults: readonly string[]
  readonly steps: Readonly<Partial<Record<StepName, number>>>
  readonly network: { readonly delivered: number; readonly cut: number }
  /** How often the server came back from an older copy. */
  readonly restored: number
  readonly documents: number
  readonly messages: number
}

const newer = { min: protocolVersions.min, max: protocolVersions.max + 1 }
const start = Date.UTC(2026, 10, 21, 18, 0, 0)
const password = 'correct horse battery'

export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const random = createRandom(options.seed)
  const root = fs.mkdtempSync(path.join(fastFolder(), 'outpost-simulation-'))
  const time = createVirtualTime(start)
  const network = createVirtualNetwork()
  const server = createSimServer({ root, time, random, network })
  const clients: SimClient[] = []
  let keep = false
  const trace = options.trace ?? (() => undefined)
  try {
    for (let index = 0; index < options.clients; index++) {
      clients.push(
        createSimClient({
          name: `client${index}`,
          root,
          time,
          random,
          network,
          fetch: (url, init) => server.fetch(url, init),
          // Some have not been upgraded yet.
          versions: index % 2 === 0 ? newer : protocolVersions,
        }),
      )
    }
    const settle = createSettle(clients)
    const deliverAll = async () => {
      do {
        while (network.deliverOne(random)) await settle()
        await settle()
      } while (network.underWay > 0)
    }
    await gather(clients, server, deliverAll)
    const ledger = createLedger()
    const steps = createSteps({ random, clients, server, network, time, ledger, settle, deliverAll, trace })
    for (let step = 0; step < options.steps; step++) {
      await steps.run(step)
      if (random.chance(0.7)) {
        const count = random.int(0, 12)
        for (let i = 0; i < count && network.deliverOne(random); i++) await settle()
      }
      await time.advance(random.int(0, 4_000), settle)
    }
    trace('healing')
    await heal({ clients, server, network, time, random, settle, deliverAll })
    const faults = await checkAll({ clients, server, ledger })
    keep = options.keepFiles === true && faults.length > 0
    if (keep) trace(`files are in ${root}`)
    return {
      seed: options.seed,
      faults,
      steps: steps.counts(),
      network: network.stats,
      restored: server.restored,
      documents:
        clients[0]?.look((db) => db.prepare('SELECT count(*) FROM documents').pluck().get() as number) ?? 0,
      messages:
        clients[0]?.look((db) => db.prepare('SELECT count(*) FROM messages').pluck().get() as number) ?? 0,
    }
  } finally {
    for (const client of clients) await client.dispose()
    await server.dispose()
    if (!keep) fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Memory where there is some for files: what is proved here is order, not the disk. */
function fastFolder(): string {
  return fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir()
}

/** Lets everything that is due in this process run, without moving the time. */
function createSettle(clients: readonly SimClient[]) {
  return async () => {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
    for (const client of clients) await client.engine.settled()
  }
}

/** The first is the owner and invites the others; the last of four or more is a guest. */
async function gather(
  clients: readonly SimClient[],
  server: SimServer,
  deliverAll: () => Promise<void>,
): Promise<void> {
  const address = 'http://127.0.0.1:8787'
  const [owner, ...others] = clients
  if (!owner) throw new Error('a simulation needs somebody')
  await owner.request('server.setUp', {
    address,
    code: server.setupCode,
    workspaceName: 'Windpark',
    personName: owner.name,
    email: `${owner.name}@example.org`,
    password,
  })
  for (const [index, client] of others.entries()) {
    const role = index === 0 ? 'admin' : index === 2 ? 'guest' : 'agent'
    const { link } = await owner.request('server.createInvite', { role })
    await client.request('server.join', {
      address,
      code: link.split('/').at(-1) ?? '',
      personName: client.name,
      email: `${client.name}@example.org`,
      password,
    })
  }
  await deliverAll()
}

interface Healing {
  readonly clients: readonly SimClient[]
  readonly server: SimServer
  readonly network: ReturnType<typeof createVirtualNetwork>
  readonly time: ReturnType<typeof createVirtualTime>
  readonly random: Random
  readonly settle: () => Promise<void>
  readonly deliverAll: () => Promise<void>
}

/** Everything works again, and enough time passes for every back-off and every second thought. */
async function heal({ clients, server, network, time, settle, deliverAll }: Healing): Promise<void> {
  server.start()
  for (const client of clients) {
    client.skewMs = 0
    network.setReachable(client.name, true)
  }
  for (let round = 0; round < 40; round++) {
    await time.advance(5_000, async () => {
      await settle()
      await deliverAll()
    })
    await deliverAll()
  }
}
