import { describe, expect, onTestFinished, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { articleDocId, type DocId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import {
  createServerWorld,
  documentOf,
  updateItem,
  type Account,
  type ServerWorld,
} from '../support/server-world.ts'

async function setUp(options?: Parameters<typeof createServerWorld>[0]) {
  const world = createServerWorld(options)
  const [alice, bob] = [world.addPerson(), world.addPerson()]
  const spaceId = world.addSpace('knowledge', alice, bob)
  const docId = articleDocId(world.nextId())
  await world.listen()
  return { world, alice, bob, spaceId, docId }
}

/** A plain Yjs program that has never heard of Outpost. */
async function open(world: ServerWorld, { token }: Account, spaceId: SpaceId, docId: DocId) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${await world.listen()}/y/${spaceId}`, docId, doc, {
    params: { token },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    maxBackoffTime: 50,
  })
  onTestFinished(() => {
    provider.destroy()
    doc.destroy()
  })
  return { doc, provider, text: doc.getText('body') }
}

/** Resolves when it holds; looks again whenever something happens to the document or its connection. */
function until(program: Awaited<ReturnType<typeof open>>, holds: () => boolean): Promise<void> {
  const { doc, provider } = program
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return
      doc.off('update', look)
      provider.off('sync', look)
      provider.off('status', look)
      provider.awareness.off('change', look)
      resolve()
    }
    doc.on('update', look)
    provider.on('sync', look)
    provider.on('status', look)
    provider.awareness.on('change', look)
    look()
  })
}

const isSynced = (program: Awaited<ReturnType<typeof open>>) => until(program, () => program.provider.synced)
const stored = (world: ServerWorld, spaceId: SpaceId, docId: DocId) =>
  documentOf(world.store.documentLog(spaceId, docId)).getText('body').toJSON()

/** Resolves when the feed has what is asked for. */
function untilStored(world: ServerWorld, spaceId: SpaceId, docId: DocId, text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (stored(world, spaceId, docId) !== text) return
      subscription.dispose()
      resolve()
    }
    const subscription = world.fanOut.subscribe(look)
    look()
  })
}

describe('the y-websocket endpoint', () => {
  test('lets two Yjs programs and a device write one article', async () => {
    const { world, alice, bob, spaceId, docId } = await setUp()
    const carol = world.addPerson()
    world.policy.members.get(spaceId)!.add(carol.identity.personId)
    const { device } = await world.signIn(carol)
    const own = new Y.Doc()
    const [one, two] = [await open(world, alice, spaceId, docId), await open(world, bob, spaceId, docId)]
    await Promise.all([isSynced(one), isSynced(two)])
    one.text.insert(0, 'from one. ')
    await until(two, () => two.text.toJSON() === 'from one. ')
    two.text.insert(two.text.length, 'from two. ')
    await until(one, () => one.text.length === 20)
    while (own.getText('body').length < 20) {
      const { entries } = await device.next('page')
      for (const entry of entries) if ('payload' in entry) Y.applyUpdate(own, entry.payload)
    }
    const before = Y.encodeStateVector(own)
    own.getText('body').insert(20, 'from the device.')
    const itemId = world.nextId<UpdateId>()
    const payload = Y.encodeStateAsUpdate(own, before)
    device.send({ type: 'push', items: [{ type: 'update', itemId, spaceId, docId, payload }] })
    const all = 'from one. from two. from the device.'
    await Promise.all([one, two].map((program) => until(program, () => program.text.toJSON() === all)))
    expect(own.getText('body').toJSON()).toBe(all)
    expect(stored(world, spaceId, docId)).toBe(all)
    expect(world.store.soleAuthor(spaceId, docId), 'each wrote in their own name').toBeNull()
  })

  test('keeps what was written when the room is empty and after a restart, and what was written offline', async () => {
    const { world, alice, bob, spaceId, docId } = await setUp()
    const one = await open(world, alice, spaceId, docId)
    await isSynced(one)
    one.text.insert(0, 'first ')
    await untilStored(world, spaceId, docId, 'first ')
    one.provider.disconnect()
    one.text.insert(6, 'offline ')
    world.restart()
    const two = await open(world, bob, spaceId, docId)
    await until(two, () => two.text.toJSON() === 'first ')
    const again = await open(world, alice, spaceId, docId)
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(one.doc))
    await until(two, () => two.text.toJSON() === 'first offline ')
    await untilStored(world, spaceId, docId, 'first offline ')
  })

  test('stores nothing where nothing is new: every program says all it has when it connects', async () => {
    const { world, alice, spaceId, docId } = await setUp()
    const one = await open(world, alice, spaceId, docId)
    await isSynced(one)
    one.text.insert(0, 'abc')
    one.text.delete(0, 1)
    await untilStored(world, spaceId, docId, 'bc')
    const head = world.store.head(spaceId)
    for (let i = 0; i < 3; i++) {
      one.provider.disconnect()
      one.provider.connect()
      await isSynced(one)
    }
    await world.feed.settled()
    expect(world.store.head(spaceId)).toBe(head)
  })

  test('passes awareness on, and takes it back with the connection', async () => {
    const { world, alice, bob, spaceId, docId } = await setUp()
    const [one, two] = [await open(world, alice, spaceId, docId), await open(world, bob, spaceId, docId)]
    await Promise.all([isSynced(one), isSynced(two)])
    one.provider.awareness.setLocalStateField('user', { name: 'Alice' })
    const seen = () => two.provider.awareness.getStates().get(one.doc.clientID)?.['user'] as unknown
    await until(two, () => seen() !== undefined)
    expect(seen()).toEqual({ name: 'Alice' })
    const late = await open(world, bob, spaceId, docId)
    await until(late, () => late.provider.awareness.getStates().has(one.doc.clientID))
    one.provider.ws?.close()
    one.provider.shouldConnect = false
    await until(two, () => seen() === undefined)
  })

  test('takes the document by its path or its encoded name, and nobody without access', async () => {
    const { world, alice, spaceId, docId } = await setUp()
    const url = await world.listen()
    const stranger = world.addPerson()
    const connect = (path: string) =>
      new Promise<string>((resolve) => {
        const ws = new WebSocket(url + path)
        onTestFinished(() => ws.terminate())
        ws.on('open', () => resolve('open'))
        ws.on('error', (error) => resolve(error.message.replace('Unexpected server response: ', '')))
      })
    const good = `?token=${alice.token}`
    expect(await connect(`/y/${spaceId}/${docId}${good}`)).toBe('open')
    expect(await connect(`/y/${spaceId}/${encodeURIComponent(docId)}${good}`)).toBe('open')
    expect(await connect(`/y/${spaceId}/${docId}?token=${stranger.token}`)).toBe('404')
    expect(await connect(`/y/${world.nextId()}/${docId}${good}`)).toBe('404')
    expect(await connect(`/y/${spaceId}/..%2F..${good}`)).toBe('404')
    expect(await connect(`/y/${spaceId}${good}`)).toBe('404')
    expect(await connect(`/y/${spaceId}/${docId}?token=wrong`)).toBe('401')
    expect(await connect(`/y/${spaceId}/${docId}`)).toBe('401')
  })

  test('ends with the right to read, and with the token [A1]', async () => {
    const { world, alice, bob, spaceId, docId } = await setUp()
    const sockets = await Promise.all([alice, bob].map((person) => rawSocket(world, person, spaceId, docId)))
    const tell = (personId: typeof alice.identity.personId) =>
      world.fanOut.publish({ type: 'access', workspaceId: world.workspaceId, personId })
    world.policy.members.get(spaceId)!.delete(alice.identity.personId)
    tell(alice.identity.personId)
    expect(await sockets[0]!.closed).toBe(closeCodes.removed)
    world.fanOut.publish({ type: 'device-ended', deviceId: bob.identity.deviceId, reason: 'signed-out' })
    expect(await sockets[1]!.closed).toBe(closeCodes.signedOut)
  })

  test('lets whoever may only read look on', async () => {
    const { world, alice, bob, spaceId, docId } = await setUp()
    const reader = world.addPerson()
    world.policy.readers.set(spaceId, new Set([reader.identity.personId]))
    const [one, two] = [await open(world, alice, spaceId, docId), await open(world, reader, spaceId, docId)]
    await Promise.all([isSynced(one), isSynced(two)])
    two.text.insert(0, 'not allowed')
    one.text.insert(0, 'allowed ')
    await until(two, () => two.text.toJSON().includes('allowed '))
    await untilStored(world, spaceId, docId, 'allowed ')
    expect(bob.token).not.toBe(alice.token)
  })

  test('closes the room where the feed refuses what was written: nobody goes on with what is not stored', async () => {
    const { world, alice, bob, spaceId } = await setUp()
    // A ticket does not belong into a space for articles.
    const docId = `ticket/${world.nextId()}` as DocId
    const watcher = await rawSocket(world, bob, spaceId, docId)
    const one = await open(world, alice, spaceId, docId)
    await isSynced(one)
    one.text.insert(0, 'lost')
    expect(await watcher.closed).toBe(closeCodes.serverFault)
    one.provider.disconnect()
    expect(world.store.head(spaceId)).toBe(0)
  })

  test('closes when the document is deleted, moved or erased', async () => {
    const { world, alice, bob, spaceId, docId } = await setUp()
    const target = world.addSpace('knowledge', alice)
    await world.push(alice, updateItem(world, spaceId, docId))
    const item = () => ({ itemId: world.nextId<UpdateId>(), spaceId, docId })
    const first = await rawSocket(world, bob, spaceId, docId)
    await world.push(alice, { type: 'erase', ...item() })
    expect(await first.closed).toBe(closeCodes.draining)
    const second = await rawSocket(world, bob, spaceId, docId)
    await world.push(alice, { type: 'move', ...item(), toSpaceId: target })
    expect(await second.closed).toBe(closeCodes.removed)
  })

  test('survives hostile messages and closes for them', async () => {
    const { world, alice, spaceId, docId } = await setUp()
    const message = (...parts: readonly (number | Uint8Array)[]) => {
      const encoder = encoding.createEncoder()
      for (const part of parts) {
        if (typeof part === 'number') encoding.writeVarUint(encoder, part)
        else encoding.writeVarUint8Array(encoder, part)
      }
      return encoding.toUint8Array(encoder)
    }
    const hostile = [
      new Uint8Array(0),
      message(0),
      message(0, 9, new Uint8Array(0)),
      message(0, 0, new Uint8Array([255])),
      message(0, 2, new Uint8Array([1, 2, 3])),
      message(0, 1, 2 ** 50),
      message(1, new Uint8Array([3, 1])),
      message(1, new Uint8Array(100_000)),
      message(1, message(1, 5, 1, new TextEncoder().encode('{not json'))),
    ]
    for (const bytes of hostile) {
      const socket = await rawSocket(world, alice, spaceId, docId)
      socket.ws.send(bytes)
      expect(await socket.closed, bytes.subarray(0, 8).toString()).toBe(closeCodes.malformed)
    }
    const fine = await open(world, alice, spaceId, docId)
    await isSynced(fine)
    expect(world.store.head(spaceId)).toBe(0)
  })

  test('says that it is draining when the server stops, after it has stored everything [C8]', async () => {
    const { world, alice, spaceId, docId } = await setUp()
    const watcher = await rawSocket(world, alice, spaceId, docId)
    const one = await open(world, alice, spaceId, docId)
    await isSynced(one)
    one.text.insert(0, 'to the last')
    await untilStored(world, spaceId, docId, 'to the last')
    await world.gateway.drain()
    expect(await watcher.closed).toBe(closeCodes.draining)
  })
})

async function rawSocket(world: ServerWorld, { token }: Account, spaceId: SpaceId, docId: DocId) {
  const ws = new WebSocket(`${await world.listen()}/y/${spaceId}/${docId}?token=${token}`)
  onTestFinished(() => ws.terminate())
  const closed = new Promise<number>((resolve) => ws.on('close', (code) => resolve(code)))
  await new Promise((resolve) => ws.on('open', resolve))
  return { ws, closed }
}
