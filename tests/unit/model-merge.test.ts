/** Two people work offline on the same documents; when they meet, both have the same and nothing is lost. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ChannelId, EntryId, MessageId, PersonId } from '#shared/base/ids.ts'
import { createRandom } from '#shared/base/random.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import {
  appendMessage,
  deleteMessage,
  editMessage,
  readMessages,
  restoreMessage,
  setReaction,
} from '#shared/model/chat/chat.ts'
import { readDrafts, readReadMarkers, setDraft, setReadMarker } from '#shared/model/personal/personal.ts'
import {
  addNote,
  addReply,
  createTicket,
  setTag,
  setTicketFields,
  type Edit,
} from '#shared/model/ticket/edit-ticket.ts'
import { readHistory, readNotes, readReplies, readTicket } from '#shared/model/ticket/read-ticket.ts'

const random = createRandom(5)
let time = Date.UTC(2026, 10, 21)
const ids = createUlidFactory(
  () => ++time,
  () => random.int(0, 255),
)
const id = <T extends Ulid>() => ids.next() as T
const alice = id<PersonId>()
const bob = id<PersonId>()
const edit = (actorId: PersonId): Edit => ({ actorId, at: ++time, nextId: () => id<EntryId>() })

/** Both begin with what `prepare` wrote, work apart, then exchange their updates in both orders. */
function diverge(prepare: (doc: Y.Doc) => void, ...workers: ((doc: Y.Doc) => void)[]): Y.Doc {
  const origin = new Y.Doc()
  prepare(origin)
  const start = Y.encodeStateAsUpdate(origin)
  const docs = workers.map((work) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, start)
    doc.transact(() => work(doc))
    return doc
  })
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  docs.forEach((doc, index) => {
    for (const update of index % 2 === 0 ? updates : [...updates].reverse()) Y.applyUpdate(doc, update)
  })
  const [first, ...others] = docs
  if (!first) throw new Error('nobody worked')
  for (const other of others) expect(contentOf(other)).toEqual(contentOf(first))
  return first
}

function contentOf(doc: Y.Doc): unknown {
  return Object.fromEntries(
    [
      'fields',
      'tags',
      'replies',
      'history',
      'messages',
      'edits',
      'deletions',
      'reactions',
      'drafts',
      'readMarkers',
    ].map((root) => [root, doc.getMap(root).toJSON()]),
  )
}

const newTicket = (doc: Y.Doc) =>
  createTicket(
    doc,
    {
      title: 'Rotor steht',
      description: 'Seit 6 Uhr',
      state: 'new',
      priority: 2,
      ownerId: null,
      customerName: '',
      customerEmail: '',
      organisation: '',
      pendingUntil: null,
      tags: ['rotor'],
    },
    edit(alice),
  )

describe('a ticket that two people change offline', () => {
  test('keeps both changes where they are about different fields', () => {
    const doc = diverge(
      newTicket,
      (mine) => setTicketFields(mine, { state: 'open', ownerId: alice }, edit(alice)),
      (theirs) => setTicketFields(theirs, { priority: 4, title: 'Rotor steht still' }, edit(bob)),
    )
    expect(readTicket(doc)).toMatchObject({
      state: 'open',
      ownerId: alice,
      priority: 4,
      title: 'Rotor steht still',
    })
    expect(readHistory(doc)).toHaveLength(4)
  })

  test('lets one of two claims win and shows both in the history, each with where it started', () => {
    const doc = diverge(
      newTicket,
      (mine) => setTicketFields(mine, { ownerId: alice }, edit(alice)),
      (theirs) => setTicketFields(theirs, { ownerId: bob }, edit(bob)),
    )
    expect([alice, bob]).toContain(readTicket(doc).ownerId)
    const claims = readHistory(doc).filter((entry) => entry.field === 'ownerId')
    expect(claims.map((entry) => entry.from)).toEqual([null, null])
    expect(claims.map((entry) => entry.to).sort()).toEqual([alice, bob].sort())
  })

  test('holds the tags of both, and a tag that both added once', () => {
    const doc = diverge(
      newTicket,
      (mine) => ['vpn', 'urgent'].forEach((tag) => setTag(mine, tag, true, edit(alice))),
      (theirs) => ['vpn', 'gearbox'].forEach((tag) => setTag(theirs, tag, true, edit(bob))),
    )
    expect(readTicket(doc).tags).toEqual(['gearbox', 'rotor', 'urgent', 'vpn'])
  })

  test('holds the replies and notes of both in the order of their ids', () => {
    const replyBy = (authorId: PersonId, text: string) => (doc: Y.Doc) => {
      addReply(doc, { id: id<EntryId>(), authorId, from: 'agent', channel: 'web', text, at: ++time })
    }
    const doc = diverge(newTicket, replyBy(alice, 'one'), replyBy(bob, 'two'), replyBy(alice, 'three'))
    expect(readReplies(doc).map((reply) => reply.text)).toEqual(['one', 'two', 'three'])

    const note = (text: string) => (notes: Y.Doc) =>
      addNote(notes, { id: id(), authorId: bob, text, at: ++time })
    const notes = diverge(() => undefined, note('a'), note('b'))
    expect(readNotes(notes).map((entry) => entry.text)).toEqual(['a', 'b'])
  })

  test('writes nothing where nothing changes', () => {
    const doc = new Y.Doc()
    newTicket(doc)
    const before = Y.encodeStateAsUpdate(doc)
    expect(setTicketFields(doc, { title: 'Rotor steht', priority: 2 }, edit(alice))).toEqual([])
    expect(setTag(doc, 'rotor', true, edit(alice))).toBe(false)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
})

describe('a message that two people act on offline', () => {
  const message = id<MessageId>()
  const sent = (doc: Y.Doc) =>
    appendMessage(doc, {
      id: message,
      authorId: alice,
      text: 'hello',
      topic: null,
      replyTo: null,
      mentions: [bob],
      at: 1,
    })

  test('takes an edit from one and a reaction from the other', () => {
    const doc = diverge(
      sent,
      (mine) => editMessage(mine, message, 'hello all', [], 2),
      (theirs) => setReaction(theirs, message, bob, '👍', true),
    )
    expect(readMessages(doc)).toMatchObject([
      { text: 'hello all', editedAt: 2, mentions: [], reactions: [{ emoji: '👍', personIds: [bob] }] },
    ])
  })

  test('is gone where one deletes it and the other edits it, and comes back with the edit', () => {
    const doc = diverge(
      sent,
      (mine) => deleteMessage(mine, message, alice, 3),
      (theirs) => editMessage(theirs, message, 'rescued', [], 4),
    )
    expect(readMessages(doc)).toMatchObject([{ text: '', deletedAt: 3, mentions: [], reactions: [] }])
    restoreMessage(doc, message)
    expect(readMessages(doc)).toMatchObject([{ text: 'rescued', deletedAt: null }])
  })

  test('counts one reaction of each person, however many devices gave it', () => {
    const doc = diverge(
      sent,
      (mine) => setReaction(mine, message, alice, '👍', true),
      (mine) => setReaction(mine, message, alice, '👍', true),
      (theirs) => setReaction(theirs, message, bob, '👍', true),
    )
    expect(readMessages(doc)[0]?.reactions).toEqual([{ emoji: '👍', personIds: [alice, bob].sort() }])
  })

  test('stands beside what others wrote meanwhile', () => {
    const by = (authorId: PersonId, text: string) => (doc: Y.Doc) =>
      appendMessage(doc, {
        id: id<MessageId>(),
        authorId,
        text,
        topic: null,
        replyTo: null,
        mentions: [],
        at: 5,
      })
    const doc = diverge(sent, by(alice, 'mine'), by(bob, 'theirs'))
    expect(readMessages(doc).map(({ text }) => text)).toEqual(['hello', 'mine', 'theirs'])
  })
})

describe('what follows one person over two devices', () => {
  test('keeps drafts of both, and one of two for the same place', () => {
    const doc = diverge(
      (both) => setDraft(both, 'ticket/new', 'begun', 1),
      (desk) => {
        setDraft(desk, 'channel/A', 'at the desk', 2)
        setDraft(desk, 'ticket/new', '', 2)
      },
      (field) => setDraft(field, 'channel/B', 'in the field', 2),
    )
    expect(readDrafts(doc)).toEqual([
      { key: 'channel/A', text: 'at the desk', at: 2 },
      { key: 'channel/B', text: 'in the field', at: 2 },
    ])
  })

  test('keeps the read markers of different channels', () => {
    const [a, b] = [id<ChannelId>(), id<ChannelId>()]
    const upTo = id<MessageId>()
    const doc = diverge(
      () => undefined,
      (desk) => setReadMarker(desk, a, upTo),
      (field) => setReadMarker(field, b, upTo),
    )
    expect(readReadMarkers(doc).map(({ channelId }) => channelId)).toEqual([a, b])
  })
})
