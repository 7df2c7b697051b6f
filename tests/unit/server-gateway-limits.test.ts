import { describe, expect, test } from 'vitest'
import { articleDocId } from '#shared/base/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { createFakeSocket } from '../support/server-fake-socket.ts'
import {
  createServerWorld,
  updateItem,
  updateOf,
  type Account,
  type ServerWorld,
} from '../support/server-world.ts'

function signIn(world: ServerWorld, { token }: Account, cursors: Parameters<typeof hello>[1] = []) {
  const socket = createFakeSocket()
  world.gateway.accept(socket, 'here')
  socket.say(hello(token, cursors))
  socket.take()
  return socket
}

const hello = (token: string, cursors: readonly ReturnType<ServerWorld['cursor']>[] = []) =>
  ({ type: 'hello', versions: { min: 1, max: 1 }, program: '', token, cursors }) as const

const ping = { type: 'ping', nonce: 1 } as const

describe('a device that says too much', () => {
  test('is read from more slowly, for frames as for bytes, and read again when it has paid [L2]', () => {
    const world = createServerWorld()
    const [chatty, heavy] = [signIn(world, world.addPerson()), signIn(world, world.addPerson())]
    for (let i = 0; i < 1_999; i++) chatty.say(ping)
    expect(chatty.state.isPaused).toBe(false)
    for (let i = 0; i < 10; i++) chatty.say(ping)
    expect(chatty.state.isPaused).toBe(true)
    const watch = { type: 'watch', topics: [] } as const
    for (let i = 0; i < 2_100 && !heavy.state.isPaused; i++) heavy.say(watch)
    expect(heavy.state.isPaused).toBe(true)
    world.advance(1_000)
    expect(chatty.state).toMatchObject({ isPaused: false, closeCode: 0 })
    world.advance(60_000)
    expect([chatty.state.closeCode, heavy.state.closeCode]).toEqual([0, 0])
  })

  test('has tokens for bytes too [L2]', () => {
    const world = createServerWorld({ limits: { bytesPerSecond: 1_000, savedSeconds: 2 } })
    const device = signIn(world, world.addPerson())
    const topics = Array<string>(20).fill('x'.repeat(100))
    device.say({ type: 'watch', topics })
    expect(device.state.isPaused).toBe(true)
    world.advance(1_000)
    expect(device.state.isPaused).toBe(false)
  })

  test('and does not stop is closed after 30 seconds [L2]', () => {
    const world = createServerWorld()
    const device = signIn(world, world.addPerson())
    for (let i = 0; i < 2_001; i++) device.say(ping)
    let seconds = 0
    for (; device.state.closeCode === 0 && seconds < 60; seconds++) {
      for (let i = 0; i < 300; i++) device.say(ping)
      world.advance(1_000)
    }
    expect(device.state.closeCode).toBe(closeCodes.limit)
    expect(seconds).toBeGreaterThanOrEqual(29)
    expect(seconds).toBeLessThanOrEqual(32)
  })

  test('now and then is not closed: only one that floods all the time [L2]', () => {
    const world = createServerWorld()
    const device = signIn(world, world.addPerson())
    for (let burst = 0; burst < 10; burst++) {
      for (let i = 0; i < 2_050; i++) device.say(ping)
      world.advance(12_000)
    }
    expect(device.state).toMatchObject({ closeCode: 0, isPaused: false })
  })
})

describe('a device that does not take its answers', () => {
  const setUp = async () => {
    const world = createServerWorld()
    const alice = world.addPerson()
    const spaceId = world.addSpace('knowledge', alice)
    const payload = updateOf((doc) => doc.getArray('a').push([new Uint8Array(400_000)]))
    await world.push(alice, { ...updateItem(world, spaceId, articleDocId(world.nextId())), payload })
    const device = signIn(world, alice)
    device.state.takes = false
    const pull = () => device.say({ type: 'pull', spaceId, epoch: world.store.epoch(), after: 0 })
    return { world, device, pull }
  }

  test('is not read from until it has taken them [S12]', async () => {
    const { device, pull } = await setUp()
    pull()
    pull()
    expect(device.state.isPaused).toBe(false)
    pull()
    expect(device.state.isPaused).toBe(true)
    device.drain()
    expect(device.state.isPaused).toBe(false)
  })

  test('is closed with `slow` after 30 seconds [S12]', async () => {
    const { world, device, pull } = await setUp()
    for (let i = 0; i < 3; i++) pull()
    world.advance(29_000)
    expect(device.state.closeCode).toBe(0)
    world.advance(1_000)
    expect(device.state.closeCode).toBe(closeCodes.slow)
    expect(world.gateway.deviceCount).toBe(1)
    world.advance(5_000)
    expect(device.state.isTerminated, 'it does not take the goodbye either').toBe(true)
    expect(world.gateway.deviceCount).toBe(0)
  })

  test('is closed with `slow` beyond 16 MiB, and nothing more is kept for it [S12]', async () => {
    const { device, pull } = await setUp()
    for (let i = 0; i < 60; i++) pull()
    expect(device.state.closeCode).toBe(closeCodes.slow)
    expect(device.bufferedAmount).toBeLessThan(17 * 1024 * 1024)
  })
})

describe('an address', () => {
  test('has so many sockets without a hello; the next are closed [L3]', () => {
    const world = createServerWorld({ limits: { unknownPerAddress: 3 } })
    const accept = (address: string) => {
      const socket = createFakeSocket()
      world.gateway.accept(socket, address)
      return socket
    }
    const first = [accept('a'), accept('a'), accept('a')]
    expect(accept('a').state.closeCode).toBe(closeCodes.limit)
    expect(accept('b').state.closeCode).toBe(0)
    expect(first.map(({ state }) => state.closeCode)).toEqual([0, 0, 0])
    first[0]!.say(hello(world.addPerson().token))
    expect(accept('a').state.closeCode, 'one has said hello').toBe(0)
    expect(accept('a').state.closeCode).toBe(closeCodes.limit)
    first[1]!.cut()
    expect(accept('a').state.closeCode, 'one has gone').toBe(0)
    world.advance(10_000)
    expect(accept('a').state.closeCode, 'the others took too long').toBe(0)
  })
})

test('a server with no sockets keeps no timer of the gateway going', () => {
  let count = 0
  const world = createServerWorld()
  const counted = { ...world.timers }
  const socket = createFakeSocket()
  const after = world.timers.after
  world.timers.after = (ms, run) => {
    if (ms === 1_000) count++
    return after(ms, run)
  }
  world.gateway.accept(socket, 'here')
  world.advance(3_000)
  expect(count).toBe(4)
  socket.cut()
  world.advance(60_000)
  expect(count).toBe(4)
  Object.assign(world.timers, counted)
})
