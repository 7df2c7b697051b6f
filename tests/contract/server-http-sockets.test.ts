/** That the parts of the server work together: what the HTTP interface changes is felt on a device's socket. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { SpaceId, UpdateId } from '#shared/base/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { decodeServerFrame, encode } from '#shared/protocol/codec.ts'
import type { ClientFrame, ServerFrame } from '#shared/protocol/frames.ts'
import { protocolVersions } from '#shared/protocol/versions.ts'
import { createServerWorld, password } from '../support/sync-server.ts'

async function connect(address: string, token: string) {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/sync`)
  const frames: ServerFrame[] = []
  const waiting: (() => void)[] = []
  const closed = new Promise<number>((resolve) => void socket.on('close', resolve))
  socket.on('message', (data: Buffer) => {
    const frame = decodeServerFrame(new Uint8Array(data))
    if (!frame.ok) throw new Error(frame.error.detail)
    frames.push(frame.value)
    for (const look of waiting.splice(0)) look()
  })
  onTestFinished(() => socket.terminate())
  const send = (frame: ClientFrame) => socket.send(encode(frame))
  /** The next frame of the type; those before it are passed over. */
  const next = async <T extends ServerFrame['type']>(type: T): Promise<Extract<ServerFrame, { type: T }>> => {
    for (;;) {
      const at = frames.findIndex((frame) => frame.type === type)
      if (at >= 0) return frames.splice(0, at + 1).at(-1) as Extract<ServerFrame, { type: T }>
      await new Promise<void>((resolve) => void waiting.push(resolve))
    }
  }
  await new Promise((resolve) => void socket.on('open', resolve))
  send({ type: 'hello', versions: protocolVersions, token, program: 'test', cursors: [] })
  return { send, next, closed }
}

async function createListening() {
  const world = await createServerWorld()
  const olga = await world.setUp()
  const ava = await world.add(olga, 'Ava')
  const listening = await world.server.listen()
  if (!listening.ok) throw new Error(listening.error.type)
  return { world, olga, ava, address: listening.value.address }
}

describe('a device’s socket', () => {
  test('[C4] is welcomed with the spaces of the person, and told of those it is granted and loses [A2] [A4]', async () => {
    const { world, olga, ava, address } = await createListening()
    const closed = world.space(olga, 'channel', [olga.personId])
    const device = await connect(address, ava.token)
    const welcome = await device.next('welcome')
    expect(welcome).toMatchObject({
      workspaceId: olga.workspaceId,
      directoryId: olga.directoryId,
      personId: ava.personId,
      deviceId: ava.deviceId,
      role: 'agent',
      epoch: world.server.epoch,
      spaces: [{ spaceId: olga.directoryId, head: 4 }],
    })
    await world.must('setSpaceMembers', { id: closed, members: [olga.personId, ava.personId] }, olga)
    expect(await device.next('access')).toMatchObject({
      granted: [{ spaceId: closed, head: 2 }],
      revoked: [],
    })
    await world.must('setSpaceMembers', { id: closed, members: [olga.personId] }, olga)
    expect(await device.next('access')).toMatchObject({ granted: [], revoked: [closed] })
    await world.must('setRole', { id: ava.personId, role: 'guest' }, olga)
    expect(await device.next('access')).toMatchObject({ role: 'guest' })
  })

  test('[P10] proposes a space, which others then see; one it may not have is refused', async () => {
    const { world, olga, ava, address } = await createListening()
    const [mine, others] = [await connect(address, ava.token), await connect(address, olga.token)]
    await others.next('welcome')
    const spaceId = world.nextId<SpaceId>()
    const propose = (id: SpaceId, kind: string) => ({
      type: 'record' as const,
      itemId: world.nextId<UpdateId>(),
      spaceId: id,
      recordType: 'space',
      recordId: id,
      body: JSON.stringify({ kind, parentId: null, members: [] }),
    })
    const good = propose(spaceId, 'channel')
    const bad = propose(world.nextId<SpaceId>(), 'directory')
    mine.send({ type: 'push', items: [good, bad] })
    expect(await mine.next('ack')).toMatchObject({ items: [{ itemId: good.itemId, spaceId, seq: 1 }] })
    expect(await mine.next('reject')).toMatchObject({ itemId: bad.itemId, reason: 'record-refused' })
    expect(await others.next('access')).toMatchObject({ granted: [{ spaceId, head: 1 }] })
  })

  test('[C3] is closed alike for tokens that are unknown and that have ended', async () => {
    const { world, ava, address } = await createListening()
    const device = await connect(address, ava.token)
    await device.next('welcome')
    await world.must('signOut', {}, ava)
    expect(await device.closed).toBe(closeCodes.signedOut)
    for (const token of [ava.token, 'A'.repeat(43)]) {
      expect(await (await connect(address, token)).closed).toBe(closeCodes.signedOut)
    }
  })

  test('[A4] is closed with `removed` where its person was', async () => {
    const { world, olga, ava, address } = await createListening()
    const device = await connect(address, ava.token)
    await device.next('welcome')
    await world.must('removeMember', { id: ava.personId }, olga)
    expect(await device.closed).toBe(closeCodes.removed)
  })

  test('[C8] is told when the server stops; meanwhile nobody is let in, and readiness says so', async () => {
    const { world, ava, address } = await createListening()
    const device = await connect(address, ava.token)
    await device.next('welcome')
    const closing = world.server.close()
    const ready = await world.server.app.inject({ url: '/ready' })
    expect([ready.statusCode, ready.body]).toEqual([503, '{"error":"draining"}'])
    const input = { email: 'ava@example.org', password, deviceName: 'phone', workspaceId: null }
    expect(await world.call('signIn', input)).toMatchObject({ status: 503, error: 'draining' })
    expect(await device.closed).toBe(closeCodes.draining)
    await closing
  })

  test('shows when the device was last here', async () => {
    const { world, ava, address } = await createListening()
    world.clock.advance(3_600_000)
    const device = await connect(address, ava.token)
    await device.next('welcome')
    await world.restart()
    const lastSeenAt = world.clock.now()
    world.clock.advance(60_000)
    expect((await world.must('listDevices', {}, ava)).devices).toHaveLength(1)
    const stored = world.server.store.devicesOf(ava.workspaceId, ava.personId)
    expect(stored.map((row) => row.lastSeenAt)).toEqual([lastSeenAt])
  })
})
