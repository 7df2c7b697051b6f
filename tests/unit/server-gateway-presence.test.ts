import { describe, expect, test } from 'vitest'
import { articleDocId } from '#shared/base/ids.ts'
import type { PresenceState, ServerFrame } from '#shared/protocol/frames.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import { createFakeSocket } from '../support/server-fake-socket.ts'
import { createServerWorld, updateItem, type Account } from '../support/server-world.ts'

function setUp() {
  const world = createServerWorld()
  const [alice, bob, carol] = [world.addPerson(), world.addPerson(), world.addPerson()]
  const spaceId = world.addSpace('knowledge', alice, bob)
  const topic = `space/${spaceId}`
  const signIn = ({ token }: Account, speaks = 1) => {
    const socket = createFakeSocket()
    world.gateway.accept(socket, 'here')
    socket.say({ type: 'hello', versions: { min: 1, max: speaks }, program: '', cursors: [], token })
    socket.take()
    return {
      ...socket,
      watch: (...topics: readonly string[]) => socket.say({ type: 'watch', topics }),
      show: (state: PresenceState, of = topic) => socket.say({ type: 'presence', topic: of, state }),
      /** The newest list of each topic. */
      sees: () => socket.take().filter((frame) => frame.type === 'presences'),
    }
  }
  const entry = ({ identity }: Account, state: PresenceState = 'viewing') => {
    const { personId, deviceId } = identity
    return { personId, deviceId, state }
  }
  return { world, alice, bob, carol, spaceId, topic, signIn, entry }
}

const presentIn = (frames: readonly ServerFrame[]) =>
  frames.map((frame) => 'present' in frame && frame.present)

describe('presence', () => {
  test('is told to those who look at the same: all of them, each viewing [R2] [R3]', () => {
    const { world, alice, bob, topic, signIn, entry } = setUp()
    const [a, b] = [signIn(alice), signIn(bob)]
    a.watch(topic)
    b.watch(topic)
    world.advance(500)
    const present = [entry(alice), entry(bob)]
    expect(a.sees()).toEqual([{ type: 'presences', topic, present }])
    expect(b.sees()).toEqual([{ type: 'presences', topic, present }])
    b.show('away')
    world.advance(500)
    expect(a.sees()).toEqual([{ type: 'presences', topic, present: [entry(alice), entry(bob, 'away')] }])
  })

  test('costs whoever watches alone nothing, and tells who is left that the others went [R3]', () => {
    const { world, alice, bob, topic, signIn, entry } = setUp()
    const [a, b] = [signIn(alice), signIn(bob)]
    a.watch(topic)
    a.show('typing')
    world.advance(20_000)
    expect(a.take()).toEqual([])
    b.watch(topic)
    world.advance(500)
    a.take()
    b.watch()
    world.advance(500)
    expect(presentIn(a.sees())).toEqual([[entry(alice)]])
    a.show('away')
    world.advance(20_000)
    expect(a.take()).toEqual([])
    expect(presentIn(b.sees())).toEqual([[entry(alice), entry(bob)]])
  })

  test('ends with the socket [R2]', () => {
    const { world, alice, bob, topic, signIn, entry } = setUp()
    const [a, b] = [signIn(alice), signIn(bob)]
    a.watch(topic)
    b.watch(topic)
    world.advance(500)
    a.take()
    b.cut()
    world.advance(500)
    expect(presentIn(a.sees())).toEqual([[entry(alice)]])
  })

  test('is told at most twice a second a topic, however much happens [R3]', () => {
    const { world, alice, bob, topic, signIn } = setUp()
    const [a, b] = [signIn(alice), signIn(bob)]
    a.watch(topic)
    b.watch(topic)
    world.advance(500)
    a.take()
    for (let i = 0; i < 100; i++) {
      b.show(i % 2 === 0 ? 'away' : 'viewing')
      b.show('typing')
      world.advance(30)
    }
    expect(a.sees().length).toBeLessThanOrEqual(6)
  })

  test('lets typing fall back after six seconds, unless it goes on [R4]', () => {
    const { world, alice, bob, topic, signIn, entry } = setUp()
    const [a, b] = [signIn(alice), signIn(bob)]
    a.watch(topic)
    b.watch(topic)
    b.show('typing')
    world.advance(4_000)
    b.show('typing')
    a.take()
    world.advance(6_000)
    expect(a.sees()).toEqual([])
    world.advance(2_000)
    expect(presentIn(a.sees())).toEqual([[entry(alice), entry(bob)]])
  })

  test('is there for a space, a document and the whole workspace, and for who may read them [R1]', async () => {
    const { world, alice, bob, carol, spaceId, topic, signIn, entry } = setUp()
    const docId = articleDocId(world.nextId())
    await world.push(alice, updateItem(world, spaceId, docId))
    const topics = [topic, `doc/${docId}`, 'online']
    const [a, b, c] = [signIn(alice), signIn(bob), signIn(carol)]
    for (const device of [a, b, c])
      device.watch(...topics, 'space/', 'space/x', 'doc/', 'doc/x/y', 'online/x', '')
    world.advance(500)
    const mine = a.sees()
    expect(mine.map((frame) => frame.topic).sort()).toEqual([...topics].sort())
    const listOf = (name: string) => mine.find((frame) => frame.topic === name)?.present
    expect(listOf(topic)).toEqual([entry(alice), entry(bob)])
    expect(listOf('online')).toEqual([entry(alice), entry(bob), entry(carol)])
    expect(c.sees().map((frame) => frame.topic)).toEqual(['online'])
    c.show('typing', topic)
    world.advance(500)
    expect(a.sees()).toEqual([])
  })

  test('of another workspace is another [R1]', () => {
    const { world, alice, signIn } = setUp()
    const stranger = world.addPerson()
    const workspaceId = world.nextId<typeof world.workspaceId>()
    world.policy.tokens.set(stranger.token, { ...stranger.identity, workspaceId })
    const [a, s] = [signIn(alice), signIn(stranger)]
    a.watch('online')
    s.watch('online')
    world.advance(1_000)
    expect([...a.take(), ...s.take()]).toEqual([])
  })

  test('ends with the right to read [R1] [A1]', async () => {
    const { world, alice, bob, spaceId, topic, signIn, entry } = setUp()
    const [a, b] = [signIn(alice), signIn(bob)]
    a.watch(topic)
    b.watch(topic)
    world.advance(500)
    a.take()
    b.take()
    world.policy.members.get(spaceId)!.delete(bob.identity.personId)
    world.fanOut.publish({ type: 'access', workspaceId: world.workspaceId, personId: bob.identity.personId })
    await new Promise((resolve) => setImmediate(resolve))
    world.advance(500)
    expect(presentIn(a.sees())).toEqual([[entry(alice)]])
    expect(b.sees()).toEqual([])
  })

  test('lists 500 at most, and goes out the more seldom the more people watch [R3] [L1]', () => {
    const { world, signIn } = setUp()
    const devices = Array.from({ length: 520 }, () => {
      const device = signIn(world.addPerson())
      device.watch('online')
      return device
    })
    world.advance(1_000)
    for (const device of [devices[0]!, devices[1]!, devices[519]!]) {
      expect(device.sees().map(({ present }) => present.length)).toEqual([protocolLimits.presences])
    }
    let told = 0
    for (let i = 0; i < 20; i++) {
      devices[0]!.show(i % 2 === 0 ? 'away' : 'viewing', 'online')
      world.advance(1_000)
      told += devices[1]!.sees().length
    }
    expect(told).toBeGreaterThan(2)
    expect(told).toBeLessThanOrEqual(5)
  })

  test('is in no file [R5]', () => {
    const { world, alice, bob, topic, signIn } = setUp()
    const before = world.db.prepare('SELECT total_changes() AS n').get()
    for (const device of [signIn(alice), signIn(bob)]) {
      device.watch(topic)
      device.show('typing')
    }
    world.advance(10_000)
    expect(world.db.prepare('SELECT total_changes() AS n').get()).toEqual(before)
  })
})

describe('where somebody is in a document', () => {
  const at = (text: string) => new TextEncoder().encode(text)
  const setUpArticle = async () => {
    const made = setUp()
    const { world, alice, bob, spaceId } = made
    const docId = articleDocId(world.nextId())
    await world.push(alice, updateItem(world, spaceId, docId))
    const [a, b] = [made.signIn(alice, 2), made.signIn(bob, 2)]
    const topic = `doc/${docId}`
    for (const device of [a, b]) device.watch(topic)
    world.advance(500)
    a.take()
    b.take()
    const points = (device: typeof a) => device.take().filter((frame) => frame.type === 'pointed')
    return { ...made, a, b, topic, points }
  }

  test('is passed on to the others, the last of many, and not to who says it [R6]', async () => {
    const { world, alice, a, b, topic, points } = await setUpArticle()
    for (const text of ['1', '2', '3']) a.say({ type: 'point', topic, point: at(text) })
    world.advance(100)
    const { personId, deviceId } = alice.identity
    expect(points(b)).toEqual([{ type: 'pointed', topic, personId, deviceId, point: at('3') }])
    expect(points(a)).toEqual([])
  })

  test('goes to nobody who does not watch, may not read, or speaks version 1 only [R1] [R6]', async () => {
    const { world, bob, carol, a, b, topic, points, signIn } = await setUpArticle()
    const old = signIn(bob, 1)
    const stranger = signIn(carol, 2)
    old.watch(topic)
    stranger.watch(topic)
    b.watch()
    world.advance(500)
    a.say({ type: 'point', topic, point: at('x') })
    stranger.say({ type: 'point', topic, point: at('y') })
    world.advance(500)
    for (const device of [a, b, old, stranger]) expect(points(device)).toEqual([])
  })

  test('is not said of who has left meanwhile [R6]', async () => {
    const { world, a, b, topic, points } = await setUpArticle()
    a.say({ type: 'point', topic, point: at('x') })
    a.watch()
    world.advance(1_000)
    expect(points(b)).toEqual([])
  })
})
