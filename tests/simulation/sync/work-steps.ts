/** What people do: every command of chat and tickets, on what they and others have made before. */
import {
  asId,
  type ChannelId,
  type EntryId,
  type MessageId,
  type PersonId,
  type QueueId,
  type TicketId,
} from '#shared/base/ids.ts'
import type { CommandInput, CommandName } from '#shared/contract/contract.ts'
import { ticketPriorities, ticketStates } from '#shared/model/ticket/ticket.ts'
import type { SimClient } from './sim-client.ts'
import type { Made, Step, StepDeps } from './step.ts'

export function createWorkSteps({ random, ledger }: StepDeps, made: Made) {
  const { channels, queues, messages, tickets } = made
  let number = 0
  const unique = (kind: string) => `${kind}${String(++number)}x${random.int(100_000, 999_999)}`

  const run = <Name extends CommandName>(client: SimClient, name: Name, input: CommandInput<Name>): boolean =>
    client.engine.execute(name, input).ok
  /** Something that must be found in the end: its text is nobody else's. */
  const write = (
    client: SimClient,
    kind: 'message' | 'ticket' | 'reply' | 'note',
    doIt: (text: string) => boolean,
  ): string | null => {
    const text = unique(kind)
    if (!doIt(text)) return null
    ledger.written.push({ client: client.name, text, isEdited: false })
    return text
  }

  return {
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
      const text = write(client, 'message', (words) =>
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
      else if (run(client, 'chat.delete', { messageId: id })) ledger.forget(text)
    },
    erase(client) {
      const mine = messages.filter(({ by }) => by === client.name)
      if (mine.length === 0) return
      const { id, text, channelId } = random.pick(mine)
      if (!run(client, 'chat.erase', { messageId: id })) return
      ledger.forget(text)
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
      const made = write(client, 'ticket', (title) =>
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
      write(client, 'reply', (text) => run(client, 'ticket.reply', { ticketId, entryId, text }))
    },
    note(client) {
      if (tickets.length === 0) return
      const ticketId = random.pick(tickets)
      const entryId = asId<EntryId>(client.ids.next())
      write(client, 'note', (text) => run(client, 'ticket.note', { ticketId, entryId, text }))
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
  } satisfies Record<string, Step>
}

export function people(client: SimClient): PersonId[] {
  return client.look(
    (db) => db.prepare('SELECT person_id FROM people ORDER BY person_id').pluck().all() as PersonId[],
  )
}
