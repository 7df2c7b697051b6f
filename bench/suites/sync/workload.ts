/**
 * What is written, the same for all systems: tickets and chat messages, by the project's own model functions. A ticket's
 * first state is the same bytes in every process, so that a device can hold it from before.
 */
import { randomFillSync } from 'node:crypto'
import * as Y from 'yjs'
import {
  asId,
  chatDocId,
  ticketDocId,
  type ChannelId,
  type DocId,
  type EntryId,
  type MessageId,
  type PersonId,
  type TicketId,
} from '#shared/base/ids.ts'
import { createRandom } from '#shared/base/random.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import { appendMessage } from '#shared/model/chat/chat.ts'
import { addReply, createTicket, setTicketFields } from '#shared/model/ticket/edit-ticket.ts'
import type { Change } from './subject.ts'

/** 2026-11-20, 12:00 UTC. */
const start = Date.UTC(2026, 10, 20, 12)

function randomByteFrom(pool: Uint8Array): () => number {
  let next = pool.length
  return () => {
    if (next === pool.length) {
      randomFillSync(pool)
      next = 0
    }
    return pool[next++] ?? 0
  }
}

/** The same ULID for the same label and number, in every process. */
export function fixedId<T extends Ulid>(label: string, number: number): T {
  const random = createRandom(number).fork(label)
  return asId<T>(
    createUlidFactory(
      () => start + number,
      () => random.int(0, 255),
    ).next(),
  )
}

/** Asking for random bytes one by one would cost a writer a third of its time. */
export const freshIds = createUlidFactory(Date.now, randomByteFrom(new Uint8Array(8_192)))
const agent = fixedId<PersonId>('person', 1)

export function ticketDocument(number: number): DocId {
  return ticketDocId(fixedId<TicketId>('ticket', number))
}

/** One segment a channel: 0 to 49 are a writer's each, the next is everybody's. */
export function chatDocument(number: number): DocId {
  return chatDocId(fixedId<ChannelId>('channel', number), fixedId<MessageId>('message', 0))
}

export const everybodysChat = chatDocument(50)

/** A new ticket as one update. */
export function newTicketUpdate(number: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1_000_000 + number
  doc.transact(() => {
    createTicket(
      doc,
      {
        title: `Router in Gebäude ${String(number % 97)} antwortet nicht`,
        description: 'Seit heute Morgen ist das Netz im Erdgeschoss weg. Neustart hat nicht geholfen.',
        state: 'new',
        priority: 2,
        ownerId: null,
        customerName: 'Erika Beispiel',
        customerEmail: `kunde${String(number)}@example.org`,
        organisation: 'Beispiel GmbH',
        pendingUntil: null,
        tags: ['netzwerk'],
      },
      { actorId: agent, at: start + number },
    )
  })
  return Y.encodeStateAsUpdate(doc)
}

const edit = { actorId: agent, at: start, nextId: () => asId<EntryId>(freshIds.next()) }

export const changeField: Change = (doc) => {
  setTicketFields(doc, { state: 'open' }, edit)
}

/** What a ticket goes through while the device is away. */
export const missedChanges: readonly Change[] = [
  changeField,
  (doc) => setTicketFields(doc, { priority: 3 }, edit),
  (doc) =>
    addReply(doc, {
      id: asId<EntryId>(freshIds.next()),
      authorId: agent,
      from: 'agent',
      channel: 'email',
      text: 'Wir kommen morgen um 9 Uhr und tauschen das Netzteil.',
      at: start,
    }),
]

export function hasMissedChanges(doc: Y.Doc): boolean {
  return doc.getMap('history').size >= 2 && doc.getMap('replies').size >= 1
}

export const sendMessage: Change = (doc) => {
  appendMessage(doc, {
    id: asId<MessageId>(freshIds.next()),
    authorId: agent,
    text: 'Bin in 10 Minuten da, bringe das Messgerät mit.',
    topic: null,
    replyTo: null,
    mentions: [],
    at: start,
  })
}

/** What Yjs itself makes of the change, as one update. */
export function updateSizeOf(change: Change, before: Uint8Array | null): number {
  const doc = new Y.Doc()
  if (before !== null) Y.applyUpdate(doc, before)
  let sizeBytes = 0
  doc.on('update', (update: Uint8Array) => (sizeBytes += update.byteLength))
  doc.transact(() => change(doc))
  return sizeBytes
}
