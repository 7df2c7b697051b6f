/** Any peer may have written anything. Reading never throws, gives values of the right kind, and changes nothing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { EntryId, MessageId, PersonId } from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import { articleText, readArticleContent, readArticleMeta } from '#shared/model/article/article.ts'
import { editMessage, readMessages, setReaction } from '#shared/model/chat/chat.ts'
import { readDrafts, readReadMarkers } from '#shared/model/personal/personal.ts'
import { readSpaceSettings, setSpaceSettings } from '#shared/model/settings/space-settings.ts'
import { setTicketFields } from '#shared/model/ticket/edit-ticket.ts'
import { readHistory, readNotes, readReplies, readTicket } from '#shared/model/ticket/read-ticket.ts'
import { ticketPriorities, ticketStates } from '#shared/model/ticket/ticket.ts'

const aUlid = '01KAKBY200E6VXQ3M5T7Q9ZQ5T' as Ulid
const roots = [
  ...['fields', 'tags', 'replies', 'history', 'notes', 'messages', 'edits', 'deletions', 'reactions'],
  ...['drafts', 'readMarkers', 'settings', 'meta'],
]
const keys = fc.oneof(
  fc.constantFrom(
    ...[
      'title',
      'state',
      'priority',
      'ownerId',
      'pendingUntil',
      'createdAt',
      'tags',
      'name',
      'archived',
      'language',
    ],
    ...[aUlid, `${aUlid}/${aUlid}/x`, `${aUlid}/`, '__proto__', 'constructor', ''],
  ),
  fc.string(),
)
const inner = fc.dictionary(
  fc.constantFrom(
    'text',
    'at',
    'authorId',
    'by',
    'mentions',
    'from',
    'to',
    'field',
    'channel',
    'topic',
    'replyTo',
    'attachments',
  ),
  fc.jsonValue(),
  { noNullPrototype: true },
)
const values = fc.oneof(
  fc.jsonValue(),
  inner,
  fc.double(),
  fc.constantFrom(1e300, -0.5, Number.MAX_SAFE_INTEGER + 2, aUlid),
  fc.uint8Array(),
)
const entries = fc.array(fc.tuple(fc.constantFrom(...roots), keys, values), { maxLength: 30 })

/** As it comes from a peer: through the wire, with no root type known yet. */
function received(write: (doc: Y.Doc) => void): Y.Doc {
  const theirs = new Y.Doc()
  write(theirs)
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  return mine
}

function readEverything(doc: Y.Doc) {
  return {
    ticket: readTicket(doc),
    replies: readReplies(doc),
    notes: readNotes(doc),
    history: readHistory(doc),
    messages: readMessages(doc),
    drafts: readDrafts(doc),
    markers: readReadMarkers(doc),
    settings: readSpaceSettings(doc),
    article: readArticleMeta(doc),
    text: articleText(readArticleContent(doc)),
  }
}

function expectSound(read: ReturnType<typeof readEverything>): void {
  expect(ticketStates).toContain(read.ticket.state)
  expect(ticketPriorities).toContain(read.ticket.priority)
  expect(typeof read.ticket.title).toBe('string')
  const times = [
    ...[read.ticket.createdAt, read.ticket.pendingUntil, read.article.createdAt, read.article.updatedAt],
    ...[...read.replies, ...read.notes, ...read.history, ...read.drafts].map(({ at }) => at),
    ...read.messages.flatMap(({ sentAt, editedAt, deletedAt }) => [sentAt, editedAt, deletedAt]),
  ]
  // Anything else would not fit into a column of whole numbers.
  for (const time of times) expect(time === null || Number.isSafeInteger(time)).toBe(true)
  for (const { text } of [...read.replies, ...read.notes, ...read.messages, ...read.drafts]) {
    expect(typeof text).toBe('string')
  }
  for (const message of read.messages) expect(Array.isArray(message.mentions)).toBe(true)
}

describe('a document that somebody else wrote', () => {
  test('reads as defaults where its values are not what they should be', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const doc = received((theirs) => {
          for (const [root, key, value] of written) theirs.getMap(root).set(key, value)
        })
        const before = Y.encodeStateAsUpdate(doc)
        expectSound(readEverything(doc))
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      }),
      { numRuns: 300 },
    )
  })

  test('reads as empty where its roots are of other types', () => {
    const doc = received((theirs) => {
      for (const root of roots) theirs.getArray(root).insert(0, [1, 'two', { three: 3 }])
      theirs.getMap('description').set('a', 1)
      theirs.getArray('content').insert(0, ['x'])
    })
    expectSound(readEverything(doc))
    expect(readEverything(doc)).toMatchObject({ replies: [], messages: [], drafts: [] })
  })

  test('reads as defaults where plain values are shared types', () => {
    const doc = received((theirs) => {
      for (const root of roots) {
        theirs.getMap(root).set('title', new Y.Text('a text'))
        theirs.getMap(root).set(aUlid, new Y.Map([['text', 'nested']]))
      }
    })
    const read = readEverything(doc)
    expectSound(read)
    expect(read.ticket.title).toBe('')
    expect(read.replies).toMatchObject([{ id: aUlid, text: '' }])
  })

  test('reads articles of any nodes, also of those that nobody has invented yet', () => {
    const doc = received((theirs) => {
      const holo = new Y.XmlElement('hologram')
      const text = new Y.XmlText()
      text.insert(0, 'inside', { glow: { strength: 3 } })
      text.insertEmbed(0, { image: 'x' })
      holo.insert(0, [text, new Y.XmlElement('')])
      theirs.getXmlFragment('content').insert(0, [holo, new Y.XmlHook('hook') as unknown as Y.XmlElement])
    })
    expect(articleText(readArticleContent(doc))).toContain('inside')
  })
})

describe('what this version does not know', () => {
  test('survives the changes that this version makes', () => {
    const person = aUlid as string as PersonId
    const doc = received((theirs) => {
      theirs.getMap('fields').set('slaBreachedAt', 17)
      theirs.getMap('fields').set('state', 'quarantined')
      theirs.getMap('messages').set(aUlid, { text: 'hi', at: 1, authorId: aUlid, poll: ['a', 'b'] })
      theirs.getMap('settings').set('colour', 'teal')
      theirs.getMap('followers').set(aUlid, true)
    })
    setTicketFields(
      doc,
      { title: 'new title' },
      { actorId: person, at: 1, nextId: () => aUlid as string as EntryId },
    )
    editMessage(doc, aUlid as string as MessageId, 'edited', [], 2)
    setReaction(doc, aUlid as string as MessageId, person, '👍', true)
    setSpaceSettings(doc, { name: 'Nord' })
    const back = received((theirs) => Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc)))
    expect(back.getMap('fields').toJSON()).toMatchObject({
      slaBreachedAt: 17,
      state: 'quarantined',
      title: 'new title',
    })
    expect(back.getMap('messages').toJSON()[aUlid]).toMatchObject({ poll: ['a', 'b'] })
    expect(back.getMap('settings').toJSON()).toEqual({ colour: 'teal', name: 'Nord' })
    expect(back.getMap('followers').toJSON()).toEqual({ [aUlid]: true })
    expect(readTicket(back).state).toBe('new')
  })
})
