/** Devices that write down what they would tell their person. */
import { expect } from 'vitest'
import type { ChannelId, EntryId, MessageId, PersonId, QueueId, TicketId } from '#shared/base/ids.ts'
import type { AttentionEvent, Notice } from '#shared/contract/attention.ts'
import { createChannel } from '../../src-main/engine/commands/workspace-commands.ts'
import type { Engine } from '../../src-main/engine/engine.ts'
import {
  createDevice,
  joinServer,
  password,
  setUpServer,
  startServer,
  type Device,
  type RunningServer,
} from './sync-world.ts'

export interface Ear {
  readonly told: Notice[]
  readonly withdrawn: string[]
  /** Keys that were told and not taken back. */
  open(): string[]
  /** Waits until exactly these texts have been told, in this order. */
  untilTold(...texts: readonly string[]): Promise<void>
  untilWithdrawn(...keys: readonly string[]): Promise<void>
}

export function listen(engine: Engine): Ear {
  const told: Notice[] = []
  const withdrawn: string[] = []
  engine.watchAttention((event: AttentionEvent) => {
    if (event.type === 'tell') told.push(event.notice)
    else withdrawn.push(...event.keys)
  })
  const poll = (look: () => unknown) => expect.poll(look, { timeout: 10_000, interval: 5 })
  return {
    told,
    withdrawn,
    open: () => told.map(({ key }) => key).filter((key) => !withdrawn.includes(key)),
    untilTold: (...texts) => poll(() => told.map(({ text }) => text)).toEqual(texts),
    untilWithdrawn: (...keys) => poll(() => [...withdrawn].sort()).toEqual([...keys].sort()),
  }
}

export async function meOf(device: Device): Promise<PersonId> {
  const { meId } = (await device.ask('workspace.get', {})).meta
  if (meId === null) throw new Error('nobody is here')
  return meId
}

/** A server with Ada and Ben; both are in step, and each device says what it would tell. */
export async function createPair() {
  const server = await startServer()
  const ada = createDevice({ seed: 1 })
  const ben = createDevice({ seed: 2 })
  await setUpServer(server, ada)
  ada.must('channel.create', { channelId: ada.nextId<ChannelId>(), name: 'general' })
  ada.must('queue.create', { queueId: ada.nextId<QueueId>(), name: 'Service' })
  await ada.untilSynced()
  await joinServer(server, ada, ben, 'Ben')
  await ben.untilSynced()
  await ada.untilSynced()
  return { server, ada, ben, adaId: await meOf(ada), benId: await meOf(ben) }
}

/** Another device of a person, that is in step. */
export async function addDevice({ address }: RunningServer, email: string, seed: number): Promise<Device> {
  const device = createDevice({ seed })
  const signedIn = await device.request('server.signIn', { address, email, password })
  if (signedIn.type !== 'signed-in') throw new Error('several workspaces')
  await device.untilSynced()
  return device
}

export async function channelOf(device: Device): Promise<ChannelId> {
  const [channel] = (await device.ask('chat.channels', {})).rows
  if (!channel) throw new Error('there is no channel')
  return channel.key
}

export function say(device: Device, channelId: ChannelId, text: string): MessageId {
  const messageId = device.nextId<MessageId>()
  device.must('chat.send', { channelId, messageId, text })
  return messageId
}

export function makeDirect(device: Device, members: readonly PersonId[]): ChannelId {
  const channelId = device.nextId<ChannelId>()
  device.engine.transact((context) =>
    createChannel(context, channelId, { name: '', description: '' }, members),
  )
  return channelId
}

export async function addTicket(device: Device, title: string, ownerId: PersonId | null): Promise<TicketId> {
  const [queue] = (await device.ask('ticket.queues', {})).rows
  if (!queue) throw new Error('there is no queue')
  const ticketId = device.nextId<TicketId>()
  device.must('ticket.create', { ticketId, queueId: queue.key, title, description: '', ownerId })
  return ticketId
}

export function reply(
  device: Device,
  ticketId: TicketId,
  text: string,
  from: 'agent' | 'customer' = 'agent',
): void {
  device.must('ticket.reply', { ticketId, entryId: device.nextId<EntryId>(), text, from, state: null })
}
