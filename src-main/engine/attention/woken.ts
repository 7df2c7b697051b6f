/** What has slept as long as it was told to, and is back: a conversation with its last word, a ticket with its title. */
import { ticketCode, type ChannelId, type SpaceId, type TicketId } from '#shared/base/ids.ts'
import { keepSnoozeMs, type Snooze } from '#shared/model/personal/notify.ts'
import { listChannels } from '../queries/chat-queries.ts'
import type { ReadableDb } from '../store/db.ts'
import type { Concern, Person } from './concern.ts'

export function wokenConcerns(db: ReadableDb, me: Person, now: number): Concern[] {
  return me.rules.snoozes
    .filter(({ until }) => until <= now && until > now - keepSnoozeMs)
    .flatMap((snooze) =>
      snooze.type === 'ticket' ? ticketBack(db, snooze) : conversationBack(db, me, snooze),
    )
}

function ticketBack(db: ReadableDb, { id, until }: Snooze): Concern[] {
  const ticketId = id as TicketId
  const ticket = db.get<{ queueId: SpaceId; number: number | null; title: string }>(
    'SELECT queue_id AS queueId, number, title FROM tickets WHERE ticket_id = ?',
    [ticketId],
  )
  if (!ticket) return []
  const where = ticket.number === null ? ticketCode(ticketId) : `#${String(ticket.number)}`
  const notice: Concern['notice'] = {
    key: `snoozed/${id}:${String(until)}`,
    kind: 'snoozed',
    place: `ticket/${id}`,
    link: { type: 'ticket', id: ticketId },
    who: '',
    where,
    text: ticket.title,
    actions: ['snooze'],
  }
  return [{ notice, spaceId: ticket.queueId, at: until, isWanted: true }]
}

function conversationBack(db: ReadableDb, { id: me }: Person, { id, until }: Snooze): Concern[] {
  const channelId = id as ChannelId
  const channel = listChannels(db, me, ['channel', 'direct']).find(({ key }) => key === channelId)
  if (!channel) return []
  const notice: Concern['notice'] = {
    key: `snoozed/${id}:${String(until)}`,
    kind: 'snoozed',
    place: `channel/${id}`,
    link: { type: 'channel', id: channelId },
    who: '',
    where: channel.kind === 'direct' ? channel.name : `#${channel.name}`,
    text: channel.lastMessage?.preview ?? '',
    actions: ['reply', 'snooze'],
  }
  return [{ notice, spaceId: channelId, at: until, isWanted: true }]
}
