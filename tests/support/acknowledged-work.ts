/**
 * What was asked of an engine that may die at any moment, and what it said to it. Commands are carried out in the order that
 * they were sent in, so after a crash the file must hold everything up to some point: no earlier than the last command
 * that was acknowledged, and nothing beyond the last that was sent.
 */
import type Database from 'better-sqlite3'
import type { ChannelId, EntryId, MessageId, QueueId, TicketId } from '#shared/base/ids.ts'
import type { Random } from '#shared/base/random.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { Call } from './random-work.ts'

/** One command with what it must have left in the file, as a row of the derived tables. */
export interface TrackedCall {
  readonly call: Call
  /** Gives how often the command's effect is there: 0 or 1 in a sound file. */
  readonly count: (db: Database.Database) => number
  isAcknowledged: boolean
}

export interface AcknowledgedWorkOptions {
  readonly random: Random
  readonly nextId: () => Ulid
  readonly channelId: ChannelId
  readonly queueId: QueueId
}

/**
 * Makes commands that each leave a trace of their own, which no later one takes away: so each can be looked for
 * at any time.
 */
export function createAcknowledgedWork({ random, nextId, channelId, queueId }: AcknowledgedWorkOptions): {
  next(): TrackedCall
  /** The command died with the engine: nothing more will build on what it would have made. */
  forget(lost: TrackedCall): void
} {
  let messages: MessageId[] = []
  let tickets: TicketId[] = []
  let number = 0
  const next = <T extends Ulid>() => nextId() as T
  const counted =
    (sql: string, ...params: readonly string[]) =>
    (db: Database.Database) =>
      db
        .prepare(`SELECT count(*) FROM ${sql}`)
        .pluck()
        .get(...params) as number
  const track = (call: Call, count: TrackedCall['count']): TrackedCall => ({
    call,
    count,
    isAcknowledged: false,
  })

  const send = () => {
    const messageId = next<MessageId>()
    messages.push(messageId)
    const text = `message ${++number} Müller Straße`
    return track(
      { name: 'chat.send', input: { channelId, messageId, text } },
      counted('messages WHERE message_id = ?', messageId),
    )
  }
  const open = () => {
    const ticketId = next<TicketId>()
    tickets.push(ticketId)
    return track(
      {
        name: 'ticket.create',
        input: { ticketId, queueId, title: `ticket ${++number}`, description: 'Getriebe laut' },
      },
      counted('tickets WHERE ticket_id = ?', ticketId),
    )
  }
  const react = (messageId: MessageId) => {
    const emoji = `e${++number}`
    return track(
      { name: 'chat.react', input: { messageId, emoji, on: true } },
      counted(
        "messages, json_each(reactions) WHERE message_id = ? AND json_extract(value, '$.emoji') = ?",
        messageId,
        emoji,
      ),
    )
  }
  const respond = (name: 'ticket.reply' | 'ticket.note', ticketId: TicketId) => {
    const entryId = next<EntryId>()
    return track(
      { name, input: { ticketId, entryId, text: `entry ${++number}` } },
      counted('ticket_entries WHERE ticket_id = ? AND entry_id = ?', ticketId, entryId),
    )
  }
  const rename = (ticketId: TicketId) => {
    const title = `title ${++number}`
    return track(
      { name: 'ticket.update', input: { ticketId, fields: { title } } },
      counted(
        "ticket_entries WHERE ticket_id = ? AND type = 'change' AND json_extract(detail, '$.to') = ?",
        ticketId,
        title,
      ),
    )
  }
  const tag = (ticketId: TicketId) => {
    const name = `tag${++number}`
    return track(
      { name: 'ticket.tag', input: { ticketId, tag: name, on: true } },
      counted('ticket_tags WHERE tag = ?', name),
    )
  }
  const makeNext = () => {
    const messageId = messages.length > 0 ? random.pick(messages.slice(-30)) : null
    const ticketId = tickets.length > 0 ? random.pick(tickets.slice(-10)) : null
    const kind = random.int(0, 11)
    if (ticketId === null || kind === 0) return open()
    if (messageId === null || kind <= 4) return send()
    if (kind <= 6) return react(messageId)
    if (kind <= 8) return respond(kind === 7 ? 'ticket.reply' : 'ticket.note', ticketId)
    return kind === 9 ? tag(ticketId) : rename(ticketId)
  }
  return {
    next: makeNext,
    forget({ call: { name, input } }) {
      if (name === 'chat.send')
        messages = messages.filter((id) => id !== (input as { messageId: MessageId }).messageId)
      if (name === 'ticket.create')
        tickets = tickets.filter((id) => id !== (input as { ticketId: TicketId }).ticketId)
    },
  }
}
