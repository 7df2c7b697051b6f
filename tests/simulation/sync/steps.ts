/** What can happen in one step: people's work, and everything that goes wrong around it. */
import {
  asId,
  type ChannelId,
  type DocId,
  type EntryId,
  type MessageId,
  type PersonId,
  type QueueId,
  type TicketId,
} from '#shared/base/ids.ts'
import type { Random } from '#shared/base/random.ts'
import type { CommandInput, CommandName } from '#shared/contract/contract.ts'
import { ticketPriorities, ticketStates } from '#shared/model/ticket/ticket.ts'
import { allTexts, type Ledger } from './ledger.ts'
import type { SimClient } from './sim-client.ts'
import type { SimServer } from './sim-server.ts'
import type { VirtualNetwork } from './virtual-network.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface StepDeps {
  readonly random: Random
  readonly clients: readonly SimClient[]
  readonly server: SimServer
  readonly network: VirtualNetwork
  readonly time: VirtualTime
  readonly ledger: Ledger
  readonly settle: () => Promise<void>
  readonly deliverAll: () => Promise<void>
  readonly trace: (line: string) => void
}

type Step = (client: SimClient) => void | Promise<void>

export function createSteps(deps: StepDeps) {
  const { random, clients, server, network, time, ledger, settle, deliverAll, trace } = deps
  const channels: ChannelId[] = []
  const queues: QueueId[] = []
  const messages: { id: MessageId; text: string; by: string; channelId: ChannelId }[] = []
  const tickets: TicketId[] = []
  let number = 0
  const unique = (kind: string) => `${kind}${String(++number)}x${random.int(100_000, 999_999)}`

  const run = <Name extends CommandName>(client: SimClient, name: Name, input: CommandInput<Name>): boolean =>
    client.engine.execute(name, input).ok
  const write = (
    client: SimClient,
    kind: 'message' | 'ticket' | 'reply' | 'note',
    spaceId: string,
    doIt: (text: string) => boolean,
  ): string | null => {
    const text = unique(kind)
    if (!doIt(text)) return null
    ledger.written.push({ client: client.name, text, kind, spaceId, isEdited: false })
    return text
  }
  const people = (client: SimClient): PersonId[] =>
    client.look(
      (db) => db.prepare('SELECT person_id FROM people ORDER BY person_id').pluck().all() as PersonId[],
    )
  const queueOf = (client: SimClient, ticketId: TicketId): string =>
    client.look(
      (db) =>
        (db.prepare('SELECT queue_id FROM tickets WHERE ticket_id = ?').pluck().get(ticketId) as
          string | undefined) ?? '',
    )
  /** What the owner may do by the server's HTTP interface; nothing where it is down. */
  const administer = async (work: () => Promise<unknown>) => {
    if (!server.isUp) return
    await work().catch(() => undefined)
    await settle()
  }

  const steps = {
    newChannel(client) {
      const channelId = asId<ChannelId>(client.ids.next())
      if (run(client, 'channel.create', { channelId, name: unique('channel') })) channels.push(channelId)
    },
    newQueue(client) {
      const queueId = asId<QueueId>(client.ids.next())
      if (run(client, 'queue.create', { queueId, name: unique('queue') })) queues.push(queueId)
    },
    send(client) {
      if (channels.length === 0) return
      const channelId = random.pick(channels)
      const id = asId<MessageId>(client.ids.next())
      const text = write(client, 'message', channelId, (words) =>
        run(client, 'chat.send', { channelId, messageId: id, text: words }),
      )
      if (text !== null) messages.push({ id, text, by: client.name, channelId })
    },
    edit(client) {
      const mine = messages.filter(({ by, text }) => by === client.name && !ledger.erased.has(text))
      if (mine.length === 0) return
      const { id, text } = random.pick(mine)
      if (!run(client, 'chat.edit', { messageId: id, text: unique('edited') })) return
      for (const written of ledger.written) if (written.text === text) written.isEdited = true
    },
    react(client) {
      if (messages.length === 0) return
      const { id } = random.pick(messages)
      run(client, 'chat.react', { messageId: id, emoji: random.pick(['👍', '🎉']), on: random.chance(0.7) })
    },
    remove(client) {
      const mine = messages.filter(({ by }) => by === client.name)
      if (mine.length === 0) return
      const { id, text } = random.pick(mine)
      if (random.chance(0.3)) run(client, 'chat.restore', { messageId: id })
      else if (run(client, 'chat.delete', { messageId: id })) forget(text)
    },
    erase(client) {
      const mine = messages.filter(({ by }) => by === client.name)
      if (mine.length === 0) return
      const { id, text, channelId } = random.pick(mine)
      if (!run(client, 'chat.erase', { messageId: id })) return
      forget(text)
      ledger.erased.set(text, { client: client.name, spaceId: channelId })
    },
    draft(client) {
      if (channels.length > 0)
        run(client, 'draft.save', { key: `channel/${random.pick(channels)}`, text: unique('draft') })
    },
    read(client) {
      const [message] = random.shuffle(messages)
      if (message && channels.length > 0)
        run(client, 'chat.markRead', { channelId: random.pick(channels), upTo: message.id })
    },
    newTicket(client) {
      if (queues.length === 0) return
      const ticketId = asId<TicketId>(client.ids.next())
      const queueId = random.pick(queues)
      const made = write(client, 'ticket', queueId, (title) =>
        run(client, 'ticket.create', {
          ticketId,
          queueId,
          title,
          description: unique('text'),
          tags: ['new'],
        }),
      )
      if (made !== null) tickets.push(ticketId)
    },
    claim(client) {
      if (tickets.length === 0) return
      const ownerId = random.chance(0.2) ? null : random.pick(people(client))
      run(client, 'ticket.update', { ticketId: random.pick(tickets), fields: { ownerId } })
    },
    change(client) {
      if (tickets.length === 0) return
      const fields = random.pick([
        { state: random.pick(ticketStates) },
        { priority: random.pick(ticketPriorities) },
        { customerName: unique('customer') },
      ])
      run(client, 'ticket.update', { ticketId: random.pick(tickets), fields })
    },
    tag(client) {
      if (tickets.length === 0) return
      const tag = random.pick(['vpn', 'rotor', 'new'])
      run(client, 'ticket.tag', { ticketId: random.pick(tickets), tag, on: random.chance(0.6) })
    },
    reply(client) {
      if (tickets.length === 0) return
      const ticketId = random.pick(tickets)
      const entryId = asId<EntryId>(client.ids.next())
      write(client, 'reply', queueOf(client, ticketId), (text) =>
        run(client, 'ticket.reply', { ticketId, entryId, text }),
      )
    },
    note(client) {
      if (tickets.length === 0) return
      const ticketId = random.pick(tickets)
      const entryId = asId<EntryId>(client.ids.next())
      write(client, 'note', queueOf(client, ticketId), (text) =>
        run(client, 'ticket.note', { ticketId, entryId, text }),
      )
    },
    settleClash(client) {
      if (tickets.length > 0) {
        run(client, 'ticket.settleClash', {
          ticketId: random.pick(tickets),
          ownerId: random.pick(people(client)),
        })
      }
    },
    move(client) {
      if (tickets.length === 0 || queues.length < 2) return
      run(client, 'ticket.move', { ticketId: random.pick(tickets), queueId: random.pick(queues) })
    },
    profile(client) {
      run(client, 'profile.update', { title: unique('title') })
    },

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
      for (const { text } of lost) forget(text)
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
      const me = owner.look(
        (db) => db.prepare("SELECT value FROM meta WHERE key = 'me'").pluck().get() as PersonId,
      )
      const members = random.chance(0.3)
        ? []
        : [me, ...random.shuffle(all).slice(0, random.int(1, all.length))]
      await administer(() => owner.request('server.setSpaceMembers', { id, members: [...new Set(members)] }))
    },
    async closeQueue() {
      const [owner] = clients
      if (!owner || queues.length === 0) return
      const id = random.pick(queues)
      const me = owner.look(
        (db) => db.prepare("SELECT value FROM meta WHERE key = 'me'").pluck().get() as PersonId,
      )
      const members = random.chance(0.4) ? [] : [...new Set([me, random.pick(people(owner))])]
      await administer(() => owner.request('server.setSpaceMembers', { id, members }))
    },
  } satisfies Record<string, Step>
  type Name = keyof typeof steps

  function forget(text: string): void {
    const index = ledger.written.findIndex((written) => written.text === text)
    if (index >= 0) ledger.written.splice(index, 1)
  }

  const weights: Record<Name, number> = {
    newChannel: 2,
    newQueue: 2,
    send: 14,
    edit: 4,
    react: 4,
    remove: 2,
    erase: 1,
    draft: 3,
    read: 2,
    newTicket: 7,
    claim: 5,
    change: 6,
    tag: 4,
    reply: 7,
    note: 5,
    settleClash: 1,
    move: 2,
    profile: 1,
    goOffline: 4,
    comeBack: 5,
    cut: 3,
    tear: 2,
    repeat: 2,
    calm: 3,
    crashClient: 2,
    crashServer: 1,
    backUpServer: 0.5,
    restoreServer: 0.5,
    newerKind: 1,
    startServer: 3,
    skew: 1,
    wait: 3,
    closeChannel: 1,
    closeQueue: 1,
  }
  const counts: Partial<Record<Name, number>> = {}
  const names = Object.keys(steps) as Name[]

  return {
    async run(step: number, only: readonly Name[] | undefined) {
      // Something to work on has to be there first.
      const forced = step < 2 ? (['newChannel', 'newQueue'] as const)[step] : undefined
      const name = forced ?? pickWeighted(random, only ?? names, weights)
      const client = random.pick(clients)
      counts[name] = (counts[name] ?? 0) + 1
      trace(`${String(step)} ${client.name} ${name}`)
      const doIt: Step = steps[name]
      await doIt(client)
    },
    counts: () => ({ ...counts }),
  }
}

export type StepName = Parameters<ReturnType<typeof createSteps>['run']>[1] extends
  readonly (infer Name)[] | undefined
  ? Name
  : never

function pickWeighted<Name extends string>(
  random: Random,
  names: readonly Name[],
  weights: Readonly<Record<Name, number>>,
): Name {
  let left = random.next() * names.reduce((sum, name) => sum + weights[name], 0)
  for (const name of names) {
    left -= weights[name]
    if (left < 0) return name
  }
  return random.pick(names)
}
