/** Random but reproducible work: the commands a busy person gives, some of them to be refused. */
import type { ChannelId, EntryId, MessageId, PersonId, QueueId, TicketId } from '#shared/base/ids.ts'
import type { Random } from '#shared/base/random.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { CommandInput, CommandName } from '#shared/contract/contract.ts'
import { ticketPriorities, ticketStates } from '#shared/model/ticket/ticket.ts'

export interface Call<Name extends CommandName = CommandName> {
  readonly name: Name
  readonly input: CommandInput<Name>
}

export interface WorkOptions {
  readonly random: Random
  readonly nextId: () => Ulid
  readonly channelId: ChannelId
  readonly queueId: QueueId
}

const words = [
  'Müller',
  'Straße',
  'turbine',
  'VPN',
  'café',
  'offline',
  'Übergabe',
  'cable',
  '@Jonas Weber',
  '10423',
  '🙂',
]
const emojis = ['👍', '🎉', '❤️']
const tags = ['vpn', 'dringend', 'rotor', 'größe', '__proto__']

/** Gives the next command; remembers what it made, and now and then names something that is not there. */
export function createRandomWork({ random, nextId, channelId, queueId }: WorkOptions): () => Call {
  const channels: ChannelId[] = [channelId]
  const queues: QueueId[] = [queueId]
  const messages: MessageId[] = []
  const tickets: TicketId[] = []
  const people: PersonId[] = []
  const next = <T extends Ulid>() => nextId() as T
  const text = () => Array.from({ length: random.int(1, 8) }, () => random.pick(words)).join(' ')
  const known = <T extends Ulid>(ids: readonly T[]): T =>
    ids.length === 0 || random.chance(0.03) ? next<T>() : random.pick(ids)
  const made = <T extends Ulid>(ids: T[]): T => {
    const id = next<T>()
    ids.push(id)
    return id
  }

  const makers: (readonly [weight: number, make: () => Call])[] = [
    [
      10,
      () => ({
        name: 'chat.send',
        input: {
          channelId: known(channels),
          messageId: made(messages),
          text: text(),
          topic: random.chance(0.3) ? text() : null,
          replyTo: random.chance(0.2) ? known(messages) : null,
        },
      }),
    ],
    [4, () => ({ name: 'chat.edit', input: { messageId: known(messages), text: text() } })],
    [3, () => ({ name: 'chat.delete', input: { messageId: known(messages) } })],
    [2, () => ({ name: 'chat.restore', input: { messageId: known(messages) } })],
    [
      5,
      () => ({
        name: 'chat.react',
        input: { messageId: known(messages), emoji: random.pick(emojis), on: random.chance(0.7) },
      }),
    ],
    [3, () => ({ name: 'chat.markRead', input: { channelId: known(channels), upTo: known(messages) } })],
    [
      4,
      () => ({
        name: 'draft.save',
        input: { key: `channel/${known(channels)}`, text: random.chance(0.3) ? '' : text() },
      }),
    ],
    [
      6,
      () => ({
        name: 'ticket.create',
        input: {
          ticketId: made(tickets),
          queueId: known(queues),
          title: text(),
          description: random.chance(0.7) ? text() : '',
          priority: random.pick(ticketPriorities),
          ownerId: random.chance(0.3) ? known(people) : null,
          customerName: random.chance(0.5) ? text() : '',
          tags: random.chance(0.5) ? [random.pick(tags), random.pick(tags)] : [],
        },
      }),
    ],
    [
      6,
      () => ({
        name: 'ticket.update',
        input: {
          ticketId: known(tickets),
          fields: random.pick([
            { state: random.pick(ticketStates) },
            { title: text(), priority: random.pick(ticketPriorities) },
            { ownerId: random.chance(0.5) ? null : known(people) },
            { pendingUntil: random.chance(0.5) ? null : 1_800_000_000_000 },
          ]),
        },
      }),
    ],
    [
      2,
      () => ({
        name: 'ticket.updateMany',
        input: { ticketIds: [known(tickets), known(tickets)], fields: { state: random.pick(ticketStates) } },
      }),
    ],
    [
      5,
      () => ({
        name: 'ticket.tag',
        input: { ticketId: known(tickets), tag: random.pick(tags), on: random.chance(0.6) },
      }),
    ],
    [
      6,
      () => ({
        name: 'ticket.reply',
        input: {
          ticketId: known(tickets),
          entryId: next<EntryId>(),
          text: text(),
          from: random.pick(['agent', 'customer'] as const),
          state: random.chance(0.3) ? random.pick(ticketStates) : null,
        },
      }),
    ],
    [
      4,
      () => ({
        name: 'ticket.note',
        input: { ticketId: known(tickets), entryId: next<EntryId>(), text: text() },
      }),
    ],
    [1, () => ({ name: 'channel.create', input: { channelId: made(channels), name: text() } })],
    [1, () => ({ name: 'queue.create', input: { queueId: made(queues), name: text() } })],
    [1, () => ({ name: 'channel.update', input: { channelId: known(channels), description: text() } })],
    [
      1,
      () => ({
        name: 'people.add',
        input: { personId: made(people), name: random.pick(['Jonas Weber', text()]) },
      }),
    ],
    [1, () => ({ name: 'profile.update', input: { title: text() } })],
    [1, () => ({ name: 'workspace.rename', input: { name: text() } })],
  ]
  const total = makers.reduce((sum, [weight]) => sum + weight, 0)
  return () => {
    let left = random.next() * total
    for (const [weight, make] of makers) {
      left -= weight
      if (left < 0) return make()
    }
    throw new Error('the weights do not add up')
  }
}
