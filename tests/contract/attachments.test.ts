/** Files from one device to another over a real server: what is cut off goes on, and nobody gets what is not theirs. */
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { BlobId } from '#shared/base/blob-id.ts'
import type { ChannelId, EntryId, MessageId, QueueId, TicketId } from '#shared/base/ids.ts'
import type { BlobFetch } from '../../src-main/engine/blobs/blob-fetch.ts'
import { createFilledWorld } from '../support/engine-world.ts'
import { fillDisk, mountSmallDisk } from '../support/faults.ts'
import {
  attachmentsOf,
  attach,
  blobPath,
  idOf,
  sendFile,
  someBytes,
  tinyPng,
  untilState,
} from '../support/files.ts'
import { createDevice, joinServer, setUpServer, startServer, type Device } from '../support/sync-world.ts'

const realFetch: BlobFetch = (url, init) => fetch(url, init)

/** Ada and Bob on one server, with a channel. */
async function createPair(options: { readonly adaFetch?: BlobFetch; readonly bobFetch?: BlobFetch } = {}) {
  const running = await startServer()
  const ada = createDevice({ seed: 1, syncOptions: { blobFetch: options.adaFetch ?? realFetch } })
  const bob = createDevice({ seed: 2, syncOptions: { blobFetch: options.bobFetch ?? realFetch } })
  await setUpServer(running, ada)
  const channelId = ada.nextId<ChannelId>()
  ada.must('channel.create', { channelId, name: 'general' })
  await ada.untilSynced()
  await joinServer(running, ada, bob, 'Bob')
  await bob.untilSynced()
  return { running, ada, bob, channelId }
}

const contentOf = (device: Device, id: Parameters<typeof blobPath>[1]) =>
  fs.readFileSync(blobPath(device.folder, id))

describe('a file in a message', () => {
  test('goes up, is announced at once, comes down when asked for, and is the same', async () => {
    const { ada, bob, channelId } = await createPair()
    const bytes = someBytes(3_500_000)
    await sendFile(ada, channelId, 'rotor.bin', bytes)
    expect((await untilState(ada, channelId, 'here')).size).toBe(bytes.length)
    const there = await untilState(bob, channelId, 'on-server')
    expect(there).toMatchObject({ id: idOf(bytes), name: 'rotor.bin', size: bytes.length, isPicture: false })
    bob.must('attachment.fetch', { id: there.id, on: true })
    await untilState(bob, channelId, 'here')
    expect(contentOf(bob, there.id).equals(bytes)).toBe(true)
    expect((await bob.ask('files.storage', {})).meta).toMatchObject({ files: 1, usedBytes: bytes.length })
  })

  test('in replies and notes of tickets too; who moves the ticket takes them along', async () => {
    const { ada, bob } = await createPair()
    const [first, second] = [ada.nextId<QueueId>(), ada.nextId<QueueId>()]
    ada.must('queue.create', { queueId: first, name: 'Service' })
    ada.must('queue.create', { queueId: second, name: 'Plant' })
    const ticketId = ada.nextId<TicketId>()
    ada.must('ticket.create', { ticketId, queueId: first, title: 'Rotor 7' })
    const reply = await attach(ada, `reply/${ticketId}`, 'reply.txt', Buffer.from('for the customer'))
    const note = await attach(ada, `note/${ticketId}`, 'note.txt', Buffer.from('for us'))
    if (reply.state.type !== 'ready' || note.state.type !== 'ready') throw new Error('not ready')
    const carry = (id: typeof reply.state.id, name: string) => [{ id, name }]
    ada.must('ticket.reply', {
      ticketId,
      entryId: ada.nextId<EntryId>(),
      text: 'see there',
      attachments: carry(reply.state.id, 'reply.txt'),
    })
    ada.must('ticket.note', {
      ticketId,
      entryId: ada.nextId<EntryId>(),
      text: '',
      attachments: carry(note.state.id, 'note.txt'),
    })
    const states = async (device: Device) =>
      (await device.ask('ticket.get', { ticketId })).rows.flatMap((row) =>
        row.type === 'change' ? [] : row.attachments.map(({ name, state }) => `${name} ${state.type}`),
      )
    await expect
      .poll(() => states(bob), { timeout: 10_000 })
      .toEqual(['reply.txt on-server', 'note.txt on-server'])
    await expect.poll(() => states(ada)).toEqual(['reply.txt here', 'note.txt here'])
    bob.must('ticket.move', { ticketId, queueId: second })
    await expect.poll(() => states(ada), { timeout: 10_000 }).toEqual(['reply.txt here', 'note.txt here'])
    await expect
      .poll(() => states(bob), { timeout: 10_000 })
      .toEqual(['reply.txt on-server', 'note.txt on-server'])
    bob.must('attachment.fetch', { id: reply.state.id, on: true })
    await expect
      .poll(() => states(bob), { timeout: 10_000 })
      .toEqual(['reply.txt here', 'note.txt on-server'])
    await bob.untilSynced()
    expect((await bob.ask('ticket.get', { ticketId })).meta?.queueId).toBe(second)
  })

  test('is awaited by others until it is on the server', async () => {
    let isOpen = false
    const adaFetch: BlobFetch = (url, init) =>
      isOpen ? realFetch(url, init) : Promise.reject(new TypeError('no line'))
    const { ada, bob, channelId } = await createPair({ adaFetch })
    await sendFile(ada, channelId, 'later.bin', someBytes(1000))
    expect((await untilState(ada, channelId, 'queued')).name).toBe('later.bin')
    await untilState(bob, channelId, 'awaited')
    isOpen = true
    ada.engine.wake()
    await untilState(ada, channelId, 'here')
    bob.engine.wake()
    await untilState(bob, channelId, 'on-server')
  })

  test('that the space has already is not sent again', async () => {
    const sent: string[] = []
    const watching: BlobFetch = (url, init) => {
      sent.push(init.method)
      return realFetch(url, init)
    }
    const { ada, bob, channelId } = await createPair({ bobFetch: watching })
    const bytes = someBytes(50_000)
    await sendFile(ada, channelId, 'one.bin', bytes)
    await untilState(ada, channelId, 'here')
    await untilState(bob, channelId, 'on-server')
    const messageId = await sendFile(bob, channelId, 'two.bin', bytes)
    await expect
      .poll(async () => (await attachmentsOf(bob, channelId, messageId)).map(({ state }) => state.type))
      .toEqual(['here'])
    await bob.untilSynced()
    expect(sent).toEqual([])
    expect((await attachmentsOf(bob, channelId, messageId))[0]?.name).toBe('two.bin')
  })

  test('lies once on each side, whatever it is called and wherever it was sent', async () => {
    const { running, ada, channelId } = await createPair()
    const other = ada.nextId<ChannelId>()
    ada.must('channel.create', { channelId: other, name: 'other' })
    await sendFile(ada, channelId, 'a.bin', someBytes(9_000))
    await sendFile(ada, other, 'b.bin', someBytes(9_000))
    await untilState(ada, channelId, 'here')
    await untilState(ada, other, 'here')
    const count = (folder: string) =>
      fs
        .readdirSync(path.join(folder, 'blobs'), { recursive: true })
        .filter((name) => String(name).length > 60).length
    expect(count(ada.folder)).toBe(1)
    expect(count(running.folder)).toBe(1)
    expect(fs.readdirSync(path.join(running.folder, 'uploads'))).toEqual([])
  })
})

describe('what cuts a transfer off', () => {
  /** Breaks the line in the middle of the nth upload request, once the server has some of it. */
  function breakAt(nth: number, onBreak: () => void | Promise<void>): BlobFetch {
    let patches = 0
    return async (url, init) => {
      if (init.method === 'PATCH' && ++patches === nth) {
        await onBreak()
        throw new TypeError('cut')
      }
      return realFetch(url, init)
    }
  }
  const offsetsOf = (fetched: { method: string; headers: Readonly<Record<string, string>> }[]) =>
    fetched.filter(({ method }) => method === 'PATCH').map(({ headers }) => Number(headers['upload-offset']))

  test('on the server’s side: the upload goes on where it was when the server is back', async () => {
    const seen: { method: string; headers: Readonly<Record<string, string>> }[] = []
    let down = false
    let patches = 0
    const adaFetch: BlobFetch = (url, init) => {
      if (down) return Promise.reject(new TypeError('no line'))
      if (init.method === 'PATCH' && ++patches === 3) {
        down = true
        return Promise.reject(new TypeError('cut'))
      }
      seen.push(init)
      return realFetch(url, init)
    }
    const { running, ada, bob, channelId } = await createPair({ adaFetch })
    const bytes = someBytes(4_200_000)
    await sendFile(ada, channelId, 'long.bin', bytes)
    await expect.poll(() => down, { timeout: 10_000 }).toBe(true)
    expect((await untilState(ada, channelId, 'uploading')).state).toEqual({
      type: 'uploading',
      done: 2 * 1024 * 1024,
    })
    const port = Number(new URL(running.address).port)
    await running.stop()
    const again = await startServer({ folder: running.folder, port })
    down = false
    ada.engine.wake()
    await untilState(ada, channelId, 'here')
    expect(offsetsOf(seen)).toEqual([0, 1, 2, 3, 4].map((mebibytes) => mebibytes * 1024 * 1024))
    expect(seen.filter(({ method }) => method === 'POST')).toHaveLength(1)
    bob.engine.wake()
    const { id } = await untilState(bob, channelId, 'on-server')
    bob.must('attachment.fetch', { id, on: true })
    await untilState(bob, channelId, 'here')
    expect(contentOf(bob, id).equals(bytes)).toBe(true)
    expect(fs.readdirSync(path.join(again.folder, 'uploads'))).toEqual([])
  })

  test('on this side: the engine that starts again goes on where the one before was', async () => {
    const seen: { method: string; headers: Readonly<Record<string, string>> }[] = []
    let reached = (): void => undefined
    const isReached = new Promise<void>((resolve) => (reached = resolve))
    let patches = 0
    const adaFetch: BlobFetch = (url, init) => {
      seen.push(init)
      if (init.method === 'PATCH' && ++patches === 2) {
        reached()
        return new Promise((_, reject) =>
          init.signal.addEventListener('abort', () => reject(new Error('stopped'))),
        )
      }
      return realFetch(url, init)
    }
    const { ada, channelId } = await createPair({ adaFetch })
    await sendFile(ada, channelId, 'long.bin', someBytes(2_500_000))
    await isReached
    await ada.restart()
    await untilState(ada, channelId, 'here')
    expect(offsetsOf(seen).map((offset) => offset / 1024 / 1024)).toEqual([0, 1, 1, 2])
    expect(seen.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('on the way down: the rest is fetched by range', async () => {
    const ranges: (string | undefined)[] = []
    let isFirst = true
    const bobFetch: BlobFetch = async (url, init) => {
      if (init.method !== 'GET') return realFetch(url, init)
      ranges.push(init.headers['range'])
      const response = await realFetch(url, init)
      if (!isFirst) return response
      isFirst = false
      const body = (async function* () {
        let got = 0
        for await (const piece of response.body ?? []) {
          yield piece
          got += piece.byteLength
          if (got > 400_000) throw new TypeError('cut')
        }
      })()
      return { status: response.status, headers: response.headers, body, text: () => response.text() }
    }
    const { ada, bob, channelId } = await createPair({ bobFetch })
    const bytes = someBytes(2_000_000, 5)
    await sendFile(ada, channelId, 'down.bin', bytes)
    const { id } = await untilState(bob, channelId, 'on-server')
    bob.must('attachment.fetch', { id, on: true })
    await untilState(bob, channelId, 'here')
    expect(ranges[0]).toBeUndefined()
    expect(Number(/^bytes=(\d+)-$/.exec(ranges[1] ?? '')?.[1])).toBeGreaterThan(400_000)
    expect(contentOf(bob, id).equals(bytes)).toBe(true)
  })

  test('a person: what is fetched can be called off and asked for again', async () => {
    let hold = true
    const bobFetch: BlobFetch = (url, init) =>
      hold && init.method === 'GET'
        ? new Promise((_, reject) =>
            init.signal.addEventListener('abort', () => reject(new Error('called off'))),
          )
        : realFetch(url, init)
    const { ada, bob, channelId } = await createPair({ bobFetch })
    await sendFile(ada, channelId, 'x.bin', someBytes(10_000))
    const { id } = await untilState(bob, channelId, 'on-server')
    bob.must('attachment.fetch', { id, on: true })
    await untilState(bob, channelId, 'downloading')
    bob.must('attachment.fetch', { id, on: false })
    await untilState(bob, channelId, 'on-server')
    hold = false
    bob.must('attachment.fetch', { id, on: true })
    await untilState(bob, channelId, 'here')
  })

  test('an upload that the server forgot is begun anew', async () => {
    let broken = false
    const adaFetch = breakAt(2, () => void (broken = true))
    const { running, ada, channelId } = await createPair({ adaFetch })
    const uploads = path.join(running.folder, 'uploads')
    await sendFile(ada, channelId, 'y.bin', someBytes(2_000_000))
    await expect.poll(() => broken, { timeout: 10_000 }).toBe(true)
    for (const name of fs.readdirSync(uploads)) fs.rmSync(path.join(uploads, name))
    ada.engine.wake()
    await untilState(ada, channelId, 'here')
  })
})

describe('what is refused', () => {
  test('a file over the workspace’s limit: the sender is told, and how large it may be', async () => {
    const { running, ada, channelId } = await createPair()
    limitTo(running.folder, 5_000)
    await sendFile(ada, channelId, 'big.bin', someBytes(6_000))
    expect((await untilState(ada, channelId, 'upload-failed')).state).toMatchObject({ reason: 'too-large' })
    await expect.poll(async () => (await ada.ask('files.storage', {})).meta.maxFileBytes).toBe(5_000)
    const next = await attach(ada, `channel/${channelId}`, 'big again.bin', someBytes(6_001))
    expect(next.state).toEqual({ type: 'failed', reason: 'too-large' })
    limitTo(running.folder, 50_000)
    ada.must('attachment.retry', { id: idOf(someBytes(6_000)) })
    await untilState(ada, channelId, 'here')
  })

  test('content that is not what its name says, on the way down', async () => {
    const bobFetch: BlobFetch = async (url, init) => {
      const response = await realFetch(url, init)
      if (init.method !== 'GET') return response
      const body = (async function* () {
        for await (const piece of response.body ?? []) yield piece.map((byte) => byte ^ 1)
      })()
      return { status: response.status, headers: response.headers, body, text: () => response.text() }
    }
    const { ada, bob, channelId } = await createPair({ bobFetch })
    await sendFile(ada, channelId, 'z.bin', someBytes(2_000))
    const { id } = await untilState(bob, channelId, 'on-server')
    bob.must('attachment.fetch', { id, on: true })
    expect((await untilState(bob, channelId, 'download-failed')).state).toMatchObject({ reason: 'damaged' })
    expect(fs.existsSync(blobPath(bob.folder, id))).toBe(false)
  })

  test('a type that lies: what is here is called by its content, and shown only if it is a picture', async () => {
    const { ada, bob, channelId } = await createPair()
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    await sendFile(ada, channelId, 'harmless.png', html)
    expect(await untilState(ada, channelId, 'here')).toMatchObject({ isPicture: false, type: 'text/plain' })
    await sendFile(ada, channelId, 'picture.txt', tinyPng)
    await untilState(ada, channelId, 'here')
    const { id } = await untilState(bob, channelId, 'on-server')
    expect(id).toBe(idOf(tinyPng))
    bob.must('attachment.fetch', { id, on: true })
    expect(await untilState(bob, channelId, 'here')).toMatchObject({ isPicture: true, type: 'image/png' })
    expect(bob.engine.findBlob(id)).toMatchObject({ isPicture: true, type: 'image/png' })
  })

  test('a hash in somebody’s message makes no other device publish a file that it has', async () => {
    const { ada, bob, channelId } = await createPair()
    const secret = someBytes(4_000, 9)
    // Bob has it, in a place of his own.
    await attach(bob, `channel/${channelId}`, 'secret.bin', secret)
    // Ada knows its hash and says that her message carries it.
    ada.engine.transact(({ documents, now }) => {
      const messageId = ada.nextId<MessageId>()
      const day = new Date(now()).toISOString().slice(0, 10).replaceAll('-', '')
      documents.transact({ docId: `chat/${channelId}/${day}` as never, spaceId: channelId }, (doc) => {
        const attachments = [{ id: idOf(secret), name: 'mine now', type: 'text/plain', size: secret.length }]
        doc.getMap('messages').set(messageId, { authorId: null, text: 'hm', at: now(), attachments })
      })
    })
    await ada.untilSynced()
    await bob.untilSynced()
    expect((await untilState(bob, channelId, 'here')).name).toBe('mine now')
    await expect
      .poll(() => bob.look((db) => db.prepare('SELECT state FROM blob_places').pluck().all()), {
        timeout: 10_000,
      })
      .toEqual(['missing'])
    await untilState(ada, channelId, 'awaited')
  })
})

describe('room on this device', () => {
  test('is made by what was not used for the longest time, and never by what is kept, unsent or on a draft', async () => {
    const { ada, bob, channelId } = await createPair()
    const files = [1, 2, 3, 4].map((seed) => someBytes(100_000, seed))
    const fetched: BlobId[] = []
    for (const [index, bytes] of files.entries()) {
      await sendFile(ada, channelId, `${index}.bin`, bytes)
      const { id } = await untilState(bob, channelId, 'on-server')
      bob.must('attachment.fetch', { id, on: true })
      await untilState(bob, channelId, 'here')
      fetched.push(id)
      bob.engine.transact(({ db }) =>
        db.run('UPDATE blobs SET last_used_at = ? WHERE blob_id = ?', [index + 1, id]),
      )
    }
    await attach(bob, `channel/${channelId}`, 'draft.bin', someBytes(100_000, 5))
    bob.must('attachment.keep', { id: fetched[0]!, on: true })
    bob.must('files.setLimit', { bytes: 310_000 })
    const here = () => fetched.map((id) => fs.existsSync(blobPath(bob.folder, id)))
    await expect.poll(here, { timeout: 10_000 }).toEqual([true, false, false, true])
    bob.must('files.setLimit', { bytes: 0 })
    await expect.poll(here, { timeout: 10_000 }).toEqual([true, false, false, false])
    expect(fs.existsSync(blobPath(bob.folder, idOf(someBytes(100_000, 5))))).toBe(true)
    bob.must('files.setLimit', { bytes: 1_000_000 })
    bob.must('space.keepFiles', { spaceId: channelId, on: true })
    await expect.poll(here, { timeout: 10_000 }).toEqual([true, true, true, true])
    bob.must('files.setLimit', { bytes: 0 })
    await bob.engine.settled()
    expect(here()).toEqual([true, true, true, true])
  })

  test('erasing a message takes its file off every disk', async () => {
    const { running, ada, bob, channelId } = await createPair()
    const bytes = someBytes(20_000, 3)
    const messageId = await sendFile(ada, channelId, 'private.bin', bytes)
    const { id } = await untilState(bob, channelId, 'on-server')
    bob.must('attachment.fetch', { id, on: true })
    await untilState(bob, channelId, 'here')
    ada.must('chat.erase', { messageId })
    const places = [ada.folder, bob.folder, running.folder].map((folder) => blobPath(folder, id))
    await expect
      .poll(() => places.map((file) => fs.existsSync(file)), { timeout: 10_000 })
      .toEqual([false, false, false])
  })
})

describe('a full disk', () => {
  const mebibyte = 1024

  test('of the server: the file waits and says why, and goes up when there is room', async ({ skip }) => {
    const disk = mountSmallDisk(24 * mebibyte)
    if (disk === null) return skip('needs the right to mount')
    const running = await startServer({ folder: disk })
    const ada = createDevice({ seed: 1 })
    await setUpServer(running, ada)
    const channelId = ada.nextId<ChannelId>()
    ada.must('channel.create', { channelId, name: 'general' })
    await ada.untilSynced()
    const makeRoom = fillDisk(disk)
    await sendFile(ada, channelId, 'a.bin', someBytes(3_000_000))
    expect((await untilState(ada, channelId, 'upload-failed')).state).toMatchObject({ reason: 'server-full' })
    makeRoom()
    ada.engine.wake()
    await untilState(ada, channelId, 'here')
  })

  test('of this device: the file is not taken, and the draft says why', async ({ skip }) => {
    const disk = mountSmallDisk(16 * mebibyte)
    if (disk === null) return skip('needs the right to mount')
    const { world, channelId } = await createFilledWorld({ folder: disk })
    const row = await attach(world, `channel/${channelId}`, 'a.bin', someBytes(40_000_000))
    expect(row.state).toEqual({ type: 'failed', reason: 'disk-full' })
    const next = await attach(world, `channel/${channelId}`, 'b.bin', someBytes(1_000))
    expect(next.state.type).toBe('ready')
  })
})

function limitTo(folder: string, bytes: number): void {
  const db = new Database(path.join(folder, 'outpost-server.db'))
  db.prepare('UPDATE workspaces SET max_blob_bytes = ?').run(bytes)
  db.close()
}
