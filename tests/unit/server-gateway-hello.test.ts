import { protocolVersions } from '#shared/protocol/versions.ts'
import { describe, expect, test } from 'vitest'
import { articleDocId, type SpaceId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encode } from '#shared/protocol/codec.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import { connectDevice } from '../support/server-device.ts'
import { createFakeSocket } from '../support/server-fake-socket.ts'
import { createServerWorld, updateItem } from '../support/server-world.ts'

describe('hello', () => {
  test('is answered with who one is and all that one may read, with its heads [C4]', async () => {
    const world = createServerWorld()
    const alice = world.addPerson('admin')
    const spaceId = world.addSpace('knowledge', alice)
    const empty = world.addSpace('channel', alice)
    world.addSpace('channel', world.addPerson())
    await world.push(alice, updateItem(world, spaceId, articleDocId(world.nextId())))
    const { welcome } = await world.signIn(alice)
    const { deviceId, personId, workspaceId, directoryId } = alice.identity
    expect(welcome).toEqual({
      ...{
        type: 'welcome',
        version: protocolVersions.max,
        server: 'test-server 1',
        deviceId,
        personId,
        workspaceId,
        directoryId,
      },
      ...{ role: 'admin', serverTime: world.clock.now(), epoch: world.store.epoch() },
      spaces: [
        { spaceId, head: 1 },
        { spaceId: empty, head: 0 },
      ],
    })
    expect(world.gateway.deviceCount).toBe(1)
  })

  test('has to come first, and once; only a ping may come before [C1] [C6]', async () => {
    const world = createServerWorld()
    const alice = world.addPerson()
    const early = await world.connect()
    early.send({ type: 'ping', nonce: 7 })
    expect(await early.next('pong')).toEqual({ type: 'pong', nonce: 7, serverTime: world.clock.now() })
    early.send({ type: 'watch', topics: [] })
    expect(await early.closed).toMatchObject({ code: closeCodes.outOfOrder })
    const { device } = await world.signIn(alice)
    device.hello(alice)
    expect(await device.closed).toMatchObject({ code: closeCodes.outOfOrder })
  })

  test('that does not come within ten seconds ends the socket [C2]', () => {
    const world = createServerWorld()
    const socket = createFakeSocket()
    world.gateway.accept(socket, 'here')
    world.advance(9_000)
    socket.say({ type: 'ping', nonce: 1 })
    expect(socket.state.closeCode).toBe(0)
    world.advance(1_000)
    expect(socket.state.closeCode).toBe(closeCodes.noHello)
  })

  test('with a token that is none is refused without a word why, and logged nowhere [C3]', async () => {
    const logged: string[] = []
    const note = (event: string, fields?: object) => void logged.push(event + JSON.stringify(fields ?? {}))
    const log: Log = { debug: note, info: note, warn: note, error: note }
    const world = createServerWorld({ log })
    const alice = world.addPerson()
    world.policy.tokens.delete(alice.token)
    for (const token of [alice.token, 'never-was-a-token']) {
      const device = await world.connect()
      device.hello({ token })
      expect(await device.closed).toEqual({ code: closeCodes.signedOut, reason: '' })
    }
    const bob = world.addPerson()
    const { device } = await world.signIn(bob)
    device.sendBytes(new Uint8Array([1, 2, 3]))
    await device.closed
    const { token } = bob
    expect(logged.join()).toContain('device-connected')
    for (const secret of [alice.token, token, 'never-was-a-token'])
      expect(logged.join()).not.toContain(secret)
  })

  test('of a device that is connected already ends the older socket [C5]', async () => {
    const world = createServerWorld()
    const alice = world.addPerson()
    const { device: older } = await world.signIn(alice)
    const { device: newer } = await world.signIn(alice)
    expect(await older.closed).toMatchObject({ code: closeCodes.limit })
    newer.send({ type: 'ping', nonce: 1 })
    await newer.next('pong')
    expect(world.gateway.deviceCount).toBe(1)
  })

  test('agrees on the highest version that both speak [V1] [V2]', async () => {
    const world = createServerWorld({ protocolVersions: { min: 1, max: 3 } })
    const alice = world.addPerson()
    const device = await world.connect()
    device.hello({ ...alice, versions: { min: 1, max: 2 } })
    expect((await device.next('welcome')).version).toBe(2)
  })

  test('without a common version says which side is too old [V3]', async () => {
    const world = createServerWorld({ protocolVersions: { min: 2, max: 3 } })
    const alice = world.addPerson()
    const tooOld = await world.connect()
    tooOld.hello({ ...alice, versions: { min: 1, max: 1 } })
    expect(await tooOld.closed).toEqual({ code: closeCodes.version, reason: 'upgrade:program' })
    const tooNew = await world.connect()
    tooNew.hello({ ...alice, versions: { min: 4, max: 9 } })
    expect(await tooNew.closed).toEqual({ code: closeCodes.version, reason: 'upgrade:server' })
  })
})

describe('a connection', () => {
  test('that is silent for 90 seconds is dead [C6]', () => {
    const world = createServerWorld()
    const alice = world.addPerson()
    const [silent, pinging] = [createFakeSocket(), createFakeSocket()]
    const hello = { type: 'hello', versions: { min: 1, max: 1 }, program: '', cursors: [] } as const
    for (const [socket, { token }] of [
      [silent, alice],
      [pinging, world.addPerson()],
    ] as const) {
      world.gateway.accept(socket, 'here')
      socket.say({ ...hello, token })
    }
    for (let i = 0; i < 4; i++) {
      world.advance(24_000)
      pinging.say({ type: 'ping', nonce: i })
    }
    expect([silent.state.isTerminated, pinging.state.isTerminated]).toEqual([true, false])
    expect(world.gateway.deviceCount).toBe(1)
  })

  test('does not die because somebody set the clock [C7]', () => {
    const world = createServerWorld()
    const alice = world.addPerson()
    const socket = createFakeSocket()
    world.gateway.accept(socket, 'here')
    socket.say({ type: 'hello', versions: { min: 1, max: 1 }, program: '', cursors: [], token: alice.token })
    for (const hours of [30, -60, 3]) {
      world.setClock(world.clock.now() + hours * 3_600_000)
      world.advance(5_000)
    }
    expect(socket.state.isTerminated).toBe(false)
  })

  test('ends with `malformed` where a frame is none, and nothing of it is carried out [F4]', async () => {
    const world = createServerWorld()
    const alice = world.addPerson()
    const spaceId = world.addSpace('knowledge', alice)
    const push = encode({ type: 'push', items: [updateItem(world, spaceId, articleDocId(world.nextId()))] })
    for (const bytes of [Uint8Array.from([...push, 0]), new Uint8Array(0), push.subarray(0, 30), 'text']) {
      const { device } = await world.signIn(alice)
      device.sendBytes(bytes)
      expect(await device.closed).toMatchObject({ code: closeCodes.malformed })
    }
    await world.feed.settled()
    expect(world.store.head(spaceId)).toBe(0)
  })

  test('ends with `tooLarge` where a frame is over the limit [F4] [L1]', async () => {
    const world = createServerWorld()
    const { device } = await world.signIn(world.addPerson())
    device.sendBytes(new Uint8Array(protocolLimits.frameBytes + 1))
    expect(await device.closed).toMatchObject({ code: closeCodes.tooLarge })
  })

  test('ends with `serverFault` where the server stumbles over a frame, and takes nobody along', async () => {
    const world = createServerWorld()
    const [alice, bob] = [world.addPerson(), world.addPerson()]
    const { device } = await world.signIn(alice)
    const { device: other } = await world.signIn(bob)
    world.policy.canRead = () => {
      throw new Error('a bug')
    }
    device.send({ type: 'pull', spaceId: world.nextId<SpaceId>(), epoch: world.store.epoch(), after: 0 })
    expect(await device.closed).toMatchObject({ code: closeCodes.serverFault })
    expect(await other.settled()).toEqual([])
  })

  test('elsewhere than at /sync is not found', async () => {
    const world = createServerWorld()
    const url = await world.listen()
    for (const address of ['/', '/sync/', '/y/', '//', '/%']) {
      await expect(connectDevice(url + address), address).rejects.toThrow('404')
    }
  })
})
