import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocId, SpaceId, TicketId, UpdateId } from '#shared/base/ids.ts'
import {
  articleDocId,
  chatDocId,
  notesDocId,
  personalDocId,
  settingsDocId,
  ticketDocId,
} from '#shared/base/ids.ts'
import type { PushItem } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import type { FanOutMessage } from '../../src-server/gateway/fan-out.ts'
import { StoreFull } from '../../src-server/feed/sync-store.ts'
import {
  createServerWorld,
  documentOf,
  updateItem,
  updateOf,
  type Account,
  type ServerWorld,
} from '../support/server-world.ts'

const everything = { entries: 1_000, bytes: 10_000_000 }

function setUp(options?: Parameters<typeof createServerWorld>[0]) {
  const world = createServerWorld(options)
  const alice = world.addPerson()
  const spaceId = world.addSpace('knowledge', alice)
  const docId = articleDocId(world.nextId())
  const entries = (space = spaceId) => world.store.page(space, 0, everything).entries
  const types = (space = spaceId) => entries(space).map(({ type }) => type)
  return { world, alice, spaceId, docId, entries, types }
}

const itemOf = <T extends 'delete' | 'erase'>(world: ServerWorld, type: T, spaceId: SpaceId, docId: DocId) =>
  ({ type, itemId: world.nextId<UpdateId>(), spaceId, docId }) as PushItem

const moveOf = (world: ServerWorld, spaceId: SpaceId, docId: DocId, toSpaceId: SpaceId): PushItem => ({
  ...{ type: 'move', itemId: world.nextId<UpdateId>(), spaceId, docId, toSpaceId },
})

const pushOne = async (world: ServerWorld, account: Account, item: PushItem) =>
  (await world.push(account, item))[0]!

describe('a push', () => {
  test('is stored under the next number and remembered by its id [P2]', async () => {
    const { world, alice, spaceId, docId, entries } = setUp()
    const [first, second] = [updateItem(world, spaceId, docId), updateItem(world, spaceId, docId)]
    expect(await world.push(alice, first, second)).toEqual([
      { type: 'taken', itemId: first.itemId, spaceId, seq: 1 },
      { type: 'taken', itemId: second.itemId, spaceId, seq: 2 },
    ])
    expect(entries().map(({ entryId }) => entryId)).toEqual([first.itemId, second.itemId])
    expect(world.store.findItem(first.itemId)).toEqual({ spaceId, seq: 1 })
  })

  test('is answered when its transaction is durable, one for all of a turn [P3]', async () => {
    let transactions = 0
    const { world, alice, spaceId, docId } = setUp({
      wrap: (store) => ({
        ...store,
        transaction: (work) => {
          transactions++
          return store.transaction(work)
        },
      }),
    })
    let answered = 0
    const pushes = Array.from({ length: 50 }, () =>
      world.push(alice, updateItem(world, spaceId, docId)).then((outcomes) => {
        answered++
        return outcomes
      }),
    )
    await Promise.resolve()
    expect([transactions, answered]).toEqual([0, 0])
    const seqs = (await Promise.all(pushes)).flat().map((outcome) => outcome.type === 'taken' && outcome.seq)
    expect(seqs).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    expect(transactions).toBe(1)
  })

  test('repeated gets the number it got first, also after the server died and compaction took the entry [P4]', async () => {
    const { world, alice, spaceId, docId, types } = setUp()
    const item = updateItem(world, spaceId, docId)
    await world.push(alice, item, updateItem(world, spaceId, docId))
    expect(world.compaction.compact(spaceId, docId)).toBe(true)
    world.restart()
    expect(await pushOne(world, alice, item)).toMatchObject({ type: 'taken', seq: 1 })
    expect(await world.push(alice, item, item)).toMatchObject([{ seq: 1 }, { seq: 1 }])
    expect(types()).toEqual(['snapshot'])
  })

  test('does not say what another workspace holds [P4] [P7]', async () => {
    const { world, alice, spaceId, docId } = setUp()
    const item = updateItem(world, spaceId, docId)
    await world.push(alice, item)
    const stranger = {
      identity: { ...alice.identity, workspaceId: world.nextId<typeof world.workspaceId>() },
    }
    expect(await world.feed.push(stranger.identity, [item])).toMatchObject([{ reason: 'no-access' }])
  })

  test('is refused item by item: the others stand [P5]', async () => {
    const { world, alice, spaceId, docId, types } = setUp()
    const bad = { ...updateItem(world, spaceId, docId), payload: new Uint8Array([9, 9, 9]) }
    const outcomes = await world.push(
      alice,
      updateItem(world, spaceId, docId),
      bad,
      updateItem(world, spaceId, docId),
    )
    expect(outcomes.map(({ type }) => type)).toEqual(['taken', 'refused', 'taken'])
    expect(types()).toEqual(['update', 'update'])
  })

  test('that makes the server stumble spoils no other [P5]', async () => {
    const { world, alice, spaceId, docId, types } = setUp()
    world.policy.onAccept = () => {
      throw new Error('a bug')
    }
    const itemId = world.nextId<UpdateId>()
    const record: PushItem = { type: 'record', itemId, spaceId, recordType: 'x', recordId: 'y', body: '{}' }
    const [one, two] = await Promise.all([
      world.push(alice, updateItem(world, spaceId, docId), record, updateItem(world, spaceId, docId)),
      world.push(alice, updateItem(world, spaceId, docId)),
    ])
    expect(one).toMatchObject([{ seq: 1 }, { reason: 'busy' }, { seq: 2 }])
    expect(two).toMatchObject([{ seq: 3 }])
    expect(types()).toHaveLength(3)
  })

  test('to a space without access is refused like one to a space that is not there [P7] [A1]', async () => {
    const { world, alice, docId } = setUp()
    const foreign = world.addSpace('knowledge', world.addPerson())
    const [hidden] = await world.push(alice, updateItem(world, foreign, docId))
    const [missing] = await world.push(alice, updateItem(world, world.nextId<SpaceId>(), docId))
    expect(hidden).toEqual({ ...missing, itemId: hidden!.itemId })
    expect(hidden).toMatchObject({ type: 'refused', reason: 'no-access', detail: '' })
  })

  test('stops with the right to write [A1]', async () => {
    const { world, alice, spaceId, docId } = setUp()
    expect(await pushOne(world, alice, updateItem(world, spaceId, docId))).toMatchObject({ seq: 1 })
    world.policy.members.get(spaceId)?.clear()
    const outcome = await pushOne(world, alice, updateItem(world, spaceId, docId))
    expect(outcome).toMatchObject({ reason: 'no-access' })
  })

  test('of what is no Yjs update is refused and not stored [P9]', async () => {
    const { world, alice, spaceId, docId, types } = setUp()
    for (const payload of [new Uint8Array(0), new Uint8Array([255]), updateOf(() => undefined).subarray(1)]) {
      const outcome = await pushOne(world, alice, { ...updateItem(world, spaceId, docId), payload })
      expect(outcome).toMatchObject({ type: 'refused', reason: 'undecodable' })
    }
    expect(types()).toEqual([])
  })

  test('of more than a page could carry is refused [L1]', async () => {
    const { world, alice, spaceId, docId } = setUp()
    const payload = new Uint8Array(protocolLimits.payloadBytes + 1)
    const outcome = await pushOne(world, alice, { ...updateItem(world, spaceId, docId), payload })
    expect(outcome).toMatchObject({ reason: 'too-large' })
  })

  test('that stands on a refused one is refused too, until the device has started anew [P6]', async () => {
    const { world, alice, spaceId, docId, types } = setUp()
    const updates: Uint8Array[] = []
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of ['one', 'two', 'three']) doc.getArray('a').push([word])
    const item = (payload: Uint8Array) => ({ ...updateItem(world, spaceId, docId), payload })
    await world.push(alice, item(updates[0]!))
    const outcomes = await world.push(alice, item(updates[1]!.subarray(1)), item(updates[2]!))
    expect(outcomes).toMatchObject([{ reason: 'undecodable' }, { reason: 'undecodable' }])
    expect(types()).toEqual(['update'])
    expect(await pushOne(world, alice, item(updateOf((d) => d.getArray('a').push(['anew']))))).toMatchObject({
      seq: 2,
    })
  })

  test('is refused with `disk-full` where the disk is, and reading goes on [L4]', async () => {
    let isFull = false
    const { world, alice, spaceId, docId } = setUp({
      wrap: (store) => ({
        ...store,
        transaction: (work) => {
          if (isFull) throw new StoreFull()
          return store.transaction(work)
        },
      }),
    })
    const item = updateItem(world, spaceId, docId)
    await world.push(alice, updateItem(world, spaceId, docId))
    isFull = true
    expect(await pushOne(world, alice, item)).toMatchObject({ type: 'refused', reason: 'disk-full' })
    expect(world.store.page(spaceId, 0, everything).entries).toHaveLength(1)
    isFull = false
    expect(await pushOne(world, alice, item)).toMatchObject({ type: 'taken', seq: 2 })
  })

  test('keeps documents of newer kinds as they are [V4]', async () => {
    const { world, alice, spaceId, entries } = setUp()
    const docId = `whiteboard/${world.nextId()}` as DocId
    const item = updateItem(world, spaceId, docId)
    expect(await pushOne(world, alice, item)).toMatchObject({ seq: 1 })
    await world.push(alice, updateItem(world, spaceId, docId))
    expect(world.compaction.compact(spaceId, docId)).toBe(false)
    expect(entries()[0]).toMatchObject({ docId, payload: Buffer.from(item.payload) })
  })

  test('puts no document where its kind does not belong [P2] [A3]', async () => {
    const { world, alice, spaceId } = setUp()
    const queue = world.addSpace('queue', alice)
    const internal = world.addSpace('queue-internal', alice)
    const channel = world.addSpace('channel', alice)
    const mine = world.addSpace('personal', alice)
    const ticketId = world.nextId<TicketId>()
    const chat = chatDocId(channel as never, world.nextId())
    const outcomes = await world.push(
      alice,
      ...[queue, spaceId].map((space) => updateItem(world, space, notesDocId(ticketId))),
      ...[internal, channel].map((space) => updateItem(world, space, ticketDocId(ticketId))),
      updateItem(world, queue, chat),
      updateItem(world, mine, personalDocId(world.nextId())),
      updateItem(world, queue, settingsDocId(channel)),
      updateItem(world, queue, articleDocId(world.nextId())),
      updateItem(world, queue, 'whatever/no-id' as DocId),
    )
    expect(new Set(outcomes.map((outcome) => outcome.type === 'refused' && outcome.reason))).toEqual(
      new Set(['wrong-space']),
    )
    const fine = await world.push(
      alice,
      updateItem(world, internal, notesDocId(ticketId)),
      updateItem(world, queue, ticketDocId(ticketId)),
      updateItem(world, channel, chat),
      updateItem(world, mine, personalDocId(alice.identity.personId)),
      updateItem(world, queue, settingsDocId(queue)),
    )
    expect(fine.map(({ type }) => type)).toEqual(Array(5).fill('taken'))
  })

  test('for a document that somebody else began elsewhere goes there, for who may write there [P8] [P7]', async () => {
    const { world, alice, spaceId, docId } = setUp()
    await world.push(alice, updateItem(world, spaceId, docId))
    const bob = world.addPerson()
    const other = world.addSpace('knowledge', alice, bob)
    const outcome = await pushOne(world, alice, updateItem(world, other, docId))
    expect(outcome).toMatchObject({ type: 'taken', spaceId, seq: 2 })
    expect(await pushOne(world, bob, updateItem(world, other, docId))).toMatchObject({ reason: 'no-access' })
  })
})

describe('records', () => {
  test('are published as the policy takes them, or refused [P10]', async () => {
    const { world, alice, spaceId, entries } = setUp()
    const messages: FanOutMessage[] = []
    world.fanOut.subscribe((message) => messages.push(message))
    world.policy.onAccept = (_, { recordType }) =>
      recordType === 'good' ? { spaceId, body: '{"clean":1}', rightsOf: [null] } : null
    const record = (recordType: string): PushItem => ({
      ...{ type: 'record', itemId: world.nextId<UpdateId>(), spaceId: world.directoryId, recordType },
      ...{ recordId: 'id', body: '{"dirty":1}' },
    })
    const outcomes = await world.push(alice, record('good'), record('bad'))
    expect(outcomes).toMatchObject([{ type: 'taken', spaceId, seq: 1 }, { reason: 'record-refused' }])
    expect(entries()).toMatchObject([{ type: 'record', recordType: 'good', body: '{"clean":1}' }])
    const { workspaceId } = world
    expect(messages).toEqual([
      { type: 'access', workspaceId, personId: null },
      { type: 'head', spaceId, head: 1 },
    ])
  })

  test('give a ticket its number with its first entry, in the same feed [P11]', async () => {
    const { world, alice, entries } = setUp()
    const queue = world.addSpace('queue', alice)
    const ticketId = world.nextId<TicketId>()
    const [first] = await world.push(alice, updateItem(world, queue, ticketDocId(ticketId)))
    await world.push(alice, updateItem(world, queue, ticketDocId(ticketId)))
    await world.push(alice, updateItem(world, queue, ticketDocId(world.nextId())))
    expect(first).toMatchObject({ seq: 1 })
    expect(entries(queue)).toMatchObject([
      { type: 'update' },
      { type: 'record', seq: 2, recordType: 'ticket-number', recordId: ticketId, body: '{"number":1}' },
      { type: 'update' },
      { type: 'update' },
      { type: 'record', seq: 5, body: '{"number":2}' },
    ])
  })
})

describe('deleting', () => {
  test('leaves a tombstone; what comes later is refused [P8]', async () => {
    const { world, alice, spaceId, docId, entries } = setUp()
    await world.push(alice, updateItem(world, spaceId, docId), itemOf(world, 'delete', spaceId, docId))
    expect(entries()).toMatchObject([{ type: 'tombstone', seq: 2, movedTo: null }])
    const late = await pushOne(world, alice, updateItem(world, spaceId, docId))
    expect(late).toMatchObject({ reason: 'deleted' })
  })

  test("of others' work takes an admin", async () => {
    const { world, alice, spaceId, docId, types } = setUp()
    const bob = world.addPerson()
    const admin = world.addPerson('admin')
    for (const { identity } of [bob, admin]) world.policy.members.get(spaceId)?.add(identity.personId)
    await world.push(alice, updateItem(world, spaceId, docId), updateItem(world, spaceId, docId))
    const byBob = () => pushOne(world, bob, itemOf(world, 'delete', spaceId, docId))
    expect(await byBob()).toMatchObject({ reason: 'no-access' })
    world.compaction.compact(spaceId, docId)
    expect(await byBob(), 'merging hides no author').toMatchObject({ reason: 'no-access' })
    expect(await pushOne(world, admin, itemOf(world, 'delete', spaceId, docId))).toMatchObject({ seq: 4 })
    expect(types()).toEqual(['tombstone'])
    const own = articleDocId(world.nextId())
    const outcomes = await world.push(
      bob,
      updateItem(world, spaceId, own),
      itemOf(world, 'delete', spaceId, own),
    )
    expect(outcomes.map(({ type }) => type)).toEqual(['taken', 'taken'])
  })

  test('of what is not there is refused', async () => {
    const { world, alice, spaceId, docId } = setUp()
    const outcomes = await world.push(
      alice,
      itemOf(world, 'delete', spaceId, docId),
      itemOf(world, 'erase', spaceId, docId),
      moveOf(world, spaceId, docId, spaceId),
    )
    expect(outcomes).toMatchObject(Array(3).fill({ reason: 'wrong-space' }))
  })
})

describe('moving', () => {
  test('leaves a tombstone that says where to, and the content there [S11] [P8]', async () => {
    const { world, alice, spaceId, docId, entries } = setUp()
    const target = world.addSpace('knowledge', alice)
    const [one, two] = [updateItem(world, spaceId, docId, 'one'), updateItem(world, spaceId, docId, 'two')]
    await world.push(alice, one, two)
    const move = moveOf(world, spaceId, docId, target)
    expect(await pushOne(world, alice, move)).toMatchObject({ type: 'taken', spaceId, seq: 3 })
    expect(entries()).toMatchObject([{ type: 'tombstone', movedTo: target }])
    expect(entries(target)).toMatchObject([{ type: 'snapshot', seq: 1, erases: false }])
    const moved = documentOf(world.store.documentLog(target, docId))
    expect(moved.getMap('m').toJSON()).toEqual({ [one.itemId]: 'one', [two.itemId]: 'two' })
    const late = updateItem(world, spaceId, docId, 'late')
    expect(await pushOne(world, alice, late)).toEqual({
      ...{ type: 'taken', itemId: late.itemId, spaceId: target, seq: 2 },
    })
    expect(await pushOne(world, alice, late), 'and again').toMatchObject({ spaceId: target, seq: 2 })
    expect(await pushOne(world, alice, move), 'and the move again').toMatchObject({ spaceId, seq: 3 })
  })

  test('needs the right to write in both; so does what comes later [P8]', async () => {
    const { world, alice, spaceId, docId, types } = setUp()
    const bob = world.addPerson()
    const target = world.addSpace('knowledge', bob)
    await world.push(alice, updateItem(world, spaceId, docId))
    const byAlice = await pushOne(world, alice, moveOf(world, spaceId, docId, target))
    const byBob = await pushOne(world, bob, moveOf(world, spaceId, docId, target))
    expect([byAlice, byBob]).toMatchObject([{ reason: 'no-access' }, { reason: 'no-access' }])
    expect(types()).toEqual(['update'])
    world.policy.members.get(target)?.add(alice.identity.personId)
    await world.push(alice, moveOf(world, spaceId, docId, target))
    world.policy.members.get(target)?.delete(alice.identity.personId)
    const late = await pushOne(world, alice, updateItem(world, spaceId, docId))
    expect(late).toMatchObject({ reason: 'no-access' })
  })

  test('takes a ticket with its number to another queue, and to no other kind of space [P11]', async () => {
    const { world, alice, entries } = setUp()
    const [from, to] = [world.addSpace('queue', alice), world.addSpace('queue', alice)]
    const channel = world.addSpace('channel', alice)
    const docId = ticketDocId(world.nextId())
    await world.push(alice, updateItem(world, from, docId))
    const wrong = await pushOne(world, alice, moveOf(world, from, docId, channel))
    expect(wrong).toMatchObject({ reason: 'wrong-space' })
    await world.push(alice, moveOf(world, from, docId, to))
    expect(entries(to)).toMatchObject([{ type: 'snapshot' }, { type: 'record', body: '{"number":1}' }])
  })

  test('where somebody else has moved it already is done [P8]', async () => {
    const { world, alice, spaceId, docId, entries } = setUp()
    const target = world.addSpace('knowledge', alice)
    await world.push(alice, updateItem(world, spaceId, docId))
    const outcomes = await world.push(
      alice,
      moveOf(world, spaceId, docId, target),
      moveOf(world, spaceId, docId, target),
    )
    expect(outcomes).toMatchObject([
      { type: 'taken', spaceId, seq: 2 },
      { type: 'taken', spaceId: target, seq: 1 },
    ])
    expect(entries(target)).toHaveLength(1)
  })

  test('there and back again leads to where the document is', async () => {
    const { world, alice, spaceId, docId } = setUp()
    const target = world.addSpace('knowledge', alice)
    await world.push(alice, updateItem(world, spaceId, docId))
    await world.push(alice, moveOf(world, spaceId, docId, target), moveOf(world, target, docId, spaceId))
    const outcomes = await world.push(
      alice,
      updateItem(world, spaceId, docId),
      updateItem(world, target, docId),
    )
    expect(outcomes).toMatchObject([
      { type: 'taken', spaceId },
      { type: 'taken', spaceId },
    ])
  })
})
