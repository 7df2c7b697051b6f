import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ChannelId, DocId, MessageId, PersonId, SpaceId, TicketId } from '#shared/base/ids.ts'
import { asId, chatDocId, personalDocId, ticketDocId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import { appendUpdate, insertDocument, putSnapshot } from '../../src-main/engine/documents/update-log.ts'
import { createProjectionRunner } from '../../src-main/engine/projections/runner.ts'
import { createChangedKeys } from '../../src-main/engine/queries/changed-keys.ts'
import type { WritableDb } from '../../src-main/engine/store/db.ts'
import { dumpDerived } from '../support/dump-tables.ts'
import { createFilledWorld, type World } from '../support/engine-world.ts'
import { createRandomWork } from '../support/random-work.ts'

async function rebuildOf(world: World) {
  world.engine.rebuild()
  await world.engine.settled()
  return world.look(dumpDerived)
}

const searches = [
  'muller',
  'strasse turb',
  '"VPN"',
  '10423 -cafe',
  'state:open',
  'tag:rotor',
  'in:leitstand offline',
]

async function answersOf(world: World) {
  return Promise.all(searches.map((text) => world.ask('search.run', { text, limit: 200 })))
}

describe('rows of documents', () => {
  test.each([1, 2, 3, 4])('equal their rebuild after random work (seed %i)', async (seed) => {
    const { world, channelId, queueId } = await createFilledWorld({ seed })
    const { random } = world
    const next = createRandomWork({ random, nextId: () => world.nextId(), channelId, queueId })
    let done = 0
    for (let i = 0; i < 250; i++) {
      const { name, input } = next()
      if (world.execute(name, input).ok) done++
      world.clock.advance(random.chance(0.05) ? random.int(-7_200_000, 90_000_000) : random.int(0, 5_000))
      if (i % 83 === 82) await world.restart()
    }
    expect(done).toBeGreaterThan(180)
    const before = world.look(dumpDerived)
    const found = await answersOf(world)
    expect(found.some(({ rows }) => rows.length > 0)).toBe(true)
    expect(await rebuildOf(world)).toEqual(before)
    expect(await answersOf(world)).toEqual(found)
  })

  test('are whole where a command comes in the middle of a rebuild', async () => {
    const { world, channelId, queueId } = await createFilledWorld()
    const next = createRandomWork({ random: world.random, nextId: () => world.nextId(), channelId, queueId })
    const first = world.nextId<MessageId>()
    world.must('chat.send', { channelId, messageId: first, text: 'before the rebuild' })
    for (let i = 0; i < 60; i++) {
      const { name, input } = next()
      world.execute(name, input)
    }
    world.engine.rebuild()
    world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'during the rebuild' })
    world.must('draft.save', { key: 'ticket/new', text: 'during the rebuild' })
    await world.engine.settled()
    const { rows } = await world.ask('chat.messages', { channelId, before: 500 })
    expect(rows.map((row) => row.id)).toContain(first)
    const after = world.look(dumpDerived)
    expect(await rebuildOf(world)).toEqual(after)
  })
})

/** Stores a document as a peer might have written it; the engine finds it at its next work. */
function plant(world: World, docId: string, spaceId: SpaceId, write: (doc: Y.Doc) => void): void {
  world.engine.transact(({ db }) => {
    const doc = new Y.Doc()
    write(doc)
    const { docKey } = insertDocument(db, docId as DocId, spaceId)
    putSnapshot(db, docKey, 1, Y.encodeStateAsUpdate(doc))
  })
}

describe('a document that somebody else wrote', () => {
  test('of any content stops neither the engine nor the documents after it', async () => {
    const { world, channelId, queueId, me } = await createFilledWorld()
    const ids = [world.nextId(), world.nextId(), world.nextId()]
    const messageId = world.nextId<MessageId>()
    plant(world, chatDocId(channelId, messageId), channelId, (doc) => {
      doc
        .getMap('messages')
        .set(messageId, { at: 0.5, text: 'half a millisecond', mentions: [1, null, me, me] })
      doc.getMap('messages').set('no id', { text: 'x' })
      doc.getMap('edits').set(messageId, { at: 1e300, text: 7 })
      doc.getMap('reactions').set(`${messageId}/${me}/`, true)
    })
    plant(world, `ticket/${ids[0]!}`, queueId, (doc) => {
      doc.getMap('fields').set('createdAt', -1e300)
      doc.getMap('fields').set('pendingUntil', 0.1)
      doc.getMap('fields').set('title', { not: 'a title' })
      doc.getMap('tags').set('', true)
      doc.getMap('history').set(ids[1]!, { from: { deep: true }, to: Number.NaN, field: 5 })
    })
    const later = world.nextId<TicketId>()
    plant(world, ticketDocId(later), queueId, (doc) => void doc.getMap('fields').set('title', 'sound'))
    await rebuildOf(world)
    const { rows } = await world.ask('ticket.list', {})
    expect(rows.map((row) => row.title).sort()).toEqual(['', 'sound'])
    expect(rows.find((row) => row.key === ids[0])).toMatchObject({ createdAt: 0 })
    expect((await world.ask('chat.messages', { channelId })).rows).toMatchObject([
      { id: messageId, text: 'half a millisecond', editedAt: null },
    ])
  })

  test('in a space that is not known waits, and the rest goes on', async () => {
    const { world, queueId } = await createFilledWorld()
    const elsewhere = world.nextId<ChannelId>()
    plant(world, chatDocId(elsewhere, world.nextId<MessageId>()), elsewhere, (doc) => {
      doc.getMap('messages').set(world.nextId(), { text: 'too early', at: 1 })
    })
    const sound = world.nextId<TicketId>()
    plant(world, ticketDocId(sound), queueId, (doc) => void doc.getMap('fields').set('title', 'sound'))
    await rebuildOf(world)
    expect((await world.ask('ticket.list', {})).rows).toHaveLength(1)
    const note = "SELECT projection_error FROM documents WHERE doc_id LIKE 'chat/%'"
    expect(world.look((db) => db.prepare(note).pluck().get())).toBe('Error')
    world.engine.transact(({ records }) => {
      records.putSpace(elsewhere, { kind: 'channel', parentId: null, members: [] })
    })
    await world.restart()
    await world.engine.settled()
    expect((await world.ask('chat.messages', { channelId: elsewhere })).rows).toHaveLength(1)
  })

  test('whose number another ticket has is shown all the same, as a restored server may give numbers again', async () => {
    const { world, queueId } = await createFilledWorld()
    const [a, b, c] = [world.nextId<TicketId>(), world.nextId<TicketId>(), world.nextId<TicketId>()]
    world.engine.transact(({ records }) => {
      records.putTicketNumber(a, 7)
      records.putTicketNumber(b, 7)
    })
    for (const [id, title] of [
      [a, 'first'],
      [b, 'same number'],
      [c, 'other'],
    ] as const) {
      plant(world, ticketDocId(id), queueId, (doc) => void doc.getMap('fields').set('title', title))
    }
    await rebuildOf(world)
    expect((await world.ask('ticket.list', {})).rows.map((row) => row.title).sort()).toEqual([
      'first',
      'other',
      'same number',
    ])
    expect(world.look(dumpDerived)['dirty']).toEqual([])
  })

  test('that takes markers and drafts away takes their rows away, here as in a rebuild', async () => {
    const { world, channelId, me } = await createFilledWorld()
    world.must('chat.markRead', { channelId, upTo: world.nextId<MessageId>() })
    world.engine.transact(({ documents, db }) => {
      const spaceId = db.value<string>("SELECT space_id FROM spaces WHERE kind = 'personal'") as SpaceId
      documents.transact({ docId: personalDocId(me), spaceId }, (doc) => {
        doc.getMap('readMarkers').delete(channelId)
        doc.getMap('readMarkers').set('not a channel', world.nextId())
      })
    })
    const before = world.look(dumpDerived)
    expect(before['read_markers']).toEqual([])
    expect(await rebuildOf(world)).toEqual(before)
  })
})

describe('a projector that throws', () => {
  test('leaves the old row and the document dirty, and is tried again with the next change', async () => {
    const { world, queueId } = await createFilledWorld()
    const ticketId = world.nextId<TicketId>()
    world.must('ticket.create', { ticketId, queueId, title: 'the old row' })
    world.engine.transact(({ db }) => {
      let isBroken = true
      const runner = createProjectionRunner({
        db,
        changed: createChangedKeys(),
        log: silentLog,
        projectors: [
          {
            kind: 'ticket',
            version: 1,
            project: ({ row }) => {
              db.run("UPDATE tickets SET title = 'half done' WHERE doc_key = ?", [row.docKey])
              if (isBroken) throw new TypeError('a bug')
            },
            remove: () => undefined,
          },
        ],
      })
      const state = () =>
        db.get(
          `SELECT title, projected_rev = rev AS isClean, projection_error AS error
           FROM documents JOIN tickets USING (doc_key) WHERE ticket_id = ?`,
          [ticketId],
        )
      makeDirty(db, ticketId)
      expect(runner.projectNext([])).toBe(true)
      expect(state()).toEqual({ title: 'the old row', isClean: 0, error: 'TypeError' })
      expect(runner.projectNext([])).toBe(false)
      expect(runner.countDirty()).toBe(1)
      isBroken = false
      runner.markAllDirty()
      db.run(`INSERT INTO tickets SELECT * FROM saved_tickets`)
      expect(runner.projectNext([])).toBe(true)
      expect(state()).toEqual({ title: 'half done', isClean: 1, error: null })
    })
  })
})

/** Something came in that the rows do not know yet. */
function makeDirty(db: WritableDb, ticketId: TicketId): void {
  db.run('CREATE TEMP TABLE saved_tickets AS SELECT * FROM tickets')
  const docKey = db.value<number>('SELECT doc_key FROM documents WHERE doc_id = ?', [ticketDocId(ticketId)])!
  const rev = db.value<number>('SELECT rev FROM documents WHERE doc_key = ?', [docKey])! + 1
  const payload = Y.encodeStateAsUpdate(new Y.Doc())
  const updateId = asId<PersonId>('7'.repeat(26) as PersonId) as never
  appendUpdate(db, docKey, rev, { updateId, origin: 'remote', serverSeq: 1, payload })
}
