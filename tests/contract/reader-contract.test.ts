/** Both readers keep one contract: in this thread, and in a worker with a connection of its own. */
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { MessageId, TicketId } from '#shared/base/ids.ts'
import { silentLog } from '#shared/base/log.ts'
import { unwrap } from '#shared/base/result.ts'
import { parseQuery } from '#shared/contract/parse.ts'
import { runQuery } from '../../src-main/engine/queries/handlers.ts'
import { createInlineReader, type Reader } from '../../src-main/engine/queries/reader.ts'
import { createStartingReader } from '../../src-main/engine/queries/starting-reader.ts'
import { createWorkerReader, type WorkerReader } from '../../src-main/engine/queries/worker-reader.ts'
import { openConnection } from '../../src-main/engine/store/connection.ts'
import { createDb } from '../../src-main/engine/store/db.ts'
import { passesQuickCheck } from '../../src-main/engine/store/open-store.ts'
import {
  addArticle,
  createFilledWorld,
  createWorld,
  readerEntry,
  type World,
} from '../support/engine-world.ts'
import { sampleQueries, type SampleIds } from '../support/hostile-inputs.ts'
import { createRandomWork } from '../support/random-work.ts'

const makers: Record<string, (world: World) => Reader> = {
  'the reader in this thread': (world) => {
    const file = path.join(world.folder, 'workspace.db')
    const connection = openConnection({ file, binding: null, readonly: true })
    onTestFinished(() => void connection.close())
    const db = createDb(connection, { log: silentLog, slowMs: 1_000 })
    return createInlineReader(
      (query) => runQuery(db, query),
      () => passesQuickCheck(connection),
    )
  },
  'the reader that hands over to a worker': (world) => {
    const file = path.join(world.folder, 'workspace.db')
    const connection = openConnection({ file, binding: null, readonly: true })
    onTestFinished(() => void connection.close())
    const db = createDb(connection, { log: silentLog, slowMs: 1_000 })
    const data = { file, binding: null, slowMs: 1_000, index: null }
    return createStartingReader({
      answer: (query) => runQuery(db, query),
      startWorker: () => createWorkerReader(readerEntry, data, silentLog, () => undefined),
      startAfterMs: 0,
    })
  },
  'the reader in a worker': (world) =>
    createWorkerReader(
      readerEntry,
      { file: path.join(world.folder, 'workspace.db'), binding: null, slowMs: 1_000, index: null },
      silentLog,
      () => undefined,
    ),
}

async function createSubject(make: (world: World) => Reader) {
  const filled = await createFilledWorld({ seed: 3 })
  const reader = make(filled.world)
  onTestFinished(() => reader.dispose())
  return { ...filled, reader }
}

const parsed = (name: string, input: unknown = {}) => unwrap(parseQuery(name, input))

describe.each(Object.entries(makers))('%s', (_name, make) => {
  test('answers every query as the engine does, also right after a command', async () => {
    const { world, reader, channelId, queueId } = await createSubject(make)
    const messageId = world.nextId<MessageId>()
    const ticketId = world.nextId<TicketId>()
    world.must('chat.send', { channelId, messageId, text: 'words' })
    world.must('ticket.create', { ticketId, queueId, title: 'words', tags: ['vpn'] })
    const next = createRandomWork({ random: world.random, nextId: () => world.nextId(), channelId, queueId })
    const article = addArticle(world)
    const ids: SampleIds = {
      ...{ channelId, queueId, messageId, ticketId, ...article },
      next: () => world.nextId(),
    }
    // What stands in memory no reader knows.
    const inMemory = ['engine.status', 'model.list', 'diagnostics.engine']
    const samples = Object.entries(sampleQueries(ids)).filter(([name]) => !inMemory.includes(name))
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 15; i++) {
        const { name, input } = next()
        world.execute(name, input)
      }
      for (const [name, input] of samples) {
        const expected = unwrap(await world.engine.query(name, input))
        expect(await reader.run(parsed(name, input)), name).toEqual(expected)
      }
    }
  })

  test('answers a live query with everything first, then with what changed, then with nothing', async () => {
    const { world, reader, channelId } = await createSubject(make)
    const query = parsed('chat.messages', { channelId })
    expect(await reader.live(1, query)).toMatchObject({ placed: [], meta: { value: { unread: 0 } } })
    world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'one' })
    expect(await reader.live(1, query)).toMatchObject({ placed: [{ row: { text: 'one' }, after: null }] })
    expect(await reader.live(1, query)).toBeNull()
    reader.release(1)
    expect(await reader.live(1, query)).toMatchObject({ meta: {}, placed: [{ row: { text: 'one' } }] })
    expect(await reader.live(2, query)).toMatchObject({ placed: [{ row: { text: 'one' } }] })
  })

  test('checks the whole file', async () => {
    const { reader } = await createSubject(make)
    expect(await reader.check()).toBe(true)
  })

  test('takes many questions at once and answers each', async () => {
    const { reader } = await createSubject(make)
    const answers = await Promise.all(Array.from({ length: 50 }, () => reader.run(parsed('ticket.counts'))))
    for (const answer of answers) expect(answer.meta).toMatchObject({ all: 0 })
  })
})

test('a worker does not begin what was cancelled before its turn, and goes on with the rest', async () => {
  const { reader } = await createSubject(makers['the reader in a worker']!)
  const cancel = new AbortController()
  const first = reader.run(parsed('ticket.counts'))
  const cancelled = reader.run(parsed('ticket.counts'), cancel.signal)
  const last = reader.run(parsed('ticket.counts'))
  cancel.abort()
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
  await expect(Promise.all([first, last])).resolves.toHaveLength(2)
})

test('a worker that is closed answers nothing more, and leaves nobody waiting', async () => {
  const { reader } = await createSubject(makers['the reader in a worker']!)
  const waiting = [reader.run(parsed('ticket.counts')), reader.run(parsed('ticket.counts'))]
  const settled = Promise.allSettled(waiting)
  await reader.dispose()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(reader.run(parsed('ticket.counts'))).rejects.toThrow()
})

test('an engine with workers gives the same as one without, through its own door', async () => {
  const { world, channelId, queueId } = await createFilledWorld({ seed: 8, readerEntry })
  const next = createRandomWork({ random: world.random, nextId: () => world.nextId(), channelId, queueId })
  for (let i = 0; i < 60; i++) {
    const { name, input } = next()
    world.execute(name, input)
  }
  const ask = async () => [
    await world.ask('ticket.list', { limit: 100 }),
    await world.ask('chat.messages', { channelId, before: 100 }),
    await world.ask('search.run', { text: 'mueller' }),
    await world.ask('inbox.list', {}),
  ]
  const throughWorkers = await ask()
  await world.engine.dispose()
  const inline = await createFilledWorldIn(world)
  expect(throughWorkers).toEqual(inline)
})

async function createFilledWorldIn({ folder, clock }: World) {
  const world = createWorld({ folder, clock, seed: 99 })
  const [channel] = (await world.ask('chat.channels', {})).rows.filter((row) => row.name === 'Leitstand')
  return [
    await world.ask('ticket.list', { limit: 100 }),
    await world.ask('chat.messages', { channelId: channel!.key, before: 100 }),
    await world.ask('search.run', { text: 'mueller' }),
    await world.ask('inbox.list', {}),
  ]
}

test('a worker that ends by itself is told of, and what was asked of it fails', async () => {
  const entry = new URL(
    "data:text/javascript,import('node:worker_threads').then(w => w.parentPort.on('message', () => process.exit()))",
  )
  const data = { file: '', binding: null, slowMs: 1_000, index: null }
  let reader: Reader | undefined
  const died = new Promise<void>((resolve) => {
    reader = createWorkerReader(entry, data, silentLog, resolve)
  })
  await expect(reader?.run(parsed('chat.channels'))).rejects.toThrow()
  await died
  await expect(reader?.run(parsed('chat.channels'))).rejects.toThrow()
})

test('a live query goes on in the worker as a difference to what this thread answered', async () => {
  let worker: WorkerReader | undefined
  const { world, reader, channelId } = await createSubject((subject) => {
    const file = path.join(subject.folder, 'workspace.db')
    const data = { file, binding: null, slowMs: 1_000, index: null }
    const connection = openConnection({ file, binding: null, readonly: true })
    onTestFinished(() => void connection.close())
    const db = createDb(connection, { log: silentLog, slowMs: 1_000 })
    return createStartingReader({
      answer: (query) => runQuery(db, query),
      startWorker: () => (worker = createWorkerReader(readerEntry, data, silentLog, () => undefined)),
      startAfterMs: 0,
    })
  })
  expect(worker).toBeUndefined()
  world.must('chat.send', { channelId, messageId: world.nextId<MessageId>(), text: 'before' })
  const query = parsed('chat.messages', { channelId })
  const first = await reader.live(1, query)
  expect(first?.placed.length).toBeGreaterThan(0)
  await vi.waitFor(() => expect(worker).toBeDefined())
  await worker?.ready
  expect(await reader.live(1, query)).toBeNull()
  const messageId = world.nextId<MessageId>()
  world.must('chat.send', { channelId, messageId, text: 'after the change of hands' })
  expect((await reader.live(1, query))?.placed.map(({ row }) => row.key)).toEqual([messageId])
})
