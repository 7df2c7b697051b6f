/** What goes wrong between devices and a server in the world: full disks, ended devices, removed people, restarts. */
import { expect, test } from 'vitest'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import { fillDisk, mountSmallDisk } from '../support/faults.ts'
import {
  createDevice,
  joinServer,
  password,
  setUpServer,
  startServer,
  type Device,
  type RunningServer,
} from '../support/sync-world.ts'

const long = 'Ein langer Bericht über die Störung. '.repeat(200)

async function createPair(seed: number, running?: RunningServer) {
  const server = running ?? (await startServer())
  const [ada, bob] = [createDevice({ seed }), createDevice({ seed: seed + 1 })]
  await setUpServer(server, ada)
  const channelId = ada.nextId<ChannelId>()
  ada.must('channel.create', { channelId, name: 'general' })
  await ada.untilSynced()
  await joinServer(server, ada, bob, 'Bob')
  await bob.untilSynced()
  return { server, ada, bob, channelId }
}
const send = (device: Device, channelId: ChannelId, text: string) =>
  device.must('chat.send', { channelId, messageId: device.nextId<MessageId>(), text })
const texts = async (device: Device, channelId: ChannelId) =>
  (await device.ask('chat.messages', { channelId, before: 5_000 })).rows.map(({ text }) => text)

test('a device whose disk is full keeps what it has, says so, and goes on when there is room', async () => {
  const { ada, bob, channelId } = await createPair(1)
  const limit = (pages: number) =>
    bob.engine.transact(({ db }) => void db.value(`PRAGMA max_page_count = ${pages}`))
  limit(bob.look((db) => db.pragma('page_count', { simple: true })) as number)
  for (let i = 0; i < 100; i++) send(ada, channelId, `message ${i} ${long}`)
  await ada.untilSynced()
  await bob.untilStatus('offline', ({ connection }) => connection.type === 'offline')
  const had = await texts(bob, channelId)
  expect(had.length).toBeLessThan(100)
  limit(1_000_000)
  bob.engine.wake()
  await bob.untilSynced()
  await expect.poll(() => texts(bob, channelId), { timeout: 10_000 }).toEqual(await texts(ada, channelId))
})

test('a server whose disk is full refuses writes, goes on answering, and takes them when there is room [L4]', async (context) => {
  const folder = mountSmallDisk(3 * 1024)
  if (folder === null) return context.skip('needs the right to mount')
  const { server, ada, bob, channelId } = await createPair(3, await startServer({ folder }))
  send(ada, channelId, 'before')
  await ada.untilSynced()
  const release = fillDisk(folder)
  for (let i = 0; i < 40; i++) send(ada, channelId, `message ${i} ${long}`)
  const hasRefused = async () => {
    const response = await server.server.app.inject({ method: 'GET', url: '/metrics' })
    return response.body.includes('reason="disk-full"')
  }
  await expect.poll(hasRefused, { timeout: 20_000 }).toBe(true)
  expect((await ada.status()).waiting).toBeGreaterThan(0)
  expect((await ada.status()).refused).toBe(0)
  const late = createDevice({ seed: 5 })
  await expect(joinServer(server, ada, late, 'Late')).rejects.toThrow(/disk-full/)
  await expect.poll(() => texts(bob, channelId)).toContain('before')
  release()
  await ada.untilStatus('all sent', ({ waiting }) => waiting === 0)
  await expect.poll(async () => (await texts(bob, channelId)).length, { timeout: 10_000 }).toBe(41)
})

test('a device that is ended keeps everything, asks to sign in, and sends what waited after that', async () => {
  const { server, ada, bob, channelId } = await createPair(6)
  const other = createDevice({ seed: 8 })
  const account = { address: server.address, email: 'bob@example.org', password }
  expect(await other.request('server.signIn', account)).toEqual({ type: 'signed-in' })
  await other.untilSynced()
  const { devices } = await other.request('server.listDevices', {})
  expect(devices).toHaveLength(2)
  await other.request('server.endDevice', { id: devices.find(({ isThis }) => !isThis)!.deviceId })
  await bob.untilStatus('signed out', ({ connection }) => connection.type === 'signed-out')
  send(bob, channelId, 'written while signed out')
  expect(await texts(bob, channelId)).toEqual(['written while signed out'])
  await expect(bob.request('server.signIn', { ...account, password: 'not the password' })).rejects.toThrow(
    /wrong-password/,
  )
  await bob.request('server.signIn', account)
  await bob.untilSynced()
  await expect.poll(() => texts(ada, channelId)).toEqual(['written while signed out'])
})

test('a removed person is told, and gets no more; their name stays beside what they wrote', async () => {
  const { ada, bob, channelId } = await createPair(9)
  send(bob, channelId, 'I was here')
  await bob.untilSynced()
  const bobId = (await bob.ask('workspace.get', {})).meta.meId!
  await ada.request('server.removeMember', { id: bobId })
  await bob.untilStatus('removed', ({ connection }) => connection.type === 'removed')
  send(ada, channelId, 'not for Bob')
  await ada.untilSynced()
  expect(await texts(bob, channelId)).toEqual(['I was here'])
  const people = (await ada.ask('workspace.get', {})).rows
  expect(people.find(({ key }) => key === bobId)).toMatchObject({ name: 'Bob', isRemoved: true })
})

test('an invite serves once, and says of a used and an invented one the same', async () => {
  const { server, ada } = await createPair(11)
  const { link } = await ada.request('server.createInvite', { role: 'agent' })
  const code = link.split('/').at(-1)!
  const join = (seed: number, email: string, with_: string) =>
    createDevice({ seed }).request('server.join', {
      address: server.address,
      code: with_,
      personName: 'Eve',
      email,
      password,
    })
  await join(13, 'eve@example.org', code)
  await expect(join(14, 'mallory@example.org', code)).rejects.toThrow(/invite-invalid/)
  await expect(join(15, 'mallory@example.org', 'invented')).rejects.toThrow(/invite-invalid/)
})

test('a server that stops and starts again costs nobody anything', async () => {
  const { server, ada, bob, channelId } = await createPair(16)
  const port = Number(new URL(server.address).port)
  await server.stop()
  await ada.untilStatus('offline', ({ connection }) => connection.type === 'offline')
  send(ada, channelId, 'from Ada')
  send(bob, channelId, 'from Bob')
  expect((await ada.status()).waiting).toBe(1)
  await startServer({ folder: server.folder, port })
  ada.engine.wake()
  bob.engine.wake()
  await Promise.all([ada.untilSynced(), bob.untilSynced()])
  for (const device of [ada, bob]) {
    await expect
      .poll(async () => (await texts(device, channelId)).sort(), { timeout: 10_000 })
      .toEqual(['from Ada', 'from Bob'])
  }
})
