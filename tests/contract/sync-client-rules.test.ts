/** The device's half of the protocol, against a server that the test plays itself. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { chatDocId, type ChannelId, type MessageId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import type { FeedEntry } from '#shared/protocol/frames.ts'
import { appendMessage } from '#shared/model/chat/chat.ts'
import { createScriptedServer, spaceRecord, type ScriptedServer } from '../support/scripted-server.ts'

const patience = { timeout: 10_000 }

const messageEntry = (server: ScriptedServer, channelId: ChannelId, seq: number, text: string): FeedEntry => {
  const id = server.device.nextId<MessageId>()
  const doc = new Y.Doc()
  appendMessage(doc, {
    id,
    authorId: server.me,
    text,
    topic: null,
    replyTo: null,
    mentions: [],
    at: Date.now(),
  })
  const payload = Y.encodeStateAsUpdate(doc)
  return {
    type: 'update',
    seq,
    entryId: server.device.nextId<UpdateId>(),
    docId: chatDocId(channelId, id),
    payload,
  }
}
const textsOf = async (server: ScriptedServer, channelId: ChannelId) =>
  (await server.device.ask('chat.messages', { channelId })).rows.map(({ text }) => text)

/** A device in step, with one channel that holds its record. */
async function createChannel(seed: number) {
  const server = await createScriptedServer(seed)
  const channelId = server.device.nextId<ChannelId>()
  await server.welcome([{ spaceId: channelId, head: 1 }])
  await server.until('pull')
  await server.page(channelId, 0, [spaceRecord(server, channelId)])
  await server.until('push')
  await server.ackAll()
  return { server, channelId }
}
const send = (server: ScriptedServer, channelId: ChannelId, text: string) =>
  server.device.must('chat.send', { channelId, messageId: server.device.nextId<MessageId>(), text })

test('pushes records before updates of their space, oldest first, at most two pushes on the way [P1]', async () => {
  const server = await createScriptedServer(1)
  const { device } = server
  const channelId = device.nextId<ChannelId>()
  device.must('channel.create', { channelId, name: 'offline' })
  for (let i = 0; i < 1_200; i++) send(server, channelId, `message ${i}`)
  await server.welcome([])
  const pushes = await server.until('push', 2)
  expect(pushes).toHaveLength(2)
  const types = server.items().map(({ type }) => type)
  expect(types.lastIndexOf('record')).toBeLessThan(types.indexOf('update'))
  await server.ackAll()
  await server.until('push', 3)
  const updates = server.items().filter(({ type }) => type === 'update')
  expect(updates.map(({ itemId }) => itemId)).toEqual(updates.map(({ itemId }) => itemId).sort())
})

test('keeps what the server is too busy for, and says it again [P5]', async () => {
  const { server, channelId } = await createChannel(2)
  send(server, channelId, 'hello')
  const [item] = (await server.until('push', 2)).at(-1)!.items
  await server.say({ type: 'reject', itemId: item!.itemId, reason: 'disk-full', detail: '' })
  expect((await server.device.status()).waiting).toBe(1)
  await server.close(closeCodes.draining)
  await server.welcome([{ spaceId: channelId, head: 1 }])
  await server.until('push')
  expect(server.items().map(({ itemId }) => itemId)).toContain(item!.itemId)
})

test('takes a refused change back with what stands on it, and shows what was written [P6]', async () => {
  const { server, channelId } = await createChannel(3)
  send(server, channelId, 'refused words')
  send(server, channelId, 'more words')
  await expect
    .poll(() => server.items().filter(({ type }) => type === 'update').length)
    .toBeGreaterThanOrEqual(2)
  const first = server.items().find((item) => item.type === 'update' && item.spaceId === channelId)
  await server.say({ type: 'reject', itemId: first!.itemId, reason: 'no-access', detail: '' })
  expect(await textsOf(server, channelId)).toEqual([])
  const { rows } = await server.device.ask('sync.refused', {})
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ reason: 'no-access', kind: 'message' })
  expect(rows[0]!.text).toContain('refused words')
  expect(rows[0]!.text).toContain('more words')
  server.device.must('refused.dismiss', { key: rows[0]!.key })
  expect((await server.device.status()).refused).toBe(0)
})

test('stores a page with its cursor and ignores one that begins behind it [S3]', async () => {
  const { server, channelId } = await createChannel(4)
  await server.page(channelId, 7, [messageEntry(server, channelId, 8, 'from the future')])
  expect(await textsOf(server, channelId)).toEqual([])
  // What the page says of the head is heard: the device asks for what it lacks.
  expect((await server.until('pull', 2)).at(-1)).toMatchObject({ spaceId: channelId, after: 1 })
  const [two, three] = [2, 3].map((seq) => messageEntry(server, channelId, seq, `number ${seq}`))
  await server.page(channelId, 1, [two!, three!], { head: 8 })
  await server.close(closeCodes.draining)
  const [hello] = server.framesOf('hello')
  expect(hello!.cursors).toContainEqual({ spaceId: channelId, epoch: server.epoch, seq: 3 })
  expect(await textsOf(server, channelId)).toEqual(['number 2', 'number 3'])
})

test('pulls after a poke, never twice for one space, at most four at a time [S5]', async () => {
  const server = await createScriptedServer(5)
  const spaces = Array.from({ length: 7 }, () => ({ spaceId: server.device.nextId<SpaceId>(), head: 5 }))
  await server.welcome(spaces)
  expect(await server.until('pull', 4)).toHaveLength(4)
  await server.say({ type: 'poke', spaceId: server.framesOf('pull')[0]!.spaceId, head: 6 })
  expect(server.framesOf('pull')).toHaveLength(4)
})

test('takes its own update coming back for the acknowledgement that was lost [S6]', async () => {
  const { server, channelId } = await createChannel(6)
  send(server, channelId, 'once')
  await expect
    .poll(() => server.items().filter(({ spaceId }) => spaceId === channelId).length, patience)
    .toBe(1)
  const item = server.items().find(({ spaceId }) => spaceId === channelId)!
  await server.close(1006)
  await server.welcome([{ spaceId: channelId, head: 2 }])
  await server.until('pull')
  if (item.type !== 'update') throw new Error('a message is an update')
  const { itemId, docId, payload } = item
  await server.page(channelId, 1, [{ type: 'update', seq: 2, entryId: itemId, docId, payload }])
  const { rows } = await server.device.ask('chat.messages', { channelId })
  expect(rows.map(({ text, pending }) => [text, pending])).toEqual([['once', false]])
})

test('moves its cursor past its own acknowledged update, and past nothing else [S8]', async () => {
  const { server, channelId } = await createChannel(7)
  const cursor = async () => {
    await server.close(closeCodes.draining)
    const [hello] = server.framesOf('hello')
    const seq = hello!.cursors.find(({ spaceId }) => spaceId === channelId)?.seq
    await server.welcome([{ spaceId: channelId, head: seq ?? 0 }])
    return seq
  }
  send(server, channelId, 'next')
  await server.until('push', 2)
  await server.say({
    type: 'ack',
    items: [{ itemId: server.items().at(-1)!.itemId, spaceId: channelId, seq: 2 }],
  })
  expect(await cursor()).toBe(2)
  send(server, channelId, 'later')
  await server.until('push')
  await server.say({
    type: 'ack',
    items: [{ itemId: server.items().at(-1)!.itemId, spaceId: channelId, seq: 9 }],
  })
  expect(await cursor()).toBe(2)
})

test('an erasing snapshot takes the place of all that was, with what waits on top [S10]', async () => {
  const { server, channelId } = await createChannel(8)
  const secret = messageEntry(server, channelId, 2, 'xyzzysecret')
  await server.page(channelId, 1, [secret])
  send(server, channelId, 'still waiting')
  if (secret.type !== 'update') throw new Error('a message is an update')
  const erased = new Y.Doc()
  Y.applyUpdate(erased, secret.payload)
  erased.getMap('messages').clear()
  const entry: FeedEntry = {
    type: 'snapshot',
    seq: 3,
    entryId: server.device.nextId<UpdateId>(),
    docId: secret.docId,
    payload: Y.encodeStateAsUpdate(erased),
    erases: true,
  }
  await server.page(channelId, 2, [entry])
  expect(await textsOf(server, channelId)).toEqual(['still waiting'])
  const holds = server.device.look((db) =>
    db
      .prepare(
        "SELECT 1 FROM updates WHERE instr(payload, CAST('xyzzysecret' AS BLOB)) UNION SELECT 1 FROM snapshots WHERE instr(state, CAST('xyzzysecret' AS BLOB))",
      )
      .get(),
  )
  expect(holds).toBeUndefined()
})

test('a tombstone takes the document away; what waited in it is shown as refused [S11]', async () => {
  const { server, channelId } = await createChannel(9)
  send(server, channelId, 'into the void')
  await server.until('push', 2)
  const item = server.items().at(-1)!
  if (item.type !== 'update') throw new Error('a message is an update')
  const gone = {
    type: 'tombstone',
    entryId: server.device.nextId<UpdateId>(),
    docId: item.docId,
    movedTo: null,
  } as const
  await server.page(channelId, 1, [{ ...gone, seq: 2 }])
  expect(await textsOf(server, channelId)).toEqual([])
  expect((await server.device.ask('sync.refused', {})).rows[0]).toMatchObject({
    reason: 'deleted',
    text: 'into the void',
  })
})

test('drops a revoked space at once and keeps what had not been sent [A2] [C4]', async () => {
  const { server, channelId } = await createChannel(10)
  await server.page(channelId, 1, [messageEntry(server, channelId, 2, 'somebody else wrote this')])
  server.device.must('channel.update', { channelId, name: 'Lager' })
  send(server, channelId, 'not sent yet')
  await server.say({ type: 'access', role: 'agent', granted: [], revoked: [channelId] })
  expect((await server.device.ask('chat.channels', {})).rows).toEqual([])
  const left = server.device.look((db) => db.prepare('SELECT count(*) FROM messages').pluck().get())
  expect(left).toBe(0)
  // Its name goes with it, and still each change says what it was about.
  const { rows } = await server.device.ask('sync.refused', {})
  expect(rows.map(({ kind, title, reason }) => [kind, title, reason]).sort()).toEqual([
    ['message', 'Lager', 'revoked'],
    ['settings', 'Lager', 'revoked'],
  ])
  expect(rows.map(({ text }) => text)).toContain('not sent yet')
  // Also where it happens while the device is away.
  const { server: other, channelId: lost } = await createChannel(11)
  await other.close(closeCodes.draining)
  await other.welcome([])
  expect((await other.device.ask('chat.channels', {})).rows).toEqual([])
  expect(other.framesOf('pull').filter(({ spaceId }) => spaceId === lost)).toEqual([])
})

test('reads all again from a server with a new epoch, and compares what it has [E1] [E2]', async () => {
  const { server, channelId } = await createChannel(12)
  send(server, channelId, 'the server will forget this')
  await server.until('push', 2)
  const sent = server.items().at(-1)!
  await server.say({ type: 'ack', items: [{ itemId: sent.itemId, spaceId: channelId, seq: 2 }] })
  await server.close(1006)
  const epoch = server.device.nextId()
  await server.welcome([{ spaceId: channelId, head: 1 }], { epoch })
  expect((await server.until('pull'))[0]).toMatchObject({ spaceId: channelId, epoch, after: 0 })
  await server.page(channelId, 0, [spaceRecord(server, channelId)], { epoch })
  const compare = (await server.until('compare'))[0]!
  if (sent.type !== 'update') throw new Error('a message is an update')
  expect(compare.docIds).toContain(sent.docId)
  const empty = new Uint8Array(0)
  const docs = compare.docIds.map((docId) => ({ docId, stateVector: empty, digest: empty }))
  await server.say({ type: 'states', spaceId: channelId, docs })
  await expect
    .poll(() => server.items().some((item) => item.type === 'update' && item.docId === sent.docId))
    .toBe(true)
  expect(await textsOf(server, channelId)).toEqual(['the server will forget this'])
})

test('compares a document whose check-sum is another than the server says [E5]', async () => {
  const { server, channelId } = await createChannel(13)
  const entry = messageEntry(server, channelId, 2, 'sampled')
  if (entry.type !== 'update') throw new Error('a message is an update')
  await server.page(channelId, 1, [entry], { sample: { docId: entry.docId, digest: new Uint8Array(16) } })
  expect((await server.until('compare'))[0]!.docIds).toEqual([entry.docId])
})

test('says how far the clock is off, asks for an upgrade, and asks to sign in again [C3] [C7] [V3]', async () => {
  const server = await createScriptedServer(14)
  await server.welcome([], { serverTime: Date.now() - 24 * 3_600_000 })
  const { clockAheadMs } = await server.device.untilStatus('off', (status) => status.clockAheadMs !== null)
  expect(Math.round(clockAheadMs! / 3_600_000)).toBe(24)
  void server.close(closeCodes.version, 'upgrade:program').catch(() => undefined)
  await server.device.untilStatus('upgrade', ({ connection }) => connection.type === 'upgrade')
  expect((await server.device.status()).connection).toEqual({ type: 'upgrade', which: 'program' })

  const other = await createScriptedServer(15)
  await other.welcome([])
  void other.close(closeCodes.signedOut).catch(() => undefined)
  await other.device.untilStatus('signed-out', ({ connection }) => connection.type === 'signed-out')
  const channelId = other.device.nextId<ChannelId>()
  other.device.must('channel.create', { channelId, name: 'kept for later' })
  expect((await other.device.status()).waiting).toBeGreaterThan(0)
})
