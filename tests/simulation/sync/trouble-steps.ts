/** What goes wrong around people's work, and what administrators and newer programs do meanwhile. */
import type { DocId, PersonId } from '#shared/base/ids.ts'
import { allTexts } from './ledger.ts'
import type { SimClient } from './sim-client.ts'
import type { Made, Step, StepDeps } from './step.ts'
import { people } from './work-steps.ts'

export function createTroubleSteps(deps: StepDeps, { channels, queues }: Made) {
  const { random, clients, server, network, time, ledger, settle, deliverAll } = deps
  /** What the owner may do by the server's HTTP interface; nothing where it is down. */
  const administer = async (work: () => Promise<unknown>) => {
    if (!server.isUp) return
    await work().catch(() => undefined)
    await settle()
  }
  return {
    goOffline(client) {
      network.setReachable(client.name, false)
      network.cut(client.name, 'clean')
    },
    comeBack(client) {
      network.setReachable(client.name, true)
      client.engine.wake()
    },
    cut: (client) => network.cut(client.name, 'clean'),
    tear: (client) => network.cut(client.name, 'torn'),
    repeat: (client) => void network.repeat(client.name),
    calm: () => deliverAll(),
    crashClient: (client) => client.crash(),
    crashServer() {
      server.crash()
    },
    backUpServer() {
      server.backUp()
    },
    restoreServer() {
      if (!server.hasBackup || server.isUp) return
      // What was erased since stands in the older copy; that is for who restores it to know.
      ledger.erased.clear()
      // What only the server had is gone with it: written since the copy was made, by people who lost access since.
      const held = clients.map((one) => one.look(allTexts))
      const lost = ledger.written.filter(({ text }) => !held.some((texts) => texts.includes(text)))
      for (const { text } of lost) ledger.forget(text)
      server.startFromBackup()
    },
    newerKind(client) {
      if (channels.length === 0) return
      const spaceId = random.pick(channels)
      const isHere = client.look((db) => db.prepare('SELECT 1 FROM spaces WHERE space_id = ?').get(spaceId))
      if (isHere === undefined) return
      client.engine.transact(({ documents }) =>
        documents.transact({ docId: `poll/${client.ids.next()}` as DocId, spaceId }, (doc) =>
          doc.getMap('votes').set('yes', 1),
        ),
      )
    },
    startServer() {
      server.start()
    },
    skew(client) {
      client.skewMs = random.chance(0.4) ? 0 : random.int(-30, 30) * 3_600_000
    },
    wait: () => time.advance(random.int(5_000, 70_000), settle),
    async closeChannel() {
      const [owner] = clients
      if (!owner || channels.length === 0) return
      const id = random.pick(channels)
      const all = people(owner)
      const me = meOf(owner)
      const members = random.chance(0.3)
        ? []
        : [me, ...random.shuffle(all).slice(0, random.int(1, all.length))]
      await administer(() => owner.request('server.setSpaceMembers', { id, members: [...new Set(members)] }))
    },
    async closeQueue() {
      const [owner] = clients
      if (!owner || queues.length === 0) return
      const id = random.pick(queues)
      const me = meOf(owner)
      const members = random.chance(0.4) ? [] : [...new Set([me, random.pick(people(owner))])]
      await administer(() => owner.request('server.setSpaceMembers', { id, members }))
    },
  } satisfies Record<string, Step>
}

function meOf(client: SimClient): PersonId {
  return client.look((db) => db.prepare("SELECT value FROM meta WHERE key = 'me'").pluck().get() as PersonId)
}
