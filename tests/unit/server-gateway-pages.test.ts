import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDocId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { entryOverheadBytes } from '#shared/protocol/codec.ts'
import type { ServerFrame } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import { createFakeSocket } from '../support/server-fake-socket.ts'
import {
  createServerWorld,
  documentOf,
  updateItem,
  updateOf,
  type Account,
  type ServerWorld,
} from '../support/server-world.ts'

function setUp(options?: Parameters<typeof createServerWorld>[0]) {
  const world = createServerWorld(options)
  const [alice, bob] = [world.addPerson(), world.addPerson()]
  const spaceId = world.addSpace('knowledge', alice, bob)
  const docId = articleDocId(world.nextId())
  const item = (text?: string) => updateItem(world, spaceId, docId, text)
  const pull = (after: number, epoch = world.store.epoch()) =>
    ({ type: 'pull', spaceId, epoch, after }) as const
  return { world, alice, bob, spaceId, docId, item, pull }
}

const types = (frames: readonly ServerFrame[]) => frames.map(({ type }) => type)
const seqs = (page: Extract<ServerFrame, { type: 'page' }>) => page.entries.map(({ seq }) => seq)

/** A device on a connection of the test's own. */
function signInFake(
  world: ServerWorld,
  { token }: Account,
  spaceId: SpaceId,
  seq = world.store.head(spaceId),
) {
  const socket = createFakeSocket()
  world.gateway.accept(socket, 'here')
  const cursors = [world.cursor(spaceId, seq)]
  socket.say({ type: 'hello', versions: { min: 1, max: 1 }, program: '', cursors, token })
  expect(types(socket.take())).toEqual(['welcome'])
  return socket
}

/** Everything that was pushed is committed and has been passed on. */
async function passedOn(world: ServerWorld) {
  await world.feed.settled()
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
}

describe('a push over a socket', () => {
  test('is acknowledged with the numbers it got, and refused item by item [P3] [P5]', async () => {
    const { world, alice, spaceId, item } = setUp()
    const { device } = await world.signIn(alice)
    const [first, bad, last] = [item(), { ...item(), payload: new Uint8Array([1]) }, item()]
    device.send({ type: 'push', items: [first, bad, last] })
    expect(await device.next('ack')).toEqual({
      type: 'ack',
      items: [
        { itemId: first.itemId, spaceId, seq: 1 },
        { itemId: last.itemId, spaceId, seq: 2 },
      ],
    })
    expect(await device.next('reject')).toMatchObject({ itemId: bad.itemId, reason: 'undecodable' })
  })

  test('whose answer was lost is the same push when it comes again [P3] [P4]', async () => {
    const { world, alice, spaceId, item } = setUp()
    const pushed = item()
    const cut = signInFake(world, alice, spaceId)
    cut.say({ type: 'push', items: [pushed] })
    cut.cut()
    await passedOn(world)
    expect(types(cut.take())).toEqual([])
    expect(world.store.head(spaceId)).toBe(1)
    const { device } = await world.signIn(alice)
    for (let i = 0; i < 2; i++) {
      device.send({ type: 'push', items: [pushed, pushed] })
      expect((await device.next('ack')).items).toEqual(
        Array(2).fill({ itemId: pushed.itemId, spaceId, seq: 1 }),
      )
    }
    expect(world.store.page(spaceId, 0, { entries: 9, bytes: 9_999 }).entries).toHaveLength(1)
  })

  test('survives the death of the server between commit and acknowledgement [P4]', async () => {
    const { world, alice, spaceId, item } = setUp()
    const pushed = item()
    const { device } = await world.signIn(alice)
    await world.push(alice, pushed)
    world.restart()
    await device.closed
    const { device: again } = await world.signIn(alice)
    again.send({ type: 'push', items: [pushed] })
    expect((await again.next('ack')).items).toEqual([{ itemId: pushed.itemId, spaceId, seq: 1 }])
    expect(world.store.head(spaceId)).toBe(1)
  })
})

describe('a pull', () => {
  test('is answered with what follows, and says how far it reaches [S2]', async () => {
    const { world, alice, bob, spaceId, item, pull } = setUp({ limits: { pageEntries: 3 } })
    const items = Array.from({ length: 5 }, () => item())
    await world.push(alice, ...items)
    const { device } = await world.signIn(bob)
    device.send(pull(0))
    const first = await device.next('page')
    expect(first).toMatchObject({ spaceId, after: 0, upTo: 3, head: 5, sample: null })
    expect(first.entries.map(({ entryId }) => entryId)).toEqual(items.slice(0, 3).map(({ itemId }) => itemId))
    device.send(pull(3))
    expect(await device.next('page')).toMatchObject({ after: 3, upTo: 5, head: 5 })
    device.send(pull(5))
    expect(await device.next('page')).toMatchObject({ after: 5, upTo: 5, entries: [] })
  })

  test('gets pages of about 512 KiB and 4,000 entries at most [S2] [L1]', async () => {
    const { world, alice, docId, spaceId, pull } = setUp()
    const payload = updateOf((doc) => doc.getArray('a').push([new Uint8Array(100_000)]))
    const large = () => ({ ...updateItem(world, spaceId, docId), payload })
    await world.push(alice, ...Array.from({ length: 8 }, large))
    const { device } = await world.signIn(alice)
    device.send(pull(0))
    const page = await device.next('page')
    expect(page.entries).toHaveLength(Math.floor((512 * 1024) / (payload.byteLength + entryOverheadBytes)))
    const tiny = () => ({ ...updateItem(world, spaceId, docId), payload: new Uint8Array([0, 0]) })
    for (let i = 0; i < 9; i++) await world.push(alice, ...Array.from({ length: 500 }, tiny))
    device.send(pull(8))
    expect((await device.next('page')).entries.length).toBeLessThanOrEqual(protocolLimits.pageEntries)
  })

  test('of the largest update there may be is answered [S2] [L1]', async () => {
    const { world, alice, docId, spaceId, pull } = setUp()
    const room = protocolLimits.payloadBytes - 40
    const payload = updateOf((doc) => doc.getArray('a').push([new Uint8Array(room)]))
    expect(payload.byteLength).toBeGreaterThan(protocolLimits.payloadBytes - 64)
    const { device } = await world.signIn(alice)
    device.send({ type: 'push', items: [{ ...updateItem(world, spaceId, docId), payload }] })
    expect((await device.next('ack')).items).toMatchObject([{ seq: 1 }])
    device.send(pull(0))
    expect((await device.next('page')).entries).toMatchObject([{ seq: 1 }])
  })

  test('with a cursor of another epoch or beyond the head starts from 0 [E1]', async () => {
    const { world, alice, item, pull } = setUp()
    await world.push(alice, item(), item())
    const { device } = await world.signIn(alice)
    for (const frame of [pull(1, world.nextId()), pull(3)]) {
      device.send(frame)
      expect(await device.next('page')).toMatchObject({ after: 0, upTo: 2, epoch: world.store.epoch() })
    }
  })

  test('of a space without access says that it is revoked, there or not [S7] [A1] [P7]', async () => {
    const { world, alice } = setUp()
    const foreign = world.addSpace('channel', world.addPerson())
    const { device } = await world.signIn(alice)
    for (const spaceId of [foreign, world.nextId<SpaceId>()]) {
      device.send({ type: 'pull', spaceId, epoch: world.store.epoch(), after: 0 })
      expect(await device.next('access')).toEqual({
        type: 'access',
        role: 'agent',
        granted: [],
        revoked: [spaceId],
      })
    }
  })

  test('carries now and then what a document has to be [E5] [E4]', async () => {
    const { world, alice, docId, spaceId, item, pull } = setUp()
    await world.push(alice, item(), item())
    const { device } = await world.signIn(alice)
    device.send(pull(0))
    const { sample, entries } = await device.next('page')
    expect(entries).toHaveLength(2)
    const state = world.content.stateOf(world.store.documentLog(spaceId, docId).map(({ payload }) => payload))
    expect(sample).toEqual({ docId, digest: new Uint8Array(state!.digest) })
  })
})

describe('pages that nobody asked for', () => {
  test('go to every device that is up to date, and the author gets none [S4] [S8]', async () => {
    const { world, alice, bob, spaceId, item } = setUp()
    const { device: author } = await world.signIn(alice)
    const { device: reader } = await world.signIn(bob)
    for (let seq = 1; seq <= 3; seq++) {
      const pushed = item()
      author.send({ type: 'push', items: [pushed] })
      await author.next('ack')
      const page = await reader.next('page')
      expect(page).toMatchObject({ spaceId, after: seq - 1, upTo: seq, head: seq })
      expect(page.entries).toMatchObject([{ entryId: pushed.itemId }])
    }
    expect(types(await author.settled())).toEqual([])
  })

  test('come also to whoever asked for something else than an update: it has to read what became of it [S8]', async () => {
    const { world, alice, spaceId, docId, item } = setUp()
    const device = signInFake(world, alice, spaceId)
    device.say({ type: 'push', items: [item()] })
    await passedOn(world)
    expect(types(device.take())).toEqual(['ack'])
    device.say({ type: 'push', items: [{ type: 'erase', itemId: world.nextId<UpdateId>(), spaceId, docId }] })
    await passedOn(world)
    const [ack, page] = device.take()
    expect(ack).toMatchObject({ type: 'ack', items: [{ seq: 2 }] })
    expect(page).toMatchObject({ type: 'page', after: 1, upTo: 2, entries: [{ erases: true }] })
  })

  test('hold also what one pushed oneself, where others came first [S4] [S6]', async () => {
    const { world, alice, bob, spaceId, item } = setUp()
    const [a, b] = [signInFake(world, alice, spaceId), signInFake(world, bob, spaceId)]
    a.say({ type: 'push', items: [item()] })
    b.say({ type: 'push', items: [item()] })
    await passedOn(world)
    const [ack, page] = a.take()
    expect(ack).toMatchObject({ type: 'ack', items: [{ seq: 1 }] })
    expect(page).toMatchObject({ type: 'page', after: 1, upTo: 2 })
    const [ackOfB, pageOfB] = b.take()
    expect(ackOfB).toMatchObject({ type: 'ack', items: [{ seq: 2 }] })
    expect(pageOfB).toMatchObject({ type: 'page', after: 0, upTo: 2 })
  })

  test('do not go to a device that is behind: it pulls, and gets them from then on [S4] [S5]', async () => {
    const { world, alice, bob, spaceId, item, pull } = setUp()
    await world.push(alice, item())
    const behind = signInFake(world, bob, spaceId, 0)
    await world.push(alice, item())
    await passedOn(world)
    expect(types(behind.take())).toEqual([])
    behind.say(pull(0))
    expect(behind.take()).toMatchObject([{ type: 'page', after: 0, upTo: 2 }])
    await world.push(alice, item())
    await passedOn(world)
    expect(behind.take()).toMatchObject([{ type: 'page', after: 2, upTo: 3 }])
  })

  test('become one poke where the socket does not take them, until the device has pulled [S4]', async () => {
    const { world, alice, bob, spaceId, item, pull } = setUp({ limits: { pokeAboveBytes: 50 } })
    const slow = signInFake(world, bob, spaceId)
    slow.state.takes = false
    for (let i = 0; i < 4; i++) {
      await world.push(alice, item())
      await passedOn(world)
    }
    slow.drain()
    expect(slow.take()).toMatchObject([
      { type: 'page', upTo: 1 },
      { type: 'poke', head: 2 },
    ])
    slow.state.takes = true
    slow.say(pull(1))
    expect(slow.take()).toMatchObject([{ type: 'page', after: 1, upTo: 4 }])
    await world.push(alice, item())
    await passedOn(world)
    expect(slow.take()).toMatchObject([{ type: 'page', after: 4, upTo: 5 }])
  })

  test('become a poke where one page is not enough [S4]', async () => {
    const { world, alice, bob, spaceId, item } = setUp({ limits: { pageEntries: 2 } })
    const reader = signInFake(world, bob, spaceId)
    await world.push(alice, item(), item(), item())
    await passedOn(world)
    expect(reader.take()).toEqual([{ type: 'poke', spaceId, head: 3 }])
  })

  test('are made once for all who are told [S4]', async () => {
    let reads = 0
    const { world, alice, spaceId, item } = setUp({
      wrap: (store) => ({
        ...store,
        page: (...args) => {
          reads++
          return store.page(...args)
        },
      }),
    })
    const readers = Array.from({ length: 200 }, () => {
      const person = world.addPerson()
      world.policy.members.get(spaceId)!.add(person.identity.personId)
      return signInFake(world, person, spaceId)
    })
    await world.push(alice, item())
    await passedOn(world)
    expect(reads).toBe(1)
    for (const reader of readers) expect(seqs(reader.take()[0] as never)).toEqual([1])
  })

  test('tell of a merged document like of any entry, so that nobody misses it [S9]', async () => {
    const { world, alice, bob, spaceId, docId, item } = setUp()
    const reader = signInFake(world, bob, spaceId)
    await world.push(alice, item(), item())
    await passedOn(world)
    reader.take()
    world.compaction.compact(spaceId, docId)
    await passedOn(world)
    expect(reader.take()).toMatchObject([
      { type: 'page', after: 2, upTo: 3, entries: [{ type: 'snapshot' }] },
    ])
  })
})

describe('a comparison', () => {
  test('says what the server has of each document, nothing where it has none [E3] [E4]', async () => {
    const { world, alice, spaceId, docId, item } = setUp()
    const other = world.addSpace('knowledge', alice)
    const elsewhere = articleDocId(world.nextId())
    const missing = articleDocId(world.nextId())
    await world.push(alice, item(), item(), updateItem(world, other, elsewhere))
    const { device } = await world.signIn(alice)
    device.send({ type: 'compare', spaceId, docIds: [docId, missing, elsewhere, docId] })
    const states = await device.next('states')
    const mine = documentOf(world.store.documentLog(spaceId, docId))
    expect(states.docs[0]!.digest).toHaveLength(protocolLimits.digestBytes)
    const nothing = { stateVector: new Uint8Array(0), digest: new Uint8Array(0) }
    expect(states.docs).toEqual([
      {
        docId,
        stateVector: Y.encodeStateVector(mine),
        digest: expect.any(Uint8Array) as Uint8Array,
      },
      { docId: missing, ...nothing },
      { docId: elsewhere, ...nothing },
    ])
  })

  test('brings the server what it lacks [E3]', async () => {
    const { world, alice, spaceId, docId, item } = setUp()
    await world.push(alice, item('known'))
    const mine = documentOf(world.store.documentLog(spaceId, docId))
    mine.getMap('m').set('x', 'lost when the server was restored')
    const { device } = await world.signIn(alice)
    device.send({ type: 'compare', spaceId, docIds: [docId] })
    const { docs } = await device.next('states')
    const payload = Y.encodeStateAsUpdate(mine, docs[0]!.stateVector)
    device.send({ type: 'push', items: [{ ...item(), payload }] })
    await device.next('ack')
    expect(documentOf(world.store.documentLog(spaceId, docId)).getMap('m').get('x')).toMatch('lost')
  })

  test('needs the right to read [A1]', async () => {
    const { world, alice } = setUp()
    const foreign = world.addSpace('knowledge', world.addPerson())
    const { device } = await world.signIn(alice)
    device.send({ type: 'compare', spaceId: foreign, docIds: [] })
    expect(await device.next('access')).toMatchObject({ revoked: [foreign] })
  })
})

test('a server that stops answers what it has taken, then says that it is draining [C8]', async () => {
  const { world, alice, item, spaceId } = setUp()
  const { device } = await world.signIn(alice)
  const { device: unknown } = { device: await world.connect() }
  const pushed = item()
  const drained = new Promise<void>((resolve) => {
    const subscription = world.fanOut.subscribe(() => {
      subscription.dispose()
      // The push is committed, and not answered yet.
      void world.gateway.drain().then(resolve)
    })
  })
  device.send({ type: 'push', items: [pushed] })
  expect((await device.next('ack')).items).toEqual([{ itemId: pushed.itemId, spaceId, seq: 1 }])
  expect(await device.closed).toMatchObject({ code: closeCodes.draining })
  expect(await unknown.closed).toMatchObject({ code: closeCodes.draining })
  await drained
  const late = await world.connect()
  expect(await late.closed).toMatchObject({ code: closeCodes.draining })
})
