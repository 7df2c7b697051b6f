/** Somebody else of the same workspace, on a device of their own: what they do reaches the program through the server. */
import { randomBytes } from 'node:crypto'
import { systemClock } from '#shared/base/clock.ts'
import {
  asId,
  type ChannelId,
  type MessageId,
  type PersonId,
  type QueueId,
  type TicketId,
} from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import { unwrap } from '#shared/base/result.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import type {
  CommandInput,
  CommandName,
  QueryInput,
  QueryName,
  QueryOutput,
} from '#shared/contract/contract.ts'
import { createChannel } from '../../../src-main/engine/commands/workspace-commands.ts'
import { createEngine } from '../../../src-main/engine/engine.ts'
import { webSocketTransport } from '../../../src-main/engine/sync/ws-transport.ts'
import { until } from './until.ts'

export interface Colleague {
  /** A conversation of the two. */
  direct(other: string): Promise<ChannelId>
  say(channelId: ChannelId, text: string): void
  channel(name: string): Promise<ChannelId>
  /** @param owner null: nobody's yet */
  createTicket(title: string, owner: string | null): Promise<void>
  /** Where the tickets come to. */
  queue(): Promise<QueueId>
  stop(): Promise<void>
}

export interface ColleagueOptions {
  /** For the device's store; the caller's to delete. */
  readonly folder: string
  readonly address: string
  /** Of an invite. */
  readonly code: string
  readonly name: string
}

/** Resolves when the device has all that its person may read. */
export async function joinAsColleague({ folder, address, code, name }: ColleagueOptions): Promise<Colleague> {
  let token: string | null = null
  const ids = createUlidFactory(systemClock.now, () => randomBytes(1)[0] ?? 0)
  const engine = unwrap(
    createEngine({
      ...{ folder, sqliteBinding: null, clock: systemClock, ids, log: silentLog, readerEntry: null },
      sync: {
        transport: webSocketTransport,
        fetch: (url, init) => fetch(url, init),
        timers: {
          after(ms, work) {
            const timer = setTimeout(work, ms)
            return { dispose: () => clearTimeout(timer) }
          },
        },
        random: () => Math.random(),
        token: { get: () => token, set: (next) => (token = next) },
        deviceName: name,
        program: 'outpost/pictures',
      },
    }),
  )
  const must = <Name extends CommandName>(command: Name, input: CommandInput<Name>): void => {
    unwrap(engine.execute(command, input))
  }
  const ask = async <Name extends QueryName>(query: Name, input: QueryInput<Name>) =>
    unwrap(await engine.query(query, input)) as QueryOutput<Name>
  const person = async (wanted: string): Promise<PersonId> => {
    const found = (await ask('workspace.get', {})).rows.find((row) => row.name === wanted)
    if (!found) throw new Error(`nobody here is called ${wanted}`)
    return found.key
  }
  const me = async (): Promise<PersonId> => {
    const { meId } = (await ask('workspace.get', {})).meta
    if (meId === null) throw new Error('the colleague is nobody')
    return meId
  }

  const queue = async (): Promise<QueueId> => {
    const [first] = (await ask('ticket.queues', {})).rows
    if (!first) throw new Error('there is no queue')
    return first.key
  }

  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
  unwrap(
    await engine.request('server.join', {
      ...{ address, code, personName: name, email, password: randomBytes(12).toString('base64url') },
    }),
  )
  await until('the colleague’s copy', async () => {
    const { connection, waiting, catchingUp, syncedAt } = (await ask('sync.status', {})).meta
    const isWhole = waiting === 0 && catchingUp === null && syncedAt !== null
    return connection.type === 'online' && isWhole ? true : null
  })
  await engine.settled()

  return {
    async direct(other) {
      const channelId = asId<ChannelId>(ids.next())
      const members = [await me(), await person(other)]
      engine.transact((context) => createChannel(context, channelId, { name: '', description: '' }, members))
      return channelId
    },
    say: (channelId, text) => must('chat.send', { channelId, messageId: asId<MessageId>(ids.next()), text }),
    async channel(wanted) {
      const found = (await ask('chat.channels', {})).rows.find((row) => row.name === wanted)
      if (!found) throw new Error(`there is no channel ${wanted}`)
      return found.key
    },
    async createTicket(title, owner) {
      const ownerId = owner === null ? null : await person(owner)
      const ticketId = asId<TicketId>(ids.next())
      must('ticket.create', { ticketId, queueId: await queue(), ownerId, title, description: '' })
    },
    queue,
    stop: () => engine.dispose(),
  }
}
