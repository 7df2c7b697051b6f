import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { ChannelId, DocId, MessageId, SpaceId, UpdateId } from '#shared/base/ids.ts'
import { asId, chatDocId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import { createDocuments } from '../../src-main/engine/documents/documents.ts'
import {
  appendUpdate,
  findDocument,
  insertDocument,
  loadDoc,
} from '../../src-main/engine/documents/update-log.ts'
import { projectors } from '../../src-main/engine/projections/projectors.ts'
import { createProjectionRunner } from '../../src-main/engine/projections/runner.ts'
import { createChangedKeys } from '../../src-main/engine/queries/changed-keys.ts'
import { dumpAll, dumpDerived } from '../support/dump-tables.ts'
import { createFilledWorld, type World } from '../support/engine-world.ts'

afterEach(() => void vi.useRealTimers())

const logRows = (world: World, docId: DocId) =>
  world.look((db) =>
    db
      .prepare(
        `SELECT (SELECT count(*) FROM updates u WHERE u.doc_key = d.doc_key) AS updates,
           (SELECT count(*) FROM snapshots s WHERE s.doc_key = d.doc_key) AS snapshots,
           update_bytes AS updateBytes, rev, projected_rev AS projectedRev FROM documents d WHERE doc_id = ?`,
      )
      .get(docId),
  )

const contentOf = (world: World, docId: DocId) =>
  world.engine.transact(({ db }) => {
    const doc = loadDoc(db, findDocument(db, docId)!.docKey)
    return { messages: doc.getMap('messages').toJSON(), edits: doc.getMap('edits').toJSON() }
  })

/** Sends `count` messages, each edited `edits` times, and gives the segment that they are in. */
function talk(world: World, channelId: ChannelId, count: number, edits = 0): DocId {
  let docId: DocId | null = null
  for (let i = 0; i < count; i++) {
    const messageId = world.nextId<MessageId>()
    docId = chatDocId(channelId, messageId)
    world.must('chat.send', { channelId, messageId, text: `message ${i}` })
    for (let j = 0; j < edits; j++) world.must('chat.edit', { messageId, text: `message ${i}, version ${j}` })
  }
  return docId!
}

describe('compaction', () => {
  test('keeps the content and takes the log away', async () => {
    const { world, channelId } = await createFilledWorld()
    const docId = talk(world, channelId, 6, 3)
    const before = contentOf(world, docId)
    await world.engine.settled()
    expect(logRows(world, docId)).toMatchObject({ updates: 0, snapshots: 1, updateBytes: 0 })
    expect(contentOf(world, docId)).toEqual(before)
    const rows = world.look(dumpDerived)
    await world.restart()
    talk(world, channelId, 1)
    expect(Object.keys(contentOf(world, docId).messages)).toHaveLength(7)
    expect(world.look(dumpDerived)['messages']).toEqual(expect.arrayContaining([...rows['messages']!]))
  })

  test('comes to every document, however many short ones stand before it', async () => {
    const { world, channelId } = await createFilledWorld()
    for (let i = 0; i < 150; i++) {
      world.must('channel.create', { channelId: world.nextId<ChannelId>(), name: `Kanal ${i}` })
    }
    await world.engine.settled()
    const docId = talk(world, channelId, 40)
    await world.engine.settled()
    for (let i = 0; i < 5; i++) {
      talk(world, channelId, 1)
      await world.engine.settled()
    }
    expect(logRows(world, docId)).toMatchObject({ snapshots: 1 })
  })

  test('waits where a document still misses something', async () => {
    const { world, channelId } = await createFilledWorld()
    const docId = talk(world, channelId, 1)
    const peer = new Y.Doc()
    peer.getMap('messages').set(world.nextId(), { text: 'never arrived', at: 1 })
    const missing = Y.encodeStateVector(peer)
    for (let i = 0; i < 10; i++) peer.getMap('messages').set(world.nextId(), { text: `peer ${i}`, at: 1 })
    appendRemote(world, docId, Y.encodeStateAsUpdate(peer, missing))
    await world.restart()
    talk(world, channelId, 12)
    await world.engine.settled()
    expect(logRows(world, docId)).toMatchObject({ snapshots: 0, updates: 14 })
    appendRemote(world, docId, Y.encodeStateAsUpdate(peer))
    await world.restart()
    talk(world, channelId, 1)
    await world.engine.settled()
    expect(logRows(world, docId)).toMatchObject({ snapshots: 1, updates: 0 })
    expect(Object.keys(contentOf(world, docId).messages)).toHaveLength(14 + 11)
  })

  test('comes to short logs when the person pauses', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { world, channelId } = await createFilledWorld()
    const docId = talk(world, channelId, 3)
    await world.engine.settled()
    const before = contentOf(world, docId)
    expect(logRows(world, docId)).toMatchObject({ updates: 3, snapshots: 0 })
    await world.engine.settled()
    vi.advanceTimersByTime(25_000)
    await world.engine.settled()
    expect(logRows(world, docId)).toMatchObject({ updates: 0, snapshots: 1 })
    expect(contentOf(world, docId)).toEqual(before)
  })

  test('leaves alone what no server has acknowledged, where there is one', async () => {
    const { world, channelId } = await createFilledWorld()
    const docId = talk(world, channelId, 5)
    world.engine.transact(({ db }) => {
      db.run('UPDATE updates SET server_seq = rev WHERE rev <= 3')
      const documents = createOwnDocuments(world, db, 1_000_000, true)
      expect(documents.compact(findDocument(db, docId)!)).toBe('unacknowledged')
      expect(db.value('SELECT count(*) FROM updates')).toBeGreaterThanOrEqual(5)
      db.run('UPDATE updates SET server_seq = rev')
      expect(documents.compact(findDocument(db, docId)!)).toBe('done')
      expect(loadDoc(db, findDocument(db, docId)!.docKey).getMap('messages').size).toBe(5)
    })
  })
})

function appendRemote(world: World, docId: DocId, payload: Uint8Array): void {
  world.engine.transact(({ db, nextId }) => {
    const row = findDocument(db, docId)!
    const updateId = asId<UpdateId>(nextId())
    appendUpdate(db, row.docKey, row.rev + 1, { updateId, origin: 'remote', serverSeq: 9, payload })
  })
}

function createOwnDocuments(
  world: World,
  db: Parameters<typeof createProjectionRunner>[0]['db'],
  budgetBytes: number,
  hasServer = false,
) {
  const projections = createProjectionRunner({ db, projectors, changed: createChangedKeys(), log: silentLog })
  const nextUpdateId = () => world.nextId<UpdateId>()
  return createDocuments({ db, projections, nextUpdateId, budgetBytes, hasServer: () => hasServer })
}

describe('documents in memory', () => {
  test('lose nothing when the budget holds none of them', async () => {
    const { world } = await createFilledWorld()
    world.engine.transact(({ db }) => {
      const documents = createOwnDocuments(world, db, 1)
      const docIds = Array.from({ length: 20 }, () => `settings/${world.nextId()}` as DocId)
      for (let round = 0; round < 5; round++) {
        for (const docId of docIds) {
          documents.transact({ docId, spaceId: world.nextId<SpaceId>() }, (doc) => {
            doc.getMap('settings').set(`round ${round}`, docId)
          })
          documents.settle()
        }
      }
      for (const docId of docIds) {
        expect(documents.read(docId, (doc) => doc.getMap('settings').size)).toBe(5)
        documents.settle()
      }
    })
  })

  test('are as stored again after a command that failed in the middle', async () => {
    const { world, channelId } = await createFilledWorld()
    const docId = talk(world, channelId, 2)
    const before = world.look(dumpAll)
    const fails = () =>
      world.engine.transact(({ documents }) => {
        documents.transact({ docId, spaceId: channelId }, (doc) => doc.getMap('messages').clear())
        throw new Error('in the middle')
      })
    expect(fails).toThrow('in the middle')
    expect(world.look(dumpAll)).toEqual(before)
    expect(
      world.engine.transact(({ documents }) => documents.read(docId, (doc) => doc.getMap('messages').size)),
    ).toBe(2)
    talk(world, channelId, 1)
    expect((await world.ask('chat.messages', { channelId })).rows).toHaveLength(3)
  })

  test('refuse an update under an id that is taken, rather than run ahead of the store', async () => {
    const { world } = await createFilledWorld()
    const taken = world.look((db) => db.prepare('SELECT update_id FROM updates').pluck().get()) as UpdateId
    const spaceId = world.nextId<SpaceId>()
    const docId = `settings/${spaceId}` as DocId
    const write = () =>
      world.engine.transact(({ db }) => {
        const projections = createProjectionRunner({
          db,
          projectors,
          changed: createChangedKeys(),
          log: silentLog,
        })
        const nextUpdateId = () => taken
        createDocuments({ db, projections, nextUpdateId, budgetBytes: 1, hasServer: () => false }).transact(
          { docId, spaceId },
          (doc) => void doc.getMap('settings').set('name', 'x'),
        )
      })
    expect(write).toThrow()
    expect(world.engine.transact(({ db }) => findDocument(db, docId))).toBeNull()
  })
})

describe('a document of a kind that this version does not know', () => {
  test('is kept byte for byte, over work, pauses and restarts', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { world, channelId } = await createFilledWorld()
    const docId = `asset/${world.nextId()}` as DocId
    const theirs = new Y.Doc()
    const updates: Uint8Array[] = []
    theirs.on('update', (update: Uint8Array) => updates.push(update))
    for (let i = 0; i < 20; i++)
      theirs.getMap('parts').set(i % 2 === 0 ? 'part' : `part ${i}`, { text: `turbine ${i}` })
    theirs.getText('serial').insert(0, 'SN-4711')
    theirs.getText('serial').delete(0, 3)
    world.engine.transact(({ db, nextId }) => {
      const { docKey } = insertDocument(db, docId, channelId)
      updates.forEach((payload, index) => {
        const updateId = asId<UpdateId>(nextId())
        appendUpdate(db, docKey, index + 1, { updateId, origin: 'remote', serverSeq: index + 1, payload })
      })
    })
    const stored = () =>
      world.look((db) =>
        db
          .prepare('SELECT payload FROM updates JOIN documents d USING (doc_key) WHERE d.doc_id = ?')
          .all(docId),
      )
    const before = stored()
    expect(before).toHaveLength(updates.length)
    await world.restart()
    talk(world, channelId, 20)
    world.engine.rebuild()
    await world.engine.settled()
    vi.advanceTimersByTime(120_000)
    await world.engine.settled()
    await world.restart()
    expect(stored()).toEqual(before)
    expect(logRows(world, docId)).toMatchObject({ snapshots: 0, projectedRev: 0, rev: updates.length })
  })
})
